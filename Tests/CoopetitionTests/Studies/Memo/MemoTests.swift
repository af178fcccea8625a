import Foundation
import TestSupport
import Testing

@testable import Coopetition

@Suite("Memos")
struct MemoTests {
  /// The page about a scenario in a file.
  private func page(
    _ text: String, _ language: MemoLanguage = .english,
    with studies: [(key: String, report: Report)] = [],
    _ change: (inout MemoStudy) -> Void = { _ in }
  ) throws -> String {
    try MemoSupport.page(text, language, with: studies, change)
  }

  @Test("Every text has both languages and the same placeholders")
  func texts() {
    for text in MemoText.allCases {
      let (english, chinese) = text.pair
      #expect(!english.isEmpty && !chinese.isEmpty)
      let placeholders = [english, chinese].map { text in
        text.matches(of: /\{(\w+)\}/).map { String($0.output.1) }.sorted()
      }
      #expect(placeholders[0] == placeholders[1], "\(text)")
    }
  }

  @Test("Each level for a partner has its own rate, and branches are followed")
  func partners() throws {
    let text = """
      firms:
      - {name: A, knowledge: 2, opportunity: 1.4, market: 0.6,
         cost: {linear: 0.2, quadratic: 0.4}}
      - {name: B, opportunity: 0.9, cap: 0.8, market: 0.2,
         cost: {linear: 0.15, quadratic: 0.3}}
      - {name: C, knowledge: 1.5, opportunity: 1.2, market: 0.3,
         cost: {linear: 0.3, quadratic: 0.5}}
      model: {curvature: 0.8, reciprocity: 1.3, sharing: firms}
      complementarity: {uniform: 0.7}
      rivalry: {uniform: 0.2}
      """
    let cluster = try Cluster(yaml: text)
    let found = try #require(try Scenario.cluster(cluster).directedSharing())
    let rates = try #require(found.analysis.subsidy).rates
    let page = try page(text)
    let start = try #require(page.range(of: "What closes the gap"))
    let end = try #require(page.range(of: "What it depends on"))
    let section = page[start.upperBound..<end.lowerBound]
    let names = zip(found.game.variableNames, rates).filter { $0.1 != 0 }
    #expect(names.contains { $0.0.hasPrefix("C") })
    for (name, rate) in names {
      #expect(section.contains(name))
      #expect(section.contains(NumberText.significant(rate, digits: 4)))
    }
    #expect(!page.contains("are left out"))
    // f_ij = α_i γ_ij K_j s_ji.
    let uses = found.game.uses(at: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    let expected = [
      [0, 0.7 * 0.3, 0.7 * 1.5 * 0.5], [1.4 * 0.1, 0, 0.7 * 1.5 * 0.6],
      [1.4 * 0.2, 0.7 * 0.4, 0],
    ]
    for (row, wanted) in zip(uses, expected) {
      #expect(relativeDistance(row, wanted) < 1e-15)
    }
  }

  @Test("Placeholders take values in any order, whatever is in them")
  func placeholders() {
    let text = MemoText.range.text(
      in: .chinese, ["most": "{least}", "least": "A"])
    #expect(text == "A 至 {least}")
  }

  @Test("A page stands alone", arguments: MemoLanguage.allCases)
  func page(language: MemoLanguage) throws {
    let page = try page(SweepSupport.text, language)
    for word in ["http", "<script", "@import", "<link", "url("] {
      #expect(!page.contains(word))
    }
    let names = page.matches(of: #/ id="([^"]*)"/#).map { $0.output.1 }
    #expect(names.count >= 10)
    #expect(Set(names).count == names.count)
    let pictures = page.matches(of: /<svg(?s:.)*?<\/svg>/)
    #expect(pictures.count >= 5)
    for picture in pictures {
      let elements = XMLChecker().elements(of: String(picture.output))
      #expect(elements.prefix(3) == ["svg", "title", "desc"])
    }
    for figure in page.matches(of: /<figure>(?s:.)*?<\/figure>/) {
      #expect(figure.output.contains("<figcaption>"))
    }
    #expect(page.contains("prefers-color-scheme"))
    #expect(page.contains("@media print"))
    #expect(
      page.contains("lang=\"\(language == .english ? "en" : "zh-CN")\""))
  }

  @Test("Both languages have the same numbers")
  func numbers() throws {
    let numbers = try MemoLanguage.allCases.map { language in
      try page(SweepSupport.text, language)
        .replacing(/<style>(?s:.)*?<\/style>/, with: "")
        .replacing(/<[^>]*>/, with: " ")
        .matches(of: /[0-9]+(?:\.[0-9]+)?/).map { String($0.output) }
        .filter { $0.count > 1 }.sorted()
    }
    #expect(numbers[0].count > 100)
    #expect(numbers[0] == numbers[1])
  }

  @Test("The answer comes first, with its status")
  func lead() throws {
    let page = try page(SweepSupport.text)
    let lead = try MemoSupport.lead(of: page)
    #expect(lead.contains("any of 2 stable states, of 3 equilibria in all"))
    #expect(lead.contains("✓ proven"))
    let analysis = try SweepSupport.scenario().analyze()
    #expect(
      lead.contains(NumberText.significant(analysis.optimum.welfare)))
  }

