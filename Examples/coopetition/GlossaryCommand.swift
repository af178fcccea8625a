import ArgumentParser
import Coopetition

/// Explains the words of reports in English and Chinese.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Explain the words of reports in English and Chinese.",
    discussion: Term.allCases
      .map { term in
        "\(term.name.english), \(term.name.chinese)\n"
          + "  \(term.meaning.english)\n  \(term.meaning.chinese)"
      }.joined(separator: "\n"),
    shouldDisplay: false)

  func run() throws { throw CleanExit.helpRequest(self) }
}
