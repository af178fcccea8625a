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
    subcommands: [NumbersCommand.self, TopicsCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "What will happen, what would be best:",
        subcommands: [
          SolveCommand.self,
          ParetoCommand.self,
          TraceCommand.self,
          SensitivityCommand.self,
          FormCommand.self,
          KeyCommand.self,
          PlotCommand.self,
          SweepCommand.self,
          ReportCommand.self,
        ]),
      CommandGroup(
        name: "What happens on the way:",
        subcommands: [
          EvolveCommand.self,
          ShockCommand.self,
          GrowCommand.self,
          SpreadCommand.self,
        ]),
      CommandGroup(
        name: "Where do we stand, who does what:",
        subcommands: [
          DiagnoseCommand.self,
          PathsCommand.self,
          DivideCommand.self,
        ]),
      CommandGroup(
        name: "Who moves first:",
        subcommands: [
          DesignCommand.self,
          PoliciesCommand.self,
          LeadCommand.self,
        ]),
      CommandGroup(
        name: "Who joins whom:",
        subcommands: [
          AlliancesCommand.self
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
    var words = CommandLine.arguments.dropFirst()
    if words.first == "help" { words = words.dropFirst() }
    if let word = words.first, let problem = CommandName.problem(with: word) {
      exit(withError: ValidationError(problem))
    }
    main(nil)
    if !Output.isDelivered {
      exit(withError: Output.failure("standard output cannot be written"))
    }
  }
}
