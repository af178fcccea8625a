import Equilibria
import Games
import LinearAlgebra

/// How stocks of knowledge move when firms share:
///
///     K_i ← (1 − δ_i) K_i + r_i + λ_i φ(q_i (1 + κ s_i); ε)
///
/// The inflow q uses the stocks of the same period.
///
/// Reference: Cohen and Levinthal, Economic Journal 99, 1989.
struct KnowledgeGrowth: Sendable {
  /// The cluster with the stocks of the start.
  let cluster: Cluster
  let depreciation: [Double]
  let research: [Double]
  let learning: [Double]

  /// The growth of a cluster.
  init(_ cluster: Cluster, _ section: GrowthSection) {
    self.cluster = cluster
    depreciation = section.depreciation
    learning = section.learning
    research =
      section.research
      ?? zip(cluster.firms, section.depreciation).map { $0.knowledge * $1 }
  }

  /// The stocks of the start.
  var start: [Double] { cluster.firms.map(\.knowledge) }

  /// Whether nothing is learnt and research keeps every stock as it is.
  private func isKept(_ i: Int, _ stock: Double) -> Bool {
    learning[i] == 0 && research[i] == depreciation[i] * stock
  }

  /// The cluster with other stocks.
  func cluster(with stocks: [Double]) -> Cluster {
    var result = cluster
    for (i, stock) in stocks.enumerated() { result.firms[i].knowledge = stock }
    return result
  }

  /// The stocks of the next period.
  ///
  /// - Complexity: A pass over the links.
  func next(_ stocks: [Double], sharing levels: [Double]) -> [Double] {
    let made = innovation(stocks, sharing: levels)
    return stocks.indices.map { i in
      isKept(i, stocks[i])
        ? stocks[i]
        : (1 - depreciation[i]) * stocks[i] + research[i]
          + learning[i] * made[i]
    }
  }

  /// `φ(q_i (1 + κ s_i); ε)`.
  func innovation(_ stocks: [Double], sharing levels: [Double]) -> [Double] {
    let flows = SharingData(cluster(with: stocks)).flows
    let inflow = flows * levels
    let returns = DiminishingReturns(curvature: cluster.model.curvature)
    return inflow.indices.map {
      returns.value(
        inflow[$0] * (1 + cluster.model.reciprocity * levels[$0]))
    }
  }

  /// The largest stocks that can last, `K̄`: the limit of stocks when all share
  /// what they can, from `r/δ`; nil if they grow without bound.
  var largest: [Double]? {
    let caps = cluster.firms.map(\.cap)
    let bound = Self.unbounded * start.reduce(0, +)
    var stocks = zip(research, depreciation).map { $0 / $1 }
    for _ in 0..<Self.iterationLimit {
      let made = innovation(stocks, sharing: caps)
      let next = stocks.indices.map {
        (research[$0] + learning[$0] * made[$0]) / depreciation[$0]
      }
      guard next.reduce(0, +) <= bound else { return nil }
      let change = zip(next, stocks).reduce(0.0) {
        max($0, abs($1.0 - $1.1) / max($1.0, .leastNormalMagnitude))
      }
      stocks = next
      if change <= Self.tolerance { return stocks }
    }
    return nil
  }

  /// Stocks beyond this multiple of the start's sum count as unbounded.
  private static let unbounded = 1e6
  private static let iterationLimit = 100_000
  /// The relative change at which the limit is taken.
  private static let tolerance = 1e-15
}
