import Coopetition

extension FormulaGame {
  /// One player with variables x and y in [−10, 10], a parameter p = 3 and a
  /// function f.
  static func single(_ payoff: String) throws(ScenarioError) -> FormulaGame {
    try FormulaGame(
      "single", parameters: ["p": 3],
      definitions: ["f(a, b)": "a - b", "half": "1/2"],
      players: [
        FormulaPlayer("A", ["x": -10...10, "y": -10...10], payoff: payoff)
      ])
  }

  /// The value of a formula at x and y.
  static func value(
    of payoff: String, x: Double = 0, y: Double = 0
  )
    throws(ScenarioError) -> Double
  {
    try single(payoff).payoff(of: 0, at: [x, y])
  }
}

/// The sigmoid sharing game of the scenario specification.
let sigmoidSharing = """
  game: Sigmoid sharing
  parameters: {t: 0.5}
  define: {s(z): 1/(1 + exp(-12*(z - t)))}
  players:
  - {name: A, variables: {x: [0, 1]}, payoff: x*s(y) - x^2/2}
  - {name: B, variables: {y: [0, 1]}, payoff: y*s(x) - y^2/2}
  """

/// Whether two numbers agree to within a relative error, or are both not
/// finite.
func agree(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
  guard a.isFinite && b.isFinite else { return !a.isFinite && !b.isFinite }
  return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}
