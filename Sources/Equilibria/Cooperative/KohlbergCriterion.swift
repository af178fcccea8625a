/// Whether an allocation is the prenucleolus, by the balance of those who
/// complain most.
///
/// For each excess t let D be the coalitions with excess t or more. The
/// allocation is the prenucleolus exactly if no side payments y with y(N) = 0
/// and y(S) ≥ 0 for all S in D give some S in D more than 0. It is enough to
/// look until the coalitions of D settle every share.
///
/// Reference: Kohlberg, On the nucleolus of a characteristic function game,
/// SIAM Journal on Applied Mathematics 20, 1971.
struct KohlbergCriterion {
  /// Excesses this near to each other, as a share of the greatest worth, are
  /// the same; side payments up to this are none.
  private static let tolerance = 1e-7

  private let game: CoalitionalGame
  private let shares: [Double]

  init(_ game: CoalitionalGame, shares: [Double]) {
    self.game = game
    self.shares = shares
  }

  /// Whether the criterion holds, in numbers.
  var holds: Bool {
    let scale = game.worths.reduce(0) { max($0, abs($1)) }
    let sorted = game.properCoalitions.map {
      (coalition: $0, excess: game.worth(of: $0) - $0.sum(of: shares))
    }.sorted {
      ($1.excess, $0.coalition.bits) < ($0.excess, $1.coalition.bits)
    }
    var span = CoalitionSpan(playerCount: game.playerCount)
    span.add(game.everybody, share: 0)
    var complaining: [Coalition] = []
    var next = 0
    while !span.free.isEmpty, next < sorted.count {
      let level = sorted[next].excess - Self.tolerance * scale
      let rank = span.free.count
      while next < sorted.count, sorted[next].excess >= level {
        complaining.append(sorted[next].coalition)
        span.add(sorted[next].coalition, share: 0)
        next += 1
      }
      if span.free.count < rank, !isBalanced(complaining) { return false }
    }
    return true
  }

  /// Whether no side payments please some of the coalitions and hurt none.
  private func isBalanced(_ coalitions: [Coalition]) -> Bool {
    var span = CoalitionSpan(playerCount: game.playerCount)
    span.add(game.everybody, share: 0)
    let rows = coalitions.map { span.share(of: $0).factors }
    let count = span.free.count
    let costs = (0..<count).map { k in -rows.reduce(0) { $0 + $1[k] } }
    var simplex = DualSimplex(
      rows: rows.map {
        DualSimplex.Row(
          variables: Array(0..<count), coefficients: $0.map { -$0 }, bound: 0)
      }, lower: Array(repeating: -1, count: count),
      upper: Array(repeating: 1, count: count))
    guard simplex.minimize(costs).outcome == .optimal else { return false }
    let pleased = zip(costs, simplex.vertex).reduce(0) { $0 - $1.0 * $1.1 }
    return pleased <= Self.tolerance * Double(coalitions.count)
  }
}
