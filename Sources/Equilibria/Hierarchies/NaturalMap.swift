import Games
import LinearAlgebra

/// The map of ``BranchProof`` over a box of levels and a box of parameters.
struct NaturalMap {
  /// Where a variable is, over the whole box.
  private enum Place {
    case lower, upper, free, doubtful
  }

  private let dimension: Int
  private let parameters: Box
  private let bounds: LevelBounds
  private let levels: Box
  private let places: [Place]
  private let jacobian: IntervalMatrix
  private let centre: [Double]
  private let atCentre: [Interval]
  private let marginals: [Interval]
  /// The size of each variable's own slope at the centre.
  private let scales: [Double]
  /// The variables that are free, and the preconditioner of their block.
  private let free: [Int]
  private let inverse: Matrix?

  /// Evaluates the graph over the boxes; nil if the block of the free
  /// variables is singular or a number is not finite.
  init?(
    _ family: GameFamily, over levels: Box, _ parameters: Box,
    _ bounds: LevelBounds
  ) {
    let point = levels + parameters
    let enclosure = Self.enclosure(family.graph, over: point)
    (jacobian, centre) = (enclosure.jacobian, enclosure.centre)
    (atCentre, marginals) = (enclosure.atCentre, enclosure.gradient)
    self.parameters = parameters
    (self.levels, self.bounds) = (levels, bounds)
    dimension = levels.count
    let isBounded = levels.indices.allSatisfy {
      enclosure.gradient[$0].isBounded
    }
    guard isBounded else { return nil }
    places = levels.indices.map { v in
      Self.place(levels[v], bounds, v, enclosure.gradient[v])
    }
    scales = levels.indices.map { v in
      let slope = -enclosure.jacobian[v, v].midpoint
      return slope > 0 && slope.isFinite ? slope : 1
    }
    free = levels.indices.filter { [places] in places[$0] == .free }
    guard !free.isEmpty else {
      inverse = nil
      return
    }
    let block = jacobian.submatrix(free).midpoint
    guard let factors = try? LUFactorization(block),
      case let inverse = factors.inverse,
      inverse.elements.allSatisfy(\.isFinite)
    else { return nil }
    self.inverse = inverse
  }

  private static func enclosure(
    _ graph: any Game, over box: Box
  ) -> Krawczyk.Enclosure {
    func open<G: Game>(_ graph: G) -> Krawczyk.Enclosure {
      Krawczyk.Enclosure(graph, over: box, centre: box.midpoint)
    }
    return open(graph)
  }

  private static func place(
    _ level: Interval, _ bounds: LevelBounds, _ v: Int, _ marginal: Interval
  ) -> Place {
    if bounds.isHeld(v) { return .lower }
    let isAbove = level.lower > bounds.lower[v].upper
    let isBelow = level.upper < bounds.upper[v].lower
    if isAbove && isBelow { return .free }
    if !isAbove && isBelow && marginal.isNegative { return .lower }
    if isAbove && !isBelow && marginal.isPositive { return .upper }
    return .doubtful
  }

  /// Whether a free variable's component vanishes nowhere, so that no
  /// equilibrium lies in the box.
  var excludesEquilibria: Bool {
    free.contains { !marginals[$0].contains(0 as Double) }
  }

  /// The image of the box of levels.
  var image: Box {
    var image = levels
    for v in levels.indices {
      switch places[v] {
      case .free: break
      case .lower: image[v] = bounds.lower[v]
      case .upper: image[v] = bounds.upper[v]
      case .doubtful:
        let scale = Interval(scales[v])
        let own = (1 + jacobian[v, v] / scale) * reach(v)
        let moved =
          Interval(centre[v]) + own + others(of: v, except: [v]) / scale
        image[v] = bounds.projected(moved, v)
      }
    }
    let krawczyk = freeImage
    for (k, v) in free.enumerated() { image[v] = krawczyk[k] }
    return image
  }

  /// `x_v − c_v`, a level or a parameter.
  private func reach(_ v: Int) -> Interval {
    let whole = v < dimension ? levels[v] : parameters[v - dimension]
    return whole - Interval(centre[v])
  }

  /// `F_v(c) + Σ_w J_vw (x_w − c_w)` over all variables and parameters but
  /// some.
  private func others(of v: Int, except left: [Int]) -> Interval {
    centre.indices.reduce(atCentre[v]) { sum, w in
      left.contains(w) ? sum : sum + jacobian[v, w] * reach(w)
    }
  }

  /// Krawczyk's operator for the free variables.
  private var freeImage: [Interval] {
    guard let inverse else { return [] }
    let right = free.map { others(of: $0, except: free) }
    let product = jacobian.submatrix(free).multiplied(byLeft: inverse)
    return free.indices.map { i in
      free.indices.reduce(Interval(centre[free[i]])) { sum, j in
        let rest = (i == j ? 1 : 0) - product[i, j]
        return sum - Interval(inverse[i, j]) * right[j]
          + rest * reach(free[j])
      }
    }
  }
}

extension NaturalMap {
  /// Encloses how equilibria of the box move with the parameters, by one linear
  /// system for all places that doubtful variables may be in; nil if it is not
  /// proven regular.
  ///
  /// With θ in [0, 1] the weight of a doubtful variable's own condition, 1 for
  /// free variables, differences of equilibria satisfy
  ///
  ///     (1 − θ_v) Δx_v − θ_v / d_v Σ_w J_vw Δx_w
  ///         = θ_v / d_v Σ_p J_vp Δy_p + (1 − θ_v) Δb_v.
  var slopes: [[Interval]]? {
    let moving = (0..<dimension).filter {
      places[$0] == .free || places[$0] == .doubtful
    }
    var result = (0..<dimension).map { v in
      let slopes =
        places[v] == .upper ? bounds.upperSlopes[v] : bounds.lowerSlopes[v]
      return slopes.map { Interval($0) }
    }
    guard !moving.isEmpty else { return result }
    var matrix = IntervalMatrix(order: moving.count)
    for (i, v) in moving.enumerated() {
      for (j, w) in moving.enumerated() {
        let own: Interval = i == j ? 1 - weight(of: v) : .zero
        matrix[i, j] = own - share(of: v) * jacobian[v, w]
      }
    }
    guard let system = PreconditionedSystem(matrix) else { return nil }
    for p in parameters.indices {
      let right = moving.map { rightHandSide($0, p, result, moving) }
      guard let solution = system.solution(right) else { return nil }
      for (i, v) in moving.enumerated() { result[v][p] = solution[i] }
    }
    return result
  }

  /// The weight θ of a variable's own condition.
  private func weight(of v: Int) -> Interval {
    places[v] == .free ? 1 : Interval(lower: 0, upper: 1)
  }

  private func share(of v: Int) -> Interval {
    weight(of: v) / Interval(scales[v])
  }

  /// The right-hand side of a variable for a parameter, with what moves with
  /// variables at a bound.
  private func rightHandSide(
    _ v: Int, _ p: Int, _ known: [[Interval]], _ moving: [Int]
  ) -> Interval {
    var sum = jacobian[v, dimension + p]
    for w in 0..<dimension where !moving.contains(w) {
      sum += jacobian[v, w] * known[w][p]
    }
    guard places[v] == .doubtful else { return share(of: v) * sum }
    let bound = Interval(bounds.lowerSlopes[v][p])
      .hull(Interval(bounds.upperSlopes[v][p]))
    return share(of: v) * sum + (1 - weight(of: v)) * bound
  }
}
