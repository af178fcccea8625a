import Testing

@testable import Coopetition

@Suite struct NameGroupsTests {
  @Test(arguments: [
    ("A+B,C+D", [["A", "B"], ["C", "D"]]),
    (" A + B , C ", [["A", "B"], ["C"]]),
    ("\"Acme, Inc.\"+B,\"C+D\"", [["Acme, Inc.", "B"], ["C+D"]]),
    (" \"A\" , \"say \"\"hi\"\"\" ", [["A"], ["say \"hi\""]]),
    ("5\" pipes,B", [["5\" pipes"], ["B"]]),
  ])
  func groupsAreRead(text: String, groups: [[String]]) throws {
    #expect(try NameGroups.groups(in: text) == groups)
  }

  @Test func aPlusIsPartOfANameInAList() throws {
    #expect(
      try NameGroups.names(in: "A+B, \"C,D\"") == ["A+B", "C,D"])
  }

  @Test(arguments: ["", " ", "A,,B", "A,B+", "+A", "A,\"\""])
  func emptyElementsAreRefused(text: String) {
    let message =
      "\"\(text)\" has an empty element; write one on each side of a comma"
    #expect(throws: ScenarioError(message + " or a plus")) {
      try NameGroups.groups(in: text)
    }
    guard !text.contains("+") else { return }
    #expect(throws: ScenarioError(message)) { try NameGroups.names(in: text) }
  }

  @Test(arguments: [
    ("A,\"B", "\"B: a double quote is not closed"),
    ("\"A\"B", "\"A\"B: text follows a closing quote"),
  ])
  func badQuotesAreNamed(text: String, message: String) {
    #expect(throws: ScenarioError(message)) {
      try NameGroups.groups(in: text)
    }
  }

  /// What is written is read back, whatever the names are made of.
  @Test func namesComeBack() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let middles = (0..<3).map { _ in
        String("a,+\" b".shuffled(using: &random))
      }
      let names = middles.map { "x\($0)x" } + ["\"quoted\"", "A, B"]
      let text = names.map(NameGroups.written).joined(separator: "+")
      #expect(try NameGroups.groups(in: text) == [names])
    }
  }
}
