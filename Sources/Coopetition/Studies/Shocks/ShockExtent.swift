import Equilibria

/// How much is looked for among many firms, where no matrices are formed.
///
/// What takes a solve or a path for each firm is left out first, then what
/// takes many over all links.
struct ShockExtent: Sendable {
  /// Whether each firm's own final change and the deviation of its level are
  /// told.
  let hasOwn: Bool
  /// Whether the change is looked for that is amplified most.
  let amplifies: Bool
  /// How many firms are moved alone: those with the largest multipliers.
  let alone: Int
  /// Whether levels are moved towards other equilibria.
  let hasLines: Bool
  /// How narrow brackets of shifts become.
  let accuracy: Double
  /// Whether the ends of brackets are proven to go where they do.
  let isProving: Bool
  /// How many sets of firms are tried.
  let trials: Int

  /// Up to this many firms everything is told.
  static let everything = 2_000
  /// Up to this many what takes some paths or many solves is told.
  static let most = 50_000
  /// How many firms are moved alone where not all are.
  static let few = 10

  /// What is looked for among a number of firms.
  init(firms: Int) {
    hasOwn = firms <= Self.everything
    amplifies = firms <= Self.most
    alone = hasOwn ? firms : amplifies ? Self.few : 0
    hasLines = amplifies
    accuracy = hasOwn ? 1e-9 : amplifies ? 1e-4 : 1e-2
    isProving = hasOwn
    trials =
      firms <= ShockStudy.matrixLimit
      ? .max : hasOwn ? 200 : amplifies ? 40 : 8
  }

  /// What is left out, by its key in JSON, with the reason.
  var skipped: [(key: String, reason: String)] {
    var skipped: [(key: String, reason: String)] = []
    if !hasOwn {
      let reason = "more than \(Self.everything) firms"
      skipped += [
        ("own", reason), ("random.sd", reason), ("random.varianceGain", reason),
      ]
      if alone > 0 {
        let who = "the \(alone) with the largest multipliers are moved"
        skipped.append(("one", "\(reason); \(who)"))
      }
      skipped.append(("fewest", "\(reason); \(trials) sets are tried"))
    }
    if !amplifies {
      let reason = "more than \(Self.most) firms"
      skipped += ["amplification", "direction", "response", "one", "line"].map {
        ($0, reason)
      }
    }
    return skipped
  }
}
