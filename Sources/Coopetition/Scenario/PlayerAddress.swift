import Reports

/// The players of a game as options name them: `Alpha`, as in the addresses of
/// numbers `firms[0]` and `firms[Alpha]`, or `core` for all firms of a tier.
///
/// The name of a player goes before anything else that a text may mean.
struct PlayerAddress {
  private let names: [String]
  private let noun: String
  private let firms: [Firm]

  /// Finds the players of a game.
  init(of game: some ScenarioGame) {
    (names, noun) = (game.playerNames, game.playerNoun)
    firms = game.firms ?? []
  }

  /// Finds the firms of a cluster.
  init(of cluster: Cluster) {
    (names, noun) = (cluster.firms.map(\.name), "firm")
    firms = cluster.firms
  }

  /// The places of the players that a text means, one or those of a tier.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - place: Where it stands, for the error.
  ///   - start: How the error begins.
  /// - Returns: One place or more.
  /// - Throws: an error that suggests the nearest name.
  /// - Complexity: O(players).
  func players(
    _ text: String, at place: String? = nil,
    saying start: String = "there is no"
  ) throws(ScenarioError) -> [Int] {
    if let player = names.firstIndex(of: text) { return [player] }
    let inner = bracketed(text)
    if let inner {
      let position = Int(inner).flatMap {
        names.indices.contains($0) ? $0 : nil
      }
      if let player = position ?? names.firstIndex(of: inner) {
        return [player]
      }
    }
    let members = firms.indices.filter { firms[$0].tier?.rawValue == text }
    guard members.isEmpty else { return members }
    throw .unknown(
      noun, inner ?? text, among: names + tiers, at: place, saying: start)
  }

  /// The names of the tiers that have firms.
  private var tiers: [String] {
    Tier.allCases.filter { tier in firms.contains { $0.tier == tier } }
      .map(\.rawValue)
  }

  /// What stands in the brackets of `firms[…]`, or of `players[…]`.
  private func bracketed(_ text: String) -> String? {
    let head = "\(noun)s["
    guard text.hasPrefix(head), text.hasSuffix("]") else { return nil }
    return String(text.dropFirst(head.count).dropLast())
  }
}
