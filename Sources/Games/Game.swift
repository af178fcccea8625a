import LinearAlgebra
@_exported import Scalars

/// Players who each choose a strategy from a box and earn a smooth payoff.
///
/// Two members are enough; payoffs are maximised:
///
/// ```swift
/// struct Partners: Game {
///   let strategies = StrategySpace(players: 2, levels: 0...1)
///   func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
///     let own = levels[player], other = levels[1 - player]
///     return 2 * S.log(onePlus: own + other) - own * own / 2
///   }
/// }
/// ```
///
/// Every other member follows from `payoff` by automatic differentiation and
/// interval arithmetic. They are requirements so that a game may state
/// something faster, and so that the compiler specialises the defaults where
/// the game is declared: solvers call them through one dynamic call each.
///
/// A game may have players who own no variable: their payoffs are then further
/// objectives, as in a multi-objective problem.
public protocol Game: Sendable {
  /// The players, their variables and bounds.
  var strategies: StrategySpace { get }

  /// The payoff of a player at a profile, in money.
  ///
  /// - Parameters:
  ///   - player: The player, from 0.
  ///   - levels: One scalar for each variable of ``strategies``.
  /// - Returns: The payoff, in the game's unit.
  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S

  /// What an outsider pays per unit of each variable; deducted from welfare.
  /// Empty if nobody pays anything.
  var subsidies: [Double] { get }

  /// What an outsider pays whatever is played; deducted from welfare.
  var fixedCharge: Double { get }

  /// The payoff of every player.
  func payoffs(at levels: Profile<Double>) -> [Double]

  /// One component of the pseudo-gradient in any scalar, `F_v = ∂u_i/∂x_v` for
  /// the variable v and its owner i.
  ///
  /// By default the payoff is differentiated. A game whose pseudo-gradient is
  /// another one states the same one here.
  func marginal<S: Scalar>(of variable: Int, at levels: Profile<S>) -> S

