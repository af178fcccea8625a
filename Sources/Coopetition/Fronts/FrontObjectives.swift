/// Between whom a Pareto front is drawn.
public enum FrontObjectives: Sendable, Equatable {
  /// Every player is an objective.
  case players
  /// The named players are the objectives; the others do not count.
  case named([String])
  /// The tiers of a cluster are the objectives: firms of a tier together.
  case tiers
  /// Groups of named players are the objectives, each earning what its members
  /// earn together.
  case groups([[String]])
}

extension FrontObjectives {
  /// A name and the members for each objective.
  ///
  /// - Throws: `ScenarioError` if a name is unknown, a tier is missing, or
  ///   fewer than two objectives are left.
  func groups(
    in game: some ScenarioGame
  ) throws(ScenarioError) -> [(name: String, members: [Int])] {
    let groups: [(name: String, members: [Int])]
    switch self {
    case .players:
      groups = game.playerNames.enumerated().map { ($1, [$0]) }
    case .named(let names):
      groups = try Self.members(of: names.map { [$0] }, in: game)
    case .groups(let names): groups = try Self.members(of: names, in: game)
    case .tiers: groups = try Self.tiers(of: game)
    }
    guard groups.count >= 2 else {
      throw ScenarioError(
        file: game.name,
        "a front takes two objectives or more; there is \(groups.count)")
    }
    return groups
  }

  private static func members(
    of groups: [[String]], in game: some ScenarioGame
  ) throws(ScenarioError) -> [(name: String, members: [Int])] {
    var places: [String: Int] = [:]
    for (k, name) in game.playerNames.enumerated() { places[name] = k }
    var result: [(name: String, members: [Int])] = []
    var seen: Set<Int> = []
    for names in groups {
      var members: [Int] = []
      for name in names {
        guard let place = places[name] else {
          throw ScenarioError(
            file: game.name, "there is no \(game.playerNoun) named \(name)")
        }
        guard seen.insert(place).inserted else {
          throw ScenarioError(file: game.name, "\(name) is named twice")
        }
        members.append(place)
      }
      result.append((names.joined(separator: " + "), members))
    }
    return result
  }

  private static func tiers(
    of game: some ScenarioGame
  ) throws(ScenarioError) -> [(name: String, members: [Int])] {
    guard let firms = (game as? SharingGame)?.cluster.firms,
      firms.allSatisfy({ $0.tier != nil })
    else {
      throw ScenarioError(
        file: game.name, "groups by tier take firms that all have a tier")
    }
    return Tier.allCases.map { tier in
      (tier.rawValue, firms.indices.filter { firms[$0].tier == tier })
    }.filter { !$0.1.isEmpty }
  }
}
