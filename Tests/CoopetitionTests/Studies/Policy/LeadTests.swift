import Testing

@testable import Coopetition

/// First moves in games whose payoffs have several local maxima.
@Suite struct LeadTests {
  private static func scenario(_ text: String) throws -> Scenario {
    try Scenario(ScenarioFile(text: text, named: "x.yaml"))
  }

  /// The second player's payoff has two local maxima, of which the other leads
  /// the first player astray.
  private static let waves = """
    game: Waves
    players:
    - {name: P, variables: {x: [0, 1]}, payoff: x - x^2 + 0.1*x*y}
    - {name: Q, variables: {y: [0, 1]},
       payoff: 0.343*y - 0.7*y^2/2 + 0.3*x*y + 0.14*sin(6*y)}
    """

  /// Whoever is followed well earns no less than where all move at once, nor
  /// than by the first move after which it is followed badly.
  @Test func nothingKnownIsForgotten() throws {
    for leader in try Self.scenario(Self.waves).lead().leaders {
      let best = try #require(leader.best.payoff)
      let rounding = 1e-9
      #expect(best >= (try #require(leader.nash).best) - rounding)
      #expect(best >= (try #require(leader.worst.payoff)) - rounding)
      #expect(leader.best.solution.bound >= best)
    }
  }

  /// The first player's payoff on a grid of both levels, each answered by the
  /// best level of the same grid.
  @Test func theBestReplyIsWhatFollows() throws {
    let leader = try #require(
      try Self.scenario(Self.waves).lead(["P"]).leaders.first)
    for move in [leader.worst, leader.best] {
      #expect(abs(try #require(move.payoff) - 0.266134) < 3e-4)
      #expect(move.solution.bound >= 0.266134)
    }
  }

  /// A number in the table that is not proven is marked and has its bound.
  @Test func whatIsNotProvenIsMarked() throws {
    var options = CommitmentOptions()
    options.search.boxLimit = 0
    let text = try Self.scenario(Self.waves).lead(["P"], options).report.text(
      width: 400)
    #expect(text.contains("not proven"))
    #expect(text.contains("bound, best"))
    #expect(text.contains("No first move earns more than its bound."))
  }

  /// Who has nothing to choose cannot move first.
  @Test func whoHasNothingToChooseDoesNotLead() throws {
    let scenario = try Self.scenario(
      """
      game: g
      players:
      - {name: A, variables: {x: [0, 1]}, payoff: x*y - x^2}
      - {name: N, variables: {}, payoff: x + y}
      - {name: B, variables: {y: [0, 1]}, payoff: y*(1 - x) - y^2}
      """)
    #expect(try scenario.lead().leaders.map(\.name) == ["A", "B"])
    let error = try #require(throws: ScenarioError.self) {
      try scenario.lead(["N"])
    }
    #expect("\(error)".contains("--leader: N has nothing to choose"))
  }
}
