import LinearAlgebra

/// How far what each node provides reaches along chains of links.
///
///     x = (I − a Aᵀ)⁻¹ 1,   a = attenuation / spectral radius of A
///
/// x_j counts the chains of links that start at j, each weighted by the
/// product of its links' weights and one factor a a link. Without cycles the
/// radius is 0; then a is 0 and every node has 1. See Katz, Psychometrika 18
/// (1953) 39-43.
public struct KatzCentrality: Sendable {
  /// The factor a as a share of the largest for which the sum exists.
  public var attenuation: Double
  /// The relative residual at which the linear system counts as solved.
  public var tolerance: Double

  /// A method with the given parameters.
  ///
  /// - Precondition: the attenuation lies in 0..<1, the tolerance is positive.
  public init(attenuation: Double = 0.5, tolerance: Double = 1e-15) {
    precondition(attenuation >= 0 && attenuation < 1, "it lies in 0..<1")
    precondition(tolerance > 0, "the tolerance is positive")
    self.attenuation = attenuation
    self.tolerance = tolerance
  }

  /// The most terms of the series that are added.
  private static let mostTerms = 10_000

  /// The centrality of each node, as the series Σₖ (a Aᵀ)ᵏ 1.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - radius: the spectral radius of its matrix.
  /// - Returns: a number of at least 1 for each node.
  /// - Complexity: O(nodes + links) a term; the terms fall like
  ///   `attenuation`ᵏ in the end.
  public func callAsFunction(
    _ network: DirectedNetwork, spectralRadius radius: Double
  ) -> [Double] {
    var term = Array(repeating: 1.0, count: network.nodeCount)
    var sum = term
    guard radius > 0 else { return sum }
    let factor = attenuation / radius
    var product = term
    for _ in 0..<Self.mostTerms {
      network.outgoing.multiply(term, into: &product, concurrently: true)
      var isSmall = true
      for i in sum.indices {
        term[i] = factor * product[i]
        sum[i] += term[i]
        isSmall = isSmall && term[i] <= tolerance * sum[i]
      }
      if isSmall { break }
    }
    return sum
  }
}

extension DirectedNetwork {
  /// The width of the enclosure of the spectral radius that is asked for.
  private static let radiusTolerance = 1e-14
  /// The products with the matrix that are spent on it.
  private static let radiusEffort = 20_000

  /// The spectral radius of the matrix of weights, enclosed.
  ///
  /// - Complexity: O(nodes + links) a product with the matrix; the number of
  ///   products grows as its second eigenvalue nears the first.
  public var spectralRadius: SpectralRadius {
    PowerIteration(
      tolerance: Self.radiusTolerance,
      maximumIterations: max(
        1000, min(Self.radiusEffort, 1_000_000_000 / max(1, linkCount)))
    ).spectralRadius(of: incoming)
  }
}
