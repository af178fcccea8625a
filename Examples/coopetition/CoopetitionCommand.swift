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
      formulas. For example:

        coopetition check three-firms.yaml
        coopetition solve three-firms.yaml
        coopetition solve three-firms.yaml --json
      """,
    version: CoopetitionPackage.version,
    groupedSubcommands: [
      CommandGroup(
        name: "What will happen, what would be best:",
        subcommands: [
          SolveCommand.self,
          ParetoCommand.self,
          TraceCommand.self,
          SensitivityCommand.self,
          PlotCommand.self,
        ]),
      CommandGroup(
        name: "Files and proofs:",
        subcommands: [
          CheckCommand.self,
          VerifyCommand.self,
          GenerateCommand.self,
          ModelsCommand.self,
        ]),
    ])

  static func main() {
    main(nil)
    if !Output.isDelivered {
      exit(withError: Output.failure("standard output cannot be written"))
    }
  }
}
