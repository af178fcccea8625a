import Coopetition
import Foundation
import LinearAlgebra
import TestSupport
import Testing

@Suite struct BarrierBargainingTests {
  /// The search without matrices, however few variables there are.
  private let sparse = Bargaining(denseLimit: 0, accuracy: 1e-8)

  private func regional(_ firms: Int, seed: UInt64 = 7) throws -> SharingGame {
    try SharingGame(
      ClusterGenerator(
        firms: firms, degree: 10, kind: .regional, seed: seed, hasTiers: true
      ).cluster())
  }

  /// The equilibrium to improve on.
  private func equilibrium(of game: SharingGame) -> [Double] {
    var sweeps = BestResponseSweeps()
    sweeps.start = .highest
    return game.solve(sweeps).levels
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func agreesWithTheSearchWithMatrices(seed: UInt64) throws {
    let game = try regional(40, seed: seed)
    let levels = equilibrium(of: game)
    let weights = (0..<40).map { $0 % 3 == 0 ? 2.0 : 1 }
    let dense = game.improvements(over: levels, weights: weights)
    let found = game.improvements(
      over: levels, weights: weights, using: sparse)
    #expect(dense.count == 4 && found.count == 4)
    for (one, other) in zip(dense, found) {
      #expect(one.solution == other.solution)
      let (a, b) = (
        value(of: one, weights), value(of: other, weights)
      )
      guard one.solution != .kalaiSmorodinsky else { continue }
      #expect(b >= a - 1e-5 * max(1, abs(a)))
      #expect(b <= value(of: other, weights) + other.gap)
      #expect(other.gains.allSatisfy { $0 >= 0 })
    }
  }

  /// What a way of choosing makes as large as possible.
  private func value(of one: Bargain, _ weights: [Double]) -> Double {
    let pairs = zip(one.gains, weights)
    return switch one.solution {
    case .egalitarian, .kalaiSmorodinsky:
      pairs.reduce(.infinity) { min($0, $1.0 / $1.1) }
    case .nash: pairs.reduce(0) { $0 + $1.1 * Double.log($1.0) }
    case .utilitarian: pairs.reduce(0) { $0 + $1.1 * $1.0 }
    }
  }

  /// Two thousand firms: everybody gains, by evaluation; nobody could gain
  /// more by a small change; and no choice is worse by its own measure than
  /// another.
  @Test func twoThousandFirms() throws {
    let game = try regional(2000)
    let levels = equilibrium(of: game)
    let before = game.payoffs(at: levels)
    let found = game.improvements(over: levels)
    #expect(found.map(\.solution) == BargainingSolution.allCases)
    for one in found {
      let after = game.payoffs(at: one.levels)
      #expect(one.payoffs == after)
      #expect(zip(before, after).allSatisfy { $0 < $1 })
      #expect(game.strategies.contains(one.levels))
      #expect(one.residual < 1e-3)
      #expect(one.gap >= 0 && one.gap < .infinity)
      // Lagrange's bound holds for every profile, the other choices among them.
      let size = zip(one.multipliers, one.gains).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(one.isProven == (one.gap <= 1e-6 * size))
      for other in found {
        let rival = zip(one.multipliers, other.gains).reduce(0) {
          $0 + $1.0 * $1.1
        }
        #expect(rival <= size + one.gap + 1e-12 * size)
      }
    }
    // Each payoff lies below its tangent at the greatest product of gains.
    #expect(found.first { $0.solution == .nash }?.isProven == true)
    let ones = before.map { _ in 1.0 }
    for one in found where one.solution != .kalaiSmorodinsky {
      for other in found {
        var rival = other
        rival.solution = one.solution
        let best = value(of: one, ones)
        #expect(value(of: rival, ones) <= best + 1e-4 * abs(best))
      }
    }
  }

  /// A firm without links earns nothing whatever the others do: the others
  /// improve without it, and a firm that hears of nobody but it neither gains.
  @Test func firmsThatCannotGainAreSetAside() throws {
    var links = TripletList()
    for i in 0..<6 {
      links.append(row: i, column: (i + 1) % 6, value: 0.9)
      links.append(row: i, column: (i + 2) % 6, value: 0.6)
    }
    links.append(row: 7, column: 6, value: 0.5)
    let firms = (0..<8).map {
      Firm("F\($0)", opportunity: 2, linearCost: 0.3, quadraticCost: 0.4)
    }
    let game = try SharingGame(
      Cluster(
        firms: firms, model: InnovationModel(reciprocity: 0.5),
        complementarity: .network(
          SparseMatrix(rows: 8, columns: 8, triplets: links))))
    let nobody = [Double](repeating: 0, count: 8)
    let found = game.improvements(over: nobody, using: sparse)
    #expect(found.count == 4)
    for one in found {
      #expect(one.gains.allSatisfy { $0 >= 0 })
      #expect(one.gains[..<6].allSatisfy { $0 > 0.1 })
      #expect(one.gains[6...].allSatisfy { $0 == 0 })
      #expect(one.levels[6...].allSatisfy { $0 == 0 })
      #expect(!one.benefitsAll)
    }
  }

  @Test func nothingWhereNobodyCanGain() throws {
    let firms = (0..<5).map { Firm("F\($0)", linearCost: 0.3) }
    let game = try SharingGame(Cluster(firms: firms))
    let nobody = [Double](repeating: 0, count: 5)
    let found = sparse.outcomes(
      of: BargainingProblem(game, over: nobody),
      choosing: BargainingSolution.allCases)
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0 == .noMutualGain(isProven: true) })
  }

  @Test func aStoppedSearchReturnsWhatIsKnown() throws {
    let game = try regional(300)
    var search = Bargaining()
    search.monitor = Monitor { _ in false }
    let levels = equilibrium(of: game)
    for one in game.improvements(over: levels, using: search) {
      #expect(one.gains.allSatisfy { $0 >= 0 })
    }
  }
}
