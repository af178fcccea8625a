/// One result at a point of a sweep.
package enum SweepCell: Sendable, Equatable {
  /// A number.
  case number(Double)
  /// A count.
  case integer(Int)
  /// Yes or no.
  case boolean(Bool)
  /// A word.
  case text(String)
  /// No value.
  case empty

  /// A JSON value as a cell; empty if it has parts or is null.
  init(_ value: JSONValue) {
    self =
      switch value {
      case .number(let number): number.isFinite ? .number(number) : .empty
      case .integer(let count): .integer(count)
      case .boolean(let value): .boolean(value)
      case .text(let text): .text(text)
      case .null, .list, .object: .empty
      }
  }

  /// A number that may be missing.
  init(_ value: Double?) {
    self = value.map { $0.isFinite ? .number($0) : .empty } ?? .empty
  }

  /// The cell in a file: the shortest decimals that read back to the same
  /// number.
  package var text: String {
    switch self {
    case .number(let number): number.shortDescription
    case .integer(let count): "\(count)"
    case .boolean(let value): value ? "true" : "false"
    case .text(let text): text
    case .empty: ""
    }
  }

  /// The cell as a number, if it is one.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .integer(let count): Double(count)
    case .boolean, .text, .empty: nil
    }
  }
}
