import LinearAlgebra
import Synchronization
import Testing

/// Whoever is asked to stop hears of it at every depth and on every thread.
@Suite struct CancellationTests {
  @Test func nothingIsRequestedByItself() {
    #expect(!Cancellation.isRequested)
  }

  @Test func aQuestionHoldsForItsWorkAlone() {
    let inside = Cancellation.asking({ true }) { Cancellation.isRequested }
    #expect(inside)
    #expect(!Cancellation.isRequested)
  }

  @Test func passesAskWhatTheirCallerAsks() {
    let heard = Cancellation.asking({ true }) {
      Parallel.map(50) { _ in Cancellation.isRequested }
    }
    #expect(heard == Array(repeating: true, count: 50))
    let later = Parallel.map(50) { _ in Cancellation.isRequested }
    #expect(later == Array(repeating: false, count: 50))
  }

  @Test func passesHearOfACancelledTask() async {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return Parallel.map(50) { _ in Cancellation.isRequested }
    }
    task.cancel()
    #expect(await task.value == Array(repeating: true, count: 50))
  }

  @Test func passesOfPassesHearIt() {
    let heard = Cancellation.asking({ true }) {
      Parallel.map(4) { _ in
        Parallel.map(4) { _ in Cancellation.isRequested }.allSatisfy(\.self)
      }
    }
    #expect(heard == [true, true, true, true])
  }

  @Test func valuesAreInTheOrderOfPasses() {
    #expect(Parallel.map(1_000) { $0 * $0 } == (0..<1_000).map { $0 * $0 })
    #expect(Parallel.map(0) { $0 } == [])
  }

  @Test func assistedPassesComeInOrderWithinOthers() {
    let values = Parallel.map(6) { outer in
      Parallel.assisted(5) { 5 * outer + $0 }
    }
    #expect(values.flatMap(\.self) == Array(0..<30))
    #expect(Parallel.assisted(1) { $0 } == [0])
  }

  @Test func everyAssistedPassRunsOnce() {
    let count = Mutex(0)
    for _ in 0..<200 {
      _ = Parallel.assisted(3) { pass in count.withLock { $0 += pass + 1 } }
    }
    #expect(count.withLock(\.self) == 200 * 6)
  }

  @Test func assistedPassesHearOfQuestionsAndCancelledTasks() async {
    let heard = Cancellation.asking({ true }) {
      Parallel.assisted(8) { _ in Cancellation.isRequested }
    }
    #expect(heard == Array(repeating: true, count: 8))
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return Parallel.assisted(8) { _ in Cancellation.isRequested }
    }
    task.cancel()
    #expect(await task.value == Array(repeating: true, count: 8))
    #expect(
      Parallel.assisted(2) { _ in Cancellation.isRequested } == [false, false])
  }

  @Test func everyPassRunsOnce() {
    let count = Atomic(0)
    Parallel.forEach(1_000) { count.add($0, ordering: .relaxed) }
    #expect(count.load(ordering: .relaxed) == 999 * 500)
  }

  @Test(arguments: [0, 1, 1_024, 1_025, 10_000])
  func shortPassesComeInOrder(count: Int) {
    #expect(Parallel.values(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
    let blocks = Parallel.blocks(of: count) { Array($0) }
    #expect(Array(blocks.joined()) == Array(0..<count))
  }

  @Test func shortPassesAreUnknownOnceStopped() {
    let values = Cancellation.asking({ true }) {
      Parallel.values(5_000, ifStopped: -1) { $0 }
    }
    #expect(values == Array(repeating: -1, count: 5_000))
    let all = Cancellation.asking({ true }) { Parallel.values(5_000) { $0 } }
    #expect(all == Array(0..<5_000))
  }
}
