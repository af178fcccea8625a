import LinearAlgebra

/// What growth came from: traditional factors, efficiency, data.
///
/// Over each period `g = Δ ln Y` is split into contributions `ē_k Δ ln X_k` of
/// the factors, ē the mean share of the period's ends (Törnqvist 1936) or an
/// elasticity, and productivity, the rest (Solow 1957). Sums over the panel are
/// divided by its years.
public struct GrowthAccount: Sendable {
  /// Output's yearly growth.
  public var growth: Double
  /// The contribution of each factor, in their order.
  public var contributions: [(factor: ProductionFactor, value: Double)]
  /// What no factor explains.
  public var productivity: Double
  /// The contributions by mode, and what is uncertain about them.
  public var modes: GrowthModes
  /// Technology's share of the rise, `1 − (Y_T / index_T − Y_1) / (Y_T − Y_1)`
  /// (Solow 1957); nil without a rise or a fall.
  public var attribution: Double?
  /// Productivity, 1 in the first year.
  public var index: [Double]
  /// The estimate of the elasticities, if they are estimated.
  public var estimate: ElasticityEstimate?
  /// The periods.
  public var periods: [Period]

  /// What happened between two years of the panel.
  public struct Period: Sendable {
    /// The year in which it ends.
    public var year: Double
    /// How many years it has.
    public var years: Double
    /// Output's growth over the period, Δ ln Y.
    public var growth: Double
    /// The contribution of each factor, in their order.
    public var contributions: [Double]
    /// What no factor explains.
    public var productivity: Double
  }

  /// Where elasticities come from.
  public enum Elasticities: Sendable, Equatable {
    /// Shares in costs, columns of the panel.
    case shares
    /// A number for each factor.
    case given([ProductionFactor: Double])
    /// Least squares.
    case estimated(ElasticityEstimate.Model)
  }
}

extension GrowthAccount {
  /// The account of a panel with output, a factor and two years or more.
  ///
  /// - Throws: an error if shares or given elasticities are missing, or if
  ///   elasticities cannot be estimated.
  /// - Precondition: The panel has output, a factor and two years.
  /// - Complexity: O(years · factors²).
  init(_ panel: Panel, _ elasticities: Elasticities) throws(ScenarioError) {
    let factors = panel.factors
    precondition(
      panel["output"] != nil && !factors.isEmpty && panel.years.count > 1,
      "an account needs output, a factor and two years")
    let (weights, estimate) = try Self.weights(panel, elasticities)
    let output = panel.growth(of: "output")
    let inputs = factors.map { panel.growth(of: $0.rawValue) }
    let periods = output.indices.map { t in
      let parts = factors.indices.map { weights[$0][t] * inputs[$0][t] }
      return Period(
        year: panel.years[t + 1], years: panel.years[t + 1] - panel.years[t],
        growth: output[t], contributions: parts,
        productivity: parts.reduce(output[t], -))
    }
    let years = panel.span
    growth = output.reduce(0, +) / years
    contributions = factors.indices.map { k in
      (factors[k], periods.reduce(0) { $0 + $1.contributions[k] } / years)
    }
    productivity = periods.reduce(0) { $0 + $1.productivity } / years
    var total = 0.0
    index =
      [1]
      + periods.map { period in
        total += period.productivity
        return Double.exp(total)
      }
    attribution = Self.attribution(panel["output"] ?? [], index)
    let changes = inputs.map { $0.reduce(0, +) / years }
    modes =
      estimate.map {
        GrowthModes(factors, periods, years, estimate: $0, changes: changes)
      } ?? GrowthModes(factors, periods, years)
    self.estimate = estimate
    self.periods = periods
  }

  /// The weight of each factor in each period.
  private static func weights(
    _ panel: Panel, _ elasticities: Elasticities
  ) throws(ScenarioError) -> ([[Double]], ElasticityEstimate?) {
    let (factors, count) = (panel.factors, panel.years.count - 1)
    switch elasticities {
    case .shares:
      let shares = try panel.shares()
      return (
        factors.map { factor in
          let column = shares[factor] ?? []
          return zip(column, column.dropFirst()).map { ($0 + $1) / 2 }
        }, nil
      )
    case .given(let numbers):
      let missing = factors.first { numbers[$0] == nil }
      if let missing {
        throw ScenarioError(
          at: "diagnosis.accounting.elasticities.\(missing.rawValue)",
          "missing; every factor of \(panel.name) needs one")
      }
      return (
        factors.map { Array(repeating: numbers[$0] ?? 0, count: count) }, nil
      )
    case .estimated(let model):
      let estimate = try ElasticityEstimate(panel, model)
      return (
        estimate.elasticities.map {
          Array(repeating: $0.value, count: count)
        }, estimate
      )
    }
  }

  private static func attribution(
    _ output: [Double], _ index: [Double]
  ) -> Double? {
    guard let first = output.first, let last = output.last,
      let technology = index.last, last != first
    else { return nil }
    return 1 - (last / technology - first) / (last - first)
  }
}
