import Reports

/// The players of a game as options name them: `Alpha`, as in the addresses of
/// numbers `firms[0]` and `firms[Alpha]`, or `core` for all firms of a tier.
///
/// The name of a player goes before a tier, a position before a name in
/// brackets; no firm has a name that reads like an address.
struct PlayerAddress {
  private let names: [String]
  private let places: [String: Int]
  private let noun: String
  private let firms: [Firm]

  /// Finds the players of a game.
  init(of game: some ScenarioGame) {
    self.init(game.playerNames, game.playerNoun, game.firms ?? [])
  }

  /// Finds the firms of a cluster.
  init(of cluster: Cluster) {
    self.init(cluster.firms.map(\.name), "firm", cluster.firms)
  }

  private init(_ names: [String], _ noun: String, _ firms: [Firm]) {
    self.names = names
    self.noun = noun
    self.firms = firms
    places = Dictionary(
      zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The places of the players that a text means, one or those of a tier.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - place: Where it stands, for the error.
  ///   - start: How the error begins.
  /// - Returns: One place or more.
  /// - Throws: an error that suggests the nearest name.
  /// - Complexity: O(1) for a name or a position, otherwise O(players).
  func players(
    _ text: String, at place: String? = nil,
    saying start: String = "there is no"
  ) throws(ScenarioError) -> [Int] {
    if let player = places[text] { return [player] }
    let inner = bracketed(text)
    if let inner {
      let position = Self.position(inner, below: names.count)
      if let player = position ?? places[inner] { return [player] }
    }
    let members = firms.indices.filter { firms[$0].tier?.rawValue == text }
    guard members.isEmpty else { return members }
    throw .unknownPlayer(
      noun, inner ?? text, among: names, tiers, at: place, saying: start)
  }

  /// The places of the players that some texts mean, each once, in the order of
  /// the texts.
  ///
  /// - Throws: an error that suggests the nearest name.
  func distinctPlayers(
    _ texts: [String], at place: String, saying start: String
  ) throws(ScenarioError) -> [Int] {
    var result: [Int] = []
    for text in texts {
      let players = try players(text, at: place, saying: start)
      result += players.filter { !result.contains($0) }
    }
    return result
  }

  /// The names of the tiers that have firms.
  private var tiers: [String] {
    Tier.allCases.filter { tier in firms.contains { $0.tier == tier } }
      .map(\.rawValue)
  }

  /// The position that a text in brackets means, written as a list is counted:
  /// `0`, `1`, …; nil for `01`, `+1` and for positions where nobody is.
  static func position(_ text: String, below count: Int) -> Int? {
    guard let position = Int(text), "\(position)" == text,
      (0..<count).contains(position)
    else { return nil }
    return position
  }

  /// What stands in the brackets of `firms[…]`, or of `players[…]`.
  private func bracketed(_ text: String) -> String? {
    let head = "\(noun)s["
    guard text.hasPrefix(head), text.hasSuffix("]") else { return nil }
    return String(text.dropFirst(head.count).dropLast())
  }
}

extension ScenarioError {
  /// A player whom an address does not find, with what may have been meant.
  ///
  /// - Parameters:
  ///   - noun: What players are called.
  ///   - name: The name or the position.
  ///   - names: The names of all players.
  ///   - tiers: What else an address may name.
  ///   - place: Where the address stands.
  ///   - start: How the error begins.
  /// - Returns: The error.
  static func unknownPlayer(
    _ noun: String, _ name: String, among names: [String],
    _ tiers: [String] = [], at place: String?,
    saying start: String = "there is no"
  ) -> ScenarioError {
    let text = name.trimmingBlanks
    guard !text.isEmpty else {
      let first = names.first.map { ", such as \(NameGroups.written($0))" }
      return ScenarioError(
        at: place, "names no \(noun) of \(names.count)\(first ?? "")")
    }
    guard let number = Int(text) else {
      return .unknown(
        noun, name, among: names + tiers, at: place, saying: start)
    }
    let nearest = name == "\(number)" ? "\(noun)s[\(number)]" : "\(number)"
    let hint =
      names.indices.contains(number)
      ? "did you mean \(nearest)?" : "positions count from 0"
    let shown = DocumentNode.shortened(name)
    return ScenarioError(
      at: place, "\(start) \(noun) \(shown) among \(names.count); \(hint)")
  }
}
