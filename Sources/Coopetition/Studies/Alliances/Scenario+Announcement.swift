import Games
import Reports

extension Scenario {
  /// A report on the game between the alliances of the section `alliances`
  /// that says first which alliances these are, and under which terms.
  ///
  /// - Parameters:
  ///   - report: What a study says of the game.
  ///   - isAllied: Whether it is that game; there is nothing to say otherwise.
  /// - Returns: The report; in its data `allied` comes after `scenario`.
  /// - Throws: `ScenarioError` if the cluster is not admissible.
  public func announcingAlliances(
    in report: Report, where isAllied: Bool
  ) throws(ScenarioError) -> Report {
    guard isAllied else { return report }
    let settings = try allianceSettings()
    let game = try game()
    let names = game.playerNames
    let alliances = settings.structure.map { $0.map { names[$0] } }
    let terms = settings.terms.with(settings.partners)

    var report = report
    let who =
      alliances.map(\.count) == [names.count]
      ? "all \(names.count) \(game.playerNoun)s"
      : alliances.map { $0.joined(separator: " + ") }.joined(separator: "; ")
    report.sections.insert(
      .text("Allied: \(who) (\(terms.summary))."), at: 0)
    report.changeData {
      $0.inserting(
        "allied",
        .object([
          ("alliances", .list(alliances.map { .texts($0) })),
          ("terms", terms.json),
        ]), after: "scenario")
    }
    return report
  }
}
