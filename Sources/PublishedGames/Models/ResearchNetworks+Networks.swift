// Any network.
extension ResearchNetworks {
  func solve(_ network: Network, _ answer: inout Answer) {
    answer.values = equilibrium(network, &answer).record ?? [:]
    guard let degree = network.degree, let effort = symmetricEffort(degree),
      let expected = formula(degree)
    else { return }
    let game = Efforts(self, network)
    let levels = network.weights.map { _ in effort }
    let profit = game.payoff(of: 0, at: levels)
    answer.values["symmetric_effort"] = Value(effort)
    answer.values["symmetric_profit"] = Value(profit)
    answer.values["best_reply_stable"] = .boolean(game.isStable(at: levels))
    answer.closedForm["symmetric_effort"] = Value(expected)
    answer.closedForm["symmetric_profit"] =
      outcome(expected, degree).record?["profit"]
    if isRivalry {
      let least = threshold(network, degree)
      answer.values["uniqueness_gamma_threshold"] = Value(least)
      answer.closedForm["best_reply_stable"] = .boolean(researchCost > least)
    }
  }

  /// The efforts that Newton's method finds, firms without sales left out.
  private func equilibrium(_ network: Network, _ answer: inout Answer) -> Value
  {
    var game = Efforts(self, network)
    var levels = game.solve().levels
    for _ in 0..<network.count {
      let leaves = levels.indices.filter {
        game.active[$0] && game.output(of: $0, at: levels) < -1e-9 * margin
      }
      guard let worst = leaves.first else { break }
      var active = game.active
      active[worst] = false
      game = Efforts(self, network, active: active)
      levels = game.solve().levels
      answer.warnings.append("\(network.label): firm \(worst) sells nothing")
    }
    let outputs = levels.indices.map { max(0, game.output(of: $0, at: levels)) }
    let profits = game.payoffs(at: levels)
    let (sales, profit) = (outputs.reduce(0, +), profits.reduce(0, +))
    let squares = outputs.reduce(0) { $0 + $1 * $1 }
    let surplus = (isRivalry ? sales * sales : squares) / 2
    if game.active.allSatisfy({ $0 }) {
      answer.evidence += evidence(network, efforts: levels)
    }
    return [
      "effort": Value(levels),
      "cost_reduction": Value(
        levels.indices.map { game.findings(of: $0, at: levels) }),
      "q": Value(outputs), "profit": Value(profits),
      "industry_profit": Value(profit), "consumer_surplus": Value(surplus),
      "welfare": Value(surplus + profit),
    ]
  }

  func compareShapes(_ answer: inout Answer) {
    let shapes = Network.shapes(players: firms)
    var found = Record()
    for shape in shapes {
      var outcome = equilibrium(shape, &answer).record ?? [:]
      outcome["pairwise_stable"] = .boolean(isPairwiseStable(shape))
      found[shape.label] = .record(outcome)
      if let degree = shape.degree, let effort = formula(degree) {
        answer.closedForm["networks"] = .record(
          (answer.closedForm["networks"]?.record ?? [:]).merging([
            shape.label: ["effort": Value(shape.weights.map { _ in effort })]
          ]))
      }
    }
    answer.values = [
      "networks": .record(found),
      "pairwise_stable_set": Value(
        found.names.filter {
          found.value(at: [$0, "pairwise_stable"]) == true
        }),
      "welfare_maximal": largest("welfare", found),
      "industry_profit_maximal": largest("industry_profit", found),
    ]
  }

  private func largest(_ name: String, _ outcomes: Record) -> Value {
    let most = outcomes.names.map { outcomes.number($0, name) }.max() ?? 0
    let first = outcomes.names.first {
      outcomes.number($0, name) >= most - 1e-9 * (1 + abs(most))
    }
    return first.map { .text($0) } ?? nil
  }

  /// Whether nobody gains by severing a link and no two by forming one.
  private func isPairwiseStable(_ network: Network) -> Bool {
    let now = profits(network)
    let slack = 1e-9 * margin * margin
    return network.weights.indices.allSatisfy { i in
      (0..<i).allSatisfy { j in
        let then = profits(network.toggling(i, j))
        let (mine, yours) = (then[i] - now[i], then[j] - now[j])
        return network.weights[i][j] != 0
          ? max(mine, yours) <= slack
          : min(mine, yours) < -slack || max(mine, yours) <= slack
      }
    }
  }

  private func profits(_ network: Network) -> [Double] {
    var ignored = Answer()
    return equilibrium(network, &ignored).record?["profit"]?.numbers ?? []
  }
}
