import Equilibria
import Foundation
import Games
import TestSupport
import Testing

@testable import Coopetition

@Suite("Where players go when their state ends")
struct TippedStateTests {
  /// Where nobody shares until the premium makes A and B start.
  @Test("Only those who gain by it move")
  func pairs() throws {
    let scenario = Scenario.cluster(try Cluster(yaml: MemoScenarios.pairs))
    let value = 1.606
    let tipped = try #require(
      TippedState(
        of: scenario, "premium.value", at: value, within: 0.5...3,
        from: [0, 0, 0, 0]))
    #expect(tipped.levels == [1, 1, 0, 0])
    var changed = scenario
    try ScenarioNumber("premium.value", in: scenario.subject)
      .set(value, in: &changed.subject)
    let game = try changed.game()
    #expect(game.regret(at: tipped.levels).upper < 1e-9)
    #expect(abs(tipped.welfare - game.welfare(at: tipped.levels)) < 1e-12)
  }

  @Test("A memo says where they come to rest")
  func memo() throws {
    for language in MemoLanguage.allCases {
      let page = try MemoSupport.page(MemoScenarios.pairs, language) {
        $0.variation = ("premium.value", 0.5...3)
      }
      let lead = try MemoSupport.lead(of: page)
      #expect(lead.contains("1.606"))
      #expect(
        lead.contains(
          language == .english
            ? "come to rest where A (1.0), B (1.0) share, the other 2 do not, "
              + "and welfare goes from 0.01083 to 5.38"
            : "A (1.0)、B (1.0) 共享，其余 2 家不共享，总福利由 0.01083 变为 5.38"))
    }
  }

  @Test("Where they go is left open if it is not known how they adjust")
  func open() throws {
    let lead = try MemoSupport.lead(
      of: try MemoSupport.page(MemoScenarios.directed) {
        $0.variation = ("premium.value", 0.2...3)
      })
    #expect(lead.contains("ends the present state, whose welfare is"))
    #expect(lead.contains("the other stable states found have a welfare of"))
    #expect(!lead.contains("come to rest"))
  }

  @Test("There is nothing beyond the end of the range")
  func end() throws {
    let scenario = Scenario.cluster(try Cluster(yaml: MemoScenarios.pairs))
    #expect(
      TippedState(
        of: scenario, "premium.value", at: 3, within: 0.5...3,
        from: [0, 0, 0, 0]) == nil)
  }
}
