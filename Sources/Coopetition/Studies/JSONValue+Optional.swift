import Reports

extension JSONValue {
  /// A number, or null if there is none.
  static func optional(_ value: Double?) -> JSONValue {
    value.map { .number($0) } ?? .null
  }
}
