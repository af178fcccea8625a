import Games

extension FrontAnalysis {
  /// A table with a row for each point of the front and for each other
  /// profile: what it is, levels, payoffs of the objectives, and for the front
  /// residual and proof.
  public var csv: String {
    let heads =
      ["kind"] + game.variableNames.map { "level " + $0 }
      + objectives.map { "payoff " + $0.name } + ["residual", "proven"]
    var lines = [heads.map(Self.quoted).joined(separator: ",")]
    for point in front.points {
      lines.append(
        Self.row(
          "front", point.levels + point.payoffs + [point.residual],
          "\(point.isProven)"))
    }
    for outcome in equilibria {
      lines.append(
        Self.row(
          "equilibrium", outcome.levels + objectivePayoffs(outcome.payoffs),
          ",\(outcome.equilibrium.isProven)"))
    }
    lines.append(
      Self.row(
        "optimum", optimum.levels + objectivePayoffs(optimum.payoffs),
        ",\(optimum.isProven)"))
    for improvement in improvements {
      lines.append(
        Self.row(
          improvement.solution.rawValue,
          improvement.levels + objectivePayoffs(improvement.payoffs), ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(
    _ kind: String, _ numbers: [Double], _ end: String
  ) -> String {
    ([kind] + numbers.map { "\($0)" } + [end]).joined(separator: ",")
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
