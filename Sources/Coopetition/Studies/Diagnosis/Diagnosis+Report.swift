import Reports

extension Scenario {
  /// Whether a diagnosis may have a picture: there is a game, or there are
  /// yearly figures.
  package var hasPictureOfDiagnosis: Bool {
    hasGame || section(DiagnosisSection.self)?.panel != nil
  }
}

extension Diagnosis {
  /// The diagnosis as a report.
  public var report: Report {
    let noun = structure == nil ? "player" : "firm"
    return Report(
      title: players.map { NumberText.title(scenario, $0, noun) } ?? scenario,
      sections: [.table(findings)] + details + pictures, data: json,
      isComplete: isFinished && state?.isProven != false && notes.isEmpty)
  }

  /// One line for each label, with its numbers.
  private var findings: Table {
    var rows: [(String, String)] = []
    func add(_ name: String, _ sentence: String?) {
      if let sentence { rows.append((name, sentence)) }
    }
    add("State", state?.sentence)
    add("Forces", forces?.sentence)
    add("Risk", risk?.sentence)
    add("Path", path?.sentence(given: state?.kind))
    add("GEM", gem?.sentence)
    add("Factors", factors?.sentence)
    add("Mode", growth?.sentence)
    add("Phase", phase?.sentence)
    add("Turnover", phase?.turnover?.sentence)
    for note in notes { add("Note", note) }
    return Table(
      columns: ["aspect", "finding"],
      rows: rows.map { [.text($0), .text($1)] })
  }

  private var details: [Report.Section] {
    let tables = [structure?.table, growth?.table, growth?.estimateTable]
    return tables.compactMap { $0.map { .table($0) } }
  }

  private var pictures: [Report.Section] {
    let pictures = [
      state?.picture, growth.map { GrowthPicture($0).document },
      phase?.picture,
    ]
    return pictures.compactMap { $0.map { .picture($0) } }
  }

  /// The diagnosis for programs.
  var json: JSONValue {
    .object([
      ("scenario", .text(scenario)),
      ("structure", structure?.json ?? .null), ("path", path?.json ?? .null),
      ("state", state?.json ?? .null), ("worst", state?.worst.json ?? .null),
      ("best", state?.best.json ?? .null),
      ("optimum", state?.optimum.json ?? .null),
      ("forces", forces?.json ?? .null),
      ("complete", state.map { .boolean($0.isComplete) } ?? .null),
      ("proven", state.map { .boolean($0.isProven) } ?? .null),
      ("risk", risk?.json ?? .null), ("gem", gem?.json ?? .null),
      ("factors", factors?.json ?? .null), ("growth", growth?.json ?? .null),
      ("phase", phase?.json ?? .null), ("notes", .texts(notes)),
      (
        "solver",
        .object([
          ("method", .text("branch and prune, accounting, quadrature")),
          ("seconds", .number(seconds)),
          ("version", .text(CoopetitionPackage.version)),
        ])
      ),
    ])
  }
}
