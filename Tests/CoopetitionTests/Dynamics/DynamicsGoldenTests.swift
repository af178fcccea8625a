import Equilibria
import Foundation
import Testing

@testable import Coopetition

/// Against the answers of an independent program.
@Suite struct DynamicsGoldenTests {
  @Test(
    arguments: [
      "evolve-dilemma-302", "evolve-logit-c", "evolve-noise-a",
      "evolve-replicator-a", "evolve-substitutes-a", "evolve-two-a",
      "evolve-uniform-6", "evolve-withhold-a",
    ])
  func evolution(name: String) throws {
    let golden = try DynamicsAnswer(name)
    var study = EvolutionStudy(starts: 500)
    study.mistakes = nil
    if golden.expected["stationary"].value != nil {
      study.noises = golden.expected["stationary"].items.compactMap {
        $0["noise"].number
      }
    }
    let got = try golden.parsed(
      try study.evolution(of: golden.scenario).json, of: "evolve")
    golden.compare(got, at: ["equilibria", "monotone", "pure", "game"])
    golden.compare(
      got["tipping"], golden.expected["tipping"], "tipping", 1e-7)
    golden.compare(
      got["choices"], golden.expected["mistakes"], "choices", 1e-8)
    golden.compare(
      got["stationary"], golden.expected["stationary"], "stationary", 1e-8,
      without: ["sharing"])
    golden.compare(
      got["repeated"], golden.expected["repeated"], "repeated", 1e-5)
    let path = golden.expected["path"]
    golden.compare(got["path"]["reached"], path["reached"], "reached", 0)
    let levels = path["levels"].items
    for (k, period) in levels.enumerated() {
      golden.compare(
        got["path"]["levels"].items[k], period, "path.levels[\(k)]", 1e-8)
    }
    let periods = try #require(got["path"]["periods"].number)
    #expect(abs(periods - (path["periods"].number ?? periods)) <= 2)
    for (k, exact) in golden.expected["attractionExact"].members {
      let share = got["equilibria"].items[Int(k) ?? 0]["attraction"]
      guard share["proven"].flag == true, let exact = exact.number else {
        continue
      }
      #expect((share["low"].number ?? 1) - 1e-3 <= exact)
      #expect(exact <= (share["high"].number ?? 0) + 1e-3)
    }
  }

  @Test(arguments: ["shock-lq-ring-a", "shock-three-a"])
  func shocks(name: String) throws {
    let golden = try DynamicsAnswer(name)
    let got = try golden.parsed(
      try ShockStudy().shocks(of: golden.scenario).json, of: "shock")
    golden.compare(got, at: ["equilibria", "shock"])
  }

  @Test(
    arguments: [
      "spread-abandon-a", "spread-circle-a", "spread-levels-a",
      "spread-rivals-a", "spread-threshold-a", "spread-automaton-a",
    ])
  func diffusion(name: String) throws {
    let golden = try DynamicsAnswer(name)
    let got = try golden.parsed(
      try SpreadStudy().spread(of: golden.scenario).json, of: "spread")
    golden.compare(got, at: ["method", "adopters", "when"])
    let times = golden.expected["time"].items.compactMap(\.number)
    for (a, innovation) in golden.expected["innovations"].items.enumerated() {
      let own = got["innovations"].items[a]
      golden.compare(
        own, innovation, "innovations[\(a)]", 1e-6,
        without: [
          "share", "meanField", "shareSdAtHorizon", "peakTime",
          "peakRate", "crossing",
        ])
      golden.compare(own["crossing"], innovation["crossing"], "crossing", 1e-4)
      golden.compare(own["peakRate"], innovation["peakRate"], "peakRate", 1e-4)
      let steps = own["share"].items.count - 1
      for (k, _) in times.enumerated() {
        let place = k * steps / (times.count - 1)
        for series in [\Parsed["share"], \Parsed["meanField"]["share"]] {
          golden.compare(
            own[keyPath: series].items[place],
            innovation[keyPath: series].items[k], "share[\(k)]", 1e-7)
        }
      }
    }
  }

