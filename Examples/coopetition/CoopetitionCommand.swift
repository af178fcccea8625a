import ArgumentParser
import Coopetition

/// Equilibria and optima of firms that share information.
@main
struct CoopetitionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coopetition",
    abstract: "Equilibria and optima of firms that share information.",
    discussion: """
      A scenario file describes a cluster of firms, or a game written as \
      formulas. Those of the examples lie in the folder Examples.

        coopetition check three-firms.yaml
        coopetition solve three-firms.yaml
        coopetition report three-firms.yaml --out memo.html

      From questions to commands: coopetition help topics. What the numbers \
      mean: coopetition help numbers; in Chinese too: coopetition help glossary.

      Exit status: 0 for an answer, 1 for bad input, 2 with --strict for an \
      answer that is incomplete, 64 for wrong usage, 130 for a sweep that is to \
      be gone on with.
      """,
    version: CoopetitionPackage.version,
    subcommands: [
      TopicsCommand.self, NumbersCommand.self, GlossaryCommand.self,
    ],
    groupedSubcommands: CommandCatalog.groups.map { group in
      CommandGroup(
        name: group.name, subcommands: group.topics.map(\.command))
    })

  static func main() {
    var words = CommandLine.arguments.dropFirst()
    if words.first == "help" { words = words.dropFirst() }
    if let word = words.first, let problem = CommandName.problem(with: word) {
      Ending.exit(ValidationError(problem))
    }
    var called = words.first.flatMap(CommandName.command(named:))
    do {
      if let problem = CommandName.problem(withFilesAmong: words) {
        throw ValidationError(problem)
      }
      var command = try parseAsRoot()
      called = type(of: command)
      try command.run()
    } catch {
      Ending.exit(error, of: called)
    }
    Ending.exit()
  }
}
