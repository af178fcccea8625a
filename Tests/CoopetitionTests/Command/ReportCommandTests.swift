import Foundation
import TestSupport
import Testing

/// What `coopetition report` does with files and wrong calls.
@Suite("The command report")
struct ReportCommandTests {
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["two.yaml": SweepSupport.text])
  }

  @Test("The page is written and nothing is printed")
  func written() throws {
    let folder = try folder()
    let run = try folder.coopetition(
      "report", "two.yaml", "--out", "memo.html", "--language", "zh",
      "--vary", "rivalry=0.5:2")
    #expect(
      run == BuiltExecutable.Outcome(status: 0, output: "", error: ""))
    let page = try folder.text("memo.html")
    #expect(page.contains("rivalry 变化时的福利"))
    #expect(page.contains("--vary rivalry=0.5:2.0 --language zh"))
  }

  @Test("A page does not take the place of the scenario")
  func scenarioItself() throws {
    let folder = try folder()
    let run = try folder.coopetition(
      "report", "two.yaml", "--out", "two.yaml")
    #expect(run.status == 1)
    #expect(try folder.text("two.yaml") == SweepSupport.text)
  }

  @Test("The page says a command that makes it again, as a shell takes it")
  func again() throws {
    let name = "it's a b-$HOME.yaml"
    let folder = try TemporaryFolder([name: SweepSupport.text])
    let run = try folder.coopetition(
      "report", name, "--out", "first.html", "--effort", "5000",
      "--from", "0.2,0.5", "--confined", "--vary", "firms[1].market=0.2:0.9",
      "--language", "zh")
    #expect(run.error == "")
    let first = try folder.text("first.html")
    let shown = try #require(
      first.firstMatch(of: /<pre>(coopetition report .*?)<\/pre>/)
    ).output.1.replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
    for option in [
      "--effort 5000", "--from=0.2,0.5", "--confined", "--language zh",
      "'--vary'", "--vary 'firms[1].market=0.2:0.9'",
    ] {
      #expect(shown.contains(option) == (option != "'--vary'"), "\(shown)")
    }
    let again = try ShellLine(String(shown), beside: .module).run(
      in: folder.path)
    #expect(again.status == 0 && again.error == "")
    #expect(try folder.text("memo.html") == first)
  }

  @Test("A page that stops after a time does not promise the same page")
  func timed() throws {
    let folder = try folder()
    let run = try folder.coopetition(
      "report", "two.yaml", "--out", "memo.html", "--time-limit", "500")
    #expect(run.status == 0)
    let page = try folder.text("memo.html")
    #expect(page.contains("--time-limit 500"))
    #expect(page.contains("another run may know more or less"))
    #expect(!page.contains("writes the same file"))
  }

  @Test("A file whose name begins with a dash has its studies too")
  func dash() throws {
    let folder = try TemporaryFolder([
      "-two.yaml": SweepSupport.text + "\ngrowth: {periods: 2}\n"
    ])
    let run = try folder.coopetition(
      "report", "--out", "memo.html", "--", "-two.yaml")
    #expect(run.status == 0 && run.error == "")
    let page = try folder.text("memo.html")
    #expect(page.contains("Whether sharing makes knowledge grow"))
    #expect(page.contains("coopetition report ./-two.yaml --out memo.html"))
  }

  /// A scenario that asks for every study, with topics, tiers and firms whose
  /// names are words of the studies.
  private static let everything = """
    name: 全部
    firms:
    - {name: 甲, tier: core, knowledge: 4, opportunity: 4, market: 1,
       cost: {linear: 0.4, quadratic: 0.6}}
    - {name: 乙, tier: ordinary, knowledge: 3, opportunity: 3.5, market: 1,
       cost: {linear: 0.4, quadratic: 0.6}}
    - {name: own, tier: general, knowledge: 2, opportunity: 3, market: 1,
       cost: {linear: 0.4, quadratic: 0.6}}
    complementarity: {uniform: 0.3}
    rivalry: {uniform: 0.1}
    alliances: {kind: research}
    linking: {cost: 0.3}
    growth: {learning: 0.2, periods: 5}
    adjustment: {start: 0.3}
    shock: {deviation: 0.05}
    policies: {step: 0.1}
    diffusion:
      levels: best
      horizon: 20
      innovations: [{name: 工艺, imitation: 0.6, seeds: [甲]}]
    design:
      instruments: [{set: policy.subsidy, per: tier, range: [0, 2]}]
      objective: welfare
    division:
      topics: [{name: market, value: 2, cost: 1.5}, {name: cost, value: 1, cost: 1}]
    diagnosis:
      gem: {resources: 5, infrastructure: 6, suppliers: 4, structure: 7,
        localMarket: 5, externalMarket: 3}
    uncertain:
      environment: {lognormal: [1, 0.2]}
    """

  @Test("A Chinese page has Chinese studies, and names as they are")
  func everyStudy() throws {
    let folder = try TemporaryFolder(["all.yaml": Self.everything])
    let run = try folder.coopetition(
      "report", "all.yaml", "--out", "memo.html", "--language", "zh")
    #expect(run.error == "")
    let page = try folder.text("memo.html")
    #expect(page.contains("本部分写明“已证明”者已证明"))
    #expect(!page.contains("英文原文"))
    // Two English words side by side are a phrase that was left.
    let shown = page.replacing(/<style>(?s:.)*?<\/style>/, with: "")
      .replacing(/<pre>(?s:.)*?<\/pre>/, with: "")
      .replacing(/<svg(?s:.)*?<\/svg>/, with: "")
    for text in shown.matches(of: />([^<>]+)</).map(\.output.1) {
      #expect(
        text.firstMatch(of: /[A-Za-z]{2,} [A-Za-z]{2,}/) == nil, "\(text)")
    }
    for cell in [
      "<th scope=\"row\">market</th>", "<th scope=\"row\">cost</th>",
      "<th scope=\"row\">own</th>", "<th scope=\"row\">policy.subsidy</th>",
      "<td>核心</td>", "<th scope=\"row\">核心</th>", "<td>一般</td>",
      "<td>外围</td>", "<th scope=\"row\">各自保留</th>",
      "<th scope=\"col\">阶段</th>", "<figcaption>全体企业的知识</figcaption>",
    ] {
      #expect(page.contains(cell), "\(cell)")
    }
    #expect(!page.contains(">核<"))
  }

  @Test("A page that was stopped at once says so of every study")
  func stopped() throws {
    let text = Self.everything.replacing(
      "division:", with: "division:\n  levels: best")
    let folder = try TemporaryFolder(["all.yaml": text])
    for language in ["en", "zh"] {
      let run = try folder.coopetition(
        "report", "all.yaml", "--out", "memo.html", "--language", language,
        "--time-limit", "1e-9", "--strict")
      #expect(run.status == 2)
      #expect(
        run.error
          == "coopetition: stopped before the end; what is missing is not known\n"
      )
      let notice =
        language == "en"
        ? "Not answered: the work was stopped before the sharing levels"
        : "未作答：在得知共享水平之前计算已被中止。"
      #expect(
        try folder.text("memo.html").components(separatedBy: notice).count == 3,
        "of diffusion and division")
    }
  }

  @Test("The effort of the memo is that of its studies")
  func effort() throws {
    let folder = try TemporaryFolder([
      "own.yaml": """
      firms:
      - {name: A, knowledge: 4, opportunity: 4, market: 1,
         cost: {linear: 0.4, quadratic: 0.6}}
      - {name: B, knowledge: 3, opportunity: 3.5, market: 1,
         cost: {linear: 0.4, quadratic: 0.6}}
      - {name: C, knowledge: 2, opportunity: 3, market: 1,
         cost: {linear: 0.4, quadratic: 0.6}}
      complementarity: {uniform: 0.3}
      rivalry: {uniform: 0.1}
      alliances: {kind: research}
      growth: {learning: 0.2, periods: 5}
      """
    ])
    for (effort, isProven) in [("100000", true), ("1", false)] {
      let run = try folder.coopetition(
        "report", "own.yaml", "--out", "memo.html", "--effort", effort)
      #expect(run.status == 0, "\(run.error)")
      let page = try folder.text("memo.html")
      #expect(page.contains("(worst taken); all proven.") == isProven)
      #expect(
        page.contains("It is proven that no other state lasts.") == isProven)
    }
  }

  @Test("With --strict an incomplete page has exit status 2, and is written")
  func strict() throws {
    let folder = try folder()
    for (effort, status) in [("100000", 0), ("1", 2)] {
      let run = try folder.coopetition(
        "report", "two.yaml", "--out", "memo\(effort).html", "--strict",
        "--effort", effort)
      #expect(run.status == status, "\(run.error)")
      #expect(try folder.text("memo\(effort).html").contains("</html>"))
    }
  }

  @Test("What is missing is named")
  func missing() throws {
    let folder = try folder()
    let run = try folder.coopetition(
      "report", "two.yaml", "--out", "memo.html", "--sweep", "out")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.error.contains("out/sweep.json"))
    #expect(
      !FileManager.default.fileExists(atPath: folder.path("memo.html")))
  }
}
