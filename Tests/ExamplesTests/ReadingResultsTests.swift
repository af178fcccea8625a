import Foundation
import TestSupport
import Testing

/// The scripts that read results with other languages, where those are.
@Suite("Scripts that read results")
struct ReadingResultsTests {
  private static func has(_ program: String) -> Bool {
    let found = try? ShellLine("command -v \(program)", beside: .module)
      .run(in: "/")
    return found?.status == 0
  }

  private func check(_ call: String, _ expected: String) throws {
    let folder = try PackageFolder.examples()
    let scripts = PackageFolder.root.appendingPathComponent(
      "Examples/reading-results")
    let run = try ShellLine(
      """
      coopetition solve sematech-1991.yaml --json --levels levels.csv \
        >answer.json &&
      coopetition sweep three-firms.yaml --vary environment=0.5:2:7 \
        --out grid --quiet >/dev/null &&
      cd '\(scripts.path)' && \(call)
      """.replacing("FOLDER", with: folder.path), beside: .module
    ).run(in: folder.path)
    let text = try #require(
      Bundle.module.url(
        forResource: expected, withExtension: "txt", subdirectory: "Expected"))
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == (try String(contentsOf: text, encoding: .utf8)))
  }

  @Test("Python", .enabled(if: has("python3"), "there is no python3"))
  func python() throws {
    try check(
      "python3 read_results.py FOLDER/answer.json FOLDER/grid/results.csv",
      "read-results-python")
  }

  @Test("R", .enabled(if: has("Rscript"), "there is no Rscript"))
  func r() throws {
    try check(
      "Rscript read-results.R FOLDER/levels.csv FOLDER/grid/results.csv",
      "read-results-r")
  }
}
