/// Groups of names as options write them: `A+B,C+D`.
///
/// A name that contains a separator stands in double quotes, in which a double
/// quote is written twice, as in a CSV file: `"Acme, Inc.",Beta`.
package enum NameGroups {
  /// The names of each group, without the spaces around them.
  ///
  /// - Throws: an error for an empty name, and for quotes that are not closed
  ///   or followed by text.
  package static func groups(
    in text: String
  ) throws(ScenarioError) -> [[String]] {
    var groups: [[String]] = [[]]
    for part in try parts(of: text, separatedBy: ",+") {
      groups[groups.count - 1].append(part.name)
      if part.separator == "," { groups.append([]) }
    }
    return groups
  }

  /// The names of a list, `A,B`, without the spaces around them.
  ///
  /// - Throws: an error for an empty name, and for quotes that are not closed
  ///   or followed by text.
  package static func names(
    in text: String, separatedBy separator: Character = ","
  ) throws(ScenarioError) -> [String] {
    try parts(of: text, separatedBy: String(separator)).map(\.name)
  }

  /// A name as options write it, in quotes where it needs them.
  static func written(_ name: String) -> String {
    guard needsQuotes(name) else { return name }
    let inner = name.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"" + inner + "\""
  }

  /// What to add to an error about an unknown name: how a name among those that
  /// are known is written, if one needs quotes; empty else.
  static func hint(among names: [String]) -> String {
    guard let name = names.first(where: needsQuotes) else { return "" }
    return " (names with a comma or a plus stand in double quotes, such as "
      + written(DocumentNode.shortened(name)) + ")"
  }

  private static func needsQuotes(_ name: String) -> Bool {
    name.contains { $0 == "," || $0 == "+" }
      || name.first == "\"" || name.first == " " || name.last == " "
  }

  /// The names of a text, each with the separator after it.
  private static func parts(
    of text: String, separatedBy separators: String
  ) throws(ScenarioError) -> [(name: String, separator: Character?)] {
    var parts: [(name: String, separator: Character?)] = []
    var rest = text[...]
    while true {
      rest = rest.drop { $0 == " " }
      let name =
        rest.first == "\""
        ? try takeQuoted(from: &rest)
        : takePlain(from: &rest, until: separators)
      let separator = rest.popFirst()
      if let separator, !separators.contains(separator) {
        throw ScenarioError("\(text): text follows a closing quote")
      }
      guard !name.isEmpty else { throw empty(text, separators) }
      parts.append((name, separator))
      if separator == nil { return parts }
    }
  }

  /// The error for a list with an element that is empty.
  private static func empty(
    _ text: String, _ separators: String
  ) -> ScenarioError {
    let marks = separators.map { $0 == "," ? "comma" : "plus" }
    return ScenarioError(
      "\"\(text)\" has an empty element; write one on each side of a "
        + marks.joined(separator: " or a "))
  }

  private static func takePlain(
    from rest: inout Substring, until separators: String
  ) -> String {
    let name = rest.prefix { !separators.contains($0) }
    rest = rest[name.endIndex...]
    let blanks = name.reversed().prefix { $0 == " " }.count
    return String(name.dropLast(blanks))
  }

  /// Takes a name in quotes and the spaces behind it.
  private static func takeQuoted(
    from rest: inout Substring
  ) throws(ScenarioError) -> String {
    let whole = rest
    var name = ""
    rest.removeFirst()
    while let character = rest.popFirst() {
      if character == "\"" {
        guard rest.first == "\"" else {
          rest = rest.drop { $0 == " " }
          return name
        }
        rest.removeFirst()
      }
      name.append(character)
    }
    throw ScenarioError("\(whole): a double quote is not closed")
  }
}
