@testable import Coopetition

/// A file of links between the firms A, B and C, for tests of its format.
struct LinkFile {
  let name: String

  /// A uses B's knowledge twice over, B half of A's and C a quarter of B's.
  static let example = Links(rows: [[0, 2, 0], [0.5, 0, 0], [0, 0.25, 0]])

  init(_ name: String) { self.name = name }

  /// A scenario that takes its rivalry from the file and is refused for it.
  func bad(
    _ what: String, _ text: String, _ message: String, scenario: String? = nil
  ) -> BadScenario {
    let firms = "firms: [{name: A}, {name: B}, {name: C}]"
    return BadScenario(
      what, scenario ?? "\(firms)\nrivalry: \(name)", table: name, text,
      message)
  }

  /// The links that a file with a text gives.
  func links(
    _ text: String, firms: [Firm] = [Firm("A"), Firm("B"), Firm("C")]
  ) throws -> Links {
    let folder = try ScenarioFolder([name: text])
    return try LinkTable(
      path: folder.path(name), name: name, index: try FirmIndex(firms),
      range: .nonNegative
    ).links().links
  }
}
