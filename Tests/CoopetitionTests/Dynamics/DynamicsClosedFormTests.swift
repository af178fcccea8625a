import Equilibria
import Games
import LinearAlgebra
import TestSupport
import Testing

@testable import Coopetition

/// Answers that are known by formulas, for clusters in which they hold.
@Suite struct DynamicsClosedFormTests {
  /// With linear innovation and no premium, multipliers are those of Katz and
  /// Bonacich: `1 + B + B² + …` with `B_ij = θ v_i κ α_i γ_ij K_j / e_i`.
  @Test func multipliersAreThoseOfKatzAndBonacich() throws {
    var cluster = try Self.linear(firms: 4)
    cluster.policy.subsidy = .perFirm([0.15, 0.2, 0.1, 0.18])
    let shocks = try ShockStudy().shocks(of: Scenario(.cluster(cluster)))
    let linear = try #require(shocks.results.first?.linear)
    #expect(linear.isFree == [true, true, true, true])
    let slopes = Self.slopes(of: cluster)
    var (sums, term) = ([1.0, 1, 1, 1], [1.0, 1, 1, 1])
    for _ in 0..<200 {
      term = (0..<4).map { j in
        (0..<4).reduce(0) { $0 + term[$1] * slopes[$1][j] }
      }
      for j in 0..<4 { sums[j] += term[j] }
    }
    let enclosed = try #require(linear.enclosed)
    for j in 0..<4 {
      #expect(abs(linear.multipliers[j] - sums[j]) < 1e-12)
      #expect(abs(enclosed.multipliers[j].midpoint - sums[j]) < 1e-12)
    }
    #expect(enclosed.width < 1e-8)
  }

  /// At a rate, eigenvalues μ of B become `1 − rate + rate μ`.
  @Test func contractionFollowsTheRate() throws {
    for seed in UInt64(0)..<20 {
      var kind = RandomCluster()
      kind.firms = 2...5
      let game = try SharingGame(kind.cluster(seed: seed))
      for equilibrium in game.equilibria().equilibria {
        func contraction(_ rate: Double) -> Double? {
          AdjustmentProcess(game, Adjustment(rate: rate))
            .contraction(at: equilibrium.levels)
        }
        let process = AdjustmentProcess(game)
        guard let slopes = process.responseSlopes(at: equilibrium.levels)
        else { continue }
        let values = try GeneralEigendecomposition.eigenvalues(of: slopes)
        for rate in [0.1, 0.5, 1] {
          let expected = values.reduce(0) {
            let real = 1 - rate + rate * $1.real
            let imaginary = rate * $1.imaginary
            return max(
              $0, (real * real + imaginary * imaginary).squareRoot())
          }
          #expect(abs(try #require(contraction(rate)) - expected) < 1e-9)
        }
      }
    }
  }

  /// Two firms that share all or nothing and imitate: from above the line
  /// `H = H*` both come to share as the rate falls, from below neither.
  ///
  ///     H = −C_2 ln x − (S_2 − C_2) ln(1 − x) + C_1 ln y + (S_1 − C_1) ln(1 − y)
  @Test func imitationDividesAlongItsFirstIntegral() throws {
    var cluster = try Self.linear(firms: 2)
    cluster.model.choice = .all
    let base = try SharingGame(cluster)
    let game = WithholdingGame(base)
    // Δ_i(y) = y S_i − C_i.
    func gain(_ i: Int, _ other: Double) -> Double {
      var levels = [other, other]
      levels[i] = 1
      let shares = game.payoff(of: i, at: levels)
      levels[i] = 0
      return shares - game.payoff(of: i, at: levels)
    }
    let costs = (0..<2).map { -gain($0, 0) }
    let gains = (0..<2).map { gain($0, 1) + costs[$0] }
    #expect(zip(costs, gains).allSatisfy { 0 < $0 && $0 < $1 })
    func integral(_ x: Double, _ y: Double) -> Double {
      let rest = zip(gains, costs).map { $0 - $1 }
      return -costs[1] * Double.log(x) - rest[1] * Double.log(1 - x)
        + costs[0] * Double.log(y) + rest[0] * Double.log(1 - y)
    }
    let saddle = [costs[1] / gains[1], costs[0] / gains[0]]
    let line = integral(saddle[0], saddle[1])
    let process = AdjustmentProcess(
      game, Adjustment(rule: .imitation, rate: 0.02))
    var random = TestSupport.SplitMix64(seed: 5)
    var ends = [0, 0]
    for _ in 0..<60 {
      let start = random.numbers(2, in: 0.02...0.98)
      // Beside the saddle, of the two sides of its level the one that is above
      // it in both shares leads up.
      let height = integral(start[0], start[1]) - line
      guard abs(height) > 0.05 else { continue }
      var levels = start
      for _ in 0..<20_000 { levels = process.next(levels) }
      let end = levels.map { $0.rounded() }
      #expect(end[0] == end[1])
      ends[Int(end[0])] += 1
      #expect(end[0] == (Self.isAbove(start, saddle, height) ? 1 : 0))
    }
    #expect(ends.allSatisfy { $0 > 5 })
  }

  /// Whether a start lies above the separatrix, which falls through the saddle:
  /// above it in both shares it does, below it in both it does not, and
  /// elsewhere the sign of the integral decides.
  private static func isAbove(
    _ start: [Double], _ saddle: [Double], _ height: Double
  ) -> Bool {
    let isRight = start[0] > saddle[0]
    let isUp = start[1] > saddle[1]
    if isRight == isUp { return isRight }
    return isRight ? height > 0 : height < 0
  }

  /// Firms with linear innovation, no premium, and levels that feed one
  /// another.
  private static func linear(firms count: Int) throws -> Cluster {
    let isPair = count == 2
    let firms = (0..<count).map { i in
      let place = Double(i)
      return Firm(
        "F\(i + 1)", knowledge: 1 + 0.1 * place,
        absorptiveCapacity: 0.9 - 0.1 * place, opportunity: 1,
        marketAtRisk: 0, innovationCost: 0, linearCost: isPair ? 0.2 : 0,
        quadraticCost: isPair ? 0 : 1)
    }
    var rows = [[Double]](
      repeating: [Double](repeating: 0, count: count), count: count)
    for i in 0..<count {
      for j in 0..<count where i != j {
        rows[i][j] = isPair ? 0.5 : 0.1 + 0.05 * Double((i + 2 * j) % 3)
      }
    }
    return try Cluster(
      firms: firms, model: InnovationModel(reciprocity: 1, curvature: 0),
      complementarity: Links(rows: rows))
  }

  private static func slopes(of cluster: Cluster) -> [[Double]] {
    let flows = SharingData(cluster).flows
    return cluster.firms.indices.map { i in
      var unit = cluster.firms.map { _ in 0.0 }
      return cluster.firms.indices.map { j in
        unit[j] = 1
        defer { unit[j] = 0 }
        let firm = cluster.firms[i]
        return cluster.environment * firm.opportunity
          * cluster.model.reciprocity * (flows * unit)[i]
          / firm.quadraticCost
      }
    }
  }
}
