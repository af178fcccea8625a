import Foundation
import PublishedGames
import TestSupport
import Testing

/// Runs every command of the articles, and finds what they promise in its
/// output.
struct ArticleTests {
  @Test(arguments: Article.all)
  func commandsPrintWhatTheArticleShows(_ article: Article) throws {
    #expect(!article.samples.isEmpty)
    for sample in article.samples {
      let folder = try TemporaryFolder(["parameters.json": sample.parameters])
      let run = try BuiltExecutable("coopetition", beside: .module)
        .run(sample.arguments, in: folder.path)
      #expect(run.status == 0, "\(sample.command): \(run.error)")
      let lines = run.output.split(separator: "\n").map(Article.words)
      for promise in sample.promises {
        #expect(
          lines.contains { $0.hasPrefix(promise) },
          "\(sample.command) does not print \(promise)")
      }
    }
  }

  @Test func everyModelHasOneArticle() {
    for model in PublishedGames.all {
      let articles = Article.all.filter { article in
        article.name != "PublishedGames"
          && article.samples.contains {
            $0.command.hasPrefix("coopetition models \(model.name)")
          }
      }
      #expect(articles.count == 1, "\(model.name)")
    }
  }

  @Test func theOverviewLeadsToEveryArticleAndCommand() throws {
    let overview = try #require(
      Article.all.first { $0.name == "PublishedGames" })
    for article in Article.all where article.name != "PublishedGames" {
      #expect(overview.text.contains("| <doc:\(article.name)> |"))
    }
    for model in PublishedGames.all {
      #expect(overview.text.contains("`coopetition models \(model.name)` |"))
    }
    #expect(overview.text.contains("### Should these two firms share?"))
  }

  /// The Swift code of the overview.
  @Test func theSampleInSwiftWorks() throws {
    let solved = try PublishedGames.named("aj1988").solve(["beta": 0.4])
    let research = solved.answer.values.number("noncooperative", "x")
    let difference = solved.answer.largestDifference
    #expect(abs(research - 5.076142131979696) < 1e-12)
    #expect(difference < 1e-12)
    let overview = try #require(
      Article.all.first { $0.name == "PublishedGames" })
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    for line in overview.swift where !line.hasPrefix("import") {
      #expect(source.contains(line), "not in this test: \(line)")
    }
  }
}

/// A page of the documentation.
struct Article: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  /// The commands of the page, each with what follows it.
  private(set) var samples: [Sample] = []
  /// The lines of Swift code.
  private(set) var swift: [String] = []

  var testDescription: String { name }

  /// A command, the parameter file above it, and lines of its output.
  struct Sample: Sendable {
    let command: String
    let parameters: String
    var promises: [String] = []

    var arguments: [String] {
      command.split(separator: " ").dropFirst().map(String.init)
    }
  }

  /// Every page of the catalog.
  static let all: [Article] = {
    let folder = PackageFolder.root
      .appendingPathComponent("Sources/PublishedGames/PublishedGames.docc")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "md" }
      .compactMap { Article($0) }.sorted { $0.name < $1.name }
  }()

  init?(_ file: URL) {
    guard let page = try? MarkdownPage(file) else { return nil }
    name = page.name
    text = page.text
    var parameters = "{}"
    for block in page.blocks {
      let lines = block.lines
      switch block.language {
      case "json": parameters = block.text
      case "shell":
        samples += lines.map { Sample(command: $0, parameters: parameters) }
      case "text":
        samples[samples.count - 1].promises = lines.map(Self.words)
      case "swift": swift += lines.filter { !$0.isEmpty }
      default: Issue.record("\(name): a code block of unknown kind")
      }
    }
  }

  /// A line with single spaces, without what is cut off at its end.
  static func words(_ line: some StringProtocol) -> String {
    let whole = line.split(separator: " ").joined(separator: " ")
    return whole.hasSuffix("...") ? String(whole.dropLast(3)) : whole
  }
}
