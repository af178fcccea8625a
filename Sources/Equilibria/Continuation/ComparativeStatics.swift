import Games

/// How an equilibrium changes with the parameter of a family.
public struct EquilibriumDerivative: Sendable, Equatable {
  /// The derivative of each variable.
  public var levels: [Double]
  /// The derivative of each player's payoff.
  public var payoffs: [Double]
  /// The derivative of welfare.
  public var welfare: Double
}

extension GameFamily {
  /// The derivative of an equilibrium in the parameter, by the implicit
  /// function theorem.
  ///
  /// With S the variables strictly inside their bounds,
  ///
  ///     J_SS dx_S/dt = −∂F_S/∂t,
  ///
  /// and variables at a bound move with it. Payoffs follow by the chain rule;
  /// welfare is the sum of all payoffs of the ``graph``, that of the
  /// parameter's owner included.
  ///
  /// - Parameters:
  ///   - levels: An equilibrium of the game at the parameter, exactly at a
  ///     bound where it is at one.
  ///   - parameter: The value of the parameter.
  /// - Returns: The derivative; nil where there is none: at a fold, or at a
  ///   corner, where a variable at a bound has a vanishing component of the
  ///   pseudo-gradient and the two one-sided derivatives may differ.
  /// - Complexity: O(n³).
  package func derivative(
    of levels: [Double], at parameter: Double
  ) -> EquilibriumDerivative? {
    let n = dimension
    let point = levels + [parameter]
    var system = CurveSystem(self)
    system.evaluate(at: point)
    let corner = Corner(system, at: point)
    let face = corner.face
    var ahead = [Double](repeating: 0, count: n + 1)
    ahead[n] = 1
    guard corner.variables.isEmpty,
      let tangent = system.tangent(on: face, ahead: ahead)
    else { return nil }
    let speed = tangent[n] * system.scale[n]
    let slopes = (0..<n).map { v in
      face.sides[v] == .free
        ? tangent[v] * system.scale[v] / speed
        : system.boundSlope(of: v, on: face)
    }
    let gradients = graph.payoffGradients(at: point)
    let payoffs = (0..<graph.playerCount).map { player in
      (0..<n).reduce(gradients[player, n]) {
        $0 + gradients[player, $1] * slopes[$1]
      }
    }
    return EquilibriumDerivative(
      levels: slopes, payoffs: payoffs.dropLast(),
      welfare: payoffs.reduce(0, +))
  }
}
