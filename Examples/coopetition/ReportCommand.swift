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

  @Flag(help: "Exit with status 2 if the answer is incomplete.")
  var strict = false

  @OptionGroup var search: SearchOptions
  @OptionGroup var references: ReferenceOptions
  @OptionGroup var waiting: WaitingOptions

  func validate() throws { try checkNamed(file) }

  func run() throws {
    let page = try OutputFile(out, besides: [file])
    let progress = ProgressLine(waiting)
    var reports = [
      try progress.watching { monitor in
        try naming(file) { try memo(monitor) }
      }
    ]
    progress.noteStop(of: &reports)
    try page.commit(reports[0].html)
    if strict && !reports[0].isComplete {
      throw ExitCode(Output.incompleteStatus)
    }
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
    words += search.unusual
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
      let words = [$0.command] + $0.options(search) + ["--", file]
      let parsed = try CoopetitionCommand.parseAsRoot(words)
      guard let study = parsed as? any StudyCommand else {
        throw Output.failure("\($0.command): answers no question")
      }
      return ($0.key, try study.answer(on: scenario, monitor))
    }
  }

  /// A key of scenarios, the command that answers what it asks, and which of
  /// the options of the memo's search that command takes.
  private typealias FurtherStudy = (
    key: String, command: String,
    options: @Sendable (SearchOptions) -> [String]
  )

  private static let furtherStudies: [FurtherStudy] = [
    ("diagnosis", "diagnose", \.unusual),
    ("division", "divide", { _ in [] }),
    ("design", "design", \.unusual),
    ("policies", "policies", \.unusual),
    ("alliances", "alliances", \.unusualEffort),
    ("linking", "form", { _ in [] }),
    ("growth", "grow", \.unusualEffort),
    ("diffusion", "spread", \.unusual),
    ("shock", "shock", \.unusual),
    ("adjustment", "evolve", \.unusualEffort),
  ]
}

extension ClosedRange<Double> {
  /// The range as it is written in an option.
  fileprivate var text: String { "\(lowerBound):\(upperBound)" }
}
