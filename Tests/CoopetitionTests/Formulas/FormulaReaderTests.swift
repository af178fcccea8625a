import Coopetition
import Testing

@Suite struct FormulaReaderTests {
  @Test func everyKeyIsRead() throws {
    let game = try FormulaGame(
      yaml: """
        game: Two plants
        parameters: {a: 2, b: -0.5}
        define:
          cost(q): a*q^2
          total: x1 + x2 + y
        players:
        - name: North
          variables:
            x1: [0, 1]
            x2: [-1, 1e2]
          payoff: total - cost(x1) - cost(x2)
        - {variables: {y: [0.25, 0.25]}, payoff: b*total}
        """)
    #expect(game.name == "Two plants")
    #expect(game.playerNames == ["North", "P2"])
    #expect(game.variableNames == ["x1", "x2", "y"])
    #expect(game.parameterNames == ["a", "b"])
    #expect(game.parameterValues == [2, -0.5])
    #expect(
      game.payoffFormulas == ["total - cost(x1) - cost(x2)", "b*total"])
    #expect(game.strategies.lowerBounds == [0, -1, 0.25])
    #expect(game.strategies.upperBounds == [1, 100, 0.25])
    #expect(game.strategies.variables(of: 0).elementsEqual(0..<2))
    #expect(game.payoffs(at: [1, 0.5, 0.25]) == [-0.75, -0.875])
  }

  @Test func jsonIsRead() throws {
    let game = try FormulaGame(
      yaml: """
        {"game": "g", "define": {"f(a, b)": "a*b"}, "players": [
          {"name": "A", "variables": {"x": [0, 1]}, "payoff": "f(x, 1 - x)"}]}
        """)
    #expect(game.payoffs(at: [0.25]) == [0.1875])
  }

  @Test func constantPayoffsAndObserversAreRead() throws {
    let game = try FormulaGame(
      yaml: """
        game: 2
        players:
        - {name: A, variables: {x: [0, 1]}, payoff: 7}
        - {name: city, variables: {}, payoff: x}
        """)
    #expect(game.name == "2")
    #expect(game.playerCount == 2)
    #expect(game.strategies.dimension == 1)
    #expect(game.payoffs(at: [0.5]) == [7, 0.5])
    #expect(game.pseudoGradient(at: [0.5]) == [0])
  }

  @Test func playersOrderIsTheFilesOrder() throws {
    let game = try FormulaGame(
      yaml: """
        game: order
        players:
        - {name: A, variables: {z: [0, 1], a: [0, 2], m: [0, 3]}, payoff: z}
        - {name: B, variables: {c: [0, 4], b: [0, 5]}, payoff: c}
        """)
    #expect(game.variableNames == ["z", "a", "m", "c", "b"])
    #expect(game.strategies.upperBounds == [1, 2, 3, 4, 5])
  }

  /// Files with the message that they end in.
  static let broken: [(text: String, message: String)] = [
    ("game: g", "players: is missing"),
    ("game: g\nplayers: []", "players: is empty; a game has 1 player or more"),
    ("game: g\nplayers: 3", "players: 3 is not a list of players"),
    (
      "game: g\nplayers: [3]",
      "players[0]: 3 is not a mapping of name, variables, payoff"
    ),
    ("game: [g]\nplayers: []", "game: a list is not a text"),
    (
      "game: g\nplayer: []", "player: unknown key; did you mean players?"
    ),
    (
      "game: g\nplayers:\n- {variable: {x: [0, 1]}, payoff: x}",
      "players[0].variable: unknown key; did you mean variables?"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: [0, 1]}}",
      "players[0].payoff: is missing"
    ),
    ("game: g\nplayers:\n- {payoff: 1}", "players[0].variables: is missing"),
    (
      "game: g\nplayers:\n- {variables: {}, payoff: 1}",
      "players: no player has a variable"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: [0, 1]}, payoff: }",
      "players[0].payoff: is empty; a formula is needed"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: [0, 1]}, payoff: ''}",
      "players[0].payoff: the formula is empty\n  \n  ^"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: [0, 1]}, payoff: [x]}",
      "players[0].payoff: a list is not a formula"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: 3}, payoff: x}",
      "players[0].variables.x: 3 is not a list of two numbers, [lower, upper]"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: [0]}, payoff: x}",
      "players[0].variables.x: has 1 number where 2 are needed"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: [0, a]}, payoff: x}",
      "players[0].variables.x[1]: a is not a number"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: [0, .inf]}, payoff: x}",
      "players[0].variables.x[1]: .inf is not a finite number"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: [.nan, 1]}, payoff: x}",
      "players[0].variables.x[0]: .nan is not a finite number"
    ),
    (
      "game: g\nplayers:\n- {variables: {x: [1, 0.5]}, payoff: x}",
      "players[0].variables.x: "
        + "the lower bound 1 is greater than the upper bound 0.5"
    ),
    (
      "game: g\nplayers:\n- {variables: {x y: [0, 1]}, payoff: x}",
      "players[0].variables.x y: "
        + "is not a name; a name is a letter, then letters, digits and _"
    ),
    (
      "game: g\nplayers:\n- {variables: {pi: [0, 1]}, payoff: x}",
      "players[0].variables.pi: pi is already the number pi"
    ),
    (
      """
      game: g
      players:
      - {variables: {x: [0, 1]}, payoff: x}
      - {variables: {x: [0, 1]}, payoff: x}
      """,
      "players[1].variables.x: x is already a variable"
    ),
    (
      """
      game: g
      players:
      - {name: A, variables: {x: [0, 1]}, payoff: x}
      - {name: A, variables: {y: [0, 1]}, payoff: y}
      """,
      "players[1].name: A is the name of players[0] too"
    ),
    (
      "game: g\nplayers:\n- {name: '', variables: {x: [0, 1]}, payoff: x}",
      "players[0].name: is empty"
    ),
    (
      """
      game: g
      parameters: {t: 1}
      players:
      - {variables: {t: [0, 1]}, payoff: t}
      """,
      "players[0].variables.t: t is already a parameter"
    ),
    (
      "game: g\nparameters: {exp: 1}\nplayers: [{variables: {x: [0, 1]}, "
        + "payoff: x}]",
      "parameters.exp: exp is already a function of every formula"
    ),
    (
      "game: g\nparameters: {t: .inf}\nplayers: []",
      "parameters.t: .inf is not a finite number"
    ),
    (
      "game: g\nparameters: {t: 1e999}\nplayers: []",
      "parameters.t: 1e999 is too large"
    ),
    (
      "game: g\nparameters: {t: half}\nplayers: []",
      "parameters.t: half is not a number"
    ),
    (
      "game: g\nparameters: [1]\nplayers: []",
      "parameters: a list is not a mapping of names and numbers"
    ),
  ]

  @Test(arguments: broken.indices)
  func brokenFilesSayWhatIsWrong(_ index: Int) {
    let (text, message) = Self.broken[index]
    let error = #expect(throws: ScenarioError.self) {
      try FormulaGame(yaml: text)
    }
    #expect(error?.description == "game.yaml: \(message)")
  }

  /// Definitions with the message that they end in.
  static let brokenDefinitions: [(text: String, message: String)] = [
    ("[1]", "define: a list is not a mapping of functions"),
    ("{x: 1}", "define.x: x is already a variable"),
    (
      "{exp(z): z}",
      "define.exp(z): exp is already a function of every formula"
    ),
    ("{f(z): z, f: 1}", "define.f: f is already a definition"),
    ("{f(exp): 1}", "define.f(exp): exp cannot be the name of an argument"),
    (
      "{'f(a, a)': 1}",
      "define.f(a, a): a is already an argument\n  f(a, a)\n       ^"
    ),
    ("{f z: 1}", "define.f z: expected \"(\"\n  f z\n    ^"),
    ("{2: 1}", "define.2: expected a name such as s(z)\n  2\n  ^"),
    ("{f(2): 1}", "define.f(2): expected an argument or \")\"\n  f(2)\n    ^"),
    ("{'f(a,)': 1}", "define.f(a,): expected an argument\n  f(a,)\n      ^"),
    (
      "{f(a b): 1}", "define.f(a b): expected \",\" or \")\"\n  f(a b)\n      ^"
    ),
    ("{f(a)b: 1}", "define.f(a)b: expected nothing\n  f(a)b\n      ^"),
    (
      "{f(z): z + }",
      "define.f(z): expected a number, a name or \"(\" after \"+\"\n  z +\n     ^"
    ),
    (
      "{f(z): w}",
      "define.f(z): unknown name \"w\"; known are z, pi, x\n  w\n  ^"
    ),
    ("{f(z): f(z)}", "define.f(z): calls itself: f → f"),
    (
      "{f(z): z(1)}",
      "define.f(z): z is an argument, not a function; write * for a product\n  z(1)\n  ^"
    ),
    (
      "{f(a, b): a*b}",
      "define.f(a: is a part of a formula; "
        + "between braces a formula with a comma stands in quotes"
    ),
    (
      "{f(z: 1}",
      "define.f(z: expected \",\" or \")\"; "
        + "a name with a comma stands in quotes\n  f(z\n     ^"
    ),
  ]

  @Test(arguments: brokenDefinitions.indices)
  func brokenDefinitionsSayWhatIsWrong(_ index: Int) {
    let (text, message) = Self.brokenDefinitions[index]
    let error = #expect(throws: ScenarioError.self) {
      try FormulaGame(
        yaml: """
          game: g
          define: \(text)
          players: [{variables: {x: [0, 1]}, payoff: x}]
          """)
    }
    #expect(error?.description == "game.yaml: \(message)")
  }

  @Test func formulaWithACommaBetweenBracesNeedsQuotes() {
    let error = #expect(throws: ScenarioError.self) {
      try FormulaGame(
        yaml: """
          game: g
          players: [{variables: {x: [0, 1]}, payoff: max(x, 1) - x}]
          """)
    }
    #expect(
      error?.description
        == "game.yaml: players[0].1) - x: is a part of a formula; "
        + "between braces a formula with a comma stands in quotes")
  }

  @Test func caretStandsUnderThePlace() {
    let text = sigmoidSharing.replacing("- x^2/2", with: "- * x^2/2")
    let error = #expect(throws: ScenarioError.self) {
      try FormulaGame(yaml: text)
    }
    #expect(
      error?.description == """
        game.yaml: players[0].payoff: \
        expected a number, a name or "(" after "-"
          x*s(y) - * x^2/2
                   ^
        """)
  }

  @Test func argumentsHideOtherNames() throws {
    let game = try FormulaGame(
      yaml: """
        game: g
        parameters: {t: 3}
        define: {'f(x, t)': x - t}
        players: [{variables: {x: [0, 1]}, payoff: 'f(t, x)'}]
        """)
    #expect(game.payoffs(at: [1]) == [2])
  }

  @Test func clustersAreNoGames() {
    let error = #expect(throws: ScenarioError.self) {
      try FormulaGame(yaml: "firms: [{}]")
    }
    #expect(
      error?.description
        == "game.yaml: is a cluster of firms, not a game of formulas")
  }
}