  @Test(
    arguments: [
      "grow-cycle-a", "grow-foresight-a", "grow-poverty-a", "grow-trap-a",
    ])
  func growth(name: String) throws {
    let golden = try DynamicsAnswer(name)
    for expected in golden.expected["runs"].items {
      let start = try #require(expected["start"].number)
      let got = try golden.parsed(
        try GrowthStudy(start: [start]).growth(of: golden.scenario).json,
        of: "grow")
      let run = got["runs"].items[0]
      for (k, period) in expected["periods"].items.enumerated() {
        let t = Int(period.number ?? 0)
        for key in ["knowledge", "levels", "welfare", "openness"] {
          golden.compare(
            run[key].items[t], expected[key].items[k], "\(key)[\(t)]", 1e-8)
        }
      }
      golden.compare(
        run["presentValue"], expected["presentValue"], "presentValue", 1e-8)
      golden.compare(
        run["phases"]["knowledge"], expected["phasesKnowledge"], "phases", 0)
      golden.compare(
        run["phases"]["openness"], expected["phasesOpenness"], "phases", 0)
      guard start == 0 else { continue }
      golden.compare(
        got["largestKnowledge"], golden.expected["largestKnowledge"],
        "largestKnowledge", 1e-8)
      golden.compare(got["steady"], golden.expected["steady"], "steady", 1e-7)
      if golden.expected["steady"].items.count > 0 {
        #expect(got["complete"].flag == true)
      }
    }
  }

  @Test func pathsOfForesight() throws {
    let golden = try DynamicsAnswer("grow-foresight-a")
    let plan = golden.expected["planner"]
    let got = try golden.parsed(
      try GrowthStudy(play: .planner, horizon: 3).growth(of: golden.scenario)
        .json, of: "grow")
    golden.compare(
      got["runs"].items[0], plan, "planner", 1e-7, without: ["horizon"])
    let runs = try golden.parsed(
      try GrowthStudy(play: .foresight, horizon: 3).growth(of: golden.scenario)
        .json, of: "grow")["runs"]
    golden.compare(runs, golden.expected["openLoop"], "openLoop", 1e-5)
  }
}

/// A case and its answer.
private struct DynamicsAnswer {
  let scenario: Scenario
  let expected: Parsed

  init(_ name: String) throws {
    scenario = try Scenario(path: Golden.scenario("dynamics/\(name)").path)
    let data = try Data(contentsOf: Golden.expected("dynamics/\(name)"))
    expected = Parsed(try JSONSerialization.jsonObject(with: data))["expected"]
  }

  /// An answer, which keeps the schema of its command.
  func parsed(_ json: JSONValue, of command: String) throws -> Parsed {
    #expect(
      try Schemas.problems(in: json.description, of: command) == [])
    return Parsed(
      try JSONSerialization.jsonObject(with: Data(json.description.utf8)))
  }

  func compare(_ got: Parsed, at keys: [String]) {
    for key in keys where expected[key].value != nil {
      compare(got[key], expected[key], key, 1e-7)
    }
  }

  /// All that the answer says.
  func compare(
    _ got: Parsed, _ expected: Parsed, _ place: String, _ tolerance: Double,
    without: Set<String> = []
  ) {
    guard let value = expected.value else { return }
    if value is [String: Any] {
      for (key, member) in expected.members where !without.contains(key) {
        compare(
          got[key], member, "\(place).\(key)", tolerance, without: without)
      }
    } else if value is [Any] {
      #expect(got.items.count == expected.items.count, "\(place)")
      for (k, pair) in zip(got.items, expected.items).enumerated() {
        compare(
          pair.0, pair.1, "\(place)[\(k)]", tolerance, without: without)
      }
    } else if let text = value as? String {
      #expect(got.value as? String == text, "\(place)")
    } else if let number = expected.number {
      let found = got.number ?? .nan
      #expect(
        abs(found - number) <= tolerance * max(1, abs(number)),
        "\(place): \(found) not \(number)")
    } else {
      #expect(got.value is NSNull, "\(place)")
    }
  }
}

/// A part of a JSON document.
private struct Parsed {
  let value: Any?

  init(_ value: Any?) { self.value = value }

  subscript(key: String) -> Parsed {
    Parsed((value as? [String: Any])?[key])
  }

  var items: [Parsed] { (value as? [Any] ?? []).map { Parsed($0) } }

  var members: [(String, Parsed)] {
    (value as? [String: Any] ?? [:]).map { ($0.key, Parsed($0.value)) }
  }

  var number: Double? { (value as? NSNumber)?.doubleValue }
  var flag: Bool? { value as? Bool }
}
