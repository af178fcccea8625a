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
