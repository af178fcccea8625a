import ArgumentParser

/// Leads from questions to commands.
struct TopicsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "topics",
      abstract: "Lead from questions to commands.",
      discussion: CommandCatalog.groups.map(section).joined(separator: "\n\n")
        + "\n\nEach has examples: coopetition help COMMAND",
      shouldDisplay: false)
  }

  /// The questions of a group, each beside its command.
  private static func section(of group: CommandCatalog.Group) -> String {
    let width = CommandCatalog.groups.flatMap(\.topics)
      .reduce(0) { max($0, $1.question.count) }
    let lines = group.topics.map { topic in
      let gap = String(repeating: " ", count: width - topic.question.count)
      return
        "  \(topic.question)\(gap)  \(topic.command.configuration.commandName ?? "")"
    }
    return ([group.name] + lines).joined(separator: "\n")
  }

  func run() throws { throw CleanExit.helpRequest(self) }
}
