/// Between whom a Pareto front is drawn.
public enum FrontObjectives: Sendable, Equatable {
  /// Every player is an objective.
  case players
  /// The named players are the objectives; the others do not count. A player
  /// may be given as `firms[0]`, and the name of a tier stands for its firms.
  case named([String])
  /// The tiers of a cluster are the objectives: firms of a tier together.
  case tiers
  /// Groups of named players are the objectives, each earning what its members
  /// earn together.
  case groups([[String]])
  /// Groups of named players that bear names themselves, such as regions.
  case listed([FirmGroup])
  /// The firms of a cluster with the most knowledge, which hold half of it
  /// together, and the others.
  case knowledge
}

/// Players who are one objective together.
public struct FirmGroup: Sendable, Equatable {
  /// What the group is called.
  public var name: String
  /// The names of its members.
  public var members: [String]

  /// A group with a name and members.
  public init(name: String, members: [String]) {
    self.name = name
    self.members = members
  }
}

extension FrontObjectives {
  /// Between whom a front of a game is drawn unless something else is asked
  /// for: all players if they are few; of many the tiers, or else the firms
  /// with the most knowledge and the others.
  public static func standard(for game: some ScenarioGame) -> FrontObjectives {
    guard game.playerCount > fewPlayers,
      let firms = game.firms
    else { return .players }
    let tiers = Set(firms.map(\.tier))
    return tiers.count > 1 && !tiers.contains(nil) ? .tiers : .knowledge
  }

  /// Groups that a file lists: comma-separated values, the name of a player
  /// and that of its group in each line. The first line is a header unless it
  /// names a player.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - players: The names of the players.
  /// - Returns: The groups, in the order in which they come up.
  /// - Throws: `ScenarioError` if it cannot be read.
  public static func list(
    path: String, of players: [String]
  ) throws(ScenarioError) -> FrontObjectives {
    do throws(ScenarioError) {
      var table = try CSVReader(path: path)
      var groups: [FirmGroup] = []
      var places: [String: Int] = [:]
      var isHeader = true
      while try table.advance() {
        if table.isBlank { continue }
        if isHeader { try table.checkSeparators() }
        guard table.count == 2 else {
          throw ScenarioError(
            at: table.place,
            "has \(NumberText.counted(table.count, "field")), not a name and a "
              + "group")
        }
        let (member, name) = (try table.text(0), try table.text(1))
        if !isHeader || players.contains(member) {
          let place = places[name] ?? groups.count
          if place == groups.count {
            groups.append(FirmGroup(name: name, members: []))
            places[name] = place
          }
          groups[place].members.append(member)
        }
        isHeader = false
      }
      return .listed(groups)
    } catch {
      throw error.inFile(path)
    }
  }

  /// The largest number of players who all are objectives by default.
  private static let fewPlayers = 40
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
      groups = try Self.members(of: [names], in: game)[0].members
        .map { (game.playerNames[$0], [$0]) }
    case .groups(let names): groups = try Self.members(of: names, in: game)
    case .listed(let listed):
      let members = try Self.members(of: listed.map(\.members), in: game)
      groups = zip(listed, members).map { ($0.name, $1.members) }
    case .tiers: groups = try Self.tiers(of: game)
    case .knowledge: groups = try Self.halves(of: game)
    }
    guard groups.count >= 2 else {
      throw ScenarioError(
        "a front takes two objectives or more; there is \(groups.count)")
    }
    return groups
  }

  private static func members(
    of groups: [[String]], in game: some ScenarioGame
  ) throws(ScenarioError) -> [(name: String, members: [Int])] {
    var result: [(name: String, members: [Int])] = []
    var seen: Set<Int> = []
    let address = PlayerAddress(of: game)
    for names in groups {
      var (members, labels): ([Int], [String]) = ([], [])
      for name in names {
        let found: [Int]
        do throws(ScenarioError) {
          found = try address.players(name)
        } catch {
          var hinted = error
          hinted.message += NameGroups.hint(among: game.playerNames)
          throw hinted
        }
        for place in found where !seen.insert(place).inserted {
          throw ScenarioError("\(game.playerNames[place]) is named twice")
        }
        members += found
        labels.append(found.count == 1 ? game.playerNames[found[0]] : name)
      }
      result.append((labels.joined(separator: " + "), members))
    }
    return result
  }

  private static func tiers(
    of game: some ScenarioGame
  ) throws(ScenarioError) -> [(name: String, members: [Int])] {
    guard let firms = game.firms,
      firms.allSatisfy({ $0.tier != nil })
    else {
      throw ScenarioError(
        "groups by tier take firms that all have a tier")
    }
    return Tier.allCases.map { tier in
      (tier.rawValue, firms.indices.filter { firms[$0].tier == tier })
    }.filter { !$0.1.isEmpty }
  }

  /// The firms with the most knowledge, as many as hold half of it together,
  /// and the others.
  private static func halves(
    of game: some ScenarioGame
  ) throws(ScenarioError) -> [(name: String, members: [Int])] {
    guard let firms = game.firms else {
      throw ScenarioError(
        "groups by knowledge take a cluster of firms")
    }
    let total = firms.reduce(0) { $0 + $1.knowledge }
    var held = 0.0
    let order = firms.indices.sorted {
      (firms[$1].knowledge, $0) < (firms[$0].knowledge, $1)
    }
    let count = order.firstIndex { firm in
      held += firms[firm].knowledge
      return held >= total / 2
    }
    let split = min((count ?? 0) + 1, firms.count - 1)
    guard split > 0 else { return [("all", Array(firms.indices))] }
    func half(
      _ places: ArraySlice<Int>, _ name: String
    ) -> (name: String, members: [Int]) {
      let names = places.map { firms[$0].name }
      return (names.count == 1 ? names[0] : name, places.sorted())
    }
    return [
      half(order[..<split], "\(split) with the most knowledge"),
      half(order[split...], "the other \(firms.count - split)"),
    ]
  }
}
