import Games
import LinearAlgebra

/// Decides the stability of a linear system `ẋ = J x` for every J in an
/// enclosure.
///
/// J is stable if its negative diagonal dominates its rows, with columns scaled
/// by some positive numbers. If nobody is moved against what others do, `J_ij ≥ 0`
/// for i ≠ j, it is not if some of the variables grow together: `(J d)_v > 0`
/// wherever `d_v > 0`, for a `d ≥ 0`. Otherwise Lyapunov's theorem decides: for a
/// symmetric P with `−(P J + Jᵀ P)` positive definite, J is stable if P
/// is positive definite, and has an eigenvalue with positive real part if P
/// takes a negative value anywhere. P comes from approximate eigenvectors V:
/// with `W = V⁻¹` and D the signs of the real parts, `P = −Re(Wᴴ D W)`; its
/// definiteness and the inequality are then checked in interval arithmetic.
///
/// Reference: Berman and Plemmons, Nonnegative Matrices in the Mathematical
/// Sciences, 1994, chapters 2 and 6; Ostrowski and Schneider, Journal of
/// Mathematical Analysis and Applications 4, 1962 (the main inertia theorem).
enum StabilityProof {
  /// The stability of every matrix in the enclosure.
  static func stability(of jacobian: IntervalMatrix) -> Stability {
    let n = jacobian.order
    guard n > 0 else { return .stable }
    if jacobian.negated.isDominant { return .stable }
    guard let spectrum = try? GeneralEigendecomposition(jacobian.midpoint)
    else { return .undecided }
    if growsTogether(jacobian, spectrum) { return .unstable }
    guard let inverse = ComplexInverse(spectrum) else { return .undecided }
    let signs = spectrum.eigenvalues.map { $0.real < 0 ? 1.0 : -1.0 }
    let form = inverse.hermitianForm(signs)
    guard decreases(form, along: jacobian) else { return .undecided }
    let isPositive = IntervalMatrix(
      order: n, elements: form.map { Interval($0) }
    )
    .isPositiveDefinite
    if isPositive { return .stable }
    return takesNegative(form, spectrum, signs) ? .unstable : .undecided
  }

  /// The stability of whatever equilibrium of a game lies in a box, with the
  /// same variables at bounds as a profile in it.
  ///
  /// Undecided unless it is the same all over the box: what is near a multiple
  /// root is never called stable.
  static func stability(
    of game: some Game, at levels: [Double], over box: Box
  ) -> Stability {
    let space = game.strategies
    let around = zip(box, game.neighbourhood(of: levels)).map { $0.hull($1) }
    let free = levels.indices.filter {
      space.lowerBounds[$0] < levels[$0] && levels[$0] < space.upperBounds[$0]
    }
    guard game.isSmooth(over: around, in: free) else {
      return game.drivesAway(from: levels) ? .unstable : .undecided
    }
    var gradient = [Interval](repeating: .zero, count: box.count)
    var jacobian = IntervalMatrix(order: box.count)
    game.pseudoGradientEnclosure(
      over: around, into: &gradient, jacobian: &jacobian.elements)
    let block = stability(of: jacobian.submatrix(free))
    if block == .unstable { return .unstable }
    let isStrict = levels.indices.allSatisfy { v in
      space.interval(of: v).isPoint || free.contains(v)
        || (levels[v] == space.lowerBounds[v]
          ? gradient[v].isNegative : gradient[v].isPositive)
    }
    return isStrict ? block : .undecided
  }

  /// The share of the largest element up to which an eigenvector's count as
  /// zero.
  private static let negligible = 1e-9

  /// Whether no matrix has a negative element beside the diagonal, and the
  /// variables of the fastest mode grow together.
  private static func growsTogether(
    _ jacobian: IntervalMatrix, _ spectrum: GeneralEigendecomposition
  ) -> Bool {
    let n = jacobian.order
    let isCooperative = (0..<n).allSatisfy { i in
      (0..<n).allSatisfy { i == $0 || jacobian[i, $0].isNonnegative }
    }
    guard isCooperative, let mode = spectrum.leadingMode else { return false }
    let least = negligible * (mode.max() ?? 0)
    let growing = mode.indices.filter { mode[$0] > least }
    return !growing.isEmpty
      && growing.allSatisfy { i in
        let rise = growing.reduce(Interval.zero) {
          $0 + jacobian[i, $1] * Interval(mode[$1])
        }
        return rise.isPositive
      }
  }

  /// Whether `−(P J + Jᵀ P)` is positive definite.
  private static func decreases(
    _ form: [Double], along jacobian: IntervalMatrix
  ) -> Bool {
    let n = jacobian.order
    var rate = IntervalMatrix(order: n)
    for i in 0..<n {
      for j in 0..<n {
        for k in 0..<n {
          rate[i, j] -=
            Interval(form[i * n + k]) * jacobian[k, j]
            + jacobian[k, i] * Interval(form[k * n + j])
        }
      }
    }
    return rate.isPositiveDefinite
  }

  /// Whether the form is negative at the real part of an eigenvector that
  /// grows.
  private static func takesNegative(
    _ form: [Double], _ spectrum: GeneralEigendecomposition, _ signs: [Double]
  ) -> Bool {
    let n = signs.count
    return signs.indices.contains { k in
      guard signs[k] < 0 else { return false }
      var value = Interval.zero
      for i in 0..<n {
        for j in 0..<n {
          value +=
            Interval(form[i * n + j]) * Interval(spectrum.realParts[i, k])
            * Interval(spectrum.realParts[j, k])
        }
      }
      return value.isNegative
    }
  }
}

/// The inverse of a matrix of eigenvectors, through the real matrix of twice
/// the order `(A, −B; B, A)`.
private struct ComplexInverse {
  private let order: Int
  private let inverse: Matrix

  init?(_ spectrum: GeneralEigendecomposition) {
    order = spectrum.eigenvalues.count
    var doubled = Matrix(rows: 2 * order, columns: 2 * order)
    for i in 0..<order {
      for j in 0..<order {
        let real = spectrum.realParts[i, j]
        let imaginary = spectrum.imaginaryParts[i, j]
        doubled[i, j] = real
        doubled[order + i, order + j] = real
        doubled[i, order + j] = -imaginary
        doubled[order + i, j] = imaginary
      }
    }
    guard let factors = try? LUFactorization(doubled) else { return nil }
    inverse = factors.inverse
    guard inverse.elements.allSatisfy(\.isFinite) else { return nil }
  }

  /// `Re(Wᴴ diag(signs) W)`, symmetric, row by row.
  func hermitianForm(_ signs: [Double]) -> [Double] {
    var form = [Double](repeating: 0, count: order * order)
    for i in 0..<order {
      for j in 0...i {
        var sum = 0.0
        for k in 0..<order {
          let product =
            inverse[k, i] * inverse[k, j]
            + inverse[order + k, i] * inverse[order + k, j]
          sum += signs[k] * product
        }
        form[i * order + j] = sum
        form[j * order + i] = sum
      }
    }
    return form
  }
}
