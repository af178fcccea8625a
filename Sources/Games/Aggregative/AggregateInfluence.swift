/// How every marginal payoff changes with an aggregate, the own level being
/// held, over all strategies.
public enum AggregateInfluence: Sendable, Equatable {
  /// It rises or stays: strategic complements.
  case rising
  /// It falls or stays: strategic substitutes.
  case falling
  /// It does not depend on the aggregate.
  case none
  /// Nothing is stated.
  case unknown
}

extension AggregativeGame {
  /// Nothing is stated of any aggregate.
  public var influences: [AggregateInfluence] {
    Array(repeating: .unknown, count: marginalAggregateCount)
  }
}
