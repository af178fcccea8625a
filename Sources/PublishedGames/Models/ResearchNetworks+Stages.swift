// Both stages, as a check of the reduced form.
extension ResearchNetworks {
  /// Effort and quantity of each firm of a network.
  struct Stages: Game {
    let efforts: Efforts
    let strategies: StrategySpace

    init(_ efforts: Efforts) {
      self.efforts = efforts
      let (effort, sales) = (efforts.model.bounds, efforts.model.bounds)
      strategies = StrategySpace(
        variables: efforts.neighbours.map { _ in [effort, sales] })
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let model = efforts.model
      let (effort, sold) = (levels[2 * player], levels[2 * player + 1])
      var margin = S(model.margin) + effort
      for partner in efforts.neighbours[player] {
        margin += levels[2 * partner]
      }
      for firm in efforts.neighbours.indices
      where model.isRivalry || firm == player {
        margin -= levels[2 * firm + 1]
      }
      return margin * sold - S(model.researchCost) * effort * effort
    }
  }

  /// How strongly a firm of a network would like to change its effort, if the
  /// market's answer is differentiated implicitly; nothing where a firm sells
  /// nothing.
  func evidence(_ network: Network, efforts levels: [Double]) -> [Evidence] {
    let game = Efforts(self, network)
    let outputs = levels.indices.map { game.output(of: $0, at: levels) }
    guard outputs.allSatisfy({ $0 > 1e-6 * margin }) else { return [] }
    let total = BackwardInduction(
      secondStage: levels.indices.map { 2 * $0 + 1 }
    ).totalDerivatives(
      of: Stages(game),
      at: levels.indices.flatMap { [levels[$0], outputs[$0]] })
    let slopes = total.map { total in
      zip(total.slopes, levels).map { $1 > 0 ? abs($0) : max($0, 0) }
    }
    let name =
      network.count <= 5 ? network.label : "a network of \(network.count) firms"
    return [
      Evidence(
        "regret of the efforts in \(name)",
        game.regret(at: levels).upper, atMost: 1e-9 * margin * margin),
      Evidence(
        "total derivative over both stages in \(name)",
        slopes?.max() ?? .infinity, atMost: 1e-8 * margin),
    ]
  }
}
