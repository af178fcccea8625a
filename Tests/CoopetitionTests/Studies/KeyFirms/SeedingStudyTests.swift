import TestSupport
import Testing

@testable import Coopetition

@Suite struct SeedingStudyTests {
  private struct Answer: Decodable {
    struct Rung: Decodable {
      let firms: [Int]
      let committedSharing: Double
      let restSharing: Double
      let restWelfare: Double
    }
    let smallestSize: Int
    let smallestSets: [[Int]]?
    let greedy: [Int]
    let ladder: [Rung]
    let lowest: [Double]
    let highest: [Double]
  }

  /// Where the lowest equilibrium is the highest, all of what it shares is
  /// reached by itself.
  @Test func aTargetOfAllNeedsNobodyWhereThereIsOneEquilibrium() throws {
    let cluster = try Cluster(
      yaml: """
        environment: 1.274
        model: {reciprocity: 2, curvature: 0, stealing: 0.068}
        firms:
        - {name: A, knowledge: 0.79, absorption: 0.64, opportunity: 4.352,
           market: 1.665, tier: general, innovationCost: 0.918,
           cost: {linear: 0.291, quadratic: 0.222}}
        - {name: B, knowledge: 1.671, absorption: 0.432, opportunity: 1.067,
           market: 1.575, tier: general, innovationCost: 0.793,
           cost: {linear: 0.116, quadratic: 0.568}}
        - {name: C, knowledge: 1.923, absorption: 0.798, opportunity: 3.284,
           market: 0.726, tier: ordinary,
           cost: {linear: 0.395, quadratic: 0.135}, cap: 0}
        complementarity: [[0, 0.388, 0], [0, 0, 0.865], [0, 0, 0]]
        rivalry: [[0, 0.199, 0.118], [0.023, 0, 0.245], [0.226, 0.253, 0]]
        policy: {price: 0.28}
        """)
    let found = try SeedingStudy(target: 1).seeding(of: cluster)
    #expect(relativeDistance(found.lowest, found.highest) < 1e-9)
    #expect(found.smallest?.size == 0)
  }

  @Test(arguments: ["key-seed-10-1", "key-seed-15-2"])
  func agreesWithGoldenSeeding(name: String) throws {
    let expected = try NetworkGolden.answer(name, as: Answer.self)
    let found = try SeedingStudy().seeding(of: NetworkGolden.cluster(name))
    let smallest = try #require(found.smallest)
    #expect(found.isMonotone && smallest.isProven)
    #expect(smallest.size == expected.smallestSize)
    if let sets = expected.smallestSets {
      #expect(smallest.all?.map { $0.map { $0 + 1 } } == sets)
    }
    #expect(found.greedy?.map { $0 + 1 } == expected.greedy)
    #expect(relativeDistance(found.lowest, expected.lowest) < 1e-9)
    #expect(relativeDistance(found.highest, expected.highest) < 1e-9)
    #expect(found.ladder.count == expected.ladder.count)
    for (rung, wanted) in zip(found.ladder, expected.ladder) {
      #expect(rung.firms.map { $0 + 1 } == wanted.firms)
      #expect(
        relativeDistance(
          [rung.committedSharing, rung.restSharing, rung.restWelfare],
          [wanted.committedSharing, wanted.restSharing, wanted.restWelfare])
          < 1e-8)
    }
  }

  /// Where one equilibrium is all there is nobody need be won.
  @Test func needsNobodyWithoutTwoEquilibria() throws {
    let cluster = try Cluster(
      firms: [Firm("A", linearCost: 9), Firm("B", linearCost: 9)],
      complementarity: .uniform(0.5))
    let found = try SeedingStudy().seeding(of: cluster)
    #expect(found.greedy == [])
    #expect(found.smallest?.size == 0)
  }

  /// Of every set of random clusters what is proven is what responses in turn
  /// say, and a set that contains a tipping one is never proven not to tip.
  @Test(arguments: 0..<6 as Range<UInt64>, [nil, 0.8])
  func everySetIsDecided(seed: UInt64, target: Double?) throws {
    var cluster = try Cluster(
      firms: (0..<5).map {
        Firm(
          "F\($0)", knowledge: 1 + 0.2 * Double($0), opportunity: 2,
          linearCost: 0.45 + 0.02 * Double(seed), quadraticCost: 0.1)
      }, complementarity: .uniform(0.4))
    cluster.model.reciprocity = 1 + 0.1 * Double(seed)
    let game = try cluster.playedGame()
    var search = SeedingSearch(game, SeedingStudy(target: target))
    let proof = try #require(
      SeedingProof(game, highest: search.highest, target: target))
    var answers: [Int: Bool] = [:]
    for bits in 0..<32 {
      let set = (0..<5).filter { bits >> $0 & 1 == 1 }
      let outcome = search.outcome(of: set)
      guard let answer = proof.tips(outcome) else { continue }
      #expect(answer == search.tips(outcome))
      answers[bits] = answer
    }
    #expect(answers.count > 24)
    for (bits, tips) in answers where tips {
      #expect(answers.allSatisfy { $0 & bits != bits || $1 })
    }
  }

  /// Among equal firms on a complete network every set of a size tips or none.
  @Test func equalFirmsAreAlike() throws {
    let cluster = try Cluster(
      firms: (0..<5).map {
        Firm("F\($0)", opportunity: 2, linearCost: 0.5, quadraticCost: 0.1)
      }, complementarity: .uniform(0.4))
    let found = try SeedingStudy().seeding(of: cluster)
    let smallest = try #require(found.smallest)
    let sets = try #require(smallest.all)
    let expected = (1...smallest.size).reduce(1) { $0 * (6 - $1) / $1 }
    #expect(sets.count == expected)
  }
}
