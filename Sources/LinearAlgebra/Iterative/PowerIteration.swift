/// The power method for the spectral radius of a nonnegative matrix, with the
/// bounds of Collatz and Wielandt.
///
/// For an irreducible matrix A ≥ 0 and any vector x > 0
///
///     min (A x)ᵢ / xᵢ  ≤  ρ(A)  ≤  max (A x)ᵢ / xᵢ.
///
/// The vector is iterated with A + ρ I / 4, which has the same eigenvectors
/// and converges even where A is periodic. A reducible matrix is split into
/// its irreducible components; its radius is the largest of theirs. See Horn
/// and Johnson, Matrix Analysis, 2nd edition, sections 8.1 and 8.4.
package struct PowerIteration: Sendable {
  /// The width of the enclosure to reach, relative to its upper end.
  package var tolerance: Double
  /// The largest number of products with the matrix.
  package var maximumIterations: Int

  /// A method with the given parameters.
  ///
  /// - Precondition: the tolerance is not negative, the limit is positive.
  package init(tolerance: Double = 1e-10, maximumIterations: Int = 1000) {
    precondition(tolerance >= 0, "a tolerance is not negative")
    precondition(maximumIterations > 0, "a bound takes one iteration")
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }

  /// Encloses the spectral radius of a sparse matrix.
  ///
  /// The bounds are widened by the rounding errors of the product; they hold
  /// unless numbers underflow.
  ///
  /// - Precondition: the matrix is square and has no negative element.
  /// - Complexity: O(rows + nonzeroCount) an iteration.
  package func spectralRadius(of matrix: SparseMatrix) -> SpectralRadius {
    precondition(
      !matrix.values.contains { $0 < 0 }, "the elements must not be negative")
    let parts = StronglyConnectedComponents(of: matrix)
    let inner = matrix.filter { i, j, _ in
      parts.component[i] == parts.component[j]
    }
    let longestRow = (0..<matrix.rows).map { matrix[row: $0].count }.max() ?? 0
    return spectralRadius(components: parts, terms: longestRow) {
      inner.multiply($0, into: &$1, concurrently: true)
    }
  }

  /// Encloses the spectral radius of a structured matrix.
  ///
  /// The bounds are widened as those of a sparse matrix.
  ///
  /// - Precondition: the matrix is square and its elements are not negative.
  /// - Complexity: O(the numbers stored) an iteration.
  package func spectralRadius(of matrix: StructuredMatrix) -> SpectralRadius {
    switch matrix {
    case .sparse(let matrix): spectralRadius(of: matrix)
    case .scaled(let matrix): spectralRadius(of: matrix.sparse)
    case .blockUniform(let matrix): spectralRadius(of: matrix)
    }
  }

  private func spectralRadius(of matrix: BlockUniformMatrix) -> SpectralRadius {
    precondition(
      matrix.hasNoNegativeFactor, "the elements must not be negative")
    let (parts, inner) = matrix.irreducibleParts
    return spectralRadius(components: parts, terms: matrix.groupCount + 4) {
      inner.multiply($0, into: &$1)
    }
  }

  /// Iterates until the largest bounds over the components are close.
  private func spectralRadius(
    components: StronglyConnectedComponents, terms: Int,
    applying multiply: LinearOperator
  ) -> SpectralRadius {
    var iterate = PerronIterate(components: components)
    var image = iterate.vector
    // One rounding a term and a sum, and some for the quotient.
    let slack = Double(terms + 4) * Double.ulpOfOne
    var iteration = 1
    while true {
      multiply(iterate.vector, &image)
      iterate.measure(image)
      let (lower, upper) = iterate.bounds(slack: slack)
      let isClose = upper - lower <= tolerance * upper
      guard upper.isFinite && !isClose && iteration < maximumIterations else {
        return SpectralRadius(
          lower: lower, upper: upper, vector: iterate.dominantVector,
          iterations: iteration,
          termination: !upper.isFinite
            ? .notFinite : isClose ? .converged : .iterationLimit)
      }
      iterate.advance(image)
      iteration += 1
    }
  }
}
