import ArgumentParser

/// Leads from questions to commands.
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Lead from questions to commands.",
    discussion: """
      What will happen, and what would be best?          solve
      Which outcomes are best for some without harm?     pareto
      What if a number of the file changes?              trace, sensitivity
      How do two firms answer each other?                plot
      Is the file right?                                 check
      Can I check the proof myself?                      verify
      Where do I get a cluster to try?                   generate
      What does the literature say?                      models

      Each has examples: coopetition help COMMAND
      """,
    shouldDisplay: false)

  func run() throws { throw CleanExit.helpRequest(self) }
}
