import LinearAlgebra

/// A game on a linear state with quadratic costs, without end.
///
///     x(t+1) = A x(t) + Σ_i B_i u_i(t)
///     cost of i = Σ_t β^t (xᵀ R_i x + u_iᵀ Q_i u_i)
///
/// Linear and constant terms are had by a state that is always 1.
public struct LinearQuadraticStateGame: Sendable {
  /// The transition A of the state.
  public var transition: Matrix
  /// How each player's controls move the state, `B_i`.
  public var controls: [Matrix]
  /// What the state costs each player, `R_i`, symmetric.
  public var stateCosts: [Matrix]
  /// What its own controls cost each player, `Q_i`, symmetric and positive
  /// definite.
  public var controlCosts: [Matrix]
  /// The value β of the next period, in (0, 1].
  public var discount: Double

  /// A game with its matrices.
  ///
  /// - Precondition: There is one of each for every player, and sizes agree.
  public init(
    transition: Matrix, controls: [Matrix], stateCosts: [Matrix],
    controlCosts: [Matrix], discount: Double
  ) {
    precondition(
      controls.count == stateCosts.count
        && controls.count == controlCosts.count,
      "every player has controls and costs")
    self.transition = transition
    self.controls = controls
    self.stateCosts = stateCosts
    self.controlCosts = controlCosts
    self.discount = discount
  }
}

/// The feedback (Markov perfect) equilibrium of a linear-quadratic game: each
/// player's control is linear in the state, `u_i = −F_i x`.
///
/// The gains and the values `xᵀ P_i x` satisfy coupled Riccati equations,
///
///     (Q_i + β B_iᵀ P_i B_i) F_i + β B_iᵀ P_i Σ_{j≠i} B_j F_j = β B_iᵀ P_i A
///     P_i = R_i + F_iᵀ Q_i F_i + β Gᵀ P_i G,     G = A − Σ_j B_j F_j,
///
/// which are iterated from `P_i = 0`: the limit is that of games with a last
/// period.
///
/// Reference: Başar and Olsder, Dynamic Noncooperative Game Theory, 1999,
/// section 6.2.
public struct FeedbackNash: Sendable {
  /// The largest change of a gain at which the iteration stops, relative to
  /// the largest gain.
  public var tolerance: Double
  /// The limit on iterations.
  public var iterationLimit: Int

  /// A solver with its limits.
  public init(tolerance: Double = 1e-13, iterationLimit: Int = 100_000) {
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
  }

  /// An equilibrium in linear strategies.
  public struct Solution: Sendable {
    /// The gain `F_i` of each player.
    public var gains: [Matrix]
    /// The value `P_i` of each player.
    public var values: [Matrix]
    /// The state's transition G when all play.
    public var closedLoop: Matrix
    /// The largest difference of the two sides of the equations for `P_i`.
    public var residual: Double
    /// How many iterations it took.
    public var iterations: Int
    /// Why the iteration stopped.
    public var termination: Termination
  }

  /// The equilibrium; nil if a step has no solution.
  ///
  /// - Complexity: O(players · states³ + controls³) an iteration.
  public func solve(_ game: LinearQuadraticStateGame) -> Solution? {
    let states = game.transition.rows
    var values = game.stateCosts.map { _ in
      Matrix(rows: states, columns: states)
    }
    var gains: [Matrix] = []
    for iteration in 1...max(1, iterationLimit) {
      guard let next = game.gains(values) else { return nil }
      let loop = game.closedLoop(next)
      values = game.values(values, gains: next, loop)
      let isDone = !gains.isEmpty && change(from: gains, to: next) <= tolerance
      gains = next
      guard isDone || iteration == iterationLimit else { continue }
      let again = game.values(values, gains: gains, loop)
      return Solution(
        gains: gains, values: values, closedLoop: loop,
        residual: zip(values, again).map { ($0 - $1).largestElement }.max()
          ?? 0,
        iterations: iteration,
        termination: isDone ? .converged : .iterationLimit)
    }
    return nil
  }

  /// The largest change of a gain, relative to the largest gain.
  func change(from old: [Matrix], to new: [Matrix]) -> Double {
    let size = new.map(\.largestElement).max() ?? 0
    let change = zip(old, new).map { ($0 - $1).largestElement }.max() ?? 0
    return size > 0 ? change / size : change
  }
}

extension LinearQuadraticStateGame {
  /// The gains of a stage whose values of the next state are known.
  fileprivate func gains(_ values: [Matrix]) -> [Matrix]? {
    let sizes = controls.map(\.columns)
    let starts = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let total = sizes.reduce(0, +)
    var left = Matrix(rows: total, columns: total)
    var right = Matrix(rows: total, columns: transition.columns)
    for i in controls.indices {
      let weighted = controls[i].transposed() * values[i]
      for j in controls.indices {
        var block = discount * (weighted * controls[j])
        if i == j { block = block + controlCosts[i] }
        left.set(block, row: starts[i], column: starts[j])
      }
      right.set(
        discount * (weighted * transition), row: starts[i], column: 0)
    }
    guard let solution = try? LUFactorization(left).solve(right) else {
      return nil
    }
    return controls.indices.map {
      solution.rows(starts[$0]..<starts[$0 + 1])
    }
  }

  fileprivate func closedLoop(_ gains: [Matrix]) -> Matrix {
    zip(controls, gains).reduce(transition) { $0 - $1.0 * $1.1 }
  }

  fileprivate func values(
    _ values: [Matrix], gains: [Matrix], _ loop: Matrix
  ) -> [Matrix] {
    values.indices.map { i in
      discount * (loop.transposed() * values[i] * loop) + stateCosts[i]
        + gains[i].transposed() * controlCosts[i] * gains[i]
    }
  }
}

extension Matrix {
  fileprivate mutating func set(_ block: Matrix, row: Int, column: Int) {
    for i in 0..<block.rows {
      for j in 0..<block.columns { self[row + i, column + j] = block[i, j] }
    }
  }

  fileprivate func rows(_ range: Range<Int>) -> Matrix {
    var result = Matrix(rows: range.count, columns: columns)
    for i in range {
      for j in 0..<columns { result[i - range.lowerBound, j] = self[i, j] }
    }
    return result
  }
}
