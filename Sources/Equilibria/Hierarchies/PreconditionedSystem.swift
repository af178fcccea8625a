import LinearAlgebra
import Scalars

/// Systems of linear equations with the same interval matrix, preconditioned
/// by the inverse of its midpoint.
///
/// With `C ≈ mid(A)⁻¹` and `‖I − C A‖ < 1` every matrix of A is regular, and
/// the solutions of `A x = b` satisfy `x ∈ C b + (I − C A) x`.
///
/// Reference: Neumaier, Interval Methods for Systems of Equations, 1990,
/// chapter 4.
struct PreconditionedSystem {
  private let inverse: Matrix
  /// `I − C A`.
  private let rest: IntervalMatrix
  /// A bound on its row sums, below 1.
  private let norm: Double

  /// How often an enclosure of a solution is improved.
  private static let improvements = 4

  /// A system; nil if its matrix is not proven regular.
  init?(_ matrix: IntervalMatrix) {
    guard let factors = try? LUFactorization(matrix.midpoint),
      case let inverse = factors.inverse,
      inverse.elements.allSatisfy(\.isFinite)
    else { return nil }
    var rest = matrix.multiplied(byLeft: inverse)
    var norm = 0.0
    for i in 0..<rest.order {
      var sum = Interval.zero
      for j in 0..<rest.order {
        rest[i, j] = (i == j ? 1 : 0) - rest[i, j]
        sum += Interval(rest[i, j].magnitude)
      }
      norm = max(norm, sum.upper)
    }
    guard norm < 1 else { return nil }
    (self.inverse, self.rest, self.norm) = (inverse, rest, norm)
  }

  /// Encloses the solution for a right-hand side; nil if it is not finite.
  func solution(_ right: [Interval]) -> [Interval]? {
    let order = rest.order
    let start = (0..<order).map { i in
      (0..<order).reduce(Interval.zero) {
        $0 + Interval(inverse[i, $1]) * right[$1]
      }
    }
    let size = start.reduce(0) { max($0, $1.magnitude) }
    let reach = (Interval(size) / (1 - Interval(norm))).upper
    guard reach.isFinite else { return nil }
    var solution = start.map { _ in Interval(lower: -reach, upper: reach) }
    for _ in 0..<Self.improvements {
      for i in 0..<order {
        let sum = (0..<order).reduce(start[i]) {
          $0 + rest[i, $1] * solution[$1]
        }
        solution[i] = solution[i].intersection(sum) ?? solution[i]
      }
    }
    return solution
  }
}
