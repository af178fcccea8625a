/// The results that a tape is to compute, as elements of a table.
struct FormulaTable {
  /// An element: the place of a result in the graph.
  struct Element {
    let row: Int
    let column: Int
    let place: Int
  }

  /// The operations.
  var graph: FormulaGraph
  /// The elements; what is zero may be missing.
  private(set) var elements: [Element] = []

  /// An empty table.
  init(_ graph: FormulaGraph) { self.graph = graph }

  /// Adds a result in column 0 and its derivatives in some variables w in
  /// columns 1 + w.
  ///
  /// - Parameters:
  ///   - result: The place of the result, nil for zero.
  ///   - row: The row.
  ///   - variables: The variables.
  mutating func add(_ result: Int?, row: Int, in variables: Range<Int>) {
    let value = result ?? graph.constant(0)
    elements.append(Element(row: row, column: 0, place: value))
    let cone = FormulaCone(of: [value], in: graph.instructions)
    for w in variables {
      guard let slope = graph.derivatives(over: cone, in: w)[0] else {
        continue
      }
      elements.append(Element(row: row, column: 1 + w, place: slope))
    }
  }
}