  /// A study that says what is proven in a sentence and in a cell, about a firm
  /// whose name is a word of the glossary.
  private static let growth = Report(
    title: "two",
    sections: [
      .heading("welfare"), .text("They reach it; proven."),
      .text("In the end 3.14; numerical."),
      .text("This is proven, that is unproven; not all is proven."),
      .table(
        Table(
          columns: ["firm", "level", "status"],
          rows: [
            [.text("gap"), .number(0.5), .text("proven")],
            [.text("optimum"), .number(0.25), .text("numerical")],
          ])),
    ], data: .null)

  private static let firms = """
    firms: [{name: gap}, {name: B}]
    complementarity: {uniform: 1}
    """

  @Test("Studies speak the language of the page as far as the glossary does")
  func studies() throws {
    let page = try page(
      Self.firms, .chinese, with: [("growth", Self.growth)])
    for text in [
      "<h2>共享能否使知识增长</h2>", "本部分未译出的句子为英文原文",
      "<p>福利</p>", "They reach it; proven.</p>", "numerical.</p>",
      "not all is proven.</p>", "<th scope=\"col\">水平</th>",
      "<th scope=\"row\">gap</th><td>0.5000</td><td>✓ 已证明</td>",
      "<th scope=\"row\">最优</th><td>0.2500</td><td>≈ 数值结果</td>",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test("Marks of proof stand in English too")
  func studiesInEnglish() throws {
    let page = try page(Self.firms, with: [("growth", Self.growth)])
    for text in [
      "<h2>Whether sharing makes knowledge grow</h2>",
      "Where this part says that something is proven, it is",
      "<td>✓ proven</td>", "<td>≈ numerical</td>", "reach it; proven.</p>",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test("Every event of a branch says whose levels it is about")
  func events() throws {
    let page = try page(SweepSupport.text)
    let events = page.matches(of: /<td>([^<]*(?:equilibria|stability)[^<]*)</)
      .map { String($0.output.1) }
    #expect(!events.isEmpty)
    let names = try SweepSupport.scenario().game().playerNames
    for event in events {
      #expect(
        names.contains { event.contains($0) } || event.contains("nobody"),
        "\(event)")
    }
  }

  @Test("A figure without events says over which range there are none")
  func noEvents() throws {
    let page = try page(
      """
      firms:
      - {name: A, cost: {linear: 9}}
      - {name: B, cost: {linear: 9}}
      """)
    #expect(page.contains("<td>no event was met</td>"))
    #expect(!page.contains("<p></p>"))
  }

  /// Where nobody shares welfare is nothing, of which there is no percent.
  @Test("Elasticities are claimed where their numbers stand")
  func elasticities() throws {
    let sharing = """
      model: {reciprocity: 2}
      policy: {subsidy: 0.2}
      firms:
      - {name: A, opportunity: 3, cost: {quadratic: 0.5}}
      - {name: B, opportunity: 3, cost: {quadratic: 0.5}}
      complementarity: {uniform: 1}
      """
    for (text, areThere) in [(sharing, true), (SweepSupport.text, false)] {
      let page = try page(text)
      #expect(page.contains("What moves welfare most") == areThere)
      #expect(page.contains("\"col\">elasticity</th>") == areThere)
      #expect(page.contains(">elasticities</th>") == areThere)
    }
  }

  @Test("The same command writes the same page")
  func reproducible() throws {
    #expect(try page(SweepSupport.text) == page(SweepSupport.text))
  }

  @Test("What does not apply is left out with a sentence")
  func formulas() throws {
    let page = try page(sigmoidSharing)
    #expect(page.contains("A game of formulas has no flows of knowledge"))
    #expect(!page.contains("Where welfare comes from"))
    #expect(page.contains("How the firms answer one another"))
  }

  @Test("More firms than can be followed have no branches")
  func manyFirms() throws {
    let firms = (0..<45).map { "{name: F\($0), cost: {linear: 9}}" }
    let page = try page("firms: [\(firms.joined(separator: ", "))]")
    #expect(page.contains("branches and elasticities are left out"))
    #expect(page.contains("nobody shares"))
  }

  @Test("Names cannot break a page")
  func hostileNames() throws {
    let page = try page(
      """
      name: "<script>alert(1)</script>"
      firms: [{name: "A <b>&\\"{list}"}, {name: "B"}]
      complementarity: {uniform: 1}
      """)
    #expect(!page.contains("<script"))
    #expect(!page.contains("<b>"))
    #expect(page.contains("A &lt;b&gt;&amp;&quot;{list}"))
  }

  @Test("A sweep's grid and tornado become pictures")
  func sweeps() throws {
    let folder = try TemporaryFolder(["two.yaml": SweepSupport.text])
    let fingerprint = try ScenarioFile(path: folder.path("two.yaml"))
      .fingerprint()
    let sweeps = [
      "grid": try SweepSupport.sweep(
        vary: ["environment=0.8,1.2", "rivalry=0.5,1,2"],
        columns: "best.welfare", fingerprint: fingerprint),
      "tornado": try SweepSupport.sweep(
        .tornado, columns: "best.welfare", fingerprint: fingerprint),
    ]
    for (name, sweep) in sweeps {
      _ = try SweepRun(sweep, in: folder.path(name)).run()
      let page = try page(SweepSupport.text) { $0.sweep = folder.path(name) }
      #expect(
        page.contains(
          name == "grid"
            ? "best.welfare over environment × rivalry"
            : "What the uncertain numbers do to best.welfare"))
    }
    #expect(throws: ScenarioError.self) {
      _ = try page(SweepSupport.text) { $0.sweep = folder.path }
    }
  }

  @Test("A sweep of another scenario is refused, with what to do")
  func foreignSweep() throws {
    let folder = try TemporaryFolder()
    let sweep = try SweepSupport.sweep(
      vary: ["environment=0.8,1.2", "rivalry=0.5,1"], columns: "best.welfare")
    _ = try SweepRun(sweep, in: folder.path("grid")).run()
    let error = try #require(throws: ScenarioError.self) {
      _ = try page(SweepSupport.text) { $0.sweep = folder.path("grid") }
    }
    #expect(
      error.description.contains(
        "sweep.json: is a sweep of another scenario (Two firms with "
          + "reciprocity)"))
    #expect(error.description.contains("run coopetition sweep on this file"))
  }
}
