/// A column of a sweep: what is read from each point, possibly compared with a
/// number.
///
/// `best.welfare` is what ``name`` names, `best.efficiency<0.5` whether that
/// is less than a half.
struct SweepColumn: Sendable, Equatable {
  /// How a column is compared.
  enum Comparison: String, Sendable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"

    func holds(_ a: Double, _ b: Double) -> Bool {
      switch self {
      case .atMost: a <= b
      case .atLeast: a >= b
      case .less: a < b
      case .greater: a > b
      }
    }
  }

  /// The column as the user wrote it.
  let title: String
  /// What is read.
  let name: String
  /// What it is compared with.
  let condition: (comparison: Comparison, bound: Double)?

  /// A column from its text.
  ///
  /// - Throws: an error at the text when the bound is no number.
  init(_ text: String) throws(ScenarioError) {
    title = text
    let found = Comparison.allCases.lazy.compactMap { comparison in
      text.firstRange(of: comparison.rawValue).map { (comparison, $0) }
    }.first
    guard let (comparison, range) = found else {
      (name, condition) = (text, nil)
      return
    }
    let bound = String(text[range.upperBound...])
    guard let number = ScalarText.number(bound), number.isFinite else {
      throw ScenarioError(
        file: "--columns", at: text, "\"\(bound)\" is not a number")
    }
    (name, condition) = (
      String(text[..<range.lowerBound]), (comparison, number)
    )
  }

  static func == (a: SweepColumn, b: SweepColumn) -> Bool {
    a.title == b.title
  }

  /// The cell of the column, from the cell of what it reads.
  func cell(_ value: SweepCell) -> SweepCell {
    guard let condition else { return value }
    guard let number = value.number else { return .empty }
    return .boolean(condition.comparison.holds(number, condition.bound))
  }

  /// The columns of a list separated by commas, of which those within
  /// brackets do not count.
  ///
  /// - Throws: an error for an empty column and for one that stands twice.
  static func list(_ text: String) throws(ScenarioError) -> [SweepColumn] {
    var parts = [""]
    var depth = 0
    for character in text {
      depth += character == "[" ? 1 : character == "]" ? -1 : 0
      if character == "," && depth <= 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    var columns: [SweepColumn] = []
    for part in parts {
      let name = part.trimmingBlanks
      guard !name.isEmpty else {
        throw ScenarioError(file: "--columns", "a column is empty")
      }
      let column = try SweepColumn(name)
      guard !columns.contains(column) else {
        throw ScenarioError(file: "--columns", at: name, "stands twice")
      }
      columns.append(column)
    }
    return columns
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmingBlanks: String {
    let head = drop { $0 == " " }
    return String(head.reversed().drop { $0 == " " }.reversed())
  }
}
