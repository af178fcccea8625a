/// A YAML or JSON document as a tree: texts, lists and mappings.
///
/// Nothing is resolved yet. YAML 1.1 readers take `no` for false and `1:30`
/// for 90; here a scalar is its text until somebody asks for a number.
enum DocumentNode: Equatable, Sendable {
  /// A scalar; a text in quotes or in a block is not plain.
  case scalar(String, isPlain: Bool)
  /// A sequence.
  case list([DocumentNode])
  /// A mapping, in the order of the file; the keys differ.
  case mapping([Entry])

  /// A key and its value.
  struct Entry: Equatable, Sendable {
    /// The key.
    let key: String
    /// The value.
    let value: DocumentNode
  }

  /// The value of a key of a mapping, or nil.
  subscript(key: String) -> DocumentNode? {
    guard case .mapping(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// Whether the node is an empty value or one of the ways to write null.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = self else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// What the node is, for messages: `a list`, `no`, `empty`.
  var summary: String {
    if isNull { return "empty" }
    switch self {
    case .scalar(let text, isPlain: true): return Self.shortened(text)
    case .scalar(let text, isPlain: false):
      return "\"\(Self.shortened(text))\""
    case .list: return "a list"
    case .mapping: return "a mapping"
    }
  }

  /// The start of a text that is too long for a message, on one line.
  static func shortened(_ text: String) -> String {
    let line = text.prefix(longestExcerpt + 1).map { character in
      character.isNewline || character == "\0" ? " " : character
    }
    guard line.count > longestExcerpt else { return String(line) }
    return String(line.prefix(longestExcerpt)) + "…"
  }

  private static let longestExcerpt = 60
}
