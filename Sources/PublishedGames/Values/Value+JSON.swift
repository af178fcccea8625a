#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Value {
  /// Reads JSON text.
  ///
  /// - Throws: ``ArgumentError`` if it is not JSON.
  public init(json text: String) throws(ArgumentError) {
    do {
      self = try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
      throw ArgumentError("is not JSON")
    }
  }

  /// The value as JSON text on one line; numbers read back to the same double.
  public var json: String {
    switch self {
    case .null: "null"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .number(let number): Value.digits(number)
    case .text(let text): Value.quoted(text)
    case .list(let list):
      "[" + list.map(\.json).joined(separator: ", ") + "]"
    case .record(let record):
      "{"
        + record.pairs.map { Value.quoted($0.name) + ": " + $0.value.json }
        .joined(separator: ", ") + "}"
    }
  }

  /// The value as JSON text with a line for each name; lists of numbers and
  /// texts stay on one line.
  public var indentedJSON: String { indented(by: "") }

  private func indented(by indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .record(let record) where !record.isEmpty:
      let lines = record.pairs.map {
        inner + Value.quoted($0.name) + ": " + $0.value.indented(by: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    case .list(let list) where list.contains { $0.record != nil }:
      let lines = list.map { inner + $0.indented(by: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    default: return json
    }
  }

  /// The shortest digits that read back to the number; whole numbers without
  /// a fraction.
  static func digits(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    guard number == number.rounded(), abs(number) < 1e15 else {
      return "\(number)"
    }
    return "\(Int(number))"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Value: Decodable {
  /// Reads a value of any kind; the names of a record come in alphabetical
  /// order.
  public init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: Name.self) {
      self = .record(
        Record(
          try keyed.allKeys.sorted { $0.stringValue < $1.stringValue }
            .map { ($0.stringValue, try keyed.decode(Value.self, forKey: $0)) })
      )
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var values: [Value] = []
      while !list.isAtEnd { values.append(try list.decode(Value.self)) }
      self = .list(values)
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let boolean = try? single.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? single.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try single.decode(String.self))
    }
  }

  /// Any name of a record.
  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
