import LinearAlgebra

/// Whether small deviations from an equilibrium die out under gradient play.
public enum Stability: String, Sendable {
  /// Every eigenvalue of the free part lies in the open left half plane and
  /// every player at a bound is there strictly.
  case stable
  /// An eigenvalue lies in the open right half plane, or the pseudo-gradient
  /// points away from a bound.
  case unstable
  /// Neither can be told: an eigenvalue or a pseudo-gradient at a bound is
  /// zero within rounding, or the pseudo-gradient has a kink or a jump there.
  case undecided
}

extension Game {
  /// The stability of an equilibrium under the gradient dynamics `ẋ = F(x)`.
  ///
  /// A variable is free if it lies strictly between its bounds. Stable means
  /// that the free block of the Jacobian of F has all eigenvalues in the open
  /// left half plane and that `F < 0` at every lower bound and `F > 0` at
  /// every upper bound; variables whose bounds coincide do not count.
  ///
  /// Where the pseudo-gradient is not proven to be smooth around the profile,
  /// the Jacobian says nothing: the profile is unstable if play leads away from
  /// it (``drivesAway(from:)``), and undecided otherwise.
  ///
  /// - Parameters:
  ///   - levels: An equilibrium, exactly at a bound where it is at one.
  ///   - tolerance: Real parts and pseudo-gradients up to this, relative to
  ///     the largest element of the Jacobian, count as zero.
  /// - Complexity: O(k³) for k free variables.
  /// - Returns: What is decided of the profile.
  public func stability(
    at levels: Profile<Double>, tolerance: Double = 1e-11
  ) -> Stability {
    var slopes = [Double](repeating: 0, count: levels.count)
    var jacobian = Matrix(rows: levels.count, columns: levels.count)
    pseudoGradient(at: levels, into: &slopes, jacobian: &jacobian)
    let inner = levels.indices.filter {
      strategies.lowerBounds[$0] < levels[$0]
        && levels[$0] < strategies.upperBounds[$0]
    }
    let near = neighbourhood(of: levels)
    guard isSmooth(over: near, in: inner) else {
      return drivesAway(from: levels) ? .unstable : .undecided
    }
    let zero = tolerance * jacobian.elements.reduce(0) { max($0, abs($1)) }
    var free: [Int] = []
    var result = Stability.stable
    for v in levels.indices {
      let (lower, upper) = (
        strategies.lowerBounds[v], strategies.upperBounds[v]
      )
      guard lower < upper else { continue }
      guard lower < levels[v] && levels[v] < upper else {
        let outward = levels[v] == lower ? -slopes[v] : slopes[v]
        if outward < -zero { return .unstable }
        if outward <= zero { result = .undecided }
        continue
      }
      free.append(v)
    }
    guard let abscissa = spectralAbscissa(jacobian.submatrix(free)) else {
      return .undecided
    }
    if abscissa > zero { return .unstable }
    return abscissa < -zero ? result : .undecided
  }

  /// Whether an equilibrium is stable; false also where that is undecided.
  public func isStable(at levels: Profile<Double>) -> Bool {
    stability(at: levels) == .stable
  }
}

/// The largest real part of an eigenvalue: −∞ for an empty matrix, nil if the
/// eigenvalues were not found.
private func spectralAbscissa(_ matrix: Matrix) -> Double? {
  let eigenvalues = try? GeneralEigendecomposition.eigenvalues(of: matrix)
  return eigenvalues?.reduce(-.infinity) { max($0, $1.real) }
}
