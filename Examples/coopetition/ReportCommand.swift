import ArgumentParser
import Coopetition

extension MemoLanguage: ExpressibleByArgument {}

/// Writes one page about a scenario for readers who decide.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one page to read, print and send.",
    discussion: """
      One file of HTML without scripts or requests: what will happen, what \
      would be best, who gains, what closes the gap, what it depends on and \
      how sure it is, with pictures and their numbers, in English or Chinese. \
      Studies that the scenario asks for by their keys have sections of their \
      own.

        coopetition report sematech-1991.yaml --out memo.html
        coopetition report consortium.yaml --language zh --out memo.html
        coopetition sweep three-firms.yaml --vary environment=0.5:2:7 --out grid
        coopetition report three-firms.yaml --sweep grid --out memo.html
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("The page to write.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var out: String

  @Option(help: "The language of the page.")
  var language = MemoLanguage.english

  @Option(
    help: ArgumentHelp(
      "The number that branches are followed over.", valueName: "key=from:to"))
  var vary: VariedRange?

  @Option(
    help: ArgumentHelp(
      "Show what a finished sweep of the scenario found.", valueName: "folder"),
    completion: .directory)
  var sweep: String?

  @OptionGroup var search: SearchOptions
  @OptionGroup var references: ReferenceOptions
  @OptionGroup var waiting: WaitingOptions

  func validate() throws { try checkNamed(file) }

  func run() throws {
    let page = try OutputFile(out, besides: [file])
    let progress = ProgressLine(waiting)
    var report = try progress.watching { monitor in
      try naming(file) { try memo(monitor) }
    }
    if progress.hasStopped {
      report.markStopped()
      Output.complain(Output.stopNotice)
    }
    try page.commit(report.html)
  }

  private func memo(_ monitor: Monitor) throws -> Report {
    let source = try references.scenarioFile(file)
    let scenario = try Scenario(source)
    var study = MemoStudy()
    study.language = language
    study.variation = vary.map { ($0.key, $0.range) }
    study.sweep = sweep
    study.search = try search.search(for: scenario, monitor)
    study.command = command
    study.isTimed = waiting.timeLimit != nil
    return try study.report(
      on: scenario, in: source, with: try studies(of: scenario, monitor))
  }

  /// The command that writes the same page again: every option that changes it.
  private var command: String {
    var words = ["coopetition", "report", ShellWord.path(file)]
    func add(_ option: String, _ value: String?) {
      if let value { words += [option, value] }
    }
    add("--vary", vary.map { "\($0.key)=\($0.range.text)" })
    add("--sweep", sweep.map(ShellWord.path))
    add("--language", language == .english ? nil : language.rawValue)
    let isUsual = search.effort == SearchOptions.usualEffort
    add("--effort", isUsual ? nil : "\(search.effort)")
    // A level may begin with a minus sign.
    if let from = search.from { words.append("--from=\(from)") }
    add("--time-limit", waiting.timeLimit.map { "\($0)" })
    if references.confined { words.append("--confined") }
    return (words + ["--out", "memo.html"]).map(ShellWord.quoted)
      .joined(separator: " ")
  }

  /// The answers of the commands whose keys the scenario has.
  private func studies(
    of scenario: Scenario, _ monitor: Monitor
  ) throws -> [(key: String, report: Report)] {
    try Self.furtherStudies.filter { scenario.hasSection($0.key) }.map {
      let parsed = try CoopetitionCommand.parseAsRoot($0.words + ["--", file])
      guard let study = parsed as? any StudyCommand else {
        throw Output.failure("\($0.words[0]): answers no question")
      }
      return ($0.key, try study.report(on: scenario, monitor))
    }
  }

  /// Keys of scenarios and the commands that answer what they ask.
  private static let furtherStudies: [(key: String, words: [String])] = [
    ("diagnosis", ["diagnose"]),
    ("division", ["divide"]),
    ("design", ["design"]),
    ("policies", ["policies"]),
    ("alliances", ["alliances"]),
    ("linking", ["form"]),
    ("growth", ["grow"]),
    ("diffusion", ["spread"]),
    ("shock", ["shock"]),
    ("adjustment", ["evolve"]),
  ]
}

extension ClosedRange<Double> {
  /// The range as it is written in an option.
  fileprivate var text: String { "\(lowerBound):\(upperBound)" }
}
