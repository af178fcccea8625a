import Games
import LinearAlgebra

/// A point of a curve of equilibria at which variables reach or leave a bound.
struct Corner {
  /// The profile and the parameter.
  var point: [Double]
  /// The variables that are at a bound and whose component vanishes.
  var variables: [Int]
  /// The face on which all of them are at their bounds.
  var face: Face

  /// Bounds and components this close to zero, relative to their units, count
  /// as zero.
  static let tolerance = 1e-9

  /// The corner at a point at which a system was evaluated; it has no
  /// variables where the point is no corner.
  ///
  /// Variables at a bound without being at it exactly are put there.
  init(_ system: CurveSystem, at point: [Double]) {
    let n = system.dimension
    let bounds = system.bounds(at: point[n])
    var sides = Face(of: point[..<n], in: bounds).sides
    var variables: [Int] = []
    for v in 0..<n where bounds.lowerBounds[v] < bounds.upperBounds[v] {
      let near = Self.tolerance * system.scale[v]
      let isLow = point[v] - bounds.lowerBounds[v] <= near
      let isHigh = bounds.upperBounds[v] - point[v] <= near
      guard isLow || isHigh else { continue }
      let slope = abs(system.gradient[v])
      if slope <= Self.tolerance * system.unit(of: v) {
        sides[v] = isLow ? .lower : .upper
        variables.append(v)
      }
    }
    self.variables = variables
    self.point = point
    face = Face(sides)
    system.snap(&self.point, to: face)
  }
}

extension CurveSystem {
  /// A way to go from a point: a face and a direction along its curve.
  struct Way {
    var face: Face
    var direction: [Double]
  }

  /// The ways that lead from a point, at which the system was evaluated, along
  /// curves of equilibria.
  ///
  /// Each choice of corner variables that leave their bounds gives a face with
  /// two directions; one is admissible if the chosen variables move inward and
  /// the components of the others turn outward. At a point that is no corner
  /// both directions are.
  ///
  /// - Complexity: O(2^c n³) for c corner variables; none are found beyond a
  ///   dozen.
  func ways(from corner: Corner) -> [Way] {
    guard corner.variables.count <= Self.mostCornerVariables else { return [] }
    var ways: [Way] = []
    for choice in 0..<(1 << corner.variables.count) {
      var face = corner.face
      for (k, v) in corner.variables.enumerated() where choice >> k & 1 == 1 {
        face = face.moving(v, to: .free)
      }
      guard let tangent = anyTangent(on: face) else { continue }
      for direction in [tangent, tangent.map { -$0 }]
      where isAdmissible(direction, on: face, from: corner) {
        ways.append(Way(face: face, direction: direction))
      }
    }
    return ways
  }

  /// Corners of more variables are not resolved.
  private static var mostCornerVariables: Int { 12 }

  /// The tangent of the curve on a face: along the parameter if it can be, else
  /// along the first variable that moves.
  private func anyTangent(on face: Face) -> [Double]? {
    for column in [dimension] + face.free {
      var ahead = [Double](repeating: 0, count: dimension + 1)
      ahead[column] = 1
      if let tangent = tangent(on: face, ahead: ahead) { return tangent }
    }
    return nil
  }

  private func isAdmissible(
    _ direction: [Double], on face: Face, from corner: Corner
  ) -> Bool {
    corner.variables.allSatisfy { v in
      let sign = corner.face.sides[v] == .lower ? 1.0 : -1.0
      if face.sides[v] == .free {
        let speed = boundSlope(of: v, on: corner.face)
        let inward =
          direction[v] - speed * direction[dimension] * scale[dimension]
          / scale[v]
        return sign * inward > Corner.tolerance
      }
      let rate = (face.free + [dimension]).reduce(0) {
        $0 + slope(of: v, in: $1, on: face) * direction[$1]
      }
      return sign * rate < -Corner.tolerance * unit(of: v)
    }
  }
}

/// Proves a corner of one variable: `F_S = 0` and `F_v = 0` in `x_S` and the
/// parameter, the variable v being at its bound.
struct CornerProof {
  let family: GameFamily
  /// The face on which the variable is at its bound.
  let face: Face
  let variable: Int

  /// Radii in which a proof is tried, relative to the scale of each variable.
  private static let radii = [1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7]

  /// The enclosure of the profile and the parameter in which the corner is
  /// proven to exist, or nil.
  func enclosure(around point: [Double], scale: [Double]) -> Box? {
    let columns = face.free + [family.dimension]
    let centre = columns.map { point[$0] }
    for radius in Self.radii {
      let box = columns.map { v in
        let reach = max(radius * scale[v], 4 * point[v].ulp)
        return Interval(lower: point[v] - reach, upper: point[v] + reach)
      }
      let enclosure = Krawczyk.Enclosure(
        jacobian: evaluate(box).jacobian, centre: centre,
        atCentre: evaluate(centre.map { Interval($0) }).residual)
      guard
        let image = Krawczyk.apply(
          enclosure, over: box, variables: Array(columns.indices))?.intervals,
        zip(image, box).allSatisfy({ $0.isInterior(to: $1) })
      else { continue }
      let whole = complete(image)
      return CurveProof(family: family, face: face)
        .holds(over: whole, except: variable) ? whole : nil
    }
    return nil
  }

  private func complete(_ unknowns: Box) -> Box {
    let k = face.free.count
    return CurveProof.point(
      family, face, Array(unknowns[..<k]), parameter: unknowns[k])
  }

  /// The components of the free variables and of the corner variable, with
  /// their derivatives in the free variables and the parameter.
  private func evaluate(
    _ unknowns: Box
  ) -> (residual: [Interval], jacobian: IntervalMatrix) {
    let box = complete(unknowns)
    var gradient = [Interval](repeating: .zero, count: box.count)
    var whole = IntervalMatrix(order: box.count)
    family.graph.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &whole.elements)
    let rows = face.free + [variable]
    let columns = face.free + [family.dimension]
    var jacobian = IntervalMatrix(order: rows.count)
    for (i, row) in rows.enumerated() {
      for (j, column) in columns.enumerated() {
        jacobian[i, j] = whole[row, column]
      }
      guard family.hasMovingBounds else { continue }
      for v in face.sides.indices where face.sides[v] != .free {
        let slope =
          face.sides[v] == .lower
          ? family.lowerBoundSlope(of: v) : family.upperBoundSlope(of: v)
        jacobian[i, rows.count - 1] += whole[row, v] * Interval(slope)
      }
    }
    return (rows.map { gradient[$0] }, jacobian)
  }
}
