/// Reads links in each of their forms.
struct LinksReader {
  let file: ScenarioFile
  let index: FirmIndex
  /// Whether rows of edge lists are `from`; see ``LinkTable/rowsDisclose``.
  var rowsDisclose = false

  /// The links that a value gives, without a diagonal: a matrix,
  /// `{uniform: x}`, the path of a file, or `{file: path, links: count}`, which
  /// a file that was cut off does not meet. The range is that of the weights
  /// off the diagonal. What was ignored is added to the notes.
  ///
  /// - Throws: the first thing that is wrong, with its place.
  func links(
    _ value: ScenarioValue, _ range: AdmissibleRange,
    notes: inout [String]
  )
    throws(ScenarioError) -> Links
  {
    switch value.node {
    case .list(let rows): return try matrix(rows, value, range)
    case .mapping:
      let values = try value.values(of: Self.keys)
      if let reference = values["file"] {
        return try table(
          reference.text(), reference.place, range,
          count: values["links"]?.number(.nonNegative), notes: &notes)
      }
      guard let weight = values["uniform"] else {
        throw ScenarioError(at: value.place, "is empty; uniform is missing")
      }
      return .uniform(try weight.number(range))
    case .scalar(let text, let isPlain):
      guard !value.node.isNull else { throw value.mismatch(Self.forms) }
      if isPlain, ScalarText.number(text) != nil {
        throw ScenarioError(
          at: value.place,
          "\(text) is no matrix; the same for all is {uniform: \(text)}")
      }
      return try table(text, value.place, range, notes: &notes)
    }
  }

  /// The keys of links that are given by a mapping.
  static let keys = ["uniform", "file", "links"]

  private static let forms = "a matrix, {uniform: x} or the path of a file"

  private func matrix(
    _ rows: [DocumentNode], _ value: ScenarioValue, _ range: AdmissibleRange
  ) throws(ScenarioError) -> Links {
    let place = value.place ?? ""
    guard rows.count == index.count else {
      throw .wrongCount(rows.count, of: "row", index.count, at: place)
    }
    var weights: [[Double]] = []
    weights.reserveCapacity(rows.count)
    for (i, row) in rows.enumerated() {
      let row = ScenarioValue(node: row, place: "\(place)[\(i)]")
      weights.append(try self.row(row, i, range))
    }
    return Links(rows: weights)
  }

  private func row(
    _ value: ScenarioValue, _ i: Int, _ range: AdmissibleRange
  )
    throws(ScenarioError) -> [Double]
  {
    let place = value.place ?? ""
    let nodes = try value.list("a list of numbers")
    guard nodes.count == index.count else {
      throw .wrongCount(nodes.count, of: "number", index.count, at: place)
    }
    var row: [Double] = []
    row.reserveCapacity(nodes.count)
    for (j, node) in nodes.enumerated() {
      row.append(
        try ScenarioValue.number(
          node, i == j ? .finite : range, at: "\(place)[\(j)]"))
    }
    return row
  }

  /// The links in a file.
  private func table(
    _ reference: String, _ place: String?, _ range: AdmissibleRange,
    count: Double? = nil, notes: inout [String]
  )
    throws(ScenarioError) -> Links
  {
    let path = try file.path(of: reference, at: place)
    let found = try LinkTable(
      path: path, name: reference, index: index, range: range, count: count,
      rowsDisclose: rowsDisclose
    ).links()
    notes += found.notes
    return found.links
  }
}
