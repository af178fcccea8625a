import Games

/// Equilibria known at some commitments, from which Newton's method starts at
/// others: what a local search judges by, nothing of it proven.
struct EquilibriumPool {
  /// What local searches find at a commitment.
  struct Local {
    /// The profiles with what the committer earns and the least constraint.
    var equilibria: [(levels: [Double], value: Double, slack: Double)]
    /// What the committer earns where it is judged.
    var value: Double
    /// By how much a constraint is violated where it is judged; 0 or less if
    /// none is.
    var violation: Double
  }

  private let commitment: Commitment
  /// What tells equilibria from other zeros of the marginal payoffs.
  let replies: FollowerReplies
  /// Profiles to start from, the latest last.
  private(set) var starts: [[Double]] = []

  /// How many profiles are kept.
  private static let capacity = 6
  /// How near two profiles count as one.
  private static let sameness = 1e-7
  /// A start from which Newton's method takes longer leads nowhere, most
  /// likely since the equilibrium that was known there has vanished.
  private static let newton = SemismoothNewton(iterationLimit: 30)
  /// The residual up to which a profile counts as an equilibrium.
  private static let residual = 1e-9

  /// How many better replies a local search starts from.
  private static let repliesTried = 6

  init(_ commitment: Commitment) {
    self.commitment = commitment
    replies = FollowerReplies(commitment.family)
  }

  /// Keeps the equilibria of a commitment.
  mutating func add(_ judged: JudgedCommitment) {
    for one in judged.equilibria.reversed() { add(one.equilibrium.levels) }
  }

  private mutating func add(_ levels: [Double]) {
    starts.removeAll { Self.isSame($0, levels) }
    starts.append(levels)
    if starts.count > Self.capacity { starts.removeFirst() }
  }

  private static func isSame(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) <= sameness * (1 + abs($0)) }
  }

  /// What Newton's method finds at a point from known profiles and from both
  /// ends of the levels; nil if it finds nothing. A zero of the marginal
  /// payoffs that a follower would leave for a better reply does not count, and
  /// the search goes on from that reply.
  func local(at point: [Double], from near: [[Double]] = []) -> Local? {
    func open<G: Game>(_ game: G) -> [[Double]] {
      var workspace = SemismoothNewton.Workspace(game)
      let ends = [game.strategies.lowerBounds, game.strategies.upperBounds]
      var (found, left): ([[Double]], [[Double]]) = ([], [])
      var open = near + starts + ends
      var tried = 0
      while tried < open.count {
        let solution = Self.newton.solve(
          game, from: open[tried], in: &workspace)
        tried += 1
        guard solution.residual <= Self.residual,
          !(found + left).contains(where: { Self.isSame($0, solution.levels) })
        else { continue }
        if let better = replies.improvement(on: solution.levels, in: game) {
          left.append(solution.levels)
          if left.count <= Self.repliesTried { open.append(better) }
        } else {
          found.append(solution.levels)
        }
      }
      return found
    }
    let found = open(commitment.family.game(at: point))
    return found.isEmpty ? nil : judged(found, at: point)
  }

  private func judged(_ found: [[Double]], at point: [Double]) -> Local {
    let equilibria = found.map { levels in
      let values = commitment.family.graph.payoffs(at: levels + point)
      let value = values[commitment.objective]
      let slack = commitment.constraints.reduce(
        value.isNaN ? -Double.infinity : .infinity
      ) { min($0, values[$1]) }
      let isMeasured = commitment.measure < values.count
      return (
        levels: levels, value: value.isNaN ? -.infinity : value, slack: slack,
        measure: isMeasured ? values[commitment.measure] : 0
      )
    }
    let list = equilibria.map { ($0.levels, $0.value, $0.slack) }
    let least = equilibria.reduce(Double.infinity) { min($0, $1.slack) }
    switch commitment.selection {
    case .worst:
      let value = equilibria.reduce(Double.infinity) { min($0, $1.value) }
      return Local(equilibria: list, value: value, violation: -least)
    case .best:
      let feasible = equilibria.filter { $0.slack >= 0 }
      let most = equilibria.reduce(-Double.infinity) { max($0, $1.slack) }
      let value = feasible.reduce(-Double.infinity) { max($0, $1.value) }
      return Local(equilibria: list, value: value, violation: -most)
    case .highest, .lowest:
      let sign: Double = commitment.selection == .highest ? 1 : -1
      let chosen = equilibria.max { sign * $0.measure < sign * $1.measure }
      return Local(
        equilibria: list, value: chosen?.value ?? -.infinity,
        violation: -(chosen?.slack ?? -.infinity))
    }
  }

  /// The profiles of a local search, those that bound most first.
  func ordered(_ local: Local?) -> [[Double]] {
    let equilibria = local?.equilibria ?? []
    return equilibria.sorted {
      ($0.slack >= 0 ? 1 : 0, $0.value) < ($1.slack >= 0 ? 1 : 0, $1.value)
    }.map(\.levels)
  }

  /// The profiles of a judgement, those that bound most first.
  func ordered(_ judged: JudgedCommitment) -> [[Double]] {
    let all = judged.equilibria.reversed()
    return (all.filter { !$0.isFeasible } + all.filter(\.isFeasible))
      .map(\.equilibrium.levels)
  }
}
