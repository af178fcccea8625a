@testable import Coopetition

/// Models in which firms share all or nothing, choose imprecisely, or both.
let variantModels = ["choice: all", "noise: 0.3", "choice: all, noise: 0.2"]

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
