extension Analysis {
  /// The levels of each equilibrium and of the optimum as a CSV file, one line
  /// a firm or variable, in full precision.
  public var levelsCSV: String {
    let profiles = equilibria.map(\.levels) + [optimum.levels]
    let heads =
      equilibria.indices.map { "equilibrium \($0 + 1)" } + ["optimum"]
    var text = ([game.playerNoun] + heads).joined(separator: ",") + "\n"
    for (i, name) in game.variableNames.enumerated() {
      text += Self.cell(name)
      for levels in profiles { text += ",\(levels[i])" }
      text += "\n"
    }
    return text
  }

  /// A cell, in quotation marks where its text needs them.
  private static func cell(_ text: String) -> String {
    guard text.contains(where: { "\",\n\r".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
