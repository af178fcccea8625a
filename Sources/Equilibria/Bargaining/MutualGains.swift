import Games

/// Profiles that make everybody strictly better off, sought by maximising the
/// least gain from several starts until it is ample.
struct MutualGains {
  /// The profiles, no two alike.
  private(set) var profiles: [[Double]] = []
  /// The unit of each player's gain; nil if nobody gains anywhere.
  private let units: [Double]?
  /// The greatest least gain.
  private var best: EgalitarianMaximum

  init(_ bargaining: Bargaining, _ problem: BargainingProblem<some Game>) {
    let count = problem.disagreement.count
    best = EgalitarianMaximum(
      levels: [], leastGain: -.infinity,
      shares: Array(repeating: 1 / Double(count), count: count),
      spread: .infinity, termination: .stalled)
    let strategies = problem.game.strategies
    let isLarge = strategies.dimension > GlobalMaximization.manyVariables
    let points = isLarge ? 0 : bargaining.product.points
    let starts =
      ([problem.levels] + problem.starts).map { strategies.clamped($0) }
      + MultiStart(points: points).starts(in: strategies.box)
    units = Self.units(of: problem, at: starts)
    guard let units else { return }
    for start in starts where bargaining.goesOn {
      let found = bargaining.egalitarian.maximize(
        problem.game, over: problem.disagreement, units: units, from: start
      ) { $0.allSatisfy { $0 > Self.ampleGain } }
      if found.leastGain > best.leastGain { best = found }
      guard found.leastGain > bargaining.leastGain else { continue }
      if !profiles.contains(found.levels) { profiles.append(found.levels) }
      if isLarge { break }
    }
  }

  /// Whether it is proven that there is no such profile.
  func isProvenImpossible(
    _ bargaining: Bargaining, _ problem: BargainingProblem<some Game>
  ) -> Bool {
    guard profiles.isEmpty, let units else { return false }
    let bound = bargaining.absence.bound(
      problem.game, over: problem.disagreement, units: units,
      shares: best.shares, floor: best.leastGain)
    return bound.upperBound <= bargaining.leastGain
  }

  /// The largest gain of each player at some profiles, in which its gains are
  /// measured; for one that gains nowhere the least of the others'. Nil if
  /// nobody gains anywhere.
  ///
  /// What others lose, or gain, by however much, does not count.
  private static func units(
    of problem: BargainingProblem<some Game>, at profiles: [[Double]]
  ) -> [Double]? {
    var largest = problem.disagreement.map { _ in 0.0 }
    for levels in profiles {
      for (i, gain) in problem.gains(at: levels).enumerated()
      where gain.isFinite && gain > largest[i] {
        largest[i] = gain
      }
    }
    guard let least = largest.filter({ $0 > 0 }).min() else { return nil }
    return largest.map { $0 > 0 ? $0 : least }
  }

  /// The least gain, in units, at which the search from a start ends: what is
  /// maximised over the profiles takes over.
  private static let ampleGain = 1e-3
}
