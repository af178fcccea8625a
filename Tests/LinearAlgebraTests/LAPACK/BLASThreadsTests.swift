import LinearAlgebra
import Testing

@Suite(.serialized) struct BLASThreadsTests {
  @Test func oneThreadUnlessMoreAreAskedFor() async {
    await #expect(processExitsWith: .success) {
      precondition(BLASThreads.count == 1)
      BLASThreads.count = 2
      precondition(BLASThreads.count == (BLASThreads.isAdjustable ? 2 : 1))
      BLASThreads.count = -4
      precondition(BLASThreads.count == 1)
    }
  }
}