  /// Writes the pseudo-gradient: `F_v = ∂u_i/∂x_v` for each variable v and its
  /// owner i.
  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double])

  /// Writes the pseudo-gradient and its Jacobian, element (v, w) being
  /// `∂F_v/∂x_w`.
  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix)

  /// The gradient of every payoff: element (i, v) is `∂u_i/∂x_v`.
  func payoffGradients(at levels: Profile<Double>) -> Matrix

  /// Writes the gradient of the weighted sum of payoffs, `Σ_i w_i ∇u_i`.
  func weightedGradient(
    _ weights: [Double], at levels: Profile<Double>,
    into gradient: inout [Double])

  /// Writes the Hessian of the weighted sum of payoffs, `Σ_i w_i ∇²u_i`.
  func weightedHessian(
    _ weights: [Double], at levels: Profile<Double>, into hessian: inout Matrix)

  /// Writes the directional derivative of every payoff, `∇u_i · d`.
  ///
  /// - Parameters:
  ///   - levels: A profile.
  ///   - direction: The direction d, one number for each variable.
  ///   - slopes: Receives one number for each player.
  func payoffSlopes(
    at levels: Profile<Double>, along direction: [Double],
    into slopes: inout [Double])

  /// Writes the product of the Hessian of the weighted sum of payoffs with a
  /// direction, `Σ_i w_i ∇²u_i d`, without forming a matrix.
  func weightedHessianProduct(
    _ weights: [Double], at levels: Profile<Double>,
    along direction: [Double], into product: inout [Double])

  /// The payoffs around a profile, for many products at the same profile.
  func payoffExpansion(at levels: Profile<Double>) -> any PayoffExpansion

  /// What is known of the payoff of a player as a function on a box: whether it
  /// is defined and continuous there. No proof about a box holds without it.
  func decoration(of player: Int, over box: Box) -> Decoration

  /// Whether every payoff is proven to be defined and continuous on a box.
  func isDefined(over box: Box) -> Bool

  /// Whether the pseudo-gradient is proven to be continuous on a box, and to be
  /// continuously differentiable there in some variables as far as their own
  /// components go. Stability is decided by a Jacobian only then.
  func isSmooth(over box: Box, in variables: [Int]) -> Bool

  /// Encloses the payoff of a player over a box.
  func payoffEnclosure(of player: Int, over box: Box) -> Interval

  /// Encloses the payoff of every player over a box.
  func payoffEnclosures(over box: Box) -> [Interval]

  /// Encloses value, gradient and Hessian of a player's payoff in the player's
  /// own variables over a box.
  func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure

  /// Writes an enclosure of the pseudo-gradient over a box.
  func pseudoGradientEnclosure(over box: Box, into gradient: inout [Interval])

  /// Writes enclosures of the pseudo-gradient and of its Jacobian over a box;
  /// element (v, w) of the Jacobian lies at `v * dimension + w`.
  func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval],
    jacobian: inout [Interval])

  /// Writes what contraction needs of each variable over a box; sharper than
  /// ``pseudoGradientEnclosure(over:into:)``, since each variable is held at
  /// the ends of its own interval.
  func marginalBounds(over box: Box, into bounds: inout [MarginalBounds])

  /// Writes the same of the variables of one player; of others it may or may
  /// not.
  func marginalBounds(
    of player: Int, over box: Box, into bounds: inout [MarginalBounds])

  /// Shrinks a box by the first-order conditions read backwards: what the
  /// others must do for each player to stay within its own interval.
  ///
  /// No equilibrium of the box is lost. A game that knows nothing of the kind
  /// leaves the box as it is.
  ///
  /// - Parameter box: A part of the strategy space.
  /// - Returns: False if it is proven that no equilibrium lies in the box.
  func propagateConditions(in box: inout Box) -> Bool

  /// Points of one variable between which the equilibria of a box lie, as far as
  /// the game can tell cheaply, in rising order: a search cuts there first. They
  /// decide how long it takes, not what it proves. Nil if none are known.
  func separatingCut(of box: Box) -> (variable: Int, points: [Double])?

  /// Groups of players of whom any two can be exchanged, levels with payoffs,
  /// without a change of the game; empty if none are known.
  var interchangeablePlayers: [[Int]] { get }

  /// Whether it is proven over a box that a player's marginal payoff has a
  /// smaller slope in the own level than in another player's,
  /// `∂F_i/∂x_i < ∂F_i/∂x_j`.
  ///
  /// - Precondition: Both own one variable.
  func fallsFasterInOwnLevel(
    of player: Int, than other: Int, over box: Box
  ) -> Bool

  /// Linear inequalities that every equilibrium satisfies that lies in a box
  /// and where sums have their least values; empty if none are known.
  func linearConditions(
    over box: Box, where sums: [LinearSum]
  ) -> [LinearCondition]

  /// The sums whose least values sharpen the conditions over a box, with the
  /// least values that follow from the box and from those that are known; empty
  /// if there are none.
  func linearSums(over box: Box, where sums: [LinearSum]) -> [LinearSum]

  /// Writes enclosures of the gradient and Hessian of the weighted sum of
  /// payoffs over a box and returns one of the sum; element (v, w) of the
  /// Hessian lies at `v * dimension + w`.
  func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval],
    hessian: inout [Interval]
  ) -> Interval

  /// Writes an enclosure of the gradient of the weighted sum of payoffs over a
  /// box and returns one of the sum; no matrix is formed.
  func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval]
  ) -> Interval

  /// Encloses the weighted sum of payoffs over a box.
  func weightedEnclosure(_ weights: [Double], over box: Box) -> Interval

  /// An upper bound on `Σ_i w_i u_i(x) − c·x` over a box, from tangents at a
  /// profile; infinite if none is known.
  ///
  /// - Parameters:
  ///   - weights: The weights w of the payoffs.
  ///   - charges: The charges c on each variable; empty for none.
  ///   - levels: Where the tangents touch, best a maximum.
  ///   - box: A part of the strategy space.
  ///   - slack: How far above the value at `levels` the bound need not be any
  ///     sharper.
  /// - Returns: No profile of the box has a higher value.
  func weightedUpperBound(
    _ weights: [Double], charges: [Double], about levels: Profile<Double>,
    over box: Box, slack: Double
  ) -> Double

  /// The regret of each player: what the best deviation of its own would gain.
  ///
  /// Player i's regret at `x` is `max_y u_i(y, x_−i) − u_i(x)` over *all* of
  /// its strategies, not over local changes. Each interval is proven to
  /// contain the exact value.
  ///
  /// - Parameters:
  ///   - levels: A profile.
  ///   - search: Tolerance and effort of the search for deviations.
  /// - Precondition: `levels` lies in the strategy space.
  /// - Returns: An enclosure of each player's largest gain.
  func regrets(
    at levels: Profile<Double>, search: DeviationSearch
  ) -> [Interval]

  /// The game between groups of players, each of which decides for its
  /// members; see `GroupedGame`.
  ///
  /// - Parameter groups: The members of each group, a partition of the players.
  /// - Returns: A game with the same variables.
  func grouped(_ groups: [[Int]]) -> any Game
}

