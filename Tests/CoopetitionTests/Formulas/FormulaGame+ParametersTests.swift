import Coopetition
import Testing

@Suite struct FormulaGameParametersTests {
  @Test func changedParameterIsTheSameAsWritten() throws {
    var game = try FormulaGame(yaml: sigmoidSharing)
    try game.setParameter("t", to: 0.3)
    let written = try FormulaGame(
      yaml: sigmoidSharing.replacing("t: 0.5", with: "t: 0.3"))
    #expect(try game.parameter("t") == 0.3)
    #expect(game.parameterValues == [0.3])
    for level in [0.0, 0.25, 1] {
      let profile = [level, 1 - level]
      #expect(game.payoffs(at: profile) == written.payoffs(at: profile))
      #expect(
        game.jacobian(at: profile) == written.jacobian(at: profile))
    }
  }

  @Test func copiesAreIndependent() throws {
    let game = try FormulaGame(yaml: sigmoidSharing)
    let other = try game.with("t", 0.25)
    #expect(game.parameterValues == [0.5])
    #expect(other.parameterValues == [0.25])
  }

  @Test func exponentsMayChange() throws {
    let game = try FormulaGame(
      "g", parameters: ["a": 2],
      players: [FormulaPlayer("A", ["x": -2...2], payoff: "x^a")])
    let squared = game.payoffEnclosure(of: 0, over: [Interval(-2...1)])
    #expect(squared.lower == 0 && abs(squared.upper - 4) < 1e-14)
    #expect(try game.with("a", 3).payoff(of: 0, at: [-2.0]) == -8)
    #expect(try game.with("a", 0.5).payoff(of: 0, at: [1.44]) == 1.2)
    #expect(try game.with("a", -1).payoff(of: 0, at: [-2.0]) == -0.5)
    #expect(try game.with("a", 0).payoff(of: 0, at: [-2.0]) == 1)
  }

  @Test func errorsNameTheParameter() throws {
    let game = try FormulaGame(
      "g", parameters: ["rivalry": 1],
      players: [FormulaPlayer("A", ["x": 0...1], payoff: "rivalry*x")])
    let unknown = #expect(throws: ScenarioError.self) {
      try game.with("rivaly", 2)
    }
    #expect(
      unknown?.description == "rivaly: unknown key; did you mean rivalry?")
    let infinite = #expect(throws: ScenarioError.self) {
      try game.with("rivalry", .infinity)
    }
    #expect(
      infinite?.description
        == "parameters.rivalry: inf is not a finite number")
    let none = try FormulaGame(
      "g", players: [FormulaPlayer("A", ["x": 0...1], payoff: "x")])
    let missing = #expect(throws: ScenarioError.self) {
      try none.parameter("t")
    }
    #expect(missing?.description == "t: the game has no parameters")
  }

  @Test func openedParameterIsAVariable() throws {
    var game = try FormulaGame(yaml: sigmoidSharing)
    let open = try game.openingParameter("t", to: 0.2...0.8)
    #expect(open.variableNames == ["x", "y", "t"])
    #expect(open.parameterNames.isEmpty)
    #expect(open.playerNames == ["A", "B", "t"])
    #expect(open.strategies.lowerBounds == [0, 0, 0.2])
    #expect(open.strategies.upperBounds == [1, 1, 0.8])
    let step = 0x1p-20
    try game.setParameter("t", to: 0.4 + step)
    let above = game.pseudoGradient(at: [0.3, 0.6])
    try game.setParameter("t", to: 0.4 - step)
    let below = game.pseudoGradient(at: [0.3, 0.6])
    let slopes = open.jacobian(at: [0.3, 0.6, 0.4])
    for v in 0..<2 {
      let difference = (above[v] - below[v]) / (2 * step)
      #expect(abs(slopes[v, 2] - difference) < 1e-8)
      #expect(slopes[2, v] == 0)
    }
    #expect(open.payoffs(at: [0.3, 0.6, 0.4])[2] == 0)
  }

  @Test func openingKeepsOtherParametersAsTheyAre() throws {
    let game = try FormulaGame(
      "g", parameters: ["a": 1, "b": 2],
      players: [FormulaPlayer("a", ["x": 0...1], payoff: "a*x + b*x^a")])
    let open = try game.with("b", 5).openingParameter("a", to: 1...2)
    #expect(open.playerNames == ["a", "parameter a"])
    #expect(open.parameterNames == ["b"])
    #expect(open.payoffs(at: [0.5, 2]) == [2.25, 0])
    #expect(throws: ScenarioError.self) {
      try game.openingParameter("a", to: 1...(.infinity))
    }
  }
}
