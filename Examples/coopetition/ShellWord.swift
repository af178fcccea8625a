/// Words of a command as they are typed into a shell.
enum ShellWord {
  /// A word, in quotes if a shell would read it otherwise.
  static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.unicodeScalars.allSatisfy(isPlain)
    return isPlain
      ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// The path of a file or folder, which no command takes for an option.
  static func path(_ path: String) -> String {
    path.hasPrefix("-") ? "./" + path : path
  }

  /// Whether no shell gives a character a meaning, nor hides it.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case "-", "_", ".", "/", ":", ",", "=", "@", "%", "+": true
    default: !scalar.isASCII && scalar.properties.isAlphabetic
    }
  }
}
