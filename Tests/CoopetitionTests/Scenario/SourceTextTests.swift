import Testing

@testable import Coopetition

@Suite struct SourceTextTests {
  @Test(arguments: scenarios)
  func binaryDataIsReported(_ scenario: BadScenario) throws {
    try scenario.check()
  }

  static let scenarios = [
    BadScenario(
      "a NUL byte",
      bytes: [
        102, 105, 114, 109, 115, 58, 32, 91, 123, 125, 93, 10, 110, 97, 109,
        101, 58, 32, 97, 0, 98, 10,
      ],
      "chem.yaml: line 2: byte 0x00 is not text; is the file binary?"),
    BadScenario(
      "a control character", bytes: [110, 97, 109, 101, 58, 32, 97, 1, 98, 10],
      "chem.yaml: line 1: byte 0x01 is not text; is the file binary?"),
    BadScenario(
      "binary data", bytes: [127, 69, 76, 70, 2, 1, 1, 0, 0, 0, 200, 201],
      "chem.yaml: line 1: byte 0x7F is not text; is the file binary?"),
    BadScenario(
      "bytes that are no UTF-8",
      bytes: [
        102, 105, 114, 109, 115, 58, 32, 91, 123, 125, 93, 10, 35, 32, 111, 107,
        10, 110, 97, 109, 101, 58, 32, 99, 97, 102, 233, 10,
      ],
      "chem.yaml: line 3: is not UTF-8 text but looks like Latin-1; save it as "
        + "UTF-8"),
    BadScenario(
      "a text cut off in a character",
      bytes: [
        102, 105, 114, 109, 115, 58, 32, 91, 123, 125, 93, 10, 110, 97, 109,
        101, 58, 32, 99, 97, 102, 195,
      ],
      "chem.yaml: line 2: is not UTF-8 text; is it cut off?"),
    BadScenario(
      "UTF-16",
      bytes: [
        255, 254, 102, 0, 105, 0, 114, 0, 109, 0, 115, 0, 58, 0, 32, 0, 91, 0,
        123, 0, 125, 0, 93, 0,
      ],
      "chem.yaml: is UTF-16 text; save it as UTF-8"),
    BadScenario(
      "a C1 control character",
      bytes: [
        110, 97, 109, 101, 58, 32, 97, 194, 134, 98, 10, 102, 105, 114, 109,
        115, 58, 32, 91, 123, 125, 93,
      ],
      "chem.yaml: line 1: is not YAML: control characters are not allowed"),
  ]

  @Test func byteOrderMarkIsDropped() throws {
    #expect(try SourceText.decode([0xEF, 0xBB, 0xBF, 0x61]) == "a")
  }
}
