import Games
import LinearAlgebra

/// How far a small change by one player travels through the responses of all.
///
/// At an equilibrium with free players A, best responses move by
/// `B_ij = −F_ij/F_ii` for i in A and j ≠ i; those at a bound do not move. A
/// change of player j's own response by 1 moves levels by column j of
/// `M = (I − B)⁻¹`.
///
/// Reference: Ballester, Calvó-Armengol and Zenou, Econometrica 74, 2006;
/// Acemoglu et al., Econometrica 80, 2012.
package struct ResponseMultipliers: Sendable {
  /// Whether each player is strictly between its bounds.
  package let isFree: [Bool]
  /// The slopes B of best responses.
  package let slopes: Matrix
  /// The inverse M of `I − B`.
  package let matrix: Matrix
  /// The largest sum of absolute values in a row of `(I − B) M − I`.
  package let residual: Double
  /// The spectral radius of B: below 1 best responses settle.
  package let loopGain: Double
  /// The change that is amplified most.
  package let largest: Amplification

  /// The multipliers at an equilibrium; nil where responses jump or `I − B` is
  /// singular.
  ///
  /// - Complexity: O(n³).
  package init?(_ process: AdjustmentProcess, at levels: [Double]) {
    guard let slopes = process.responseSlopes(at: levels) else { return nil }
    let n = levels.count
    let space = process.game.strategies
    isFree = levels.indices.map {
      space.lowerBounds[$0] < levels[$0] && levels[$0] < space.upperBounds[$0]
    }
    var system = Matrix.identity(order: n)
    for k in system.elements.indices {
      system.elements[k] -= slopes.elements[k]
    }
    guard let factors = try? LUFactorization(system),
      let values = try? GeneralEigendecomposition.eigenvalues(of: slopes)
    else { return nil }
    let matrix = factors.inverse
    var error = system * matrix
    for i in 0..<n { error[i, i] -= 1 }
    guard
      let squares = try? SymmetricEigendecomposition(
        matrix.transposed() * matrix),
      let top = squares.eigenvalues.indices.max(by: {
        squares.eigenvalues[$0] < squares.eigenvalues[$1]
      })
    else { return nil }
    self.slopes = slopes
    self.matrix = matrix
    residual = error.infinityNorm
    loopGain = values.reduce(0) {
      max(
        $0, ($1.real * $1.real + $1.imaginary * $1.imaginary).squareRoot())
    }
    let amplification = max(0, squares.eigenvalues[top]).squareRoot()
    var direction = (0..<n).map { squares.eigenvectors[$0, top] }
    if direction.reduce(0, +) < 0 { direction = direction.map { -$0 } }
    largest = Amplification(
      factor: amplification, direction: direction,
      response: (matrix * direction).map { $0 / amplification },
      isConverged: true)
  }

  /// The sum of all final changes that each player's change makes.
  package var multipliers: [Double] {
    weighted(by: Array(repeating: 1, count: isFree.count))
  }

  /// Each player's own final change.
  package var own: [Double] { isFree.indices.map { matrix[$0, $0] } }

  /// `Σ_i w_i M_ij` for each player j.
  package func weighted(by weights: [Double]) -> [Double] {
    isFree.indices.map { j in
      isFree.indices.reduce(0) { $0 + weights[$1] * matrix[$1, j] }
    }
  }
}

extension AdjustmentProcess {
  /// `B_ij = −F_ij/F_ii` for players strictly between their bounds; nil where
  /// a best response jumps.
  package func responseSlopes(at levels: Profile<Double>) -> Matrix? {
    let exact = AdjustmentProcess(
      game, Adjustment(rule: .bestResponse, rate: 1), noise: noise)
    return exact.derivative(at: levels)
  }
}
