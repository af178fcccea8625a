import PublishedGames
import Testing

struct ValueJSONTests {
  private let value: Value = [
    "a": 1, "b": 0.1, "c": [1, 2.5, nil], "d": ["e": "x\"\\\n", "f": true],
    "g": [["h": 1], ["h": 2]], "i": [], "j": [:],
  ]

  @Test func textReadsBackToTheSameValue() throws {
    #expect(try Value(json: value.json) == sorted(value))
    #expect(try Value(json: value.indentedJSON) == sorted(value))
  }

  @Test(arguments: [
    0.1, 1e300, Double.leastNonzeroMagnitude, -0.3, 123_456_789_012_345_680,
  ])
  func numbersReadBackToTheSameBits(_ number: Double) throws {
    let text = Value.number(number).json
    #expect(try Value(json: text).number?.bitPattern == number.bitPattern)
  }

  @Test func numbersThatAreNotFiniteAreNull() {
    #expect(Value(Double.infinity).json == "null")
    #expect(Value.number(.nan).json == "null")
  }

  @Test func indentationShowsRecordsLineByLine() {
    let text = Value.record(["a": [1, 2], "b": ["c": 1]]).indentedJSON
    #expect(text == "{\n  \"a\": [1, 2],\n  \"b\": {\n    \"c\": 1\n  }\n}")
  }

  @Test(arguments: ["", "{", "nul", "1 2"])
  func otherTextIsRefused(_ text: String) {
    #expect(throws: ArgumentError("is not JSON")) { try Value(json: text) }
  }

  /// The value with names in alphabetical order, as they are read.
  private func sorted(_ value: Value) -> Value {
    switch value {
    case .list(let list): .list(list.map(sorted))
    case .record(let record):
      .record(
        Record(
          record.pairs.sorted { $0.name < $1.name }
            .map { ($0.name, sorted($0.value)) }))
    default: value
    }
  }
}
