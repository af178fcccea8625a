/// A JSON document whose keys keep their order.
public enum JSONValue: Sendable {
  /// No value.
  case null
  /// True or false.
  case boolean(Bool)
  /// A number; one that is not finite is written as null.
  case number(Double)
  /// A count or a sign.
  case integer(Int)
  /// A text.
  case text(String)
  /// A list.
  case list([JSONValue])
  /// Keys and values, in order.
  case object([(key: String, value: JSONValue)])

  /// A list of numbers.
  public static func numbers(_ values: [Double]) -> JSONValue {
    .list(values.map { .number($0) })
  }

  /// A list of texts.
  public static func texts(_ values: [String]) -> JSONValue {
    .list(values.map { .text($0) })
  }

  /// An object that says first which schema it keeps; anything else is left as
  /// it is.
  public func naming(schema: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    let others = members.filter { $0.key != "schema" }
    return .object([("schema", .text(schema))] + others)
  }

  /// The document as text, in full precision: every number reads back to the
  /// same double. Objects and lists of objects are indented, lists of numbers
  /// stay on one line.
  public var description: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  /// The object with one more member after another; itself if it is no object
  /// or has no such member.
  package func inserting(
    _ key: String, _ value: JSONValue, after other: String
  ) -> JSONValue {
    guard case .object(var members) = self,
      let place = members.firstIndex(where: { $0.key == other })
    else { return self }
    members.insert((key, value), at: place + 1)
    return .object(members)
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let value): text += value.isFinite ? "\(value)" : "null"
    case .integer(let value): text += "\(value)"
    case .text(let value): Self.quote(value, to: &text)
    case .list(let values):
      let isFlat = values.allSatisfy(\.isSimple)
      Self.write(values, "[", "]", isFlat, to: &text, indent) {
        $0.write(to: &$1, indent: $2)
      }
    case .object(let members):
      Self.write(members, "{", "}", members.isEmpty, to: &text, indent) {
        Self.quote($0.key, to: &$1)
        $1 += ": "
        $0.value.write(to: &$1, indent: $2)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ isFlat: Bool,
    to text: inout String, _ indent: String,
    _ body: (Element, inout String, String) -> Void
  ) {
    let deeper = indent + "  "
    text += open
    for (k, element) in elements.enumerated() {
      if k > 0 { text += isFlat ? ", " : "," }
      if !isFlat { text += "\n" + deeper }
      body(element, &text, deeper)
    }
    if !isFlat { text += "\n" + indent }
    text += close
  }

  /// Whether the value has no parts.
  private var isSimple: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case _ where isUnseen(scalar):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Whether a character is escaped: control characters, and those that XML
  /// and YAML refuse.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

extension JSONValue: CustomStringConvertible {}
