import PublishedGames
import Testing

struct RecordSettingsTests {
  @Test func valuesAreJSONOrText() throws {
    let record = try Record(settings: [
      "beta=0.4", "network=path4", "bhat=[1, 2]", "f=sqrt(2X/gamma)", "x=a=b",
    ])
    #expect(record["beta"] == 0.4)
    #expect(record["network"] == "path4")
    #expect(record["bhat"] == [1, 2])
    #expect(record["f"] == "sqrt(2X/gamma)")
    #expect(record["x"] == "a=b")
  }

  @Test func theLastSettingWins() throws {
    #expect(try Record(settings: ["a=1", "a=2"])["a"] == 2)
  }

  @Test(arguments: ["beta", "=1", ""])
  func aSettingHasANameAndASign(_ text: String) {
    #expect(throws: ArgumentError.self) { try Record(settings: [text]) }
  }

  @Test(arguments: ["[1]", "3", "{\"a\": 1", "", "null"])
  func aFileHoldsAnObject(_ text: String) {
    #expect(throws: ArgumentError.self) { try Record(parametersIn: text) }
  }

  @Test func aFileIsRead() throws {
    let record = try Record(
      parametersIn: #"{"b": {"c": [true, null]}, "a": 1}"#)
    #expect(record == ["a": 1, "b": ["c": [true, nil]]])
  }
}
