import Games

/// Proves that every solution of the equations of a face is an equilibrium.
struct CurveProof {
  let family: GameFamily
  let face: Face

  /// A box of free variables and of the parameter, completed by the bounds
  /// that the other variables are at.
  static func point(
    _ family: GameFamily, _ face: Face, _ free: [Interval],
    parameter: Interval
  ) -> Box {
    let low = family.game(at: parameter.lower).strategies
    let high =
      family.hasMovingBounds
      ? family.game(at: parameter.upper).strategies : low
    var point = face.sides.indices.map { v in
      let isUpper = face.sides[v] == .upper
      let (a, b) =
        isUpper
        ? (low.upperBounds[v], high.upperBounds[v])
        : (low.lowerBounds[v], high.lowerBounds[v])
      return Interval(a).hull(Interval(b))
    }
    for (k, v) in face.free.enumerated() { point[v] = free[k] }
    return point + [parameter]
  }

  /// Whether free variables are strictly inside their bounds, variables at a
  /// bound have no wish to leave it and no deviation gains, for every profile
  /// and parameter of a box.
  ///
  /// - Parameters:
  ///   - box: The box.
  ///   - excepted: A variable at a bound whose component is known to vanish.
  /// - Returns: Whether it is proven.
  func holds(over box: Box, except excepted: Int? = nil) -> Bool {
    let dimension = family.dimension
    var gradient = [Interval](repeating: .zero, count: dimension + 1)
    family.graph.pseudoGradientEnclosure(over: box, into: &gradient)
    let low = family.game(at: box[dimension].lower).strategies
    let high = family.game(at: box[dimension].upper).strategies
    for v in 0..<dimension where v != excepted {
      switch face.sides[v] {
      case .free:
        guard max(low.lowerBounds[v], high.lowerBounds[v]) < box[v].lower,
          box[v].upper < min(low.upperBounds[v], high.upperBounds[v])
        else { return false }
      case _ where low.lowerBounds[v] == low.upperBounds[v]: break
      case .lower: guard gradient[v].isNegative else { return false }
      case .upper: guard gradient[v].isPositive else { return false }
      }
    }
    return nobodyGains(over: box)
  }

  private func nobodyGains(over box: Box) -> Bool {
    func open<G: Game>(_ graph: G) -> Bool {
      (0..<(graph.playerCount - 1)).allSatisfy {
        DeviationProof(graph, player: $0, around: box).excludesGains()
      }
    }
    return open(family.graph)
  }
}
