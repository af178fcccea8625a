import TestSupport
import Testing

/// Every bad scenario that the reader's tests know, through the command: exit
/// status 1, the message on standard error, nothing on standard output.
@Suite struct BadScenarioCommandTests {
  @Test(arguments: scenarios)
  func solveRefuses(_ scenario: BadScenario) throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in scenario.files { try folder.write(bytes, to: name) }
    let run = try folder.coopetition("solve", "chem.yaml", "--json")
    #expect(run == badInput(scenario.message))
  }

  /// A game of formulas is no cluster, but the command takes it.
  static let scenarios =
    ClusterReaderErrorTests.values + ClusterReaderErrorTests.shapes
    + YAMLDocumentTests.documents.filter { $0.what != "a game of formulas" }
    + SourceTextTests.scenarios + FirmTableTests.tables
    + MatrixFileTests.tables + EdgeListFileTests.tables
    + MatrixMarketFileTests.tables
}
