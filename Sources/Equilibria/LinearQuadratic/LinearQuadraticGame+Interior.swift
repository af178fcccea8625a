import Games
import LinearAlgebra

// Where no bound is active the equilibrium is the solution of a linear system,
//
//     (I − δ G) x = b.

extension LinearQuadraticGame {
  /// The profile at which every marginal payoff vanishes, by factorisation. It
  /// is the equilibrium where it lies within the bounds.
  ///
  /// - Returns: One level a player, within the bounds or not.
  /// - Throws: `singular` if `I − δ G` is.
  /// - Complexity: O(n³) for n players.
  public func interiorProfile() throws(LinearAlgebraError) -> [Double] {
    try LUFactorization(transposedSystem).solveTransposed(interiorBenefits)
  }

  /// The same profile by conjugate gradients, for a symmetric network with
  /// `δ ρ(G) < 1`.
  ///
  /// - Parameter method: The method and its limits.
  /// - Returns: The profile with its residual.
  /// - Complexity: O(players + links) a step.
  package func interiorProfile(
    using method: ConjugateGradient
  ) -> IterativeSolution {
    method.solve(interiorBenefits) { multiply($0, into: &$1) }
  }

  /// The same profile by GMRES, for any network.
  ///
  /// - Parameter method: The method and its limits.
  /// - Returns: The profile with its residual.
  /// - Complexity: O(players + links) a step.
  public func interiorProfile(using method: GMRES) -> IterativeSolution {
    method.solve(interiorBenefits) { multiply($0, into: &$1) }
  }

  /// The benefits, with what an own externality adds to them.
  var interiorBenefits: [Double] {
    guard externalities != nil else { return benefits }
    return benefits.indices.map {
      benefits[$0] + aggregates[1].ownWeight(of: $0)
    }
  }

  /// Computes `(I − δ G) x`.
  private func multiply(_ x: [Double], into image: inout [Double]) {
    network.multiply(x, into: &image, concurrently: true)
    for i in x.indices { image[i] = x[i] - interaction * image[i] }
  }

  /// The matrix `(I − δ G)ᵀ`: its columns, which lie together in memory, are
  /// filled from the rows of the network.
  var transposedSystem: Matrix {
    let count = benefits.count
    var system = Matrix.identity(order: count)
    system.elements.withUnsafeMutableBufferPointer { elements in
      for i in 0..<count {
        let column = i * count
        network.forEachElement(inRow: i) { j, weight in
          elements[column + j] -= interaction * weight
        }
      }
    }
    return system
  }
}
