import Games

/// The games that structures of alliances make of one scenario.
public struct AllianceModel: Sendable {
  /// The scenario's game, with nobody allied.
  let game: any ScenarioGame
  /// The terms, partners included.
  let terms: AllianceTerms

  /// The games of a scenario.
  ///
  /// - Parameters:
  ///   - game: The scenario's game.
  ///   - terms: The terms of alliances.
  ///   - partners: Who takes part besides.
  init(
    _ game: any ScenarioGame, terms: AllianceTerms,
    partners: [AlliancePartner] = []
  ) {
    self.game = game
    self.terms = terms.with(partners)
  }

  /// The names of the players.
  var names: [String] { game.playerNames }

  /// The game with some alliances.
  ///
  /// - Parameter blocks: The members of each alliance, disjoint.
  /// - Complexity: O(links).
  /// - Returns: What the players earn, and the game between those who decide.
  func game(of blocks: [[Int]]) -> AllianceGame {
    let members = members(of: blocks)
    return AllianceGame(
      blocks: blocks, members: members,
      between: members.between(
        decidesJointly(blocks) ? groups(blocks) : nil),
      overheads: game.playingCluster == nil ? overheads(blocks) : [])
  }

  /// What the players earn, with the numbers that the terms make; overheads
  /// are contained if firms play.
  func members(of blocks: [[Int]]) -> any ScenarioGame {
    guard !blocks.isEmpty, let cluster = game.playingCluster else {
      return game
    }
    return cluster.allied(blocks, under: terms).uncheckedVariant
  }

  func decidesJointly(_ blocks: [[Int]]) -> Bool {
    terms.decidesJointly && !blocks.isEmpty
  }

  /// The alliances, then everybody else.
  func groups(_ blocks: [[Int]]) -> [[Int]] {
    let allied = Set(blocks.joined())
    return blocks
      + (0..<game.playerCount).filter { !allied.contains($0) }.map { [$0] }
  }

  private func overheads(_ blocks: [[Int]]) -> [Double] {
    var overheads = [Double](repeating: 0, count: game.playerCount)
    for block in blocks {
      for member in block {
        overheads[member] = terms.overhead(members: block.count)
      }
    }
    return overheads
  }
}
