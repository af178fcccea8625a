import Coopetition

/// The standard sharing game written down once more, straight from its
/// formulas: dense, one payoff, no channels, no aggregates.
struct SpecificationGame: Game {
  let cluster: Cluster
  let strategies: StrategySpace
  let subsidies: [Double]

  init(_ cluster: Cluster) {
    self.cluster = cluster
    strategies = StrategySpace(levels: cluster.firms.map { 0...$0.cap })
    subsidies = cluster.policy.subsidy.rates(count: cluster.firms.count)
  }

  private func flow<S: Scalar>(_ i: Int, _ j: Int, _ s: Profile<S>) -> S {
    guard i != j else { return 0 }
    let right = cluster.access.right(of: i, to: j, among: cluster.firms)
    return S(cluster.firms[i].absorptiveCapacity)
      * S(cluster.complementarity.weight(i, j)) * S(right)
      * S(cluster.firms[j].knowledge) * s[j]
  }

  private func inflow<S: Scalar>(_ i: Int, _ s: Profile<S>) -> S {
    s.indices.reduce(0) { $0 + flow(i, $1, s) }
  }

  private func returns<S: Scalar>(_ z: S, _ curvature: Double) -> S {
    curvature == 1
      ? S.log(onePlus: z)
      : (S.pow(1 + z, 1 - curvature) - 1) / S(1 - curvature)
  }

  func payoff<S: Scalar>(of i: Int, at s: Profile<S>) -> S {
    let firm = cluster.firms[i]
    let model = cluster.model
    let q = inflow(i, s)
    let reached = q * (1 + S(model.reciprocity) * s[i])
    var u = S(firm.baseProfit) + S(subsidies[i]) * s[i]
    u +=
      S(cluster.success * cluster.environment * firm.opportunity)
      * returns(reached, model.curvature)
    u += S(cluster.environment * firm.innovationCost) * q / (1 + q)
    u += premium(of: i, at: s)
    u -= S(firm.linearCost) * s[i] + S(firm.quadraticCost) * s[i] * s[i] / 2
    for j in s.indices where j != i {
      let out = flow(j, i, s)
      let rivalry = S(cluster.rivalry.weight(i, j) * firm.marketAtRisk)
      u -= S(firm.irreplaceability) * rivalry * out
      u -= S(model.stealing) * rivalry * (inflow(j, s) - out)
      let received = 1 - cluster.platform.margin
      u += S(received * cluster.policy.price.rate(of: i)) * out
      u -= S(cluster.policy.price.rate(of: j)) * flow(i, j, s)
    }
    return u + royalties(of: i, at: s) + operatingProfit(of: i, at: s)
  }

  private func royalties<S: Scalar>(of i: Int, at s: Profile<S>) -> S {
    let model = cluster.model
    guard cluster.policy.royalty != 0 else { return 0 }
    func gain(_ k: Int) -> S {
      S(cluster.success * cluster.environment * cluster.firms[k].opportunity)
        * returns(
          inflow(k, s) * (1 + S(model.reciprocity) * s[k]), model.curvature)
    }
    let received = s.indices.reduce(0 as S) { sum, k in
      k == i || cluster.complementarity.weight(k, i) == 0
        ? sum : sum + gain(k) * flow(k, i, s) / inflow(k, s)
    }
    return S(cluster.policy.royalty) * (received - gain(i))
  }

  private func operatingProfit<S: Scalar>(of i: Int, at s: Profile<S>) -> S {
    let platform = cluster.platform
    guard platform.operator == .firm(cluster.firms[i].name) else { return 0 }
    var sum = S(-platform.fixedCost)
    for j in s.indices {
      let margin = platform.margin * cluster.policy.price.rate(of: j)
      for k in s.indices where k != j {
        sum += S(margin - platform.linearCost) * flow(k, j, s)
      }
    }
    return sum
  }

  private func premium<S: Scalar>(of i: Int, at s: Profile<S>) -> S {
    let total = cluster.firms.reduce(0) { $0 + $1.knowledge }
    let openness = s.indices.reduce(0 as S) {
      $0 + S(cluster.firms[$1].knowledge / total) * s[$1]
    }
    let share = cluster.premium.shares.fractions(for: cluster.firms)[i]
    let contribution = cluster.policy.contribution
    let all =
      S(cluster.premium.value)
      * returns(openness, cluster.premium.curvature)
    guard contribution != 0 else { return S(share) * all }
    let contributed = S(cluster.firms[i].knowledge / total) * s[i] / openness
    return (S((1 - contribution) * share) + S(contribution) * contributed)
      * all
  }
}
