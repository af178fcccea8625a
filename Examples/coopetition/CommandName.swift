import ArgumentParser
import Coopetition

/// The names of the commands.
enum CommandName {
  /// All of them, `help` included.
  static var all: [String] {
    CoopetitionCommand.configuration.subcommands
      .compactMap { $0.configuration.commandName } + ["help"]
  }

  /// The command with a name; nil if there is none.
  static func command(named name: String) -> (any ParsableCommand.Type)? {
    CoopetitionCommand.configuration.subcommands
      .first { $0.configuration.commandName == name }
  }

  /// What is wrong with the first word of a command line; nil for an option or
  /// the name of a command.
  static func problem(with word: String) -> String? {
    guard !word.hasPrefix("-"), !all.contains(word) else { return nil }
    let hint = NearestKey.nearest(to: word, among: all)
      .map { "; did you mean \($0)?" }
    return "there is no command \(DisplayText.escaped(word))" + (hint ?? ".")
  }

  /// What is wrong with a file whose name begins with a dash, which would be
  /// read as options; nil if there is none.
  static func problem(
    withFilesAmong words: ArraySlice<String>
  ) -> String? {
    words.prefix { $0 != "--" }.first { word in
      word.hasPrefix("-") && !word.hasPrefix("--")
        && [".yaml", ".yml", ".json"].contains { word.hasSuffix($0) }
    }.map { word in
      let name = DisplayText.escaped(word)
      return "\(name) begins with a dash; write ./\(name)."
    }
  }
}
