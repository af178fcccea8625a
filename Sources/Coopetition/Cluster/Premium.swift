/// The extra profit that an open cluster earns as a whole.
public struct Premium: Sendable, Hashable {
  /// The extra profit B ≥ 0 of the whole cluster (`premium.value`).
  public var value: Double
  /// The diminishing returns ε_P ≥ 0 of openness (`premium.curvature`).
  public var curvature: Double
  /// How the premium is divided (`premium.shares`).
  public var shares: PremiumShares

  /// A premium with the defaults of a scenario file.
  ///
  /// - Parameters:
  ///   - value: the extra profit B ≥ 0 of the whole cluster
  ///   - curvature: the diminishing returns ε_P ≥ 0 of openness
  ///   - shares: how the premium is divided
  public init(
    value: Double = 0, curvature: Double = 1, shares: PremiumShares = .equal
  ) {
    self.value = value
    self.curvature = curvature
    self.shares = shares
  }
}
