import TestSupport
import Testing

@testable import Equilibria

struct DualSimplexTests {
  /// `max 3x + 5y` with `x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18`: 36 at (2, 6), with
  /// shadow prices 0, 3/2 and 1 (Hillier and Lieberman, the Wyndor problem).
  @Test func shadowPricesOfTheWyndorProblem() {
    var program = DualSimplex(
      rows: rows([1, 0, 0, 2, 3, 2], [4, 12, 18], columns: 2),
      lower: [0, 0], upper: [100, 100])
    let (outcome, multipliers) = program.minimize([-3, -5])
    #expect(outcome == .optimal)
    for (found, expected) in zip(multipliers, [0, 1.5, 1]) {
      #expect(abs(found - expected) < 1e-12)
    }
  }

  @Test func contradictoryRowsAreInfeasible() {
    var program = DualSimplex(
      rows: rows([1, 1, -1, -1], [1, -1.5], columns: 2),
      lower: [0, 0], upper: [1, 1])
    let (outcome, multipliers) = program.minimize([1, 1])
    #expect(outcome == .infeasible)
    // y = (1, 1) combines the rows to 0 ≤ −½.
    #expect(multipliers[0] == multipliers[1] && multipliers[0] > 0)
  }

  @Test func boundsAloneDecideWithoutRows() {
    var program = DualSimplex(rows: [], lower: [0, 0], upper: [1, 1])
    #expect(program.minimize([1, -1]) == (.optimal, []))
    #expect(program.vertex == [0, 1])
  }

  /// The multipliers prove what they claim: with `r = c + yᵀA`,
  /// `min cᵀx ≥ Σ_j min(r_j l_j, r_j u_j) − yᵀb`, and no point of a fine grid
  /// that satisfies the rows does better than the bound or contradicts an
  /// infeasibility.
  @Test func multipliersBoundRandomPrograms() {
    var random = SplitMix64(seed: 23)
    var infeasible = 0
    for _ in 0..<400 {
      let rowCount = Int.random(in: 1...6, using: &random)
      let costs = random.numbers(3, in: -1...1)
      let rows = random.numbers(3 * rowCount, in: -1...1)
      let bounds = random.numbers(rowCount, in: -0.8...0.8)
      var program = DualSimplex(
        rows: self.rows(rows, bounds, columns: 3), lower: [0, 0, 0],
        upper: [1, 1, 1])
      // One objective after the other, each from where the last one ended.
      for costs in [costs, costs.map(-), random.numbers(3, in: -1...1)] {
        let (outcome, y) = program.minimize(costs)
        #expect(outcome != .iterationLimit)
        #expect(y.allSatisfy { $0 >= 0 })
        let isInfeasible = outcome == .infeasible
        infeasible += isInfeasible ? 1 : 0
        let bound = Self.bound(
          isInfeasible ? [0, 0, 0] : costs, rows, bounds, y)
        let best = Self.gridMinimum(costs, rows, bounds)
        if isInfeasible {
          #expect(bound > 0 && best == nil)
          break
        }
        if let best {
          #expect(bound <= best + 1e-9)
          // The grid's cells are 1/24 wide.
          #expect(best - bound < 3 * 3.0 / 24)
        }
      }
    }
    #expect(infeasible > 20)
  }

  /// The program on which the primal method goes round in circles for ever if
  /// ties are broken without care: 1/20 at (1/25, 0, 1, 0) (Beale, Cycling in
  /// the dual simplex algorithm, 1955).
  @Test func bealesProgramIsSolved() {
    var program = DualSimplex(
      rows: rows(
        [0.25, -60, -0.04, 9, 0.5, -90, -0.02, 3, 0, 0, 1, 0], [0, 0, 1],
        columns: 4),
      lower: [0, 0, 0, 0], upper: [100, 100, 100, 100])
    // From a vertex where all rows meet but one.
    let (first, _) = program.minimize([1, 1, 1, 1])
    let costs = [-0.75, 150, -0.02, 6]
    let (outcome, multipliers) = program.minimize(costs)
    #expect(first == .optimal && outcome == .optimal)
    #expect(abs(product(costs, program.vertex) + 0.05) < 1e-9)
    #expect(abs(multipliers[2] - 0.05) < 1e-9)
  }

  /// Many more rows than variables meet at the origin, and each comes twice.
  /// Every level is bounded from both sides, one after the other: the vertex
  /// satisfies the rows, and the multipliers prove that none is better.
  @Test func degenerateProgramsAreSolvedOneAfterTheOther() {
    var random = SplitMix64(seed: 31)
    for count in [3, 8, 21] {
      var elements: [Double] = []
      var bounds: [Double] = []
      for _ in 0..<(3 * count) {
        let row = (0..<count).map { _ in
          random.happens(0.4) ? random.number(in: -1...1) / 2 : 0
        }
        elements += row + row
        bounds += random.happens(0.7) ? [0, 0] : [0.1, 0.1]
      }
      var program = DualSimplex(
        rows: rows(elements, bounds, columns: count),
        lower: Array(repeating: 0, count: count),
        upper: Array(repeating: 1, count: count))
      for v in 0..<count {
        for sign in [1.0, -1] {
          var costs = [Double](repeating: 0, count: count)
          costs[v] = sign
          let (outcome, y) = program.minimize(costs)
          let x = program.vertex
          #expect(outcome == .optimal)
          #expect(x.allSatisfy { -1e-8 <= $0 && $0 <= 1 + 1e-8 })
          var least = 0.0
          var reduced = costs
          for i in bounds.indices {
            let row = Array(elements[(count * i)..<(count * (i + 1))])
            #expect(product(row, x) <= bounds[i] + 1e-8)
            for j in 0..<count { reduced[j] += y[i] * row[j] }
            least -= y[i] * bounds[i]
          }
          for r in reduced { least += min(0, r) }
          #expect(abs(product(costs, x) - least) < 1e-7)
        }
      }
    }
  }

  private func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The rows of a matrix that is given row by row.
  private func rows(
    _ elements: [Double], _ bounds: [Double], columns: Int
  ) -> [DualSimplex.Row] {
    bounds.enumerated().map { i, bound in
      DualSimplex.Row(
        variables: Array(0..<columns),
        coefficients: Array(elements[(columns * i)..<(columns * (i + 1))]),
        bound: bound)
    }
  }

  private static func bound(
    _ costs: [Double], _ rows: [Double], _ bounds: [Double], _ y: [Double]
  ) -> Double {
    var bound = 0.0
    for i in bounds.indices { bound -= y[i] * bounds[i] }
    for j in 0..<3 {
      var reduced = costs[j]
      for i in bounds.indices { reduced += y[i] * rows[3 * i + j] }
      bound += min(0, reduced)
    }
    return bound
  }

  private static func gridMinimum(
    _ costs: [Double], _ rows: [Double], _ bounds: [Double]
  ) -> Double? {
    let steps = 24
    var best: Double?
    for k in 0..<((steps + 1) * (steps + 1) * (steps + 1)) {
      let x = [
        k % (steps + 1), k / (steps + 1) % (steps + 1),
        k / ((steps + 1) * (steps + 1)),
      ].map { Double($0) / Double(steps) }
      let isFeasible = bounds.indices.allSatisfy { i in
        (0..<3).reduce(0) { $0 + rows[3 * i + $1] * x[$1] } <= bounds[i]
      }
      guard isFeasible else { continue }
      let value = (0..<3).reduce(0) { $0 + costs[$1] * x[$1] }
      best = min(best ?? .infinity, value)
    }
    return best
  }
}
