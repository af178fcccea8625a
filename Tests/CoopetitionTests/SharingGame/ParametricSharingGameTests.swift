import Coopetition
import TestSupport
import Testing

/// Every feature of the standard game at once.
func richCluster() throws -> Cluster {
  try Cluster(
    yaml: """
      environment: 1.3
      model: {reciprocity: 1.2, curvature: 0.8, stealing: 0.1}
      premium: {value: 2, curvature: 0.7, shares: knowledge}
      firms:
      - {name: Alpha, tier: core, knowledge: 1.8, absorption: 0.6,
         opportunity: 4, market: 1.5, innovationCost: 0.5,
         cost: {linear: 0.2, quadratic: 0.6}, cap: 0.9, base: 1}
      - {name: Beta, tier: ordinary, knowledge: 1, absorption: 0.7,
         opportunity: 3, market: 0.7, cap: 0.8, irreplaceability: 0.4,
         cost: {linear: 0.3, quadratic: 0.5}}
      - {name: Gamma, tier: general, knowledge: 0.6, absorption: 0.8,
         opportunity: 2, market: 1, irreplaceability: 0.2,
         cost: {linear: 0.25, quadratic: 0.4}, cap: 0.95}
      complementarity: [[0, .6, .4], [.5, 0, .3], [.7, .4, 0]]
      rivalry: [[0, .2, .1], [.3, 0, .2], [.1, .2, 0]]
      access: tiers
      policy: {subsidy: 0.05, price: 0.04}
      """)
}

@Suite struct ParametricSharingGameTests {
  private static let levels = [0.3, 0.7, 0.55]

  private func parameters(
    of cluster: Cluster
  ) throws -> [(parameter: ClusterParameter, value: Double)] {
    let single = ClusterParameter.all(of: cluster)
    let every = try ["absorption", "cost.quadratic", "core.opportunity"].map {
      try ClusterParameter($0, in: cluster)
    }
    return (single + every).map { ($0, $0.value(in: cluster)) }
  }

  @Test func theGraphIsTheGame() throws {
    let cluster = try richCluster()
    for (parameter, value) in try parameters(of: cluster) {
      for factor in [1, 0.97] {
        let family = try cluster.family(
          varying: parameter, over: (factor * value)...value)
        let game = family.game(at: factor * value)
        let point = Self.levels + [factor * value]
        let payoffs = family.graph.payoffs(at: point)
        #expect(
          relativeDistance(
            Array(payoffs.dropLast()), game.payoffs(at: Self.levels)) < 1e-13)
        #expect(
          relativeDistance(
            payoffs.reduce(0, +), game.welfare(at: Self.levels)) < 1e-13)
        #expect(
          relativeDistance(
            Array(family.graph.pseudoGradient(at: point).dropLast()),
            game.pseudoGradient(at: Self.levels)) < 1e-12)
      }
    }
  }

  @Test func derivativesAgreeWithDifferences() throws {
    let cluster = try richCluster()
    var compared = 0
    for (parameter, value) in try parameters(of: cluster) {
      let step = 0x1p-12
      guard
        let family = try? cluster.family(
          varying: parameter, over: (value - step)...(value + step))
      else { continue }
      let above = family.game(at: value + step).payoffs(at: Self.levels)
      let below = family.game(at: value - step).payoffs(at: Self.levels)
      let slopes = family.graph.payoffGradients(at: Self.levels + [value])
      for i in 0..<3 {
        let difference = (above[i] - below[i]) / (2 * step)
        #expect(relativeDistance(slopes[i, 3], difference) < 1e-6)
      }
      compared += 1
    }
    // All but numbers that are 0 and may not be less.
    #expect(compared >= 36)
  }

  @Test func enclosuresHold() throws {
    let cluster = try richCluster()
    for (parameter, value) in try parameters(of: cluster) {
      let family = try cluster.family(
        varying: parameter, over: (0.98 * value)...value)
      let box =
        Self.levels.map { Interval(($0 - 0.01)...($0 + 0.01)) }
        + [Interval((0.98 * value)...value)]
      var bounds = [Interval](repeating: .zero, count: 4)
      family.graph.pseudoGradientEnclosure(over: box, into: &bounds)
      let gradient = family.game(at: 0.99 * value)
        .pseudoGradient(at: Self.levels)
      for i in 0..<3 { #expect(bounds[i].contains(gradient[i])) }
    }
  }

  @Test func theCurvatureIsSmoothThroughOne() throws {
    let cluster = try richCluster()
    for key in ["model.curvature", "premium.curvature"] {
      let family = try cluster.family(
        varying: ClusterParameter(key, in: cluster), over: 0...3)
      for value in [0, 0.3, 0.999999, 1, 1.000001, 2.5, 3] {
        let exact = family.game(at: value).payoffs(at: Self.levels)
        let found = family.graph.payoffs(at: Self.levels + [value])
        #expect(relativeDistance(Array(found.dropLast()), exact) < 1e-13)
      }
    }
  }

  @Test func firmsKeysStandForEveryFirm() throws {
    var cluster = try richCluster()
    let one = try ClusterParameter("Beta.absorption", in: cluster)
    #expect(one.path == "firms[1].absorption")
    let all = try ClusterParameter("absorption", in: cluster)
    try all.set(0.25, in: &cluster)
    #expect(cluster.firms.map(\.absorptiveCapacity) == [0.25, 0.25, 0.25])
    #expect(throws: ScenarioError.self) { try all.set(1.5, in: &cluster) }
    let misspelt = #expect(throws: ScenarioError.self) {
      try ClusterParameter("Beta.absorptoin", in: cluster)
    }
    #expect(
      try #require(misspelt).message.hasSuffix(
        "did you mean Beta.absorption?"))
  }
}
