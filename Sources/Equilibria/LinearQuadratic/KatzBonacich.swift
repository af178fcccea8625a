import Games
import LinearAlgebra

/// Katz–Bonacich centrality: the discounted number of walks that start at each
/// player of a network,
///
///     b = (I − a G)⁻¹ w = Σ_k aᵏ Gᵏ w,
///
/// each walk counted with the weight w of the player in whom it ends. It is the
/// equilibrium of a `LinearQuadraticGame` with benefits w, interaction a and
/// no active bound.
///
/// Reference: Bonacich, Power and centrality, American Journal of Sociology 92,
/// 1987; Ballester, Calvó-Armengol and Zenou, Econometrica 74, 2006.
package struct KatzBonacich: Sendable {
  /// The network G, walks going from rows to columns.
  package let network: StructuredMatrix
  /// The discount a of a walk by one step.
  package let discount: Double
  /// The weight w of each player.
  package let weights: [Double]

  /// The centrality of a network.
  ///
  /// - Parameters:
  ///   - network: The network, with a diagonal of zeros.
  ///   - discount: The discount of a walk by one step.
  ///   - weights: The weight of each player; 1 if nil.
  /// - Precondition: The network is square and the weights fit.
  package init(
    _ network: StructuredMatrix, discount: Double, weights: [Double]? = nil
  ) {
    precondition(network.rows == network.columns, "a network is square")
    let weights = weights ?? Array(repeating: 1, count: network.rows)
    precondition(weights.count == network.rows, "a weight for each player")
    self.network = network
    self.discount = discount
    self.weights = weights
  }

  /// The centrality of each player, by factorisation.
  ///
  /// - Returns: One number a player.
  /// - Throws: `singular` if `I − a G` is.
  /// - Complexity: O(n³).
  package func centrality() throws(LinearAlgebraError) -> [Double] {
    try game.interiorProfile()
  }

  /// The centrality of each player, by GMRES.
  ///
  /// - Parameter method: The method and its limits.
  /// - Returns: One number a player, with the residual.
  /// - Complexity: O(players + links) a step.
  package func centrality(using method: GMRES) -> IterativeSolution {
    game.interiorProfile(using: method)
  }

  /// By how much the sum of all centralities falls if a player leaves the
  /// network, for each player:
  ///
  ///     c_i = (Σ_k m_ki) b_i / m_ii,    M = (I − a G)⁻¹.
  ///
  /// It is an identity: nothing is solved again. In a symmetric network with
  /// weights 1 it is the intercentrality `b_i² / m_ii`.
  ///
  /// - Returns: One number a player.
  /// - Throws: `singular` if `I − a G` is.
  /// - Complexity: O(n³).
  package func intercentrality() throws(LinearAlgebraError) -> [Double] {
    let inverse = try LUFactorization(game.transposedSystem).inverse
    // The transposed inverse: row i of it is column i of M.
    let count = weights.count
    var sums = [Double](repeating: 0, count: count)
    inverse.multiply(Array(repeating: 1, count: count), into: &sums)
    var centrality = sums
    inverse.multiplyTransposed(weights, into: &centrality)
    return (0..<count).map { sums[$0] * centrality[$0] / inverse[$0, $0] }
  }

  /// The players whose removal lowers the sum of all centralities most; several
  /// if their intercentralities agree to a relative 1e-9.
  ///
  /// - Returns: The players, in order.
  /// - Throws: `singular` if `I − a G` is.
  /// - Complexity: O(n³).
  package func keyPlayers() throws(LinearAlgebraError) -> [Int] {
    let falls = try intercentrality()
    guard let most = falls.max() else { return [] }
    return falls.indices.filter {
      falls[$0] >= most - Self.tie * Swift.abs(most)
    }
  }

  /// Encloses the spectral radius ρ of a network without negative links. The
  /// series converges, and centralities are positive, for `a < 1 / ρ`.
  ///
  /// - Parameter method: The method and its limits.
  /// - Returns: The enclosure and the Perron vector.
  /// - Precondition: No link is negative.
  package func spectralRadius(
    using method: PowerIteration = PowerIteration()
  ) -> SpectralRadius {
    method.spectralRadius(of: network)
  }

  /// A discount below which the series is proven to converge: the reciprocal of
  /// an upper bound on the spectral radius; infinite if there are no cycles.
  ///
  /// - Precondition: No link is negative.
  package var discountBound: Double { 1 / spectralRadius().upper }

  /// The relative difference of intercentralities that counts as none.
  private static let tie = 1e-9

  /// The game whose interior profile is the centrality.
  private var game: LinearQuadraticGame {
    LinearQuadraticGame(
      benefits: weights, interaction: discount, network: network,
      levels: 0...0)
  }
}
