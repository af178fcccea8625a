import TestSupport
import Testing

@testable import Coopetition

/// The heads of what commands print as comma-separated values.
@Suite("Heads of CSV")
struct CSVHeadTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "No head of any study is empty, and none stands twice",
    arguments: SchemaTests.calls.filter { $0.command != "models" })
  func heads(call: SchemaTests.Call) throws {
    let run = try BuiltExecutable("coopetition", beside: .module).run(
      call.arguments + ["--csv"], in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    for block in run.output.split(separator: "\n\n") {
      let lines = block.split(separator: "\n")
      let heads = try NameGroups.names(in: String(lines[0]))
      #expect(Set(heads).count == heads.count, "\(heads)")
      guard heads[0] == "table" else { continue }
      let tables = lines.dropFirst().map { $0.prefix { $0 != "," } }
      #expect(tables.allSatisfy { !$0.isEmpty && Int($0) == nil })
    }
  }

  @Test("Scenarios of the same name have columns of their own")
  func scenariosOfOneName() throws {
    try folder.write(Array(SweepSupport.text.utf8), to: "one.yaml")
    try folder.write(Array(SweepSupport.text.utf8), to: "two.yaml")
    let run = try folder.coopetition(
      "policies", "one.yaml", "two.yaml", "--csv")
    let name = "Two firms with reciprocity"
    #expect(run.output.hasPrefix("file,lever,\(name),\(name) 2\n"))
  }
}
