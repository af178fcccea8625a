/// Points solved as `solve` does: every equilibrium, the optimum and what the
/// columns need besides.
package struct AnalysisSweep: SweepMethod {
  /// What a column reads from an analysis.
  private enum Reading: Sendable {
    case summary(@Sendable (Analysis) -> SweepCell)
    case selected(
      EquilibriumSelection,
      @Sendable (Analysis.Outcome, Analysis) -> Double)
    case path(JSONPath)
  }

  package let command = "solve"
  private let read: [SweepColumn]
  private let readings: [Reading]
  private let names: [String]
  private let analyzer: Analyzer

  /// The columns unless others are asked for.
  package static let standardColumns =
    "equilibria,stable,complete,proven,worst.welfare,best.welfare,"
    + "optimum.welfare,worst.efficiency,best.efficiency"

  /// A method that reads columns of analyses.
  ///
  /// - Parameters:
  ///   - columns: The columns, separated by commas.
  ///   - scenario: The scenario that is varied.
  ///   - effort: How many boxes the search at a point may examine.
  ///   - goesOn: Is asked whether to go on with a point.
  /// - Throws: an error that names a column that there is not.
  package init(
    columns: String = AnalysisSweep.standardColumns, of scenario: Scenario,
    effort: Int = 100_000,
    goesOn: @escaping @Sendable () -> Bool = { true }
  ) throws(ScenarioError) {
    read = try SweepColumn.list(columns)
    let game = try scenario.game(keepsConstraints: true)
    names = game.playerNames
    var readings: [Reading] = []
    for column in read {
      readings.append(try Self.reading(column.name, of: game))
    }
    self.readings = readings
    var analyzer = Analyzer(
      search: BranchAndPrune(
        boxLimit: effort, threads: 1, monitor: Monitor { _ in goesOn() }))
    try Self.check(read, readings, on: scenario, using: analyzer)
    analyzer.bargains = Self.reads("bargain", in: readings)
    analyzer.subsidises = Self.reads("subsidy", in: readings)
    self.analyzer = analyzer
  }

  /// Whether a column is in a part of the answer.
  private static func reads(_ part: String, in readings: [Reading]) -> Bool {
    readings.contains {
      guard case .path(let path) = $0 else { return false }
      return path.steps.first == .member(part)
    }
  }

  package var columns: [String] { read.map(\.title) }

  package func cells(
    of scenario: Scenario
  ) throws(ScenarioError) -> [SweepCell] {
    let analysis = try scenario.analyze(using: analyzer)
    let hasPath = readings.contains {
      if case .path = $0 { true } else { false }
    }
    let json = hasPath ? analysis.json : .null
    return zip(read, readings).map { column, reading in
      column.cell(cell(reading, of: analysis, json))
    }
  }

  private func cell(
    _ reading: Reading, of analysis: Analysis, _ json: JSONValue
  ) -> SweepCell {
    switch reading {
    case .summary(let value): return value(analysis)
    case .selected(let selection, let value):
      return SweepCell(
        selection.outcome(of: analysis).map { value($0, analysis) })
    case .path(let path):
      guard case .value(let value) = json.find(path, names: names) else {
        return .empty
      }
      return SweepCell(value)
    }
  }
}

extension AnalysisSweep {
  private static let summaries:
    [(name: String, value: @Sendable (Analysis) -> SweepCell)] = [
      ("equilibria", { .integer($0.equilibria.count) }),
      ("stable", { .integer($0.equilibria.count(where: \.isStable)) }),
      ("complete", { .boolean($0.isComplete) }),
      ("proven", { .boolean($0.isProven) }),
      ("several", { .boolean($0.equilibria.count(where: \.isStable) > 1) }),
    ]

  private static let quantities:
    [(name: String, value: @Sendable (Analysis.Outcome, Analysis) -> Double)] =
      [
        ("welfare", { outcome, _ in outcome.welfare }),
        ("efficiency", { outcome, _ in outcome.efficiency }),
        (
          "openness",
          { outcome, analysis in analysis.game.openness(at: outcome.levels) }
        ),
      ]

  /// The columns that are not paths and have no firm.
  private static let known: [String] =
    summaries.map(\.name)
    + EquilibriumSelection.allCases.flatMap { selection in
      quantities.map { "\(selection.rawValue).\($0.name)" }
    }

  /// Paths of the answer of `solve` that there always are.
  private static let paths = [
    "optimum.welfare", "optimum.levels", "optimum.payoffs", "optimum.proven",
    "bargain.welfare", "bargain.levels", "bargain.payoffs", "subsidy.outlay",
    "subsidy.rates",
  ]

  /// What a column reads.
  private static func reading(
    _ name: String, of game: any ScenarioGame
  ) throws(ScenarioError) -> Reading {
    if let summary = summaries.first(where: { $0.name == name }) {
      return .summary(summary.value)
    }
    guard let path = JSONPath(name), case .member(let head) = path.steps[0]
    else { throw .unknownColumn(name, known: known + paths) }
    if let selection = EquilibriumSelection(rawValue: head) {
      return .selected(selection, try quantity(path, name, of: game))
    }
    return .path(path)
  }

  /// Throws if a path leads to nothing in the answer for a scenario.
  ///
  /// The usual paths are known to be there; the scenario is solved if there
  /// are others.
  private static func check(
    _ columns: [SweepColumn], _ readings: [Reading], on scenario: Scenario,
    using analyzer: Analyzer
  ) throws(ScenarioError) {
    let unusual = zip(columns, readings).filter { column, reading in
      guard case .path = reading else { return false }
      return !paths.contains(column.name)
    }
    guard !unusual.isEmpty else { return }
    let analysis = try scenario.analyze(using: analyzer)
    for case (let column, .path(let path)) in unusual {
      let names = analysis.game.playerNames
      if case .unknown(let keys) = analysis.json.find(path, names: names) {
        throw .unknownColumn(column.name, known: known + paths + keys)
      }
    }
  }

  /// What is read from a selected equilibrium.
  private static func quantity(
    _ path: JSONPath, _ name: String, of game: any ScenarioGame
  ) throws(ScenarioError)
    -> @Sendable (Analysis.Outcome, Analysis) -> Double
  {
    let steps = path.steps.dropFirst()
    if steps.count == 1, case .member(let quantity)? = steps.first,
      let found = quantities.first(where: { $0.name == quantity })
    {
      return found.value
    }
    if steps.count == 2, case .member(let list)? = steps.first,
      case .element(let text)? = steps.last
    {
      if list == "levels" {
        let place = try place(text, in: game.variableNames, name)
        return { outcome, _ in outcome.levels[place] }
      }
      if list == "payoffs" {
        let place = try place(text, in: game.playerNames, name)
        return { outcome, _ in outcome.payoffs[place] }
      }
    }
    throw .unknownColumn(name, known: known)
  }

  /// The position of a player or variable, given by position or name.
  private static func place(
    _ text: String, in names: [String], _ column: String
  ) throws(ScenarioError) -> Int {
    if let place = Int(text), names.indices.contains(place) { return place }
    if let place = names.firstIndex(of: text) { return place }
    let nearest = NearestKey.nearest(to: text, among: names)
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    throw ScenarioError(
      file: "--columns", at: column, "there is no \(text)\(hint)")
  }
}
