import ArgumentParser
import Coopetition

/// Explains the words and numbers of reports.
struct NumbersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "numbers",
    abstract: "Explain the words and numbers of reports.",
    discussion: Term.allCases
      .map { "\($0.name.english)\n  \($0.meaning.english)" }
      .joined(separator: "\n")
      + "\n\nIn Chinese too: coopetition help glossary",
    shouldDisplay: false)

  func run() throws { throw CleanExit.helpRequest(self) }
}
