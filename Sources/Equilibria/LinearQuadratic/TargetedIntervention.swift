import LinearAlgebra

/// The best use of a budget to change the benefits of the players of a
/// symmetric network.
///
/// Players play `x = (I − β G)⁻¹ b`, and welfare is `w ‖x‖²`. A planner moves b
/// away from its status quo b̂, `‖b − b̂‖² ≤ C`. In the eigenvectors of G, with
/// `α_ℓ = (1 − β λ_ℓ)⁻²`, the optimum is
///
///     y_ℓ = w α_ℓ / (μ − w α_ℓ) b̂_ℓ,
///
/// where μ is the root of `‖y‖² = C` beyond every `w α_ℓ`. If b̂ is orthogonal
/// to the eigenspace of the largest `w α_ℓ` there may be no such root: what is
/// left of the budget is then spent along that eigenspace, in either direction.
///
/// Reference: Galeotti, Golub and Goyal, Targeting interventions in networks,
/// Econometrica 88, 2020, theorem 1; Moré and Sorensen, SIAM Journal on
/// Scientific and Statistical Computing 4, 1983, for the exceptional case.
package struct TargetedIntervention: Sendable {
  /// The best intervention for a budget.
  package struct Optimum: Sendable, Equatable {
    /// The change of each player's benefit.
    package var change: [Double]
    /// The benefit of each player after it.
    package var benefits: [Double]
    /// What the players then play.
    package var levels: [Double]
    /// The welfare `w ‖x‖²`.
    package var welfare: Double
    /// The shadow price μ of the budget.
    package var shadowPrice: Double
    /// Whether no other intervention is as good. In the exceptional case the
    /// opposite direction along the leading eigenspace is.
    package var isUnique: Bool
  }

  /// The eigenvalues λ of the network, ascending.
  package let eigenvalues: [Double]
  /// The eigenvectors, column by column.
  package let eigenvectors: Matrix
  /// The strength β of the interaction.
  package let interaction: Double
  /// The weight w of the sum of squared levels in welfare: ½ in investment
  /// games, −1 in games of local public goods.
  package let welfareWeight: Double

  /// Prepares interventions in a network.
  ///
  /// - Parameters:
  ///   - network: The network, symmetric; the lower triangle is read.
  ///   - interaction: The strength of the interaction.
  ///   - welfareWeight: The weight of the sum of squared levels in welfare.
  /// - Throws: What the eigendecomposition throws.
  /// - Precondition: The spectral radius of `β G` is below 1, and the weight is
  ///   not zero.
  /// - Complexity: O(n³).
  package init(
    _ network: Matrix, interaction: Double, welfareWeight: Double = 0.5
  ) throws(LinearAlgebraError) {
    precondition(welfareWeight != 0, "the weight of welfare is not zero")
    let decomposition = try SymmetricEigendecomposition(network)
    eigenvalues = decomposition.eigenvalues
    eigenvectors = decomposition.eigenvectors
    self.interaction = interaction
    self.welfareWeight = welfareWeight
    precondition(
      eigenvalues.allSatisfy { abs(interaction * $0) < 1 },
      "the spectral radius of the interaction is below 1")
  }

  /// The best intervention for a budget.
  ///
  /// - Parameters:
  ///   - statusQuo: The benefit b̂ of each player before it.
  ///   - budget: The budget C for the sum of squared changes.
  /// - Returns: The intervention and what it brings.
  /// - Precondition: The status quo fits, and the budget is not negative.
  /// - Complexity: O(n²).
  package func optimum(
    from statusQuo: [Double], budget: Double
  ) -> Optimum {
    precondition(statusQuo.count == eigenvalues.count, "a benefit each")
    precondition(budget >= 0, "a budget is not negative")
    var coordinates = statusQuo
    eigenvectors.multiplyTransposed(statusQuo, into: &coordinates)
    let gains = eigenvalues.map { eigenvalue in
      let response = 1 / (1 - interaction * eigenvalue)
      return welfareWeight * response * response
    }
    let spending = BudgetedSpending(
      gains: gains, coordinates: coordinates, budget: budget)
    return optimum(statusQuo, spending)
  }

  private func optimum(
    _ statusQuo: [Double], _ spending: BudgetedSpending
  ) -> Optimum {
    let change = eigenvectors * spending.change
    let shifted = zip(spending.coordinates, spending.change).map(+)
    let responses = zip(eigenvalues, shifted).map { eigenvalue, benefit in
      benefit / (1 - interaction * eigenvalue)
    }
    let levels = eigenvectors * responses
    return Optimum(
      change: change, benefits: zip(statusQuo, change).map(+), levels: levels,
      welfare: welfareWeight * Vector.dot(levels, levels),
      shadowPrice: spending.multiplier, isUnique: spending.isUnique)
  }
}
