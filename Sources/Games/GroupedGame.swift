import LinearAlgebra

/// A game with the same variables whose players are groups of another game's:
/// a group earns what its members earn together.
///
/// Each group owns all variables of its members and decides them together, so
/// that the equilibria of the game are those between groups; groups of one
/// decide as before. Its pseudo-gradient adds to each own slope what the
/// variable does to the other members.
///
/// ```swift
/// let between = GroupedGame(game, [[0, 2], [1], [3]]).equilibria()
/// let front = GroupedGame(game, [[0, 1, 2], [3, 4]]).paretoFront()
/// ```
///
/// Variables of players in no group belong to the first one; hold them if they
/// are nobody's choice.
package struct GroupedGame<Base: Game>: Game {
  /// The game whose players are grouped.
  package let base: Base
  /// The members of each group.
  package let groups: [[Int]]
  /// The variables of the game, owned by the groups.
  package let strategies: StrategySpace

  /// Groups the players of a game; the payoffs of others do not count.
  ///
  /// - Parameters:
  ///   - base: The game.
  ///   - groups: The members of each group.
  ///   - held: Levels at which variables are held; nil for those that are
  ///     free. All are free if it is empty.
  /// - Precondition: There are one or more groups of players of the game.
  package init(_ base: Base, _ groups: [[Int]], held: [Double?] = []) {
    precondition(!groups.isEmpty, "there is a group")
    precondition(
      groups.joined().allSatisfy { 0 <= $0 && $0 < base.playerCount },
      "groups consist of players of the game")
    self.base = base
    self.groups = groups
    let space = base.strategies
    let bounds =
      held.isEmpty
      ? space
      : space.holding(held.map { $0 != nil }, at: held.map { $0 ?? 0 })
    strategies = StrategySpace(
      bounds: bounds, owners: groups.owners(in: space), players: groups.count)
  }

  /// The sum of the members' payoffs.
  package func payoff<S: Scalar>(of group: Int, at levels: Profile<S>) -> S {
    groups[group].reduce(S.zero) { $0 + base.payoff(of: $1, at: levels) }
  }

  /// The sums of the members' payoffs.
  package func payoffs(at levels: Profile<Double>) -> [Double] {
    sums(base.payoffs(at: levels))
  }

  /// One weighted gradient of the base game for each group.
  package func payoffGradients(at levels: Profile<Double>) -> Matrix {
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
  package func weightedGradient(
    _ weights: [Double], at levels: Profile<Double>,
    into gradient: inout [Double]
  ) {
    base.weightedGradient(expanded(weights), at: levels, into: &gradient)
  }

  /// The base game's, each member weighing as much as its group.
  package func weightedHessian(
    _ weights: [Double], at levels: Profile<Double>, into hessian: inout Matrix
  ) {
    base.weightedHessian(expanded(weights), at: levels, into: &hessian)
  }

  /// The sums of the members' slopes.
  package func payoffSlopes(
    at levels: Profile<Double>, along direction: [Double],
    into slopes: inout [Double]
  ) {
    var own = [Double](repeating: 0, count: base.playerCount)
    base.payoffSlopes(at: levels, along: direction, into: &own)
    slopes = sums(own)
  }

  /// The base game's, each member weighing as much as its group.
  package func weightedHessianProduct(
    _ weights: [Double], at levels: Profile<Double>,
    along direction: [Double], into product: inout [Double]
  ) {
    base.weightedHessianProduct(
      expanded(weights), at: levels, along: direction, into: &product)
  }

  /// The base game's, summed over the members of each group.
  package func payoffExpansion(
    at levels: Profile<Double>
  ) -> any PayoffExpansion {
    GroupedExpansion(
      base: base.payoffExpansion(at: levels), groups: groups)
  }

  /// The base game's: more is asked than of the members alone.
  package func isDefined(over box: Box) -> Bool { base.isDefined(over: box) }

  /// The sum of the members' enclosures.
  package func payoffEnclosure(of group: Int, over box: Box) -> Interval {
    groups[group].reduce(.zero) {
      $0 + base.payoffEnclosure(of: $1, over: box)
    }
  }

  /// The sums of the members' enclosures.
  package func payoffEnclosures(over box: Box) -> [Interval] {
    let own = base.payoffEnclosures(over: box)
    return groups.map { $0.reduce(.zero) { $0 + own[$1] } }
  }

  /// The base game's, each member weighing as much as its group.
  package func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval],
    hessian: inout [Interval]
  ) -> Interval {
    base.weightedEnclosure(
      expanded(weights), over: box, gradient: &gradient, hessian: &hessian)
  }

  /// The base game's, each member weighing as much as its group.
  package func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval]
  ) -> Interval {
    base.weightedEnclosure(expanded(weights), over: box, gradient: &gradient)
  }

  /// The base game's, each member weighing as much as its group.
  package func weightedUpperBound(
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

  /// The weights of the base game's players that make one group's payoff.
  func membership(of group: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: base.playerCount)
    for member in groups[group] { weights[member] += 1 }
    return weights
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
  /// The group that owns each variable: the first with its player, if any.
  fileprivate func owners(in space: StrategySpace) -> [Int] {
    var owners = [Int](repeating: 0, count: space.dimension)
    for (group, members) in enumerated().reversed() {
      for member in members {
        for v in space.variables(of: member) { owners[v] = group }
      }
    }
    return owners
  }

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
