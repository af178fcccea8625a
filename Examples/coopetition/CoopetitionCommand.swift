import ArgumentParser
import Coopetition

/// Equilibria and optima of firms that share information.
@main
struct CoopetitionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coopetition",
    abstract: "Equilibria and optima of firms that share information.",
    version: CoopetitionPackage.version,
    subcommands: [])
}
