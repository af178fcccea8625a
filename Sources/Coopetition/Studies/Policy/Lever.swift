/// What a policy against one failure of an innovation system moves, by an
/// intensity x in [0, 1].
public enum Lever: String, Sendable, CaseIterable {
  /// Competition and protection rules: every `market` × (1−x).
  case rules
  /// Studies and search: every cost of sharing × (1−x).
  case information
  /// Brokers and programmes: `complementarity` × (1+x).
  case network
  /// Centres, talent and transfer: every `absorption` + x (1 − absorption).
  case knowledge
  /// Procurement: every `opportunity` × (1+x).
  case demand
  /// The innovation environment: θ × (1+x).
  case environment
  /// Outcome sharing: λ + x (1−λ).
  case royalty
}

extension Lever {
  /// The numbers of a cluster that the lever moves by a parameter.
  func numbers(of cluster: Cluster, parameter: Int) -> [NumberTable.Varied] {
    func each(
      _ key: Int, _ value: (Firm) -> Double, slope: (Double) -> Double
    ) -> [NumberTable.Varied] {
      cluster.firms.indices.map { i in
        let today = value(cluster.firms[i])
        return NumberTable.Varied(
          place: NumberTable.place(ofKey: key, firm: i), parameter: parameter,
          offset: today, slope: slope(today))
      }
    }
    func shared(
      _ place: Int, _ today: Double, _ slope: Double
    ) -> [NumberTable.Varied] {
      [
        NumberTable.Varied(
          place: place, parameter: parameter, offset: today, slope: slope)
      ]
    }
    switch self {
    case .rules: return each(Keys.market, \.marketAtRisk) { -$0 }
    case .information:
      return each(Keys.linearCost, \.linearCost) { -$0 }
        + each(Keys.quadraticCost, \.quadraticCost) { -$0 }
    case .network: return shared(Places.complementarity, 1, 1)
    case .knowledge:
      return each(Keys.absorption, \.absorptiveCapacity) { 1 - $0 }
    case .demand: return each(Keys.opportunity, \.opportunity) { $0 }
    case .environment:
      return shared(
        Places.environment, cluster.environment, cluster.environment)
    case .royalty:
      let royalty = cluster.policy.royalty
      return shared(Places.royalty, royalty, 1 - royalty)
    }
  }
}
