import Reports

extension ScenarioValue {
  /// The value as one of a few words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ kind: Word.Type
  ) throws(ScenarioError) -> Word where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    guard case .scalar(let text, _) = node, !node.isNull else {
      throw mismatch("one of \(words)")
    }
    guard let word = Word(rawValue: text) else {
      throw ScenarioError(
        at: place,
        "\"\(DocumentNode.shortened(text))\" is not one of \(words)")
    }
    return word
  }

  /// The value as a whole number of a range.
  func count(in range: ClosedRange<Int>) throws(ScenarioError) -> Int {
    let value = try number(.finite)
    guard let count = Int(exactly: value), range.contains(count) else {
      throw ScenarioError(
        at: place,
        "\(value.shortDescription) is not a whole number from "
          + "\(range.lowerBound) to \(range.upperBound)")
    }
    return count
  }

  /// The value as a number for every firm: one for all, or a list of one each.
  func numbers(
    _ range: AdmissibleRange, perFirm count: Int
  ) throws(ScenarioError) -> [Double] {
    guard case .list(let nodes) = node else {
      return Array(repeating: try number(range), count: count)
    }
    guard nodes.count == count else {
      throw ScenarioError(
        at: place,
        "\(NumberText.counted(nodes.count, "number")) for "
          + NumberText.counted(count, "firm"))
    }
    return try numbers(range)
  }

  /// The value as the positions of firms given by their names.
  func firms(among firms: [Firm]) throws(ScenarioError) -> [Int] {
    let nodes = try list("a list of names of firms")
    var positions: [Int] = []
    for (k, node) in nodes.enumerated() {
      let name = ScenarioValue(node: node, place: "\(place ?? "")[\(k)]")
      positions.append(try name.firm(among: firms))
    }
    return positions
  }

  /// The value as the position of a firm given by its name.
  private func firm(among firms: [Firm]) throws(ScenarioError) -> Int {
    let name = try text("the name of a firm")
    if let position = firms.firstIndex(where: { $0.name == name }) {
      return position
    }
    let names = firms.map(\.name)
    let nearest = NearestKey.nearest(to: name, among: names)
    throw ScenarioError(
      at: place,
      "there is no firm \"\(DocumentNode.shortened(name))\""
        + (nearest.map { "; did you mean \($0)?" } ?? ""))
  }
}
