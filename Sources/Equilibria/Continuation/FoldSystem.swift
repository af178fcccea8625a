import Games
import LinearAlgebra

/// The equations of a fold: a point of a curve of equilibria at which the
/// parameter turns.
///
/// With S the free variables of a face, the unknowns are `x_S`, the parameter
/// t and a null vector w, and
///
///     F_S(x, t) = 0,    J_SS(x, t) w = 0,    c · w = 1
///
/// for a fixed c. The system is regular exactly at simple quadratic folds, so
/// that Newton's method converges to them quadratically and Krawczyk's
/// operator proves them.
///
/// Reference: Moore and Spence, SIAM Journal on Numerical Analysis 17, 1980.
struct FoldSystem {
  let family: GameFamily
  let face: Face
  /// The vector c, one number for each free variable.
  let normal: [Double]

  /// The number of free variables.
  private var freeCount: Int { face.free.count }
  /// The number of unknowns.
  var order: Int { 2 * freeCount + 1 }

  /// The left-hand sides and their derivatives, row by row.
  struct Values<S: Scalar> {
    var residual: [S]
    var jacobian: [S]
  }

  /// A profile, the parameter and a null vector as unknowns.
  func unknowns(point: [Double], null: [Double]) -> [Double] {
    face.free.map { point[$0] } + [point[family.dimension]] + null
  }

  /// The point of some unknowns, with the variables at bounds in place.
  func point<S: Scalar>(
    of unknowns: [S], bounds: (_ parameter: S) -> [S]
  ) -> [S] {
    var point = bounds(unknowns[freeCount]) + [unknowns[freeCount]]
    for (k, v) in face.free.enumerated() { point[v] = unknowns[k] }
    return point
  }

  /// Evaluates the equations.
  ///
  /// Row v needs `F_v` with its derivatives, those along w, and their
  /// derivatives in turn: a jet around jets.
  func values<S: Scalar>(at point: [S], null: [S]) -> Values<S> {
    let count = freeCount
    var values = Values<S>(
      residual: Array(repeating: .zero, count: order),
      jacobian: Array(repeating: .zero, count: order * order))
    for row in 0..<count {
      for start in stride(from: 0, through: count, by: 8) {
        let block = start..<min(start + 8, count + 1)
        let slope = slope(of: face.free[row], at: point, null, block)
        values.residual[row] = slope.value.value
        values.residual[count + row] = slope.slopes[0].value
        for (lane, column) in block.enumerated() {
          let first = slope.value.slopes[lane]
          values.jacobian[row * order + column] = first
          values.jacobian[(count + row) * order + column] =
            slope.slopes[0].slopes[lane]
          if column < count {
            values.jacobian[(count + row) * order + count + 1 + column] = first
          }
        }
      }
    }
    var length = S.zero
    for j in 0..<count {
      length += S(normal[j]) * null[j]
      values.jacobian[2 * count * order + count + 1 + j] = S(normal[j])
    }
    values.residual[2 * count] = length - 1
    return values
  }

  private typealias Inner<S: Scalar> = Jet<S, 8>
  private typealias Middle<S: Scalar> = Jet<Jet<S, 8>, 1>

  /// A component of the pseudo-gradient: in the lanes along a block of
  /// unknowns, in the outer slope along w.
  private func slope<S: Scalar>(
    of variable: Int, at point: [S], _ null: [S], _ block: Range<Int>
  ) -> Middle<S> {
    var inner = point.map { Inner(constant: $0) }
    for (lane, column) in block.enumerated() {
      if column < freeCount {
        inner[face.free[column]].slopes[lane] = 1
        continue
      }
      inner[family.dimension].slopes[lane] = 1
      guard family.hasMovingBounds else { continue }
      for v in face.sides.indices where face.sides[v] != .free {
        let slope =
          face.sides[v] == .lower
          ? family.lowerBoundSlope(of: v) : family.upperBoundSlope(of: v)
        inner[v].slopes[lane] = S(slope)
      }
    }
    var middle = inner.map { Middle(constant: $0) }
    for (k, v) in face.free.enumerated() {
      middle[v].slopes[0] = Inner(constant: null[k])
    }
    return family.graph.marginal(of: variable, at: middle)
  }
}
