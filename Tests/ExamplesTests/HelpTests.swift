import Foundation
import TestSupport
import Testing

/// The first page of help.
private enum FirstPage {
  /// The commands as the first page lists them, by their groups.
  static let groups: [(name: Substring, commands: [String])] = {
    let page = try? ShellLine("coopetition help", beside: .module)
      .run(in: PackageFolder.root.path).output
    var groups: [(name: Substring, commands: [String])] = []
    for line in (page ?? "").split(separator: "\n") {
      if let head = line.wholeMatch(of: /([A-Z ]+) SUBCOMMANDS:/) {
        groups.append((head.1, []))
      } else if let command = line.wholeMatch(of: #/  ([a-z]+)  +[A-Z].*\./#),
        !groups.isEmpty
      {
        groups[groups.count - 1].commands.append(String(command.1))
      }
    }
    return groups
  }()

  static let commands: [String] = groups.flatMap(\.commands)
}

/// What the pages of help promise.
@Suite("Pages of help")
struct HelpTests {
  private func help(_ page: String) throws -> String {
    try ShellLine("coopetition help \(page)", beside: .module)
      .run(in: PackageFolder.root.path).output
  }

  /// The examples of a page, each as one line.
  private func examples(of page: String) -> [String] {
    page.replacing("\\\n    ", with: "").split(separator: "\n")
      .filter { $0.hasPrefix("  coopetition ") }.map { String($0.dropFirst(2)) }
  }

  @Test("Commands stand in groups, each described in one line")
  func groups() throws {
    #expect(
      FirstPage.groups.map(\.name) == [
        "ANSWER", "CHANGE", "PARTNERS", "TIME", "STATE", "MANY RUNS",
        "FILES AND PROOFS",
      ])
    let indented = try help("").split(separator: "\n").count {
      $0.hasPrefix("     ")
    }
    #expect(indented == 0, "a description is continued on a second line")
    #expect(FirstPage.commands.count > 20)
  }

  @Test("Every example runs, two at least", arguments: FirstPage.commands)
  func examples(command: String) throws {
    let folder = try PackageFolder.examples()
    let examples = examples(of: try help(command))
    #expect(
      examples.count { $0.hasPrefix("coopetition \(command)") } >= 2)
    for example in examples {
      let run = try ShellLine(example, beside: .module).run(in: folder.path)
      #expect(run.status == 0, "\(example): \(run.error)")
    }
  }

  @Test("The examples of the first page run")
  func firstPage() throws {
    let folder = try PackageFolder.examples()
    let examples = examples(of: try help(""))
    #expect(examples.count >= 3)
    for example in examples {
      let run = try ShellLine(example, beside: .module).run(in: folder.path)
      #expect(run.status == 0, "\(example): \(run.error)")
    }
  }

  @Test(
    "No line of help is too long for a terminal", arguments: FirstPage.commands)
  func width(command: String) throws {
    for line in try help(command).split(separator: "\n")
    where !line.hasPrefix("USAGE:") {
      #expect(line.count <= 80)
    }
  }

  @Test("Topics lead to every command, and the README asks the same questions")
  func topics() throws {
    let topics = try help("topics").split(separator: "\n").compactMap {
      $0.wholeMatch(of: #/  (.+\?) +([a-z]+)/#)?.output
    }
    #expect(topics.map { String($0.2) } == FirstPage.commands)
    let readme = try String(
      contentsOf: PackageFolder.root.appendingPathComponent("README.md"),
      encoding: .utf8)
    for (_, question, command) in topics {
      #expect(readme.contains("\n| \(question) | `\(command)"))
    }
  }
}
