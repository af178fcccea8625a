import LinearAlgebra
import Testing

@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 1_024, 1_025, 50_000])
  func fillingReplacesTheFirstValues(count: Int) {
    var values = [Int](repeating: -1, count: count + 3)
    Parallel.fill(&values, count) { 2 * $0 }
    #expect(values == (0..<count).map { 2 * $0 } + [-1, -1, -1])
    #expect(Parallel.values(count) { 2 * $0 } == Array(values.dropLast(3)))
  }
}
