import Games

/// The game of paths: each firm owns its levels in every period, and values
/// them as ``PathPlay`` says; the last player is the treasury.
struct PathGame: Game {
  let strategies: StrategySpace
  private let growth: KnowledgeGrowth
  private let sharing: ParametricSharingGame
  private let horizon: Int
  private let discount: Double

  init(_ growth: KnowledgeGrowth, horizon: Int, discount: Double) {
    self.growth = growth
    self.horizon = horizon
    self.discount = discount
    sharing = ParametricSharingGame(
      growth.cluster, stocks: growth.start.map { $0...$0 })
    strategies = StrategySpace(
      variables: growth.cluster.firms.map {
        Array(repeating: $0.floor...$0.cap, count: horizon)
      } + [[]])
  }

  /// The weights of welfare.
  var everybody: [Double] { Array(repeating: 1, count: playerCount) }

  func payoff<S: Scalar>(of player: Int, at paths: Profile<S>) -> S {
    let n = growth.start.count
    var knowledge = growth.start.map { S($0) }
    var value = S.zero
    var worth = 1.0
    for t in 0..<horizon {
      let levels = (0..<n).map { paths[$0 * horizon + t] }
      let now = levels + knowledge
      value += S(worth) * sharing.payoff(of: player, at: now)
      worth *= discount
      for i in 0..<n {
        knowledge[i] =
          S(1 - growth.depreciation[i]) * now[n + i] + S(growth.research[i])
          + S(growth.learning[i]) * sharing.innovation(of: i, at: now)
      }
      guard t == horizon - 1 else { continue }
      value +=
        S(worth / (1 - discount))
        * sharing.payoff(of: player, at: levels + knowledge)
    }
    return value
  }
}
