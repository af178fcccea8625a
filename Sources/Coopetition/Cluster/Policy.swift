/// What a planner sets: payments for sharing and the price of knowledge.
public struct Policy: Sendable, Equatable {
  /// The payment σ per unit of sharing level (`policy.subsidy`).
  public var subsidy: Subsidy
  /// The price p ≥ 0 of one unit of knowledge flow (`policy.price`).
  public var price: Double

  /// A policy with the defaults of a scenario file: none.
  ///
  /// - Parameters:
  ///   - subsidy: the payment σ per unit of sharing level
  ///   - price: the price p ≥ 0 of one unit of knowledge flow
  public init(subsidy: Subsidy = .uniform(0), price: Double = 0) {
    self.subsidy = subsidy
    self.price = price
  }
}
