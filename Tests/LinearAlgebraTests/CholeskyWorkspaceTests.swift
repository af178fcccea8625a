import LinearAlgebra
import Testing

@Suite struct CholeskyWorkspaceTests {
  /// A workspace that holds a matrix in its leading block.
  private func workspace(
    _ rows: [[Double]], capacity: Int
  ) -> CholeskyWorkspace {
    var workspace = CholeskyWorkspace(capacity: capacity)
    for (i, row) in rows.enumerated() {
      for j in 0...i { workspace[i, j] = row[j] }
    }
    return workspace
  }

  @Test func solvesTheLeadingBlock() {
    var system = workspace([[4, 2, 0], [2, 5, 3], [0, 3, 6]], capacity: 5)
    for (i, value) in [8.0, 21, 24].enumerated() {
      system.rightHandSide[i] = value
    }
    let solved = system.solve(order: 3)
    #expect(solved)
    for (i, expected) in [1.0, 2, 3].enumerated() {
      #expect(abs(system.rightHandSide[i] - expected) < 1e-14)
    }
  }

  @Test(arguments: [
    [[1.0, 2], [2, 1]], [[0]], [[-1]], [[.nan]], [[1, 1], [1, 1]],
  ])
  func refusesWhatIsNotPositiveDefinite(rows: [[Double]]) {
    var system = workspace(rows, capacity: 2)
    let solved = system.solve(order: rows.count)
    #expect(!solved)
  }

  @Test func anEmptySystemIsSolved() {
    var system = CholeskyWorkspace(capacity: 0)
    let solved = system.solve(order: 0)
    #expect(solved)
  }
}
