import Games
import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

/// `U_i = x_i (c q_i / (1 + q_i) − b_i) − x_i² / 10` with
/// `q_i = Σ_j g_ij x_j`: nobody shares, an unstable threshold, almost all.
private struct Cluster: AggregativeGame {
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]
  let costs: [Double]

  init(players: Int, using random: inout SplitMix64) {
    strategies = StrategySpace(players: players, levels: 0...1)
    var links = Matrix(rows: players, columns: players)
    for i in 0..<players {
      for j in 0..<players where i != j {
        links[i, j] = random.number(in: 0...4) / Double(players)
      }
    }
    aggregates = [
      LinearAggregate(.network(.sparse(SparseMatrix(dense: links))))
    ]
    costs = random.numbers(players, in: 0.1...0.5)
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let inflow = aggregates[0]
    return own * (inflow / (1 + inflow) - S(costs[player]))
      - S.pow(own, 2) / 10
  }
}

struct LinearRelaxationTests {
  /// No box around an equilibrium loses it.
  @Test func noEquilibriumIsLost() {
    var random = SplitMix64(seed: 4)
    var equilibria = 0
    for _ in 0..<12 {
      let game = Cluster(players: 4, using: &random)
      let solution = BranchAndPrune().equilibria(of: game)
      for levels in solution.equilibria.map(\.levels) {
        equilibria += 1
        for _ in 0..<100 {
          var box = levels.map { level in
            Interval(
              lower: max(0, level - random.number(in: 1e-9...0.5)),
              upper: min(1, level + random.number(in: 1e-9...0.5)))
          }
          let isLeft = shrink(&box, game)
          // Levels are known to 1e-12.
          #expect(isLeft)
          #expect(
            zip(box, levels).allSatisfy {
              $0.lower - 1e-10 <= $1 && $1 <= $0.upper + 1e-10
            })
        }
      }
    }
    #expect(equilibria >= 24)
  }

  /// Bands become narrower than the levels in them make them, and lose no
  /// equilibrium either.
  @Test func bandsHoldTheEquilibria() {
    var random = SplitMix64(seed: 12)
    var narrowed = 0
    for _ in 0..<6 {
      let game = Cluster(players: 5, using: &random)
      let directions = [[1, 0.5, 0.5, 1, 1], [-1, 1, 0, 0, 0.25]]
      for levels in BranchAndPrune().equilibria(of: game).equilibria.map(
        \.levels)
      {
        for _ in 0..<20 {
          let box = levels.map { level in
            Interval(
              lower: max(0, level - random.number(in: 1e-9...0.5)),
              upper: min(1, level + random.number(in: 1e-9...0.5)))
          }
          var cell = Cell(box, directions)
          var sums: [LinearSum] = []
          var programs = 0
          let isLeft = LinearRelaxation.shrink(
            &cell, directions, sums: &sums, of: game, programs: &programs)
          #expect(isLeft)
          for (direction, band) in zip(directions, cell.bands) {
            let value = zip(direction, levels).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(band.lower - 1e-9 <= value && value <= band.upper + 1e-9)
            let range = Cell.range(of: direction, over: cell.box)
            if band.width < 0.9 * range.width { narrowed += 1 }
          }
        }
      }
    }
    #expect(narrowed > 20)
  }

  /// What is learnt of sums holds at every equilibrium, and serves the next
  /// turn.
  @Test func leastValuesOfSumsHold() {
    var random = SplitMix64(seed: 21)
    var raised = 0
    for _ in 0..<6 {
      let game = Cluster(players: 6, using: &random)
      let known = BranchAndPrune().equilibria(of: game).equilibria
      for levels in known.map(\.levels) where levels.max() ?? 0 > 0.1 {
        for _ in 0..<20 {
          let direction = random.numbers(6, in: 0.5...1)
          var cell = Cell(
            levels.map {
              Interval(lower: 0, upper: min(1, $0 + random.number(in: 0...0.3)))
            }, [direction])
          let value = zip(direction, levels).reduce(0) { $0 + $1.0 * $1.1 }
          cell.bands[0] = Interval(lower: 0.9 * value, upper: 1.1 * value)
          var sums: [LinearSum] = []
          for _ in 0..<3 {
            var programs = 0
            let isLeft = LinearRelaxation.shrink(
              &cell, [direction], sums: &sums, of: game, programs: &programs)
            #expect(isLeft)
            let plain = game.linearSums(over: cell.box, where: [])
            for sum in sums {
              let seen = sum.terms.reduce(0) {
                $0 + $1.coefficient.midpoint * levels[$1.variable]
              }
              #expect(sum.least <= seen + 1e-9)
            }
            for (sum, known) in zip(plain, sums)
            where sum.least < known.least - 0.01 { raised += 1 }
          }
        }
      }
    }
    #expect(raised > 20)
  }

  /// Programs of many variables run in parts: each narrows its own levels, none
  /// loses an equilibrium, and the bits are the same every time.
  @Test func partsNarrowAllLevels() {
    var random = SplitMix64(seed: 33)
    let game = Cluster(players: 40, using: &random)
    var narrowed = [0, 0]
    for levels in MultiStart().equilibria(of: game) {
      for _ in 0..<3 {
        let box = levels.map { level in
          Interval(
            lower: max(0, level - random.number(in: 1e-9...0.3)),
            upper: min(1, level + random.number(in: 1e-9...0.3)))
        }
        var (rest, again) = (box, box)
        let isLeft = [shrink(&rest, game), shrink(&again, game)]
        #expect(isLeft == [true, true] && rest == again)
        for (v, level) in levels.enumerated() {
          #expect(rest[v].lower - 1e-10 <= level)
          #expect(level <= rest[v].upper + 1e-10)
          if rest[v].width < 0.9 * box[v].width { narrowed[v % 2] += 1 }
        }
      }
    }
    #expect(narrowed.allSatisfy { $0 > 20 })
  }

  /// Some of the boxes without equilibria that contraction leaves are closed.
  @Test func combinedConditionsCloseWhatSingleOnesLeave() {
    var random = SplitMix64(seed: 9)
    var left = 0
    var closed = 0
    for _ in 0..<10 {
      let game = Cluster(players: 8, using: &random)
      let known = BranchAndPrune().equilibria(of: game).equilibria
      for _ in 0..<100 {
        var box = (0..<8).map { _ in
          let ends = random.numbers(2, in: 0...1).sorted()
          return Interval(lower: ends[0] < 0.2 ? 0 : ends[0], upper: ends[1])
        }
        if known.contains(where: { box.contains($0.levels) }) { continue }
        var sweeps = 0
        guard Contraction().contract(&box, of: game, sweeps: &sweeps) == .box
        else { continue }
        left += 1
        if !shrink(&box, game) { closed += 1 }
      }
    }
    #expect(left > 5)
    #expect(closed > 1)
  }

  /// Fourteen players with a threshold between nobody and everybody: found to
  /// have three equilibria and no other.
  @Test func thresholdsOfManyPlayersAreProven() {
    var random = SplitMix64(seed: 1)
    let game = Cluster(players: 14, using: &random)
    let solution = BranchAndPrune(boxLimit: 20_000).equilibria(of: game)
    #expect(solution.isComplete && solution.equilibria.count == 3)
    for equilibrium in solution.equilibria {
      #expect(game.regret(at: equilibrium.levels).upper < 1e-9)
    }
  }

  @Test func aGameWithoutConditionsStaysAsItIs() {
    var box = [Interval(0...1), Interval(0...1)]
    let isLeft = shrink(&box, Threshold())
    #expect(isLeft && box == [Interval(0...1), Interval(0...1)])
  }

  private func shrink(_ box: inout Box, _ game: some Game) -> Bool {
    var cell = Cell(box, [])
    var sums: [LinearSum] = []
    var programs = 0
    defer { box = cell.box }
    return LinearRelaxation.shrink(
      &cell, [], sums: &sums, of: game, programs: &programs)
  }

  /// `x + y ≤ 1` bounds each variable by what the other leaves.
  @Test func conditionsBoundEachVariable() {
    let condition = CombinedCondition(
      coefficients: [Interval(1), Interval(1)], bound: 1)
    var box = [Interval(0.25...2), Interval(0.5...2)]
    let isLeft = condition.propagate(in: &box)
    #expect(isLeft)
    #expect(box[0].lower == 0.25 && box[1].lower == 0.5)
    #expect(abs(box[0].upper - 0.5) < 1e-14)
    #expect(abs(box[1].upper - 0.75) < 1e-14)
    var far = [Interval(1...2), Interval(0.5...2)]
    let isFarLeft = condition.propagate(in: &far)
    #expect(!isFarLeft)
  }

  @Test func infiniteBoundsSayNothing() {
    let condition = CombinedCondition(
      coefficients: [Interval(1), Interval(1)], bound: .infinity)
    var box = [Interval(0...1), Interval(0...1)]
    let isLeft = condition.propagate(in: &box)
    #expect(isLeft && box == [Interval(0...1), Interval(0...1)])
  }
}
