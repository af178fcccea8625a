import Coopetition

/// A game of one's own from one generic payoff: two partners put effort into a
/// common project whose return diminishes.
///
/// By hand: efforts of (√5 − 1)/4 = 0.3090 are the equilibrium, ½ is best.
struct Partners: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)
  /// What a unit of the logarithm of total effort is worth to each partner.
  let worth: Double

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let own = levels[player]
    let other = levels[1 - player]
    return S(worth) * S.log(onePlus: own + other) - 2 * own * own
  }
}

@main
enum OwnGame {
  static func main() {
    let game = Partners(worth: 2)

    let found = game.equilibria()
    print("equilibria", found.isComplete ? "(all, proven)" : "(perhaps more)")
    for equilibrium in found.equilibria {
      let regret = equilibrium.regret.upper <= 1e-12 ? "none" : "some"
      print(" ", row(equilibrium.levels), " regret", regret)
    }

    let one = game.solve(SemismoothNewton(tolerance: 1e-12), from: [0.5, 0.5])
    print("from the middle: \(row(one.levels)), \(one.termination.rawValue)")

    let optimum = game.socialOptimum()
    print("optimum:", row(optimum.levels))
    if let equilibrium = found.equilibria.first,
      let bargain = game.nashBargain(over: equilibrium).bargain
    {
      print("bargain:", row(bargain.levels))
    }
  }

  /// The levels of both partners.
  static func row(_ levels: [Double]) -> String {
    levels.map { NumberText.fixed($0, decimals: 4) }.joined(separator: "  ")
  }
}
