import Equilibria
import Testing

@Suite struct BranchTracerTests {
  @Test func theSigmoidFoldsAreProven() throws {
    let trace = BranchTracer().trace(GameFamily(graph: SigmoidGraph()))
    #expect(trace.isConsistent)
    #expect(trace.checks.count == 11)
    #expect(trace.events.map(\.kind) == [.fold, .fold])
    #expect(trace.events.map(\.effect) == [.appear, .vanish])
    let exact = [0.2827876819995685, 0.7172123180004315]
    let levels = [0.0917517095361370, 0.9082482904638630]
    for (event, (parameter, level)) in zip(trace.events, zip(exact, levels)) {
      #expect(event.isProven)
      #expect(event.enclosure.width < 1e-13)
      #expect(abs(event.parameter - parameter) < 1e-14)
      #expect(event.levels.allSatisfy { abs($0 - level) < 1e-13 })
    }
    #expect(
      trace.branches.map(\.stabilities) == [[.stable], [.unstable], [.stable]])
    #expect(trace.branches.map(\.beginning) == [nil, 0, 0])
    #expect(trace.branches.map(\.end) == [1, 1, nil])
    #expect(trace.branches[0].range.lowerBound == 0.2)
    #expect(trace.branches[2].range.upperBound == 0.8)
    #expect(trace.events[0].branches == [1, 2])
  }

  @Test func branchesAreEquilibria() {
    let family = GameFamily(graph: SigmoidGraph())
    let trace = BranchTracer(points: 13).trace(family)
    for point in trace.branches.flatMap(\.points) {
      let regret = family.game(at: point.parameter).regret(at: point.levels)
      #expect(regret.upper < 1e-12)
    }
    let middle = trace.branches.flatMap(\.points).filter {
      $0.parameter == 0.5
    }
    #expect(middle.count == 3)
  }

  @Test(arguments: [6, 11, 21, 41, 81, 101])
  func everyStopIsReached(points: Int) {
    let tracer = BranchTracer(points: points)
    for family in [
      GameFamily(graph: SigmoidGraph()), GameFamily(graph: ThresholdGraph()),
      GameFamily(graph: LoneGraph()),
    ] {
      let trace = tracer.trace(family)
      #expect(trace.isConsistent)
      #expect(!trace.events.contains { $0.kind == .lost })
      for branch in trace.branches {
        #expect(branch.range.upperBound <= family.range.upperBound)
        #expect(branch.range.lowerBound >= family.range.lowerBound)
      }
    }
  }

  @Test func bothPlayersTurnAtDoubleCorners() {
    let trace = BranchTracer().trace(GameFamily(graph: ThresholdGraph()))
    #expect(trace.isConsistent)
    #expect(trace.events.map(\.kind) == [.corner, .corner])
    #expect(trace.events.map(\.effect) == [.appear, .vanish])
    #expect(abs(trace.events[0].parameter) < 1e-12)
    #expect(abs(trace.events[1].parameter - 2) < 1e-12)
    #expect(trace.branches.map(\.range) == [-1...2, 0...2, 0...3])
    #expect(
      trace.branches.map(\.stabilities) == [[.stable], [.unstable], [.stable]])
  }

  @Test func simpleCornersAreProvenAndPassed() {
    let trace = BranchTracer().trace(GameFamily(graph: LoneGraph()))
    #expect(trace.isConsistent)
    #expect(trace.branches.count == 1)
    #expect(trace.events.map(\.kind) == [.corner, .corner])
    #expect(trace.events.allSatisfy { $0.isProven && $0.effect == .none })
    #expect(
      trace.events.map(\.changes) == [
        [.init(variable: 0, isUpper: false, reaches: false)],
        [.init(variable: 0, isUpper: true, reaches: true)],
      ])
    #expect(abs(trace.events[0].parameter) < 1e-12)
    #expect(abs(trace.events[1].parameter - 1) < 1e-12)
  }

  @Test func thePitchforkBranches() throws {
    let trace = BranchTracer().trace(GameFamily(graph: PitchforkGraph()))
    #expect(trace.isConsistent)
    #expect(trace.branches.count == 3)
    let change = try #require(trace.events.first { $0.kind == .stability })
    #expect(abs(change.parameter) < 1e-9)
    #expect(change.isProven)
    let fork = try #require(trace.events.first { $0.kind == .branching })
    #expect(abs(fork.parameter) < 1e-8)
    #expect(fork.effect == .appear)
    #expect(fork.branches.count == 2)
    #expect(trace.branches[0].stabilities == [.stable, .unstable])
  }

  @Test func aPitchforkAtTheEndOfTheRangeIsNoFold() throws {
    let trace = BranchTracer().trace(GameFamily(graph: EndPitchforkGraph()))
    #expect(trace.branches.count == 3)
    let fork = try #require(trace.events.first { $0.kind == .branching })
    #expect(abs(fork.parameter - 1) < 1e-8)
    #expect(!trace.events.contains { $0.kind == .fold })
  }

  @Test func aDeviationEndsABranch() {
    let trace = BranchTracer().trace(GameFamily(graph: JumpGraph()))
    #expect(trace.isConsistent)
    #expect(trace.branches.count == 2)
    #expect(trace.events.map(\.kind) == [.deviation, .deviation])
    #expect(Set(trace.events.map(\.effect)) == [.appear, .vanish])
    for event in trace.events {
      #expect(abs(event.parameter) < 1e-8)
      #expect(abs(abs(event.levels[0]) - 1) < 1e-8)
    }
  }

  @Test(arguments: [(41, 11), (40, 12)])
  func anIsolaIsFoundAndClosed(points: Int, checks: Int) {
    let tracer = BranchTracer(points: points, checks: checks)
    let trace = tracer.trace(GameFamily(graph: IsolaGraph()))
    // With 11 checks two are at the folds, where nothing can be proven.
    #expect(trace.checks.count { !$0.agrees } == (checks == 11 ? 2 : 0))
    #expect(trace.branches.count == 3)
    #expect(trace.events.map(\.kind) == [.fold, .fold])
    for (event, exact) in zip(trace.events, [0.3, 0.7]) {
      #expect(event.isProven)
      #expect(event.enclosure.contains(exact))
      #expect(abs(event.levels[0] - 0.6) < 1e-9)
    }
    let arms = trace.branches.filter { $0.beginning == 0 && $0.end == 1 }
    #expect(arms.count == 2)
  }

  @Test func itStopsWhenAsked() {
    let tracer = BranchTracer(monitor: Monitor { $0.done < 10 })
    let trace = tracer.trace(GameFamily(graph: SigmoidGraph()))
    #expect(trace.termination == .cancelled)
    #expect(!trace.isConsistent)
    #expect(trace.branches.count == 1)
  }
}
