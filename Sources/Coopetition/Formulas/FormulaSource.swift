/// A game of formulas as it is written: texts that have not been read yet.
struct FormulaSource: Sendable, Equatable {
  /// A name and what it stands for.
  struct Entry<Value: Sendable & Equatable>: Sendable, Equatable {
    var name: String
    var value: Value
  }

  /// The name of the game.
  var name: String
  /// The parameters and their values.
  var parameters: [Entry<Double>] = []
  /// The functions, `s(z)`, and their formulas.
  var definitions: [Entry<String>] = []
  /// The players.
  var players: [FormulaPlayer]
  /// The conditions that the game is played under.
  var constraints: [FormulaConstraint] = []
}

extension FormulaSource {
  /// The operations of all payoffs.
  ///
  /// - Returns: The graph, the place of each payoff in it, and the conditions.
  /// - Throws: the first thing that is wrong, with its place.
  func compiled() throws(ScenarioError) -> (
    graph: FormulaGraph, payoffs: [Int], rows: [ConstraintRow]
  ) {
    try checkPlayers()
    var names = try declaredNames()
    let definitions = try parsedDefinitions(&names)
    let resolver = FormulaResolver(names: names, definitions: definitions)
    let bodies = try resolvedBodies(resolver)
    var compiler = FormulaCompiler(definitions: bodies)
    var payoffs: [Int] = []
    for (k, player) in players.enumerated() {
      let formula = try Self.located("players[\(k)].payoff") {
        () throws(FormulaError) in
        try resolver.resolve(try FormulaParser.parse(player.payoff))
      }
      guard let place = compiler.place(of: formula) else {
        throw ScenarioError(
          at: "players[\(k)].payoff",
          "takes more than \(FormulaCompiler.mostSteps) steps")
      }
      payoffs.append(place)
    }
    return (compiler.graph, payoffs, try rows(resolver, compiler))
  }

  private func checkPlayers() throws(ScenarioError) {
    guard !players.isEmpty else {
      throw ScenarioError(
        at: "players", "is empty; a game has 1 player or more")
    }
    var positions: [String: Int] = [:]
    for (k, player) in players.enumerated() {
      let place = "players[\(k)].name"
      guard !player.name.isEmpty else {
        throw ScenarioError(at: place, "is empty")
      }
      guard player.simplex.count != 1 else {
        throw ScenarioError(
          at: "players[\(k)].simplex", "has 1 variable; it needs 2 or more")
      }
      if let first = positions.updateValue(k, forKey: player.name) {
        throw ScenarioError(
          at: place, "\(player.name) is the name of players[\(first)] too")
      }
    }
    guard players.contains(where: { !$0.variables.isEmpty }) else {
      throw ScenarioError(at: "players", "no player has a variable")
    }
  }

  /// The names of parameters and variables, their values checked.
  private func declaredNames() throws(ScenarioError) -> FormulaNames {
    var names = FormulaNames()
    for (k, parameter) in parameters.enumerated() {
      let place = "parameters.\(DocumentNode.shortened(parameter.name))"
      try names.declare(parameter.name, as: .parameter(k), at: place)
      try AdmissibleRange.finite.check(parameter.value, at: place)
    }
    var count = 0
    for (k, player) in players.enumerated() {
      for variable in player.variables {
        let name = DocumentNode.shortened(variable.name)
        let place =
          player.simplex.contains(variable.name)
          ? "players[\(k)].simplex" : "players[\(k)].variables.\(name)"
        try names.declare(variable.name, as: .variable(count), at: place)
        try variable.validate(at: place)
        count += 1
      }
    }
    return names
  }

  private func parsedDefinitions(
    _ names: inout FormulaNames
  )
    throws(ScenarioError) -> [FormulaDefinition]
  {
    var parsed: [FormulaDefinition] = []
    for (k, entry) in definitions.enumerated() {
      let place = place(ofDefinition: k)
      let definition = try Self.located(place) { () throws(FormulaError) in
        try FormulaDefinition(entry.name, entry.value)
      }
      for argument in definition.arguments ?? [] {
        guard !names.isBuiltIn(argument) else {
          throw ScenarioError(
            at: place, "\(argument) cannot be the name of an argument")
        }
      }
      try names.declare(
        definition.name,
        as: .definition(k, isFunction: definition.arguments != nil), at: place)
      parsed.append(definition)
    }
    return parsed
  }

  private func resolvedBodies(
    _ resolver: FormulaResolver
  )
    throws(ScenarioError) -> [ResolvedFormula]
  {
    let definitions = resolver.definitions
    var bodies: [ResolvedFormula] = []
    for (k, definition) in definitions.enumerated() {
      bodies.append(
        try Self.located(place(ofDefinition: k)) { () throws(FormulaError) in
          try resolver.resolve(
            definition.body, arguments: definition.arguments ?? [])
        })
    }
    do {
      try FormulaCallGraph.check(bodies)
    } catch {
      throw self.error(error, definitions)
    }
    return bodies
  }

  private func error(
    _ problem: FormulaCallGraph.Problem, _ definitions: [FormulaDefinition]
  ) -> ScenarioError {
    switch problem {
    case .cycle(let path):
      let names = path.map { definitions[$0].name }.joined(separator: " → ")
      return ScenarioError(
        at: place(ofDefinition: path[0]), "calls itself: \(names)")
    case .depth(let definition):
      return ScenarioError(
        at: place(ofDefinition: definition),
        "calls nest more than \(FormulaCallGraph.mostLevels) levels deep")
    }
  }

  private func place(ofDefinition k: Int) -> String {
    "define.\(DocumentNode.shortened(definitions[k].name))"
  }

  /// The result of reading a formula, an error being given its place.
  static func located<Value>(
    _ place: String, _ read: () throws(FormulaError) -> Value
  ) throws(ScenarioError) -> Value {
    do {
      return try read()
    } catch {
      throw ScenarioError(at: place, error.description)
    }
  }
}

extension FormulaPlayer.Variable {
  /// Throws unless the bounds are finite and in order.
  fileprivate func validate(at place: String) throws(ScenarioError) {
    try AdmissibleRange.finite.check(lowerBound, at: place)
    try AdmissibleRange.finite.check(upperBound, at: place)
    guard lowerBound <= upperBound else {
      let (lower, upper) =
        (lowerBound.shortDescription, upperBound.shortDescription)
      throw ScenarioError(
        at: place,
        "the lower bound \(lower) is greater than the upper bound \(upper)")
    }
  }
}
