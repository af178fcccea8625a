import Coopetition
import Testing

@Suite struct ScenarioTests {
  @Test func keysTellWhatAFileDescribes() throws {
    let folder = try ScenarioFolder([
      "game.yaml": sigmoidSharing, "chem.yaml": "name: Chemistry\nfirms: [{}]",
    ])
    guard
      case .formulas(let game) = try Scenario(path: folder.path("game.yaml"))
        .subject
    else {
      Issue.record("not a game")
      return
    }
    #expect(game.playerNames == ["A", "B"])
    guard
      case .cluster(let cluster) = try Scenario(path: folder.path("chem.yaml"))
        .subject
    else {
      Issue.record("not a cluster")
      return
    }
    #expect(cluster.firms.count == 1)
  }

  @Test(arguments: [
    "environment: 1e308\nmodel: {reciprocity: 1e308}",
    "policy: {price: 1e308}\nenvironment: 1e308",
    "model: {curvature: 0}\npremium: {value: 1e308, curvature: 0}\n"
      + "policy: {subsidy: 1e308}",
  ])
  func payoffsBeyondDoublesAreAnError(keys: String) throws {
    for knowledge in ["1e308", "1"] {
      let cluster = try Cluster(
        yaml: "firms: [{knowledge: \(knowledge)}, {}]\n"
          + "complementarity: {uniform: 1e308}\n\(keys)")
      let error = #expect(throws: ScenarioError.self) {
        try Scenario.cluster(cluster).game()
      }
      #expect(error?.message.contains("smaller units") == true)
    }
  }

  @Test func namesAreThoseOfTheFiles() throws {
    let folder = try ScenarioFolder([
      "game.yaml": sigmoidSharing, "chem.yaml": "firms: [{}]",
    ])
    #expect(
      try Scenario(path: folder.path("game.yaml")).name == "Sigmoid sharing")
    #expect(try Scenario(path: folder.path("chem.yaml")).name == "chem")
  }

  @Test func errorsNameTheFile() throws {
    let folder = try ScenarioFolder(["game.yaml": "game: g"])
    let path = folder.path("game.yaml")
    let error = #expect(throws: ScenarioError.self) { try Scenario(path: path) }
    #expect(error?.description == "\(path): players: is missing")
    #expect(throws: ScenarioError.self) {
      try Scenario(path: folder.path("none.yaml"))
    }
  }
}
