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
