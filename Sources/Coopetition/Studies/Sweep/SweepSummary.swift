/// What the points of a sweep say together, cell by cell of its grid.
///
/// All of it is numerical: statements about a sample. Standard errors and
/// intervals are exact in the limit for random numbers; for Sobol points they
/// are wider than needed, as measured and not proven.
package struct SweepSummary: Sendable {
  /// What a cell of the grid says.
  struct Group: Sendable {
    /// The values of the grid's numbers; empty without a grid.
    var at: [(key: String, value: Double)]
    /// What is said of each column.
    var findings: Findings
  }

  /// What is said of columns.
  enum Findings: Sendable {
    /// Nothing: the cell is one point.
    case none
    /// The distribution of each column.
    case statistics([(column: String, Statistic)])
    /// What explains each column.
    case indices([(column: String, SobolIndices)])
    /// What each number does to each column.
    case tornado([(column: String, Tornado)])
  }

  /// The distribution of a column.
  enum Statistic: Sendable {
    /// No point has a value.
    case nothing
    case number(SampleStatistics)
    case share(SampleShare)
  }

  /// How many points there are.
  let points: Int
  /// How many failed.
  let failed: Int
  /// At how many points it is proven that no equilibrium is missing; nil if
  /// no column says it.
  let complete: Int?
  /// The addresses of the numbers that changed.
  let keys: [String]
  /// The cells of the grid, in order.
  let groups: [Group]

  /// The summary of a table of all points.
  ///
  /// - Throws: an error if the table cannot be read.
  /// - Complexity: O(p log p) for p points, those of one cell and column in
  ///   memory at a time; the bootstrap of indices takes 1000 times O(p).
  init(_ table: SweepTable) throws(ScenarioError) {
    let plan = table.sweep.plan
    points = plan.pointCount
    failed = table.failed
    complete = table.count(of: "complete")
    keys = plan.keys
    guard plan.list == nil else {
      let all = 0..<plan.pointCount
      groups = [Group(at: [], findings: try Self.statistics(table, all))]
      return
    }
    groups = try (0..<plan.cellCount).map { cell throws(ScenarioError) in
      Group(
        at: Array(
          zip(plan.axes.map(\.address), plan.values(ofCell: cell))),
        findings: try Self.findings(table, plan.points(ofCell: cell)))
    }
  }

  private static func findings(
    _ table: SweepTable, _ points: Range<Int>
  ) throws(ScenarioError) -> Findings {
    switch table.sweep.plan.design {
    case .grid: .none
    case .sample: try statistics(table, points)
    case .indices: try indices(table, points)
    case .tornado: try tornado(table, points)
    }
  }

  private static func statistics(
    _ table: SweepTable, _ points: Range<Int>
  ) throws(ScenarioError) -> Findings {
    .statistics(
      try each(table, points) { column, values in
        statistic(values.filter { !$0.isNaN }, isShare: column.isBoolean)
      })
  }

  private static func statistic(
    _ values: [Double], isShare: Bool
  ) -> Statistic {
    guard let statistics = SampleStatistics(values) else { return .nothing }
    return isShare
      ? .share(
        SampleShare(
          successes: values.count { $0 == 1 }, count: values.count))
      : .number(statistics)
  }

  /// What is found in the values of each column.
  private static func each<Finding>(
    _ table: SweepTable, _ points: Range<Int>,
    _ find: (SweepTable.Column, [Double]) -> Finding
  ) throws(ScenarioError) -> [(column: String, Finding)] {
    var findings: [(column: String, Finding)] = []
    for (k, column) in table.columns.enumerated() {
      let values = try table.values(ofColumn: k, at: points)
      findings.append((column.name, find(column, values)))
    }
    return findings
  }

  /// A sample with a point that failed is left out.
  private static func indices(
    _ table: SweepTable, _ points: Range<Int>
  ) throws(ScenarioError) -> Findings {
    let plan = table.sweep.plan
    let inputs = plan.uncertain.count
    return .indices(
      try each(table, points) { _, values in
        let samples = stride(from: 0, to: values.count, by: inputs + 2)
          .map { Array(values[$0..<($0 + inputs + 2)]) }
          .filter { $0.allSatisfy { !$0.isNaN } }
        return SobolIndices(samples, inputs: inputs, seed: plan.seed)
      })
  }

  /// A number without a value at either end has no bar, a column without one
  /// in the middle no diagram.
  private static func tornado(
    _ table: SweepTable, _ points: Range<Int>
  ) throws(ScenarioError) -> Findings {
    let uncertain = table.sweep.plan.uncertain
    let found = try each(table, points) { _, values -> Tornado? in
      guard !values[0].isNaN else { return nil }
      let bars = uncertain.enumerated().map { j, number in
        Tornado.Bar(
          key: number.address, low: values[1 + 2 * j],
          high: values[2 + 2 * j])
      }
      return Tornado(
        middle: values[0], bars: bars.filter { !$0.swing.isNaN })
    }
    return .tornado(
      found.compactMap { column, tornado in tornado.map { (column, $0) } })
  }
}
