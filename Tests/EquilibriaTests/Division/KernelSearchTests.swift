import TestSupport
import Testing

@testable import Equilibria

@Suite("Kernels of directed graphs")
struct KernelSearchTests {
  private func ring(_ n: Int) -> [[Int]] {
    (0..<n).map { [($0 + 1) % n, ($0 + n - 1) % n] }
  }

  @Test("A ring has as many maximal independent sets as Perrin's number")
  func rings() {
    let perrin = [3, 2, 5, 5, 7, 10, 12, 17, 22, 29]
    for (k, count) in perrin.enumerated() {
      let found = KernelSearch().kernels(successors: ring(k + 3))
      #expect(found.sets.count == count && found.isComplete)
    }
  }

  @Test("A directed cycle has no kernel if it is odd, else two")
  func directedCycles() {
    for n in 3...9 {
      let found = KernelSearch().kernels(
        successors: (0..<n).map { [($0 + 1) % n] })
      #expect(found.sets.count == (n % 2 == 0 ? 2 : 0) && found.isComplete)
    }
  }

  @Test("A star: the hub or all leaves")
  func star() {
    let found = KernelSearch().kernels(
      successors: [[1, 2, 3, 4], [0], [0], [0], [0]])
    #expect(found.sets == [[0], [1, 2, 3, 4]])
  }

  @Test("Without edges everybody is inside; without vertices nobody")
  func trivialGraphs() {
    let alone = KernelSearch().kernels(successors: [[], [], []])
    #expect(alone.sets == [[0, 1, 2]])
    #expect(KernelSearch().kernels(successors: []).sets == [[]])
  }

  @Test("Random graphs have the kernels that all subsets show")
  func randomGraphs() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let n = Int.random(in: 1...8, using: &random)
      let chance = random.number(in: 0.1...0.7)
      let successors = (0..<n).map { i in
        (0..<n).filter { $0 != i && random.happens(chance) }
      }
      let found = KernelSearch().kernels(successors: successors)
      let all = (0..<1 << n).map { set in
        (0..<n).filter { set >> $0 & 1 == 1 }
      }
      let kernels = all.filter { set in
        (0..<n).allSatisfy { i in
          set.contains(i) != successors[i].contains { set.contains($0) }
        }
      }
      #expect(Set(found.sets) == Set(kernels))
      #expect(found.sets.count == kernels.count && found.isComplete)
    }
  }

  @Test("What a limit cuts off is not called complete")
  func limit() {
    let found = KernelSearch(nodeLimit: 5).kernels(successors: ring(30))
    #expect(!found.isComplete)
  }
}
