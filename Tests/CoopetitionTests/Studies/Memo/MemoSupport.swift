import Foundation
import TestSupport
import Testing

@testable import Coopetition

/// Pages about small scenarios.
enum MemoSupport {
  /// The page about a scenario in a file.
  static func page(
    _ text: String, _ language: MemoLanguage = .english,
    with studies: [(key: String, report: Report)] = [],
    _ change: (inout MemoStudy) -> Void = { _ in }
  ) throws -> String {
    let folder = try TemporaryFolder(["scenario.yaml": text])
    let file = try ScenarioFile(path: folder.path("scenario.yaml"))
    var study = MemoStudy()
    study.language = language
    study.command = "coopetition report scenario.yaml --out memo.html"
    change(&study)
    return try study.report(on: Scenario(file), in: file, with: studies).html
      .replacing(folder.path, with: "")
  }

  /// The paragraphs of the answer.
  static func lead(of page: String) throws -> String {
    let found = page.firstMatch(of: /<section class="lead">(.*?)<\/section>/)
    return String(try #require(found).output.1)
      .replacing("</p>", with: "\n").replacing("<p>", with: "")
  }

  /// The status of a claim.
  static func status(of claim: String, in page: String) throws -> String {
    let row = try #require(
      page.split(separator: "\n").first {
        $0.contains("<th scope=\"row\">\(claim)</th>")
      }, "\(claim)")
    return try #require(row.firstMatch(of: /<td>(.*?)<\/td>/)).output.1
      .description
  }

  /// A memo with what an analysis says, for what no scenario shows.
  static func memo(
    _ text: String, _ change: (inout Analysis) -> Void = { _ in }
  ) throws -> Memo {
    let scenario = Scenario.cluster(try Cluster(yaml: text))
    var analysis = try scenario.analyze()
    change(&analysis)
    return Memo(
      scenario: scenario, language: .english, analysis: analysis, studies: [],
      source: .init(command: "", isTimed: false, fingerprint: "", files: []))
  }
}
