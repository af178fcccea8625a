/// A number or another final value that two records have in the same place.
public struct Comparison: Sendable, Equatable {
  /// The names and places that lead to it, such as `nash.t` or `nash[2]`.
  public var path: String
  /// The value that was computed; nil if there is none.
  public var computed: Value?
  /// The value it should have.
  public var expected: Value
  /// How far apart they are, relative to the expected number where that
  /// exceeds 1; infinite for values that differ in another way.
  public var difference: Double
}

extension Record {
  /// Compares this record with another, value by value.
  ///
  /// - Parameter oracle: What the values should be; it may leave out some.
  /// - Returns: One comparison for each final value of the oracle, in order.
  public func comparisons(with oracle: Record) -> [Comparison] {
    Self.compare(.record(self), with: .record(oracle), at: "")
  }

  private static func compare(
    _ computed: Value?, with expected: Value, at path: String
  ) -> [Comparison] {
    switch expected {
    case .record(let record):
      record.pairs.flatMap { name, value in
        compare(
          computed?.record?[name], with: value,
          at: path.isEmpty ? name : "\(path).\(name)")
      }
    case .list(let list):
      [lengths(computed?.list, list, at: path)].compactMap { $0 }
        + list.enumerated().flatMap { k, value in
          compare(
            computed?.list.flatMap { k < $0.count ? $0[k] : nil }, with: value,
            at: "\(path)[\(k)]")
        }
    default:
      [
        Comparison(
          path: path, computed: computed, expected: expected,
          difference: difference(computed, expected))
      ]
    }
  }

  /// The complaint about a list that is longer than it should be.
  private static func lengths(
    _ computed: [Value]?, _ expected: [Value], at path: String
  ) -> Comparison? {
    guard let computed, computed.count > expected.count else { return nil }
    return Comparison(
      path: path, computed: .list(computed), expected: .list(expected),
      difference: .infinity)
  }

  private static func difference(
    _ computed: Value?, _ expected: Value
  ) -> Double {
    guard let a = computed?.number, let b = expected.number else {
      return computed == expected ? 0 : .infinity
    }
    return abs(a - b) / max(1, abs(b))
  }
}
