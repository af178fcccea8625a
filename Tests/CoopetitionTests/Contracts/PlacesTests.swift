import Foundation
import Testing

@testable import Coopetition

/// What is added to the package is added in few places: those that the pages
/// "Adding a …" of CONTRIBUTING.md name.
@Suite struct PlacesTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below a folder with their code, comments left out.
  private static func sources(
    in folder: String
  ) throws -> [(name: String, code: String)] {
    let place = root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(
      at: place, includingPropertiesForKeys: nil)
    return try (files?.allObjects as? [URL] ?? [])
      .filter { $0.pathExtension == "swift" }
      .map { file in
        let lines = try String(contentsOf: file, encoding: .utf8)
          .split(separator: "\n")
        return (
          file.deletingPathExtension().lastPathComponent,
          lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
            .joined(separator: "\n")
        )
      }
  }

  /// The names of the files whose code has a match.
  private static func files(
    in folder: String, with pattern: String
  ) throws -> Set<String> {
    let word = try Regex(pattern)
    return Set(
      try sources(in: folder).filter { $0.code.contains(word) }.map(\.name))
  }

  /// Own file and list: the numbers that a channel reads come with their keys.
  @Test func aChannelStandsInItsFileAndInOneList() throws {
    let listed = StandardChannels.channels.map { "\($0)" }
    #expect(listed.count == 9)
    let game = "Sources/Coopetition/SharingGame"
    for channel in listed {
      let places = try Self.files(
        in: game,
        with: "enum \(channel): Channel|(ChannelSum<|  |, )\(channel)[,>]")
      #expect(places.count == 2, "\(channel): \(places.sorted())")
      #expect(places.isSuperset(of: [channel, "ChannelSum"]))
    }
  }

  /// The path of a key is written once; reader, columns, messages, checks and
  /// addresses follow from its line.
  @Test func theKeyOfAFirmIsWrittenOnce() throws {
    for key in Firm.scalarKeys {
      let places = try Self.files(
        in: "Sources/Coopetition", with: "ScalarKey\\(\\s*\"\(key.path)\"")
      #expect(places == ["Firm"], "\(key.path)")
    }
    let readers = try Self.files(
      in: "Sources/Coopetition/Scenario", with: "\"riskTolerance\"|\"distress\""
    )
    #expect(readers.isEmpty)
  }

  /// A command is a file and a line of the catalogue.
  @Test func aCommandStandsInItsFileAndInTheCatalogue() throws {
    let folder = "Examples/coopetition"
    let commands = try Self.sources(in: folder).filter {
      $0.code.contains("struct \($0.name): StudyCommand")
    }.map(\.name)
    #expect(commands.count > 15)
    for command in commands {
      let places = try Self.files(
        in: folder, with: "\(command)(\\.self|: StudyCommand)")
      #expect(places == [command, "CommandCatalog"], "\(command)")
    }
  }

  /// A renderer is one property of a report; the options offer it, and no
  /// study knows of it.
  @Test func noStudyKnowsAnOutputFormat() throws {
    let formats = try Self.sources(in: "Sources/Reports").map(\.name)
      .filter { $0.hasPrefix("Report+") && $0 != "Report+Stopped" }
      .map { $0.dropFirst("Report+".count).lowercased() }
    #expect(formats.sorted() == ["csv", "html", "markdown", "text"])
    for format in formats {
      let users = try Self.files(
        in: "Sources/Coopetition", with: "report\\.\(format)\\b")
      #expect(users.isEmpty, "\(format): \(users)")
    }
  }

  /// A solver is a file with its name and a file of tests.
  @Test func aSolverIsAFileAndItsTests() throws {
    let solver = try Regex("struct \\w+: (Aggregative)?NashSolver")
    let solvers = try Self.sources(in: "Sources/Equilibria/Nash").filter {
      $0.code.contains(solver)
    }.map(\.name)
    #expect(solvers.count == 3)
    let tests = Set(
      try Self.sources(in: "Tests/EquilibriaTests").map(\.name))
    for solver in solvers {
      #expect(tests.contains(solver + "Tests"), "\(solver)")
    }
  }
}
