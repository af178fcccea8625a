import Testing

@testable import Coopetition

/// Whom an address means, and what is said where it means nobody.
@Suite struct PlayerAddressTests {
  private static let names = ["Alpha", "Beta", "core", "1", "Delta"]
  private let cluster: Cluster

  init() throws {
    cluster = try Cluster(
      firms: Self.names.map {
        Firm($0, tier: $0 == "Alpha" || $0 == "Beta" ? .core : .general)
      }, complementarity: .uniform(1))
  }

  @Test(arguments: [
    ("Alpha", [0]), ("firms[1]", [1]), ("firms[Beta]", [1]), ("core", [2]),
    ("1", [3]), ("firms[4]", [4]), ("general", [2, 3, 4]),
  ])
  func players(text: String, places: [Int]) throws {
    #expect(try PlayerAddress(of: cluster).players(text) == places)
  }

  /// Options that name firms and those that vary their numbers say the same.
  @Test(arguments: [
    ("9", "there is no firm 9 among 5; positions count from 0"),
    ("5", "there is no firm 5 among 5; positions count from 0"),
    ("-1", "there is no firm -1 among 5; positions count from 0"),
    ("01", "there is no firm 01 among 5; did you mean 1?"),
    ("+1", "there is no firm +1 among 5; did you mean 1?"),
    (" 1", "there is no firm  1 among 5; did you mean 1?"),
    ("", "names no firm of 5, such as Alpha"),
    (" ", "names no firm of 5, such as Alpha"),
    ("Alpa", "there is no firm Alpa; did you mean Alpha?"),
  ])
  func nobody(inner: String, message: String) {
    let named = #expect(throws: ScenarioError.self) {
      try PlayerAddress(of: cluster).players("firms[\(inner)]", at: "--leader")
    }
    #expect(named?.place == "--leader" && named?.message == message)
    let varied = #expect(throws: ScenarioError.self) {
      try ClusterParameter("firms[\(inner)].absorption", in: cluster)
    }
    #expect(varied?.message == message)
  }

  @Test func anEmptyAddressNamesNobody() {
    #expect(throws: ScenarioError("names no firm of 5, such as Alpha")) {
      try PlayerAddress(of: cluster).players("")
    }
  }

  @Test func noFirmIsCalledLikeAnAddress() {
    let error = #expect(throws: ScenarioError.self) {
      try Cluster(firms: [Firm("A"), Firm("firms[0]")]).validate()
    }
    #expect(
      error?.description
        == "firms[1].name: firms[0] is how options address a firm; choose "
        + "another name")
  }
}
