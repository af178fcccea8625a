import Foundation
import TestSupport
import Testing

@testable import Coopetition

/// What the first sentences of memos and their claims say.
@Suite("The answers of memos")
struct MemoLeadTests {
  private func page(
    _ text: String, _ language: MemoLanguage = .english,
    _ change: (inout MemoStudy) -> Void = { _ in }
  ) throws -> String {
    try MemoSupport.page(text, language, change)
  }

  private func lead(
    _ text: String, _ change: (inout MemoStudy) -> Void = { _ in }
  ) throws -> String {
    try MemoSupport.lead(of: try page(text, .english, change))
  }

  // MARK: Who shares

  @Test("One who shares, and one who does not, are spoken of as one")
  func oneOfTwo() throws {
    let text = """
      game: Two
      players:
      - {name: A, variables: {x: [0, 1]}, payoff: "x*(1 - x)"}
      - {name: B, variables: {y: [0, 1]}, payoff: "-y"}
      """
    #expect(try lead(text).contains("x (0.50) shares, the other does not"))
    let alone = text.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(try lead(alone).contains("x (0.50) shares"))
    #expect(try !lead(alone).contains("the other"))
  }

  // MARK: Whether there are others

  @Test("A complete list has no other equilibrium")
  func complete() throws {
    let page = try page(SweepSupport.text)
    #expect(
      try MemoSupport.status(of: "there is no other equilibrium", in: page)
        == "✓ proven")
    #expect(!page.contains("may be other"))
  }

  @Test("Of a set of equilibria it is said whose level is free")
  func sets() throws {
    for (text, free) in [
      (MemoScenarios.indifferent, "A, B"), (MemoScenarios.segment, "C"),
    ] {
      let page = try page(text)
      #expect(!page.contains("there is no other equilibrium<"))
      let claim =
        "there is no other equilibrium beside the sets in which the level of "
        + "\(free) is free"
      #expect(
        try MemoSupport.status(of: claim, in: page) == "✓ proven")
      let lead = try MemoSupport.lead(of: page)
      #expect(!lead.contains("settle in one state"))
      #expect(lead.contains("The level of \(free) makes no difference"))
      let chinese = try self.page(text, .chinese)
      #expect(!chinese.contains(">没有其他均衡<"))
      #expect(
        chinese.contains(
          free.replacing(", ", with: "、") + " 的水平对其自身收益没有影响"))
    }
  }

  @Test("An incomplete search says that there may be others")
  func incomplete() throws {
    let page = try page(SweepSupport.text) { $0.search.boxLimit = 1 }
    #expect(
      try MemoSupport.status(
        of: "there may be other equilibria: parts of what can be chosen are "
          + "undecided", in: page) == "≈ numerical")
    #expect(!page.contains("there is no other equilibrium"))
    let lead = try MemoSupport.lead(of: page)
    #expect(lead.contains("There may be other equilibria"))
    #expect(!lead.contains("in all. Welfare"))
  }

  @Test("A search that was stopped says so")
  func stopped() throws {
    let page = try page(SweepSupport.text) {
      $0.search.monitor = Monitor { _ in false }
    }
    #expect(
      try MemoSupport.status(
        of: "there may be other equilibria: the search was stopped before its "
          + "end", in: page) == "≈ numerical")
    #expect(
      try MemoSupport.lead(of: page).contains("was stopped before its end"))
    #expect(!page.contains("∞"))
  }

  @Test("Equilibria of undecided stability are not counted as stable")
  func undecided() throws {
    let lead = try lead(MemoScenarios.segment)
    #expect(
      lead.contains(
        "2 states, 0 of them stable and 2 of undecided stability, of 3"))
  }

  @Test("Nobody settles in an unstable equilibrium")
  func unstable() throws {
    let page = try page(MemoScenarios.ring)
    let lead = try MemoSupport.lead(of: page)
    #expect(lead.contains("the firms do not settle"))
    #expect(lead.contains("unstable"))
    #expect(!lead.contains("settle in"))
    #expect(page.contains("compared with a stable equilibrium, and none was"))
    #expect(
      try self.page(MemoScenarios.ring, .chinese).contains("唯一均衡不稳定"))
  }

  // MARK: Payments

  @Test("What payments leave is proven only if the list with them is complete")
  func remaining() throws {
    let full = try MemoSupport.lead(of: try page(MemoScenarios.pairs))
    #expect(
      full.contains(
        "This leaves other equilibria, 8 in all, down to a welfare of 0. "
          + "✓ proven"))
    let part = try MemoSupport.memo(MemoScenarios.pairs) {
      $0.subsidy?.outcome?.isComplete = false
    }.subsidySentence
    #expect(part.contains("at least 8"))
    #expect(part.contains("there may be more"))
    #expect(!part.contains("✓ proven"))
    let sets = try MemoSupport.memo(MemoScenarios.indifferent).subsidySentence
    #expect(sets.contains("at least 1"))
    #expect(!sets.contains("✓ proven") && !sets.contains("there are 1"))
  }

  @Test("Payments of the size of rounding are none")
  func rounding() throws {
    let memo = try MemoSupport.memo(SweepSupport.text) {
      $0.subsidy?.rates = [1e-16, -1e-16]
      $0.subsidy?.outlay = 1e-16
    }
    #expect(memo.paidRates.isEmpty)
    #expect(memo.subsidySentence.hasPrefix("No payment is needed"))
    #expect(!memo.report.html.contains("e-16</td>"))
  }

  // MARK: What would be best

  @Test("What the optimum adds is measured from a state that is named")
  func difference() throws {
    #expect(
      try lead(SweepSupport.text).contains("more than in the worst of them."))
  }

  @Test func paymentsOfTheScenarioMustEnd() throws {
    let memo = try MemoSupport.memo(MemoScenarios.overpaid)
    #expect(memo.subsidySentence.hasPrefix("The optimum is an equilibrium if "))
  }

  @Test("No share is told of a gain that is none")
  func efficiency() throws {
    let lead = try lead(MemoScenarios.overpaid)
    #expect(lead.contains("Welfare is −0.2400, less than if nobody shared."))
    #expect(!lead.contains("%"))
  }

  @Test("A share of an optimum that is not proven is a bound")
  func boundedEfficiency() throws {
    let bound = /at most [0-9.]+ % of what sharing can add/
    let proven = try MemoSupport.memo(MemoScenarios.ring).report.html
    #expect(proven.contains("% of what sharing can add"))
    #expect(!proven.contains(bound))
    let memo = try MemoSupport.memo(MemoScenarios.ring) {
      $0.optimum.isProven = false
      $0.optimum.upperBound = .infinity
    }
    #expect(memo.report.html.contains(bound))
  }

  @Test("Nothing is said of agreements at an optimum")
  func reached() throws {
    let page = try page(MemoScenarios.indifferent)
    #expect(page.contains("This is also the best for all"))
    #expect(!page.contains("agreement"))
  }

  // MARK: Bounds

  @Test("A bound is rounded up, and none that is unknown is proven")
  func bounds() throws {
    let analysis = try SweepSupport.scenario().analyze()
    let regret = analysis.equilibria.map(\.equilibrium.regret.upper).max() ?? 0
    let page = try page(SweepSupport.text)
    let shown = try #require(
      page.firstMatch(of: /nobody can gain more than ([0-9.e-]+) by/)
    ).output.1
    #expect(try #require(Double(shown)) >= regret)
    let memo = try MemoSupport.memo(SweepSupport.text) {
      $0.equilibria[0].equilibrium.regret = Interval(
        lower: 0, upper: .infinity)
    }
    let html = memo.report.html
    #expect(!html.contains("∞"))
    #expect(html.contains("what deviating could gain was not bounded"))
  }

  // MARK: Other games and platforms

  @Test("Negative levels are told, not who shares")
  func signs() throws {
    for language in MemoLanguage.allCases {
      let page = try page(MemoScenarios.signs, language)
      let isEnglish = language == .english
      #expect(
        page.contains(
          isEnglish ? "the levels are x −0.52, y −0.33" : "x −0.52、y −0.33"))
      let lead = try MemoSupport.lead(of: page)
      #expect(!lead.contains("nobody shares") && !lead.contains("无人共享"))
      #expect(!page.contains("x stops sharing") && !page.contains("x 停止共享"))
      #expect(
        page.contains(isEnglish ? "x reaches its lower limit" : "x 达到下限"))
    }
    // A level of −0.5 lies between the ends of the picture.
    let picture = LevelPicture(
      title: "", names: ["x"], floor: -1, limit: 1,
      states: [.init(name: "s", levels: [-0.5])]
    ).document.description
    let place = try #require(
      picture.firstMatch(of: /translate\(([0-9.]+) [0-9.]+\)/)
    ).output.1
    let x = try #require(Double(place))
    #expect(x > 0 && x < 340)
  }

  @Test("The parts of welfare add up to it, an operator's profit included")
  func service() throws {
    let memo = try MemoSupport.memo(MemoScenarios.service)
    let table = try #require(memo.channelFigure?.table)
    let present = try #require(memo.present)
    let total = try #require(table.rows.last)
    #expect(table.rows.contains { $0[0] == "the platform's operator" })
    for (cell, welfare) in zip(
      total.dropFirst(), [present.welfare, memo.analysis.optimum.welfare])
    {
      guard case .number(let sum, _) = cell else {
        Issue.record("no number")
        continue
      }
      #expect(abs(sum - welfare) <= 1e-12 * max(1, abs(welfare)))
    }
    let page = memo.report.html
    #expect(
      page.matches(of: /<th scope="row">the platform's operator</).count
        + page.matches(of: /row">the platform&#39;s operator</).count >= 2)
  }

  @Test("The state that is compared is among those shown, and the rest counted")
  func shownStates() throws {
    let page = try page(MemoScenarios.threePairs)
    #expect(page.contains("4 of 8 states are shown"))
    let analysis = try Scenario.cluster(Cluster(yaml: MemoScenarios.threePairs))
      .analyze()
    let place = try #require(
      analysis.equilibria.firstIndex { $0.levels.allSatisfy { $0 == 0 } })
    let name = "equilibrium \(place + 1)"
    let heads = page.matches(of: /<th scope="col">(equilibrium \d+)</).map {
      String($0.output.1)
    }
    // Once beside the levels of others, once beside the parts of welfare.
    #expect(heads.filter { $0 == name }.count == 2)
    #expect(!page.contains("all 8") && heads.contains("equilibrium 1"))
    #expect(
      !(try self.page(SweepSupport.text)).contains("states are shown"))
  }
}
