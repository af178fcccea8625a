import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

@Suite struct ThresholdAdoptionTests {
  /// Granovetter (1978): thresholds 0, 1, … 99 of a crowd of 100 bring all in;
  /// with 2 in place of 1 only the instigator acts.
  @Test func granovettersCrowds() throws {
    let n = 100
    let flows = try DiffusionTests.complete(n)
    var thresholds = (0..<n).map { Double($0) / Double(n - 1) }
    func adopted() -> ThresholdAdoption {
      ThresholdAdoption(
        flows: flows, capacities: Array(repeating: 1, count: n),
        thresholds: thresholds, seeds: [0])
    }
    #expect(adopted().adopters == Array(1...n))
    thresholds[1] = thresholds[2]
    #expect(adopted().adopters == [1])
  }

  @Test func diagonalOfSevenPercolatesOnTheTorus() throws {
    let side = 8
    func place(_ x: Int, _ y: Int) -> Int {
      (x + side) % side * side + (y + side) % side
    }
    var links: [(row: Int, column: Int, value: Double)] = []
    for x in 0..<side {
      for y in 0..<side {
        for (dx, dy) in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
          links.append((place(x, y), place(x + dx, y + dy), 1))
        }
      }
    }
    let flows = try SparseMatrix(rows: 64, columns: 64, triplets: links)
    func final(_ seeds: Int) -> Int? {
      ThresholdAdoption(
        flows: flows, capacities: Array(repeating: 4, count: 64),
        thresholds: Array(repeating: 0.5, count: 64),
        seeds: (0..<seeds).map { place($0, $0) }
      ).adopters.last
    }
    #expect(final(7) == 64)
    #expect(final(6) != 64)
  }

  /// More flow and more seeds take nobody away from the final set.
  @Test func moreFlowAndMoreSeedsReachNoFewer() throws {
    var random = TestSupport.SplitMix64(seed: 6)
    for _ in 0..<100 {
      let n = 8
      var links: [(row: Int, column: Int, value: Double)] = []
      for i in 0..<n {
        for j in 0..<n where i != j && random.happens(0.4) {
          links.append((i, j, random.number(in: 0...1)))
        }
      }
      let thresholds = random.numbers(n, in: 0...1)
      let capacities = (0..<n).map { i in
        links.filter { $0.row == i }.reduce(0) { $0 + $1.value }
      }
      func final(_ flow: Double, _ seeds: [Int]) throws -> Set<Int> {
        let flows = try SparseMatrix(
          rows: n, columns: n,
          triplets: links.map { ($0.row, $0.column, flow * $0.value) })
        let times = ThresholdAdoption(
          flows: flows, capacities: capacities, thresholds: thresholds,
          seeds: seeds
        ).times
        return Set(times.indices.filter { times[$0] != nil })
      }
      let few = try final(0.6, [0])
      #expect(few.isSubset(of: try final(0.9, [0])))
      #expect(few.isSubset(of: try final(0.6, [0, 1])))
    }
  }
}
