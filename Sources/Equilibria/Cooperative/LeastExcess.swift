/// The allocation at which the most dissatisfied coalition has the least to
/// complain of, among those that satisfy equations: a linear program.
///
///     minimise ε  subject to  w(S) − x(S) ≤ ε  for every S not settled
///
/// There are 2ⁿ rows and at most n + 1 variables. Rows are added as they are
/// violated; that every row holds in the end is checked over all coalitions.
struct LeastExcess {
  /// The least ε and what holds it there.
  struct Solution {
    let excess: Double
    let allocation: [Double]
    /// Coalitions with positive multipliers, which sum to 1: they have the
    /// excess ε in every solution.
    let tight: [(coalition: Coalition, multiplier: Double)]
  }

  /// A multiplier, or a violation in units of the worths, that counts as zero.
  private static let zero = 1e-9
  /// Shares reach this many times the greatest worth beyond what is needed.
  private static let reach = 4.0
  /// How many rows are added at a time, and how often.
  private static let batch = 8
  private static let roundLimit = 400

  private let game: CoalitionalGame
  private let span: CoalitionSpan
  /// The coalitions that the equations leave open, with their shares.
  private let open: [(coalition: Coalition, share: CoalitionSpan.Share)]
  private let scale: Double

  /// The program for a game and equations that hold.
  init(_ game: CoalitionalGame, _ span: CoalitionSpan) {
    self.game = game
    self.span = span
    scale = max(
      game.worths.reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude)
    open = game.properCoalitions.compactMap { coalition in
      let share = span.share(of: coalition)
      return share.isSettled ? nil : (coalition, share)
    }
  }

  /// Solves the program; nil if it was not solved, or if the equations settle
  /// everything.
  func solution() -> Solution? {
    guard !open.isEmpty else { return nil }
    var rows = Array(firstRows.prefix(open.count))
    for _ in 0..<Self.roundLimit {
      guard let (point, multipliers) = solve(rows) else { return nil }
      let shares = point.dropLast().map { $0 * scale }
      let excess = (point.last ?? 0) * scale
      let violated = mostViolated(shares: Array(shares), excess: excess)
      let missing = violated.filter { !rows.contains($0) }
      if missing.isEmpty {
        return Solution(
          excess: excess, allocation: span.allocation(free: Array(shares)),
          tight: zip(rows, multipliers).filter { $0.1 > Self.zero }.map {
            (open[$0.0].coalition, $0.1)
          })
      }
      rows += missing
    }
    return nil
  }

  /// Single players and all but one bound every share.
  private var firstRows: [Int] {
    open.indices.filter {
      let count = open[$0].coalition.count
      return count == 1 || count == game.playerCount - 1
    }
  }

  /// Solves the program of some rows, in units of the greatest worth.
  private func solve(
    _ chosen: [Int]
  ) -> (point: [Double], multipliers: [Double])? {
    let count = span.free.count
    let bound = Self.reach * Double(game.playerCount)
    let rows = chosen.map { k in
      let (coalition, share) = open[k]
      return DualSimplex.Row(
        variables: Array(0...count),
        coefficients: share.factors.map { -$0 } + [-1],
        bound: (share.constant - game.worth(of: coalition)) / scale)
    }
    var simplex = DualSimplex(
      rows: rows, lower: Array(repeating: -bound, count: count + 1),
      upper: Array(repeating: bound, count: count + 1))
    let (outcome, multipliers) = simplex.minimize(
      [Double](repeating: 0, count: count) + [1])
    return outcome == .optimal ? (simplex.vertex, multipliers) : nil
  }

  /// The coalitions that complain most beyond the excess, if any.
  private func mostViolated(shares: [Double], excess: Double) -> [Int] {
    var found: [(place: Int, amount: Double)] = []
    for (k, (coalition, share)) in open.enumerated() {
      var own = share.constant
      for (factor, x) in zip(share.factors, shares) { own += factor * x }
      let amount = game.worth(of: coalition) - own - excess
      if amount > Self.zero * scale { found.append((k, amount)) }
    }
    return found.sorted { ($1.amount, $0.place) < ($0.amount, $1.place) }
      .prefix(Self.batch).map(\.place)
  }
}
