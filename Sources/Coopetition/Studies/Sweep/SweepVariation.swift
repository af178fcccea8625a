/// What the user wants a number of a scenario to be: one of some values, or
/// drawn from a distribution.
///
/// | written | is |
/// |---|---|
/// | `k=0.5:2:7` | 7 numbers, evenly from 0.5 to 2 |
/// | `k=0,0.2,0.5` | these numbers |
/// | `k=normal(1,0.2)` | a distribution by name and parameters |
package struct SweepVariation: Sendable, Equatable {
  /// What a number may be.
  package enum Values: Sendable, Equatable {
    /// Each of these in turn.
    case grid([Double])
    /// Drawn from the distribution with a name and parameters.
    case distribution(String, [Double])
  }

  /// The address of the number as it was written.
  package let key: String
  /// What it may be.
  package let values: Values

  /// The most numbers between two ends.
  private static let countLimit = 1_000_000

  /// Reads a variation as a user writes it.
  ///
  /// - Throws: an error at the text that says what would be right.
  package init(_ text: String) throws(ScenarioError) {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
      throw ScenarioError(at: text, "is not key=values")
    }
    key = String(text[..<sign])
    let values = String(text[text.index(after: sign)...])
    let name = Distribution.familyNames.first { values.hasPrefix("\($0)(") }
    do {
      self.values =
        if let name {
          .distribution(name, try Self.parameters(of: name, in: values))
        } else if values.contains(":") {
          .grid(try Self.steps(values))
        } else {
          .grid(try Self.numbers(values))
        }
    } catch {
      throw ScenarioError(at: text, error.message)
    }
  }

  /// The numbers between the brackets after a name.
  private static func parameters(
    of name: String, in text: String
  ) throws(ScenarioError) -> [Double] {
    guard text.hasSuffix(")") else {
      throw ScenarioError("the bracket after \(name) is not closed")
    }
    return try numbers(String(text.dropFirst(name.count + 1).dropLast()))
  }

  private static func numbers(_ text: String) throws(ScenarioError) -> [Double]
  {
    var numbers: [Double] = []
    for part in try NameGroups.names(in: text) {
      numbers.append(try number(part))
    }
    return numbers
  }

  private static func number(
    _ text: some StringProtocol
  ) throws(ScenarioError) -> Double {
    let trimmed = String(text.drop { $0 == " " })
    guard let number = ScalarText.number(trimmed), number.isFinite else {
      throw ScenarioError("\"\(text)\" is not a number")
    }
    return number
  }

  /// `a:b:n`: `a + (b − a) j/(n − 1)`, the ends exactly a and b.
  private static func steps(_ text: String) throws(ScenarioError) -> [Double] {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw ScenarioError(
        "write from:to:count; trace follows every value between two")
    }
    let (a, b) = (try number(parts[0]), try number(parts[1]))
    guard let count = Int(parts[2]), 2...countLimit ~= count else {
      throw ScenarioError("\"\(parts[2])\" is not a count of 2 or more")
    }
    return (0..<count).map { j in
      j == count - 1 ? b : a + (b - a) * (Double(j) / Double(count - 1))
    }
  }
}
