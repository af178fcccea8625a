import LinearAlgebra
import TestSupport
import Testing

@Suite struct LUWorkspaceTests {
  /// Orders on both sides of the switch to LAPACK, in one workspace.
  @Test func solvesLeadingSystems() {
    var workspace = LUWorkspace(capacity: 64)
    for order in [1, 2, 3, 10, 29, 30, 31, 64] {
      var random = SplitMix64(seed: UInt64(order))
      let a = random.matrix(order, order)
      let b = random.vector(order)
      for i in 0..<order {
        workspace.rightHandSide[i] = b[i]
        for j in 0..<order { workspace[i, j] = a[i, j] }
      }
      let solved = workspace.solve(order: order)
      #expect(solved)
      let x = Array(workspace.rightHandSide[..<order])
      let scale = a.infinityNorm * Vector.maximumNorm(x) * Double(order)
      #expect(distance(a * x, b) < 1e-15 * scale)
    }
  }

  @Test(arguments: [2, 40])
  func singularOrNotFinite(order: Int) {
    var workspace = LUWorkspace(capacity: order)
    let isRegular = workspace.solve(order: order)
    #expect(!isRegular)
    for i in 0..<order { workspace[i, i] = 1 }
    workspace[1, 1] = .infinity
    let isBounded = workspace.solve(order: order)
    #expect(!isBounded)
    for i in 0..<order { workspace[i, i] = 1 }
    workspace.rightHandSide[1] = .nan
    let isFinite = workspace.solve(order: order)
    #expect(!isFinite)
  }

  @Test func nothingToSolve() {
    var workspace = LUWorkspace(capacity: 0)
    let solved = workspace.solve(order: 0)
    #expect(solved)
  }

  @Test func orderAboveTheCapacityIsRefused() async {
    await #expect(processExitsWith: .failure) {
      var workspace = LUWorkspace(capacity: 2)
      _ = workspace.solve(order: 3)
    }
  }
}
