import Coopetition
import TestSupport
import Testing

@Suite struct SensitivityTests {
  /// Re-solves with every number a little changed.
  private func compare(_ scenario: Scenario, least: Int) throws {
    let result = try scenario.sensitivity()
    #expect(result.isComplete && !result.equilibria.isEmpty)
    let step = 0x1p-14
    for outcome in result.equilibria {
      var compared = 0
      for effect in outcome.effects {
        let range = (effect.value - step)...(effect.value + step)
        guard
          let family = try? scenario.family(
            varying: effect.parameter, over: range)
        else { continue }
        let (low, high) = (
          family.game(at: range.lowerBound), family.game(at: range.upperBound)
        )
        let start = outcome.equilibrium.levels
        let below = low.solve(from: start).levels
        let above = high.solve(from: start).levels
        for v in start.indices {
          let difference = (above[v] - below[v]) / (2 * step)
          #expect(
            relativeDistance(effect.derivative.levels[v], difference) < 1e-6)
        }
        let gain =
          (high.welfare(at: above) - low.welfare(at: below))
          / (2 * step)
        #expect(relativeDistance(effect.derivative.welfare, gain) < 1e-6)
        for i in effect.derivative.payoffs.indices {
          let difference =
            (high.payoffs(at: above)[i] - low.payoffs(at: below)[i])
            / (2 * step)
          #expect(
            relativeDistance(effect.derivative.payoffs[i], difference) < 1e-6)
        }
        compared += 1
      }
      #expect(compared >= least)
    }
  }

  @Test func derivativesAgreeWithDifferences() throws {
    try compare(.cluster(richCluster()), least: 30)
  }

  @Test(arguments: ["multi-204", "case-101", "dilemma-300"])
  func goldenScenariosAgree(name: String) throws {
    let cluster = try Cluster(scenario: Golden.scenario(name))
    try compare(.cluster(cluster), least: 20)
  }

  @Test func gamesOfFormulasAgree() throws {
    try compare(.formulas(FormulaGame(yaml: sigmoidSharing)), least: 1)
  }

  @Test func effectsAreRanked() throws {
    let result = try Scenario.cluster(richCluster()).sensitivity()
    for outcome in result.equilibria {
      let sizes = outcome.effects.map {
        abs($0.value * $0.derivative.welfare)
      }
      #expect(sizes == sizes.sorted(by: >))
      let base = try #require(
        outcome.effects.first { $0.parameter == "firms[0].base" })
      #expect(base.derivative.welfare == 1)
      #expect(base.derivative.payoffs == [1, 0, 0])
    }
    let rows = result.report().csv.split(separator: "\n")
    #expect(rows[0].hasPrefix("equilibrium,stability,number,value,welfare"))
    let effects = result.equilibria.reduce(0) { $0 + $1.effects.count }
    #expect(rows.count == 1 + effects)
    #expect(result.report(rows: 3).text().contains("elasticity"))
    #expect(result.report().json.contains("\"elasticity\""))
  }

  @Test func cornersHaveNoDerivative() throws {
    let game = try FormulaGame(
      "Corner", parameters: ["t": 1],
      players: [FormulaPlayer("A", ["x": 0...1], payoff: "t*x - x^2/2")])
    let result = try Scenario.formulas(game).sensitivity()
    #expect(result.equilibria.map(\.undefined) == [["t"]])
  }
}
