/// What a planner sets: payments for sharing, prices of knowledge, and how what
/// firms gain together is divided.
public struct Policy: Sendable, Hashable {
  /// The payment σ per unit of sharing level (`policy.subsidy`).
  public var subsidy: Rates
  /// The payment per unit of the level for each class of partners, instead of
  /// one for all; nil for none (`policy.subsidy` with `model.sharing`).
  public var disclosureSubsidy: DisclosureRates?
  /// The price p ≥ 0 of one unit of knowledge flow, by provider
  /// (`policy.price`).
  public var price: Rates
  /// The share λ of a firm's innovation gain, in [0, 1], that goes to those
  /// whose knowledge it uses, in proportion to flows (`policy.royalty`).
  public var royalty: Double
  /// The share χ of the premium, in [0, 1], that is divided by what firms
  /// contribute to openness (`policy.contribution`).
  public var contribution: Double

  /// A policy with the defaults of a scenario file: none.
  ///
  /// - Parameters:
  ///   - subsidy: the payment σ per unit of sharing level
  ///   - price: the price p ≥ 0 of one unit of knowledge flow
  ///   - royalty: the share λ of innovation gains for those whose knowledge
  ///     is used
  ///   - contribution: the share χ of the premium divided by contribution
  ///   - disclosureSubsidy: the payment per unit of the level for each class of
  ///     partners
  public init(
    subsidy: Rates = 0, price: Rates = 0, royalty: Double = 0,
    contribution: Double = 0, disclosureSubsidy: DisclosureRates? = nil
  ) {
    self.subsidy = subsidy
    self.price = price
    self.royalty = royalty
    self.contribution = contribution
    self.disclosureSubsidy = disclosureSubsidy
  }
}
