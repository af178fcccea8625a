import Testing

@testable import Coopetition

@Suite struct FormulaCallGraphTests {
  private func game(
    _ definitions: [(String, String)], payoff: String = "x"
  ) throws -> FormulaGame {
    try FormulaGame(
      FormulaSource(
        name: "calls",
        definitions: definitions.map { .init(name: $0.0, value: $0.1) },
        players: [FormulaPlayer("A", ["x": 0...1], payoff: payoff)]))
  }

  private func message(_ definitions: [(String, String)]) -> String? {
    do {
      _ = try game(definitions)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func definitionsMayComeInAnyOrder() throws {
    let game = try game(
      [("f(z)", "g(z) + 1"), ("g(z)", "2*c*z"), ("c", "x")], payoff: "f(x)")
    #expect(game.payoff(of: 0, at: [0.5]) == 1.5)
  }

  @Test func recursionIsAnErrorWithItsCycle() {
    #expect(message([("f(z)", "f(z)")]) == "define.f(z): calls itself: f → f")
    #expect(
      message([("a", "b"), ("b", "c + 1"), ("c", "x*b")])
        == "define.b: calls itself: b → c → b")
    #expect(
      message([("f(z)", "g(z)"), ("g(z)", "exp(h(z))"), ("h(z)", "f(1)")])
        == "define.f(z): calls itself: f → g → h → f")
  }

  @Test func deepCallsAreRead() throws {
    let levels = FormulaCallGraph.mostLevels
    let chain =
      [("f1(z)", "z + 1")]
      + (2...levels).map { ("f\($0)(z)", "f\($0 - 1)(z) + 1") }
    #expect(
      try game(chain, payoff: "f\(levels)(x)").payoff(of: 0, at: [0.5])
        == Double(levels) + 0.5)
  }

  @Test(arguments: [201, 20_000])
  func deeperCallsAreAnError(_ levels: Int) {
    let chain =
      [("f1(z)", "z + 1")]
      + (2...levels).map { ("f\($0)(z)", "f\($0 - 1)(z) + 1") }
    let expected = "calls nest more than 200 levels deep"
    #expect(message(chain)?.hasSuffix(expected) == true)
    #expect(message(chain.reversed())?.hasSuffix(expected) == true)
  }

  @Test func callsWithEqualArgumentsAreReplacedOnce() throws {
    let chain =
      [("f1(z)", "z + 1")]
      + (2...60).map { ("f\($0)(z)", "f\($0 - 1)(z)/2 + f\($0 - 1)(z)/2") }
    #expect(
      try game(chain, payoff: "f60(x)").payoff(of: 0, at: [0.5]) == 1.5)
  }

  @Test func growthIsLimited() {
    let chain =
      [("f1(z)", "z + 1")]
      + (2...60).map { ("f\($0)(z)", "f\($0 - 1)(z) + f\($0 - 1)(z + \($0))") }
    #expect(throws: ScenarioError.self) {
      try game(chain, payoff: "f60(x)")
    }
  }
}
