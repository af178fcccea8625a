/// Reads the game of formulas that a scenario file describes.
struct FormulaReader {
  let file: ScenarioFile

  private static let keys =
    ["game", "parameters", "define", "players", "constraints"]
    + ScenarioSections.keys(of: .formulas)
  private static let playerKeys = ["name", "variables", "simplex", "payoff"]

  /// The game.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  func game() throws(ScenarioError) -> FormulaGame {
    guard file.kind == .formulas else {
      throw ScenarioError(
        file: file.name, "is a cluster of firms, not a game of formulas")
    }
    do {
      let game = try FormulaGame(try source())
      try game.checkDomain()
      return game
    } catch {
      throw error.inFile(file.name)
    }
  }

  private func source() throws(ScenarioError) -> FormulaSource {
    let root = ScenarioValue(node: file.document, place: nil)
    let values = try root.values(of: Self.keys)
    guard let players = values["players"] else {
      throw ScenarioError(at: "players", "is missing")
    }
    return FormulaSource(
      name: try values["game"]?.text() ?? file.stem,
      parameters: try parameters(values["parameters"]),
      definitions: try definitions(values["define"]),
      players: try self.players(players),
      constraints: try constraints(values["constraints"]))
  }

  private func parameters(
    _ value: ScenarioValue?
  )
    throws(ScenarioError) -> [FormulaSource.Entry<Double>]
  {
    guard let value else { return [] }
    var parameters: [FormulaSource.Entry<Double>] = []
    for (name, value) in try value.entries("a mapping of names and numbers") {
      parameters.append(.init(name: name, value: try value.number(.finite)))
    }
    return parameters
  }

  private func definitions(
    _ value: ScenarioValue?
  )
    throws(ScenarioError) -> [FormulaSource.Entry<String>]
  {
    guard let value else { return [] }
    var definitions: [FormulaSource.Entry<String>] = []
    for (name, value) in try value.entries("a mapping of functions") {
      let formula = try formula(value, brokenIn: name)
      definitions.append(.init(name: name, value: formula))
    }
    return definitions
  }

  private func players(
    _ value: ScenarioValue
  )
    throws(ScenarioError) -> [FormulaPlayer]
  {
    var players: [FormulaPlayer] = []
    for (k, node) in try value.list("a list of players").enumerated() {
      let value = ScenarioValue(node: node, place: "players[\(k)]")
      players.append(try player(value, position: k))
    }
    return players
  }

  private func player(
    _ value: ScenarioValue, position: Int
  )
    throws(ScenarioError) -> FormulaPlayer
  {
    let place = value.place ?? ""
    for (key, part) in try value.entries("a mapping of name, variables, payoff")
    where key.contains(")") {
      throw ScenarioError(at: part.place, Self.needsQuotes)
    }
    let values = try value.values(of: Self.playerKeys)
    guard values["variables"] != nil || values["simplex"] != nil else {
      throw ScenarioError(at: "\(place).variables", "is missing")
    }
    guard let payoff = values["payoff"] else {
      throw ScenarioError(at: "\(place).payoff", "is missing")
    }
    return FormulaPlayer(
      try values["name"]?.text() ?? "P\(position + 1)",
      try values["variables"].map(variables) ?? [],
      simplex: try values["simplex"].map(simplex) ?? [],
      payoff: try formula(payoff))
  }

  private func variables(
    _ value: ScenarioValue
  )
    throws(ScenarioError) -> [FormulaPlayer.Variable]
  {
    var variables: [FormulaPlayer.Variable] = []
    for (name, value) in try value.entries("a mapping of names and bounds") {
      guard case .list = value.node else {
        throw value.mismatch("a list of two numbers, [lower, upper]")
      }
      let bounds = try value.numbers(.finite, count: 2)
      variables.append(.init(name, from: bounds[0], to: bounds[1]))
    }
    return variables
  }

  /// The names of shares of 1.
  private func simplex(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> [String] {
    let names = try texts(value, "a list of variables that sum to 1")
    guard !names.isEmpty else {
      throw ScenarioError(at: value.place, "is empty; it needs 2 or more names")
    }
    return names
  }

  private func texts(
    _ value: ScenarioValue, _ expected: String
  ) throws(ScenarioError) -> [String] {
    var texts: [String] = []
    for (k, node) in try value.list(expected).enumerated() {
      let place = "\(value.place ?? "")[\(k)]"
      texts.append(try ScenarioValue(node: node, place: place).text("a name"))
    }
    return texts
  }

  private func constraints(
    _ value: ScenarioValue?
  ) throws(ScenarioError) -> [FormulaConstraint] {
    guard let value else { return [] }
    var constraints: [FormulaConstraint] = []
    for (k, node) in try value.list("a list of constraints").enumerated() {
      constraints.append(
        try constraint(ScenarioValue(node: node, place: "constraints[\(k)]")))
    }
    return constraints
  }

  /// A constraint: its formula, or a mapping with it.
  private func constraint(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> FormulaConstraint {
    guard case .mapping = value.node else {
      return FormulaConstraint(
        try value.text("a formula such as x + y <= 1"))
    }
    let values = try value.values(of: ["name", "formula", "players"])
    guard let formula = values["formula"] else {
      throw ScenarioError(at: "\(value.place ?? "").formula", "is missing")
    }
    let players = try values["players"].map { value throws(ScenarioError) in
      let names = try texts(value, "a list of players")
      guard !names.isEmpty else {
        throw ScenarioError(at: value.place, "is empty; name who keeps it")
      }
      return names
    }
    return FormulaConstraint(
      try formula.text("a formula such as x + y <= 1"),
      name: try values["name"]?.text(), players: players ?? [])
  }

  /// The text of a formula.
  ///
  /// Between braces a comma ends the formula, and what is left of it becomes
  /// a key without a value; an unbalanced key gives that away.
  private func formula(
    _ value: ScenarioValue, brokenIn key: String = ""
  )
    throws(ScenarioError) -> String
  {
    let isBroken = key.contains("(") != key.contains(")")
    if isBroken && (value.node.isNull || !key.contains("(")) {
      throw ScenarioError(at: value.place, Self.needsQuotes)
    }
    return try value.text("a formula")
  }

  private static let needsQuotes =
    "is a part of a formula; between braces a formula with a comma stands in "
    + "quotes"
}

extension ScenarioValue {
  /// The keys and values of a mapping, in order.
  fileprivate func entries(
    _ expected: String
  )
    throws(ScenarioError) -> [(String, ScenarioValue)]
  {
    guard case .mapping(let entries) = node else { throw mismatch(expected) }
    return entries.map { entry in
      let key = DocumentNode.shortened(entry.key)
      let place = place.map { "\($0).\(key)" } ?? key
      return (entry.key, ScenarioValue(node: entry.value, place: place))
    }
  }
}
