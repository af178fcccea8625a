import LinearAlgebra

/// A game with the same variables whose players are groups of another game's:
/// a group earns what its members earn together.
///
/// It is for joint objectives, such as the Pareto front between tiers. Since a
/// group's variables need not follow one another, all variables belong to the
/// first group: the game says nothing about equilibria between groups.
///
/// ```swift
/// let front = GroupedGame(game, [[0, 1, 2], [3, 4]]).paretoFront()
/// ```
public struct GroupedGame<Base: Game>: Game {
  /// The game whose players are grouped.
  public let base: Base
  /// The members of each group.
  public let groups: [[Int]]
  /// The variables and bounds of the game, all owned by the first group.
  public let strategies: StrategySpace

  /// Groups the players of a game; players of no group do not count.
  ///
  /// - Parameters:
  ///   - base: The game.
  ///   - groups: The members of each group.
  ///   - held: Levels at which variables are held; nil for those that are
  ///     free. All are free if it is empty.
  /// - Precondition: There are one or more groups of players of the game.
  public init(_ base: Base, _ groups: [[Int]], held: [Double?] = []) {
    precondition(!groups.isEmpty, "there is a group")
    precondition(
      groups.joined().allSatisfy { 0 <= $0 && $0 < base.playerCount },
      "groups consist of players of the game")
    self.base = base
    self.groups = groups
    let space = base.strategies
    let ranges = (0..<space.dimension).map { v in
      let level = held.isEmpty ? nil : held[v]
      return (level ?? space.lowerBounds[v])...(level ?? space.upperBounds[v])
    }
    strategies = StrategySpace(
      variables: [ranges] + groups.dropFirst().map { _ in [] })
  }

  /// The sum of the members' payoffs.
  public func payoff<S: Scalar>(of group: Int, at levels: Profile<S>) -> S {
    groups[group].reduce(S.zero) { $0 + base.payoff(of: $1, at: levels) }
  }

  /// The sums of the members' payoffs.
  public func payoffs(at levels: Profile<Double>) -> [Double] {
    sums(base.payoffs(at: levels))
  }

  /// One weighted gradient of the base game for each group.
  public func payoffGradients(at levels: Profile<Double>) -> Matrix {
    var gradients = Matrix(rows: groups.count, columns: levels.count)
    var gradient = levels
    for group in groups.indices {
      let weights = groups.indices.map { $0 == group ? 1.0 : 0 }
      base.weightedGradient(expanded(weights), at: levels, into: &gradient)
      for v in gradient.indices { gradients[group, v] = gradient[v] }
    }
    return gradients
  }

  /// The base game's, each member weighing as much as its group.
  public func weightedGradient(
    _ weights: [Double], at levels: Profile<Double>,
    into gradient: inout [Double]
  ) {
    base.weightedGradient(expanded(weights), at: levels, into: &gradient)
  }

  /// The base game's, each member weighing as much as its group.
  public func weightedHessian(
    _ weights: [Double], at levels: Profile<Double>, into hessian: inout Matrix
  ) {
    base.weightedHessian(expanded(weights), at: levels, into: &hessian)
  }

  /// The sums of the members' slopes.
  public func payoffSlopes(
    at levels: Profile<Double>, along direction: [Double],
    into slopes: inout [Double]
  ) {
    var own = [Double](repeating: 0, count: base.playerCount)
    base.payoffSlopes(at: levels, along: direction, into: &own)
    slopes = sums(own)
  }

  /// The base game's, each member weighing as much as its group.
  public func weightedHessianProduct(
    _ weights: [Double], at levels: Profile<Double>,
    along direction: [Double], into product: inout [Double]
  ) {
    base.weightedHessianProduct(
      expanded(weights), at: levels, along: direction, into: &product)
  }

  /// The base game's, summed over the members of each group.
  public func payoffExpansion(
    at levels: Profile<Double>
  ) -> any PayoffExpansion {
    GroupedExpansion(
      base: base.payoffExpansion(at: levels), groups: groups)
  }

  /// The sum of the members' enclosures.
  public func payoffEnclosure(of group: Int, over box: Box) -> Interval {
    groups[group].reduce(.zero) {
      $0 + base.payoffEnclosure(of: $1, over: box)
    }
  }

  /// The sums of the members' enclosures.
  public func payoffEnclosures(over box: Box) -> [Interval] {
    let own = base.payoffEnclosures(over: box)
    return groups.map { $0.reduce(.zero) { $0 + own[$1] } }
  }

  /// The base game's, each member weighing as much as its group.
  public func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval],
    hessian: inout [Interval]
  ) -> Interval {
    base.weightedEnclosure(
      expanded(weights), over: box, gradient: &gradient, hessian: &hessian)
  }

  /// The base game's, each member weighing as much as its group.
  public func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval]
  ) -> Interval {
    base.weightedEnclosure(expanded(weights), over: box, gradient: &gradient)
  }

  /// The base game's, each member weighing as much as its group.
  public func weightedUpperBound(
    _ weights: [Double], charges: [Double], about levels: Profile<Double>,
    over box: Box, slack: Double
  ) -> Double {
    base.weightedUpperBound(
      expanded(weights), charges: charges, about: levels, over: box,
      slack: slack)
  }

  private func sums(_ numbers: [Double]) -> [Double] { groups.sums(numbers) }

  private func expanded(_ weights: [Double]) -> [Double] {
    groups.expanded(weights, count: base.playerCount)
  }
}

/// The payoffs of groups around a profile.
private struct GroupedExpansion: PayoffExpansion {
  let base: any PayoffExpansion
  let groups: [[Int]]

  var payoffs: [Double] { groups.sums(base.payoffs) }

  func weightedGradient(_ weights: [Double], into gradient: inout [Double]) {
    base.weightedGradient(expanded(weights), into: &gradient)
  }

  func slopes(along direction: [Double], into slopes: inout [Double]) {
    var own = base.payoffs
    base.slopes(along: direction, into: &own)
    slopes = groups.sums(own)
  }

  func hessianProduct(
    _ weights: [Double], along direction: [Double], into product: inout [Double]
  ) {
    base.hessianProduct(expanded(weights), along: direction, into: &product)
  }

  /// Without the outer products of gradients, which are few and of low rank.
  func diagonal(_ weights: [Double], factors: [Double]) -> [Double]? {
    base.diagonal(
      expanded(weights), factors: base.payoffs.map { _ in 0 })
  }

  private func expanded(_ weights: [Double]) -> [Double] {
    groups.expanded(weights, count: base.payoffs.count)
  }
}

extension [[Int]] {
  /// The sums of numbers of players over each group.
  fileprivate func sums(_ numbers: [Double]) -> [Double] {
    map { $0.reduce(0) { $0 + numbers[$1] } }
  }

  /// The weight of each player: that of its groups.
  fileprivate func expanded(_ weights: [Double], count: Int) -> [Double] {
    var result = [Double](repeating: 0, count: count)
    for (group, members) in enumerated() {
      for member in members { result[member] += weights[group] }
    }
    return result
  }
}
