import Games

/// The sets of firms that were committed in one cluster, and where that ends.
struct SeedingSearch {
  let game: any PlayedGame
  let lowest: [Double]
  let highest: [Double]
  private let study: SeedingStudy
  private let firms: Range<Int>
  private var tried = 0
  private(set) var isStopped = false
  private var proof: SeedingProof?
  /// Whether all that was said of sets since the proof began is proven.
  private(set) var isProven = false

  /// Where a committed set leads.
  struct Outcome {
    let set: [Int]
    /// The levels while the set is committed.
    let up: [Double]
    /// The levels after its release.
    let end: [Double]
  }

  init(_ game: any PlayedGame, _ study: SeedingStudy) {
    (self.game, self.study) = (game, study)
    firms = game.cluster.firms.indices
    lowest = EquilibriumEnd.lowest.levels(of: game)
    highest = EquilibriumEnd.highest.levels(of: game)
  }

  /// Proves from now on what is said of sets, of a tipping one first.
  mutating func beginProof(with tipping: [Int]) {
    proof = SeedingProof(game, highest: highest, target: study.target)
    isProven = proof?.tips(outcome(of: tipping)) == true
  }

  /// Commits a set, lets the others respond, and releases it.
  mutating func outcome(of set: [Int]) -> Outcome {
    tried += 1
    if !study.monitor.continues("sets tried", done: tried) { isStopped = true }
    var start = lowest
    for firm in set { start[firm] = game.strategies.upperBounds[firm] }
    let up = game.committing(set).rest(from: start)
    return Outcome(set: set, up: up, end: game.rest(from: up))
  }

  func tips(_ outcome: Outcome) -> Bool {
    if let target = study.target {
      let share = game.totalSharing(at: highest)
      let aim = target * share - SeedingStudy.comparisonUnit * share
      return game.totalSharing(at: outcome.end) >= aim
    }
    return zip(outcome.end, highest).allSatisfy {
      $0 >= $1 - SeedingStudy.tippingTolerance
    }
  }

  mutating func tips(_ set: [Int]) -> Bool {
    let outcome = outcome(of: set)
    let answer = tips(outcome)
    isProven = isProven && proof?.tips(outcome) == answer
    return answer
  }

  /// The knowledge shared in the end if each firm is won alone.
  var singles: [Double] {
    var search = self
    return firms.map { game.totalSharing(at: search.outcome(of: [$0]).end) }
  }

  func rung(_ outcome: Outcome) -> SeedingAnalysis.Rung {
    SeedingAnalysis.Rung(
      firms: outcome.set,
      committedSharing: game.totalSharing(at: outcome.up),
      restSharing: game.totalSharing(at: outcome.end),
      restWelfare: game.welfare(at: outcome.end))
  }
}

extension SeedingSearch {
  /// Adds the firm after which most is shared in the end, then while the set
  /// is committed, then the first, until the set tips or is everybody.
  mutating func grow() -> (
    set: [Int], ladder: [SeedingAnalysis.Rung], tips: Bool
  ) {
    var set: [Int] = []
    var ladder: [SeedingAnalysis.Rung] = []
    if tips(outcome(of: [])) { return ([], [], true) }
    while set.count < firms.count && !isStopped {
      var best: (outcome: Outcome, rank: (Double, Double))?
      for firm in firms where !set.contains(firm) {
        let trial = outcome(of: set + [firm])
        let rank = (rounded(trial.end), rounded(trial.up))
        if best.map({ rank > $0.rank }) ?? true { best = (trial, rank) }
      }
      guard let best else { break }
      set = best.outcome.set
      ladder.append(rung(best.outcome))
      if tips(best.outcome) { return (set, ladder, true) }
    }
    return (set, ladder, false)
  }

  private func rounded(_ levels: [Double]) -> Double {
    let unit = SeedingStudy.comparisonUnit
    return (game.totalSharing(at: levels) / unit).rounded() * unit
  }

  /// The set without firms that it tips without, tried in order.
  mutating func withoutIdle(_ set: [Int]) -> [Int] {
    var set = set
    for firm in set where !isStopped {
      let rest = set.filter { $0 != firm }
      if tips(rest) { set = rest }
    }
    return set
  }
}
