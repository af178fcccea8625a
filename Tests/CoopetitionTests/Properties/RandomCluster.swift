import Coopetition
import LinearAlgebra
import TestSupport

/// What a random cluster may have.
struct RandomCluster {
  /// How many firms there are.
  var firms = 2...12
  /// The diminishing returns of innovation.
  var curvature = 0.0...2.0
  /// The quadratic cost of sharing.
  var quadraticCost = 0.05...1.0
  /// The largest extra profit of the cluster; 0 for none.
  var premium = 6.0
  /// The largest rivalry of two firms; 0 for none.
  var rivalry = 0.5
  /// The largest weight of business stealing.
  var stealing = 0.5
  /// Whether a planner pays and charges.
  var hasPolicy = true
  /// Whether there are royalties, contributions, prices by provider, a
  /// platform and duties.
  var hasCommitment = false

  /// The probability that an innovation succeeds.
  var success = 1.0...1.0

  /// Clusters without premium, stealing and policy, whose returns diminish so
  /// slowly that sharing levels are strategic complements.
  static let supermodular = RandomCluster(
    curvature: 0...1, premium: 0, stealing: 0, hasPolicy: false)

  /// The cluster of a seed; about half of them have a sparse network.
  func cluster(seed: UInt64) throws -> Cluster {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: firms, using: &random)
    let density = random.happens(0.5) ? 1 : 0.4
    let links = (0..<2).map { _ in
      self.links(count, density: density, &random)
    }
    var cluster = try Cluster(
      name: "random \(seed)",
      firms: (0..<count).map { firm("F\($0 + 1)", &random) },
      environment: random.number(in: 0.5...1.5),
      model: InnovationModel(
        reciprocity: random.number(in: 0.5...2),
        curvature: random.number(in: curvature),
        stealing: random.number(in: 0...stealing)),
      premium: Premium(
        value: random.number(in: 0...premium),
        curvature: random.number(in: 0...2), shares: .knowledge),
      complementarity: links[0],
      rivalry: links[1].scaled(by: rivalry),
      policy: policy(count, &random),
      platform: hasCommitment ? platform(count, &random) : Platform())
    cluster.success = random.number(in: success)
    return cluster
  }

  private func firm(_ name: String, _ random: inout SplitMix64) -> Firm {
    Firm(
      name, knowledge: random.number(in: 0.5...2),
      absorptiveCapacity: random.number(in: 0.4...1),
      opportunity: random.number(in: 1...5),
      marketAtRisk: random.number(in: 0...2),
      irreplaceability: random.number(in: 0...1),
      innovationCost: random.number(in: 0...1),
      linearCost: random.number(in: 0.05...0.8),
      quadraticCost: random.number(in: quadraticCost),
      cap: random.happens(0.2) ? random.number(in: 0.3...1) : 1,
      baseProfit: random.number(in: -1...1))
  }

  private func links(
    _ count: Int, density: Double, _ random: inout SplitMix64
  ) -> Links {
    Links(
      rows: (0..<count).map { i in
        (0..<count).map { j in
          guard i != j && random.happens(density) else { return 0 }
          return random.number(in: 0.1...1)
        }
      })
  }

  private func policy(_ count: Int, _ random: inout SplitMix64) -> Policy {
    guard hasPolicy else { return Policy() }
    return Policy(
      subsidy: .perFirm(random.numbers(count, in: -0.2...0.4)),
      price: hasCommitment
        ? .perFirm(random.numbers(count, in: 0...0.4))
        : .uniform(random.number(in: 0...0.3)),
      royalty: hasCommitment ? random.number(in: 0...1) : 0,
      contribution: hasCommitment ? random.number(in: 0...1) : 0)
  }

  private func platform(
    _ count: Int, _ random: inout SplitMix64
  ) -> Platform {
    let firm = Int.random(in: 0...count, using: &random)
    return Platform(
      operator: firm == count ? .service : .firm("F\(firm + 1)"),
      margin: random.number(in: 0...0.5),
      linearCost: random.number(in: 0...0.1),
      fixedCost: random.number(in: 0...0.2))
  }
}

extension Cluster {
  /// The largest equilibrium level of each firm, with proof that no
  /// equilibrium is missing; nil without that proof.
  func largestLevels() throws -> [Double]? {
    let found = try SharingGame(self).equilibria()
    guard found.isComplete else { return nil }
    return firms.indices.map { firm in
      found.equilibria.reduce(0) { max($0, $1.levels[firm]) }
    }
  }
}
