import Testing

@testable import Coopetition

@Suite struct SurrogatePairsTests {
  @Test(arguments: [
    (#" {"name": "\ud83c\udf0d \uD835\udd3d"}"#, #" {"name": "🌍 𝔽"}"#),
    (#"{"a": "\\ud83c\udf0d"}"#, #"{"a": "\\ud83c\udf0d"}"#),
    (#"{"a": "\ud83c"}"#, #"{"a": "\ud83c"}"#),
    (#"{"a": "\u00e9"}"#, #"{"a": "\u00e9"}"#),
    (#"{\ud83c\ud"#, #"{\ud83c\ud"#), (#"{\"#, #"{\"#),
    (#"name: '\ud83c\udf0d'"#, #"name: '\ud83c\udf0d'"#),
  ])
  func pairsBecomeCharacters(text: String, expected: String) {
    #expect(SurrogatePairs.joined(text) == expected)
  }

  @Test func clustersOfJSONMayBearThem() throws {
    let cluster = try Cluster(
      yaml: #"{"firms": [{"name": "\ud83c\udf0d"}, {"name": "B\\"}]}"#)
    #expect(cluster.firms.map(\.name) == ["🌍", "B\\"])
  }

  @Test func halfAPairIsAnError() {
    #expect(throws: ScenarioError.self) {
      try Cluster(yaml: #"{"name": "\ud83c", "firms": [{}]}"#)
    }
  }
}
