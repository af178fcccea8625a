import ArgumentParser
import PublishedGames

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Solves the games of the literature.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List, solve and check published games.",
    discussion: """
      Without a name, lists the games, one a line. With one, solves that game \
      by the general solvers and prints the answer beside the published \
      formula.

        coopetition models
        coopetition models aj1988 --set beta=0.4
        coopetition models aj1988 --check
      """)

  @Argument(help: "The name of a game, such as aj1988.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Set a parameter; may be repeated.", valueName: "name=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take parameters from a file with a JSON object.", valueName: "file"),
    completion: .file())
  var params: String?

  @Flag(help: "Check the propositions on a grid of parameters.")
  var check = false

  @Flag(help: "Print JSON instead of tables.")
  var json = false

  func validate() throws {
    guard set.isEmpty && params == nil || name != nil && !check else {
      throw ValidationError(
        "--set and --params need the name of a game and no --check.")
    }
  }

  func run() throws {
    do {
      if check {
        try checkPropositions()
      } else if let name {
        try solve(PublishedGames.named(name))
      } else {
        Output.write(list)
      }
    } catch let error as ArgumentError {
      throw Output.failure(error.description)
    }
  }

  private var list: String {
    guard json else { return PublishedGames.list }
    return Value.list(PublishedGames.records.map(Self.answer)).indentedJSON
      + "\n"
  }

  /// A record that says first which schema it keeps.
  private static func answer(_ record: Record) -> Value {
    .record(
      Record([("schema", .text("coopetition/models/1"))]).merging(record))
  }

  private func solve(_ model: any PublishedGame.Type) throws {
    let base = try params.map(read) ?? model.example
    let solved = try model.solve(base.merging(Record(settings: set)))
    Output.write(
      json ? Self.answer(solved.record).indentedJSON + "\n" : solved.text)
  }

  private func read(_ path: String) throws -> Record {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Output.failure("\(path): cannot be read as text")
    }
    do {
      return try Record(parametersIn: text)
    } catch {
      throw ArgumentError(path, error.message)
    }
  }

  private func checkPropositions() throws {
    let models =
      try name.map { [try PublishedGames.named($0)] }
      ?? PublishedGames.all
    var isConfirmed = true
    var records: [Value] = []
    for model in models {
      let reports = try model.check()
      isConfirmed = isConfirmed && reports.allSatisfy(\.isConfirmed)
      records.append(Self.answer(model.record(of: reports)))
      if !json { Output.write(model.text(of: reports)) }
    }
    if json {
      let answer = name == nil ? Value.list(records) : records[0]
      Output.write(answer.indentedJSON + "\n")
    }
    if !isConfirmed { throw ExitCode.failure }
  }
}
