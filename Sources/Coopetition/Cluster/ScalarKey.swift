/// A number of a value that has a key of its own in a scenario.
///
/// The tables ``Firm/scalarKeys`` and ``Cluster/scalarKeys`` drive the
/// reader, the checks, the columns of the firms' CSV file and
/// ``ClusterParameter``: a new number needs a line in its table and a stored
/// property.
struct ScalarKey<Root>: Sendable {
  /// The key's path in the scenario, its components joined by dots.
  let path: String
  /// The stored property.
  let property: any WritableKeyPath<Root, Double> & Sendable
  /// The values that it may take.
  let range: AdmissibleRange
  /// Whether the number is listed among those of a scenario even where it is
  /// at its default.
  let isShown: Bool
  /// The default of a number that is not shown there.
  let defaultValue: Double

  init(
    _ path: String,
    _ property: any WritableKeyPath<Root, Double> & Sendable,
    _ range: AdmissibleRange, isShown: Bool = true,
    defaultValue: Double = 0
  ) {
    self.path = path
    self.property = property
    self.range = range
    self.isShown = isShown
    self.defaultValue = defaultValue
  }
}
