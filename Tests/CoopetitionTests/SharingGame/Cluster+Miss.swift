@testable import Coopetition

/// Models in which firms share all or nothing, choose imprecisely, or both.
let variantModels = ["choice: all", "noise: 0.3", "choice: all, noise: 0.2"]

/// Three firms with a model and, besides, a section.
func variantScenario(
  _ model: String, _ section: String = ""
) throws -> Scenario {
  try Scenario(
    ScenarioFile(
      text: """
        firms:
        - {name: A, knowledge: 2, opportunity: 1.4, absorption: 0.8,
           innovationCost: 0.5, cost: {linear: 0.9, quadratic: 0.2}}
        - {name: B, opportunity: 0.9, absorption: 0.7, cap: 0.8,
           cost: {linear: 0.85}}
        - {name: C, knowledge: 1.5, opportunity: 1.2, cost: {linear: 1.1}}
        model: {curvature: 0.8, reciprocity: 1.3, \(model)}
        premium: {value: 0.3}
        complementarity: {uniform: 0.7}
        rivalry: {uniform: 0.2}
        \(section)

        """, named: "x.yaml"))
}

extension Cluster {
  /// By how much firms miss what they act on at levels, from payoffs alone: the
  /// regret where there is no noise, else `cap F − η log(s/(cap − s))`, F by
  /// central differences of the payoff.
  ///
  /// - Parameters:
  ///   - levels: The levels.
  ///   - leader: A firm that is bound to its level; nil for none.
  /// - Returns: The greatest miss of a firm.
  func miss(at levels: [Double], except leader: Int? = nil) -> Double {
    let sharing = ParametricSharingGame(self)
    func payoff(_ i: Int, _ level: Double) -> Double {
      var levels = levels
      levels[i] = level
      return sharing.payoff(of: i, at: levels)
    }
    return levels.indices.reduce(0) { worst, i in
      guard i != leader else { return worst }
      let (cap, own) = (firms[i].cap, levels[i])
      let (low, high) = (payoff(i, 0), payoff(i, cap))
      guard model.noise > 0 else {
        let earned = low + own / cap * (high - low)
        return max(worst, max(low, high) - earned)
      }
      let step = 1e-6
      let slope = (payoff(i, own + step) - payoff(i, own - step)) / (2 * step)
      let gain = model.choice == .all ? high - low : cap * slope
      return max(
        worst, abs(gain - model.noise * Double.log(own / (cap - own))))
    }
  }
}
