import LinearAlgebra
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
}
