import ArgumentParser

@main
struct CoopetitionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "coopetition")
}
