import Games
import LinearAlgebra

/// A fold of a curve of equilibria.
struct Fold {
  /// The profile and the parameter.
  var point: [Double]
  /// A vector along the curve, one number for each free variable.
  var null: [Double]
  /// The enclosure of the profile and the parameter in which the fold is
  /// proven to exist and to be the only one; nil if it is not proven.
  var enclosure: Box?
}

/// Finds a fold by Newton's method and proves it by Krawczyk's operator.
struct FoldSolver {
  let family: GameFamily
  let face: Face

  private static let iterationLimit = 20
  /// Newton's method has converged when its step, relative to the scale of
  /// each variable, is this short.
  private static let smallestStep = 1e-12
  /// Radii in which a proof is tried, relative to the scale of each variable.
  private static let radii = [1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7]

  /// The fold near a point with a direction along the curve, if any.
  func fold(
    near point: [Double], along direction: [Double], scale: [Double]
  ) -> Fold? {
    let free = face.free
    var null = free.map { direction[$0] * scale[$0] }
    let length = null.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return nil }
    null = null.map { $0 / length }
    let system = FoldSystem(family: family, face: face, normal: null)
    let scales =
      free.map { scale[$0] } + [scale[family.dimension]]
      + null.map {
        _ in 1
      }
    guard
      let unknowns = solve(
        system, from: system.unknowns(point: point, null: null), scales)
    else { return nil }
    let k = free.count
    return Fold(
      point: system.point(of: unknowns, bounds: bounds(at:)),
      null: Array(unknowns[(k + 1)...]),
      enclosure: enclosure(system, around: unknowns, scales))
  }

  private func solve(
    _ system: FoldSystem, from start: [Double], _ scales: [Double]
  ) -> [Double]? {
    var unknowns = start
    let order = system.order
    for _ in 0..<Self.iterationLimit {
      let values = system.values(
        at: system.point(of: unknowns, bounds: bounds(at:)),
        null: Array(unknowns[(face.free.count + 1)...]))
      var workspace = LUWorkspace(capacity: order)
      for i in 0..<order {
        workspace.rightHandSide[i] = -values.residual[i]
        for j in 0..<order {
          workspace[i, j] = values.jacobian[i * order + j] * scales[j]
        }
      }
      guard workspace.solve(order: order) else { return nil }
      var size = 0.0
      for j in 0..<order {
        let step = workspace.rightHandSide[j]
        size = max(size, abs(step))
        unknowns[j] += step * scales[j]
      }
      guard size.isFinite else { return nil }
      if size <= Self.smallestStep { return unknowns }
    }
    return nil
  }

  /// Each variable's bound on the face, at a value of the parameter.
  private func bounds(at parameter: Double) -> [Double] {
    let bounds = family.game(at: parameter).strategies
    return face.sides.indices.map {
      face.sides[$0] == .upper ? bounds.upperBounds[$0] : bounds.lowerBounds[$0]
    }
  }

  /// The proof: Krawczyk's operator maps a box of unknowns into its interior,
  /// and every point of it is an equilibrium if the equations hold.
  private func enclosure(
    _ system: FoldSystem, around centre: [Double], _ scales: [Double]
  ) -> Box? {
    for radius in Self.radii {
      let box = zip(centre, scales).map { value, scale in
        let reach = max(radius * scale, 4 * value.ulp)
        return Interval(lower: value - reach, upper: value + reach)
      }
      guard let image = image(of: box, system, centre: centre),
        zip(image, box).allSatisfy({ $0.isInterior(to: $1) })
      else { continue }
      let point = CurveProof.point(
        family, face, Array(image[..<face.free.count]),
        parameter: image[face.free.count])
      return CurveProof(family: family, face: face).holds(over: point)
        ? point : nil
    }
    return nil
  }

  /// Krawczyk's operator for the equations of a fold.
  private func image(
    of box: Box, _ system: FoldSystem, centre: [Double]
  ) -> Box? {
    let k = face.free.count
    func values(_ unknowns: Box) -> FoldSystem.Values<Interval> {
      system.values(
        at: CurveProof.point(
          family, face, Array(unknowns[..<k]), parameter: unknowns[k]),
        null: Array(unknowns[(k + 1)...]))
    }
    let enclosure = Krawczyk.Enclosure(
      jacobian: IntervalMatrix(
        order: system.order, elements: values(box).jacobian),
      centre: centre,
      atCentre: values(centre.map { Interval($0) }).residual)
    return Krawczyk.apply(
      enclosure, over: box, variables: Array(0..<system.order))?.intervals
  }
}

extension Krawczyk.Enclosure {
  /// The enclosures of any system of as many equations as unknowns.
  init(jacobian: IntervalMatrix, centre: [Double], atCentre: [Interval]) {
    self.jacobian = jacobian
    gradient = atCentre
    self.centre = centre
    self.atCentre = atCentre
  }
}
