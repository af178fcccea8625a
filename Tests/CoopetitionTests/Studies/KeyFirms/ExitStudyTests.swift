import Coopetition
import TestSupport
import Testing

@Suite struct ExitStudyTests {
  private struct Answer: Decodable {
    struct Exit: Decodable {
      let firms: [Int]
      let welfareLoss: Double
      let ownPayoff: Double
      let othersLoss: Double
      let sharingLoss: Double
      let levelsLoss: Double
    }
    let exits: [Exit]
    let groups: Int
    let welfare: Double
  }

  /// What a platform costs a service is no part of a firm's payoff.
  @Test func aServiceBearsItsCosts() throws {
    let cluster = try Cluster(
      yaml: """
        firms:
        - {opportunity: 4, cost: {linear: 0.2}}
        - {opportunity: 4, cost: {linear: 0.2}}
        - {opportunity: 4, cost: {linear: 0.2}}
        complementarity: {uniform: 0.8}
        platform: {operator: service, cost: {linear: 0.5}}
        """)
    let found = try ExitStudy().exits(from: cluster)
    let levels = [1.0, 1, 1]
    let payoffs = try cluster.game().payoffs(at: levels)
    for exit in found.exits {
      #expect(abs(exit.ownPayoff - payoffs[exit.firms[0]]) < 1e-9)
      #expect(
        abs(exit.ownPayoff + exit.othersLoss - exit.welfareLoss) < 1e-9)
    }
    #expect(found.exits.count == 3)
  }

  @Test(
    arguments: [
      ("key-exit-6-1", 1, ExitStudy.Loss.welfare),
      ("key-exit-8-2", 2, .welfare), ("key-intercentrality-9", 1, .sharing),
    ])
  func agreesWithGoldenExits(
    name: String, size: Int, loss: ExitStudy.Loss
  ) throws {
    let expected = try NetworkGolden.answer(name, as: Answer.self)
    let found = try ExitStudy(groupSize: size, loss: loss).exits(
      from: NetworkGolden.cluster(name))
    #expect(found.groupCount == expected.groups)
    #expect(found.isComplete)
    #expect(relativeDistance(found.welfare, expected.welfare) < 1e-10)
    for (exit, wanted) in zip(found.exits, expected.exits) {
      #expect(exit.firms.map { $0 + 1 } == wanted.firms)
      let numbers = [
        exit.welfareLoss, exit.ownPayoff, exit.othersLoss, exit.sharingLoss,
        exit.levelsLoss,
      ]
      let expected = [
        wanted.welfareLoss, wanted.ownPayoff, wanted.othersLoss,
        wanted.sharingLoss, wanted.levelsLoss,
      ]
      #expect(relativeDistance(numbers, expected) < 1e-8)
    }
  }

  /// Growing and exchanging finds the worst pair where all pairs are tried.
  @Test(arguments: 0..<5) func growsTheWorstGroup(seed: UInt64) throws {
    let cluster = try RandomCluster(firms: 4...6).cluster(seed: seed)
    let all = try ExitStudy(groupSize: 2).exits(from: cluster)
    let some = try ExitStudy(groupSize: 2, groupLimit: 1).exits(from: cluster)
    #expect(!some.isComplete)
    let worst = try #require(all.exits.first)
    let found = try #require(some.exits.first)
    #expect(found.welfareLoss <= worst.welfareLoss)
    #expect(found.welfareLoss >= 0.6 * worst.welfareLoss)
  }

  @Test func everybodyLeaves() throws {
    let cluster = try Cluster(firms: [Firm("A", baseProfit: 2), Firm("B")])
    let found = try ExitStudy(groupSize: 2).exits(from: cluster)
    #expect(found.exits.map(\.welfareLoss) == [2])
  }

  @Test func refusesMoreLeaversThanFirms() throws {
    let cluster = try Cluster(firms: [Firm("A"), Firm("B")])
    #expect(throws: ScenarioError("key --leave 3: the cluster has 2 firms")) {
      try ExitStudy(groupSize: 3).exits(from: cluster)
    }
  }
}
