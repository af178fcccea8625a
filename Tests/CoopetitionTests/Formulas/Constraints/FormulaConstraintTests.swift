import Coopetition
import Testing

/// What is read of constraints and simplices, and what is refused.
@Suite struct FormulaConstraintTests {
  @Test func everyFormIsRead() throws {
    let game = try FormulaGame(
      yaml: """
        game: g
        parameters: {most: 1}
        players:
        - {name: A, variables: {x: [0, 1]}, simplex: [p, q], payoff: x*p}
        - {name: B, variables: {y: [0, 1]}, payoff: y}
        constraints:
        - x + y <= most
        - {name: floor, formula: y >= x - 1/2, players: [B]}
        """)
    #expect(
      game.constraints == [
        FormulaConstraint("x + y <= most"),
        FormulaConstraint("y >= x - 1/2", name: "floor", players: ["B"]),
      ])
    #expect(game.simplices == [["p", "q"], []])
    #expect(game.variableNames == ["x", "p", "q", "y"])
    #expect(game.strategies.upperBounds == [1, 1, 1, 1])
    #expect(game.isConstrained)
  }

  @Test func swiftAndTheFileAreTheSameGame() throws {
    let file = try FormulaGame(
      yaml: """
        game: g
        players:
        - {name: A, simplex: [p, q], payoff: p*y}
        - {name: B, variables: {y: [0, 1]}, payoff: y*q}
        constraints: [p + y <= 1]
        """)
    let swift = try FormulaGame(
      "g",
      players: [
        FormulaPlayer("A", simplex: ["p", "q"], payoff: "p*y"),
        FormulaPlayer("B", ["y": 0...1], payoff: "y*q"),
      ], constraints: [FormulaConstraint("p + y <= 1")])
    #expect(file.digest == swift.digest)
  }

  @Test func constraintsAreInTheDigest() throws {
    func digest(_ constraints: String) throws -> String {
      try FormulaGame(yaml: Self.pair + constraints).digest
    }
    let texts = [
      "", "constraints: [x + y <= 1]", "constraints: [x + y >= 1]",
      "constraints: [{formula: x + y <= 1, players: [A]}]",
      "constraints: [{formula: x + y <= 1, name: n}]",
    ]
    #expect(Set(try texts.map(digest)).count == texts.count)
  }

  static let pair = """
    game: g
    parameters: {c: 2}
    players:
    - {name: A, variables: {x: [0, 1]}, payoff: x}
    - {name: B, variables: {y: [0, 1]}, payoff: y}

    """

  static let broken: [(constraints: String, message: String)] = [
    (
      "constraints: x <= 1",
      "constraints: x <= 1 is not a list of constraints"
    ),
    (
      "constraints: [x]",
      """
      constraints[0]: expected <=, >= or = between two formulas
        x
         ^
      """
    ),
    (
      "constraints: [x <= z]",
      """
      constraints[0]: unknown name "z"; known are pi, c, x, y
         z
         ^
      """
    ),
    (
      "constraints: [1 = 1]",
      "constraints[0]: has no variable, so that nobody can keep it"
    ),
    (
      "constraints: [c <= 3]",
      "constraints[0]: has no variable, so that nobody can keep it"
    ),
    (
      "constraints: [{formula: x <= 1, players: [C]}]",
      "constraints[0].players[0]: unknown key; known are A, B"
    ),
    (
      "constraints: [{formula: x <= 1, players: [B]}]",
      "constraints[0].players[0]: B decides nothing in it"
    ),
    (
      "constraints: [{formula: x <= 1, players: [A, A]}]",
      "constraints[0].players[1]: A is named twice"
    ),
    (
      "constraints: [{formula: x <= 1, players: []}]",
      "constraints[0].players: is empty; name who keeps it"
    ),
    (
      "constraints: [{name: n}]", "constraints[0].formula: is missing"
    ),
    (
      "constraints: [log(x - 1/2) <= 1]",
      "constraints[0]: log(x - 1/2) <= 1 is undefined for x = 0, y in [0, 1]; "
        + "narrow the bounds or change the formula"
    ),
  ]

  @Test(arguments: broken)
  func whatIsNoConstraintIsAnError(
    constraints: String, message: String
  ) throws {
    let error = #expect(throws: ScenarioError.self) {
      try FormulaGame(yaml: Self.pair + constraints)
    }
    #expect(error?.description == "game.yaml: \(message)")
  }

  static let brokenPlayers: [(player: String, message: String)] = [
    ("simplex: []", "players[0].simplex: is empty; it needs 2 or more names"),
    ("simplex: [p]", "players[0].simplex: has 1 variable; it needs 2 or more"),
    ("simplex: [p, p]", "players[0].simplex: p is already a variable"),
    (
      "simplex: [p, q], variables: {p: [0, 1]}",
      "players[0].simplex: p is already a variable"
    ),
    (
      "simplex: p",
      "players[0].simplex: p is not a list of variables that sum to 1"
    ),
    ("simplex: [y, q]", "players[1].variables.y: y is already a variable"),
  ]

  @Test(arguments: brokenPlayers)
  func whatIsNoSimplexIsAnError(player: String, message: String) throws {
    let error = #expect(throws: ScenarioError.self) {
      try FormulaGame(
        yaml: """
          game: g
          players:
          - {name: A, \(player), payoff: 1}
          - {name: B, variables: {y: [0, 1]}, payoff: y}
          """)
    }
    #expect(error?.description == "game.yaml: \(message)")
  }
}
