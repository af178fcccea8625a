import Coopetition
import Testing

/// Files that are no scenario, and the message that must come of them.
struct BadScenario: Sendable, CustomTestStringConvertible {
  let what: String
  let files: [String: [UInt8]]
  let message: String

  /// A scenario `chem.yaml`.
  init(_ what: String, _ scenario: String, _ message: String) {
    self.init(what, bytes: Array(scenario.utf8), message)
  }

  /// A scenario `chem.yaml` of any bytes.
  init(_ what: String, bytes: [UInt8], _ message: String) {
    self.what = what
    files = ["chem.yaml": bytes]
    self.message = message
  }

  /// A scenario `chem.yaml` and a table that it names.
  init(
    _ what: String, _ scenario: String, table: String, _ text: String,
    _ message: String
  ) {
    self.what = what
    files = ["chem.yaml": Array(scenario.utf8), table: Array(text.utf8)]
    self.message = message
  }

  var testDescription: String { what }

  /// Expects the message.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = try ScenarioFolder()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    #expect(folder.message() == message, sourceLocation: sourceLocation)
  }
}
