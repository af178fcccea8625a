import Games

/// A file that says what coalitions of players are worth.
///
/// ```yaml
/// name: gloves
/// worths:
///   players: [Left, Right, Other]
///   values: {Left: 0, Right: 0, Other: 0, Left+Right: 1, Left+Other: 1,
///     Right+Other: 0, Left+Right+Other: 1}
/// ```
public struct WorthTable: Sendable {
  /// The name.
  public let name: String
  /// The names of the players.
  public let players: [String]
  /// What each coalition is worth.
  public let game: CoalitionalGame

  /// Reads a file with the key `worths`.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  public init(_ file: ScenarioFile) throws(ScenarioError) {
    do {
      let root = ScenarioValue(node: file.document, place: nil)
      let values = try root.values(of: [
        "name", "worths.players", "worths.values",
      ])
      name = try values["name"]?.text() ?? file.stem
      players = try Self.players(values["worths.players"])
      game = try Self.game(values["worths.values"], of: players)
    } catch {
      throw error.inFile(file.name)
    }
  }

  private static func players(
    _ value: ScenarioValue?
  ) throws(ScenarioError) -> [String] {
    guard let value else {
      throw ScenarioError(at: "worths.players", "is missing")
    }
    var names: [String] = []
    for (k, node) in try value.list("a list of names").enumerated() {
      let place = "worths.players[\(k)]"
      let name = try ScenarioValue(node: node, place: place).text("a name")
      guard !names.contains(name) else {
        throw ScenarioError(at: place, "\(name) is named twice")
      }
      names.append(name)
    }
    let limit = AllianceStudy.candidateLimit
    guard (1...limit).contains(names.count) else {
      throw ScenarioError(
        at: value.place, "has \(names.count) names; 1 to \(limit) are needed")
    }
    return names
  }

  private static func game(
    _ value: ScenarioValue?, of players: [String]
  ) throws(ScenarioError) -> CoalitionalGame {
    guard let value, case .mapping(let entries) = value.node else {
      throw value?.mismatch("a mapping of coalitions to numbers")
        ?? ScenarioError(at: "worths.values", "is missing")
    }
    var worths = [Double?](repeating: nil, count: 1 << players.count)
    worths[0] = 0
    for entry in entries {
      let coalition = try coalition(entry.key, of: players)
      guard worths[coalition.bits] == nil else {
        throw ScenarioError(
          at: "worths.values", "\(name(coalition, players)) is there twice")
      }
      let place = "worths.values.\(DocumentNode.shortened(entry.key))"
      let worth = try ScenarioValue(node: entry.value, place: place)
        .number(.finite)
      guard abs(worth) <= mostWorth else {
        throw ScenarioError(
          at: place,
          "\(worth.shortDescription) is too large to divide; give worths in a "
            + "larger unit")
      }
      worths[coalition.bits] = worth
    }
    if let missing = worths.firstIndex(of: nil) {
      let coalition = Coalition(bits: missing)
      throw ScenarioError(
        at: "worths.values", "\(name(coalition, players)) is missing")
    }
    return CoalitionalGame(worths: worths.compactMap { $0 })
  }

  /// Up to this size sums and differences of all worths are numbers.
  private static let mostWorth = 1e300

  /// The coalition that names joined by plus signs mean.
  private static func coalition(
    _ text: String, of players: [String]
  ) throws(ScenarioError) -> Coalition {
    var coalition = Coalition.empty
    for name in try names(in: text) {
      guard let player = players.firstIndex(of: name) else {
        var error = ScenarioError.unknown(
          "player", name, among: players, at: "worths.values")
        error.message += NameGroups.hint(among: players)
        throw error
      }
      guard !coalition.contains(player) else {
        throw ScenarioError(
          at: "worths.values",
          "\(DocumentNode.shortened(text)) has \(players[player]) twice")
      }
      coalition = coalition.adding(player)
    }
    return coalition
  }

  private static func names(
    in text: String
  ) throws(ScenarioError) -> [String] {
    do {
      return try NameGroups.names(in: text, separatedBy: "+")
    } catch {
      throw ScenarioError(at: "worths.values", error.message)
    }
  }

  private static func name(
    _ coalition: Coalition, _ players: [String]
  ) -> String {
    coalition.members.map { NameGroups.written(players[$0]) }
      .joined(separator: "+")
  }
}