extension Game {
  /// The number of players.
  @inlinable public var playerCount: Int { strategies.playerCount }

  /// The derivative of the owner's payoff.
  @inlinable
  public func marginal<S: Scalar>(
    of variable: Int, at levels: Profile<S>
  ) -> S {
    var jets = levels.map { Jet<S, 1>(constant: $0) }
    jets[variable].slopes[0] = 1
    return payoff(of: strategies.owner(of: variable), at: jets).slopes[0]
  }

  /// Leaves the box as it is.
  @inlinable
  public func propagateConditions(in box: inout Box) -> Bool { true }

  /// Knows none.
  @inlinable
  public func separatingCut(
    of box: Box
  ) -> (variable: Int, points: [Double])? { nil }

  /// Knows none.
  @inlinable public var interchangeablePlayers: [[Int]] { [] }

  /// Compares two elements of the Jacobian.
  public func fallsFasterInOwnLevel(
    of player: Int, than other: Int, over box: Box
  ) -> Bool {
    let own = strategies.variables(of: player).startIndex
    let cross = strategies.variables(of: other).startIndex
    var gradient = box
    var jacobian = [Interval](repeating: .zero, count: box.count * box.count)
    pseudoGradientEnclosure(over: box, into: &gradient, jacobian: &jacobian)
    let row = own * box.count
    return (jacobian[row + own] - jacobian[row + cross]).isNegative
  }

  /// Knows none.
  @inlinable
  public func linearConditions(
    over box: Box, where sums: [LinearSum]
  ) -> [LinearCondition] { [] }

  /// No sums.
  public func linearSums(over box: Box, where sums: [LinearSum]) -> [LinearSum]
  {
    []
  }

  /// Knows none.
  @inlinable
  public func weightedUpperBound(
    _ weights: [Double], charges: [Double], about levels: Profile<Double>,
    over box: Box, slack: Double
  ) -> Double { .infinity }

  /// Sums the payoffs of members.
  public func grouped(_ groups: [[Int]]) -> any Game {
    GroupedGame(self, groups)
  }

  /// Nobody pays anything.
  public var subsidies: [Double] { [] }

  /// Nobody pays anything.
  public var fixedCharge: Double { 0 }

  /// Encloses one payoff after the other.
  public func payoffEnclosures(over box: Box) -> [Interval] {
    (0..<playerCount).map { payoffEnclosure(of: $0, over: box) }
  }

  /// Asks the game anew for every product.
  public func payoffExpansion(
    at levels: Profile<Double>
  ) -> any PayoffExpansion {
    DirectPayoffExpansion(self, at: levels)
  }

  /// The pseudo-gradient `F_v = ∂u_i/∂x_v`, one number for each variable.
  public func pseudoGradient(at levels: Profile<Double>) -> [Double] {
    var gradient = [Double](repeating: 0, count: strategies.dimension)
    pseudoGradient(at: levels, into: &gradient)
    return gradient
  }

  /// The Jacobian of the pseudo-gradient.
  public func jacobian(at levels: Profile<Double>) -> Matrix {
    var gradient = [Double](repeating: 0, count: strategies.dimension)
    var jacobian = Matrix(rows: gradient.count, columns: gradient.count)
    pseudoGradient(at: levels, into: &gradient, jacobian: &jacobian)
    return jacobian
  }

  /// The sum of all payoffs less what an outsider pays.
  public func welfare(at levels: Profile<Double>) -> Double {
    welfare(of: payoffs(at: levels), at: levels)
  }

  /// The sum of payoffs less what an outsider pays at a profile.
  ///
  /// - Parameters:
  ///   - payoffs: The payoff of each player at the profile.
  ///   - levels: The profile.
  /// - Returns: The sum, in the game's unit.
  public func welfare(
    of payoffs: [Double], at levels: Profile<Double>
  ) -> Double {
    var total = payoffs.reduce(0, +)
    for (subsidy, level) in zip(subsidies, levels) { total -= subsidy * level }
    return total - fixedCharge
  }
}

/// Enclosures of a payoff and of its derivatives in the own variables.
public struct OwnEnclosure: Sendable {
  /// The payoff.
  public var value: Interval
  /// The gradient in the player's own variables.
  public var gradient: [Interval]
  /// The Hessian in the own variables, row by row.
  public var hessian: [Interval]

  /// Enclosures of value, gradient and Hessian.
  @inlinable
  public init(value: Interval, gradient: [Interval], hessian: [Interval]) {
    self.value = value
    self.gradient = gradient
    self.hessian = hessian
  }
}
