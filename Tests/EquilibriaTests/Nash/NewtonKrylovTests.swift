import Equilibria
import LinearAlgebra
import TestSupport
import Testing

/// A ring with best response `a + d − (a − ½)²` to the mean a of two
/// neighbours: with everybody alike its fixed points are `½ ± √d`.
private struct Fold: AggregativeGame {
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]
  /// How far above the fold.
  let distance: Double

  init(players: Int, distance: Double) {
    strategies = StrategySpace(players: players, levels: 0...1)
    self.distance = distance
    // A ring: everybody sees the two neighbours.
    var links = TripletList()
    for i in 0..<players {
      for j in [(i + 1) % players, (i + players - 1) % players] {
        links.append(row: i, column: j, value: 0.5)
      }
    }
    let ring = try? SparseMatrix(
      rows: players, columns: players, triplets: links)
    aggregates = [
      LinearAggregate(
        .network(.sparse(ring ?? SparseMatrix(rows: players, columns: players)))
      )
    ]
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let a = aggregates[0]
    return own * (a + S(distance) - S.pow(a - 0.5, 2)) - S.pow(own, 2) / 2
  }
}

@Suite struct NewtonKrylovTests {
  @Test func agreesWithSweeps() throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      var game = try NetworkSharing(players: 500, degree: 6, seed: seed)
      game.benefit = 10
      let sweeps = game.solve(BestResponseSweeps())
      let newton = game.solve(NewtonKrylov())
      #expect(newton.termination == .converged)
      #expect(newton.residual <= newton.tolerance)
      #expect(relativeDistance(newton.levels, sweeps.levels) < 1e-10)
    }
  }

  @Test func takesAFewStepsNearAFold() {
    let distance = 1e-8
    let game = Fold(players: 300, distance: distance)
    let sweeps = BestResponseSweeps(sweepLimit: 3_000)
    #expect(game.solve(sweeps).termination == .iterationLimit)
    let found = game.solve(NewtonKrylov(sweeps: sweeps))
    #expect(found.termination == .converged)
    #expect(found.iterations < 100)
    let exact = 0.5 + distance.squareRoot()
    #expect(found.levels.allSatisfy { abs($0 - exact) < 1e-8 })
  }

  @Test func givesUpWhereThereIsNoEquilibriumNearby() {
    // Below the fold best responses fall for ever slower and then to 0.
    let game = Fold(players: 20, distance: -1e-3)
    let found = game.solve(NewtonKrylov())
    #expect(found.termination == .converged)
    #expect(game.regret(at: found.levels).upper < 1e-9)
  }

  @Test func saysThatNumbersAreNotFinite() throws {
    var game = try NetworkSharing(players: 20, degree: 3, seed: 1)
    game.reciprocity = .nan
    #expect(game.solve(NewtonKrylov()).termination == .notFinite)
  }
}
