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

  /// Whether the number is admissible in each of some values.
  ///
  /// A stored property is read where it lies, since a key path would take most
  /// of the time that a million firms are checked for.
  func isAdmissible(in values: [Root]) -> Bool {
    guard let offset = MemoryLayout<Root>.offset(of: property) else {
      return values.allSatisfy { range.contains($0[keyPath: property]) }
    }
    let step = MemoryLayout<Root>.stride
    return values.withUnsafeBytes { bytes in
      stride(from: offset, to: bytes.count, by: step).allSatisfy {
        range.contains(bytes.load(fromByteOffset: $0, as: Double.self))
      }
    }
  }

  /// Sets the number in a value, where it lies if it is stored.
  func set(_ number: Double, in value: inout Root) {
    guard let offset = MemoryLayout<Root>.offset(of: property) else {
      value[keyPath: property] = number
      return
    }
    withUnsafeMutableBytes(of: &value) {
      $0.storeBytes(of: number, toByteOffset: offset, as: Double.self)
    }
  }
}
