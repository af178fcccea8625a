/// What goes into a memo, and how hard the studies of it look.
package struct MemoStudy: Sendable {
  /// The language of the page.
  package var language = MemoLanguage.english
  /// The number that branches are followed over and its values; nil for the
  /// environment, or the first parameter of a game, from half to twice its
  /// value.
  package var variation: (key: String, range: ClosedRange<Double>)?
  /// The folder of a finished sweep.
  package var sweep: String?
  /// The search for equilibria.
  package var search = BranchAndPrune()
  /// The command that writes the page.
  package var command = ""
  /// Whether that command stops after a time.
  package var isTimed = false

  /// Branches and elasticities are left out for more variables.
  static let mostFollowed = 40
  /// More equilibria are not followed.
  static let mostBranches = 100
  /// At how many values of the number every equilibrium is looked for.
  private static let checks = 11
  /// Files of more bytes in all are named by their hashes.
  private static let mostBytes = 65_536

  /// The usual memo in English.
  package init() {}

  /// The page about a scenario.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - file: The file that it was read from.
  ///   - studies: The answers of further studies, by the keys of the scenario
  ///     that ask for them.
  /// - Returns: The page.
  /// - Throws: an error if the scenario is inadmissible, the number cannot be
  ///   varied, or the sweep cannot be read.
  package func report(
    on scenario: Scenario, in file: ScenarioFile,
    with studies: [(key: String, report: Report)] = []
  ) throws(ScenarioError) -> Report {
    let source = try source(of: file)
    let digest = try sweep.map { folder throws(ScenarioError) in
      try SweepDigest(folder: folder, of: source.fingerprint)
    }
    _ = try scenario.game()
    let analysis = try scenario.analyze(using: Analyzer(search: search))
    let isFollowed =
      analysis.game.strategies.dimension <= Self.mostFollowed
      && analysis.equilibria.count <= Self.mostBranches
    return Memo(
      scenario: scenario, language: language, analysis: analysis,
      trace: isFollowed ? try trace(of: scenario) : nil,
      sensitivity: isFollowed
        ? try scenario.sensitivity(using: search) : nil,
      sweep: digest,
      studies: studies.map { Memo.Study(key: $0.key, report: $0.report) },
      source: source
    ).report
  }

  /// The branches over the number, with its value today.
  private func trace(
    of scenario: Scenario
  ) throws(ScenarioError) -> (found: ScenarioTrace, today: Double)? {
    guard let key = variation?.key ?? Self.usualKey(of: scenario) else {
      return nil
    }
    var tracer = BranchTracer(checks: Self.checks, search: search)
    tracer.search.boxLimit = max(1, search.boxLimit / Self.checks)
    return try scenario.trace(
      varying: key, overUsual: variation?.range, using: tracer)
  }

  private static func usualKey(of scenario: Scenario) -> String? {
    switch scenario.subject {
    case .cluster: "environment"
    case .formulas(let game): game.parameterNames.first
    case .figures: nil
    }
  }

  private func source(
    of file: ScenarioFile
  ) throws(ScenarioError) -> Memo.Source {
    var files: [(name: String, text: String?, hash: String)] = []
    var size = 0
    for (name, path) in file.files {
      let hash = try ScenarioFile.hash(of: path)
      let bytes = try? FileBytes(path: path)
        .readAll(limit: max(0, Self.mostBytes - size))
      size += bytes?.count ?? 0
      files.append(
        (name, bytes.map { String(decoding: $0, as: UTF8.self) }, hash))
    }
    return Memo.Source(
      command: command, isTimed: isTimed,
      fingerprint: try file.fingerprint(), files: files)
  }
}
