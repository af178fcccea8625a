import Equilibria
import Foundation
import Games
import Testing

@testable import Coopetition

@Suite("Pictures of branches")
struct BranchPictureTests {
  /// Stable at 0 and above a fold; unstable between.
  private func sigmoid() throws -> ScenarioTrace {
    try Scenario.formulas(FormulaGame(yaml: sigmoidSharing)).trace(
      varying: "t", over: 0.2...0.8, using: BranchTracer(points: 7, checks: 4))
  }

  @Test("Stable and unstable branches and folds are drawn apart")
  func stabilities() throws {
    let trace = try sigmoid()
    let found = Set(trace.trace.branches.flatMap(\.stabilities))
    #expect(found == [.stable, .unstable])
    let text = trace.picture.description
    let elements = XMLChecker().elements(of: text)
    #expect(elements.prefix(3) == ["svg", "title", "desc"])
    #expect(text.contains("stroke-dasharray=\"6 4\""))
    #expect(text.contains("class=\"line-blue\""))
    #expect(text.contains(">stable</text>"))
    #expect(text.contains(">unstable</text>"))
    #expect(!text.contains(">stability undecided</text>"))
    #expect(text.contains(": equilibria over t</title>"))
    let folds = trace.trace.events.contains { $0.kind == .fold }
    #expect(text.contains(">fold</text>") == folds)
    for event in trace.trace.events {
      #expect(text.contains(trace.description(of: event)))
    }
  }

  @Test("A branch whose stability is undecided is not drawn as stable")
  func undecided() throws {
    var trace = try sigmoid()
    trace.trace.branches = Array(trace.trace.branches.prefix(1))
    trace.trace.events = []
    for k in trace.trace.branches[0].points.indices {
      trace.trace.branches[0].points[k].stability = .undecided
    }
    let text = trace.picture.description
    #expect(text.contains(">stability undecided</text>"))
    #expect(!text.contains(">stable</text>"))
    #expect(text.contains("class=\"line-grey\""))
    #expect(!text.contains("class=\"line-blue\""))
  }

  @Test("Today's value is marked where it is in the range")
  func today() throws {
    var trace = try sigmoid()
    let today = try #require(trace.today)
    #expect(
      trace.picture.description.contains(">today</text>")
        == (0.2...0.8).contains(today))
    trace.today = 0.9
    #expect(!trace.picture.description.contains(">today</text>"))
  }
}
