/// The aggregates of every player at one profile: a column for each aggregate.
///
/// For many uses of one profile; ``AggregateState`` keeps less and follows
/// changes.
@usableFromInline package struct AggregateTable: Sendable {
  /// The values of each aggregate, by players.
  public let columns: [[Double]]

  /// The aggregates at a profile.
  ///
  /// - Complexity: One pass over the links.
  public init(_ aggregates: [LinearAggregate], at levels: [Double]) {
    columns = aggregates.map { aggregate in
      var values = levels
      aggregate.multiply(levels, into: &values)
      return values
    }
  }

  /// The aggregates of one player, in order.
  ///
  /// - Complexity: O(aggregates).
  @inlinable
  public func values(of player: Int) -> Aggregates<Double> {
    var result = Aggregates<Double>()
    for k in columns.indices { result[k] = columns[k][player] }
    return result
  }
}
