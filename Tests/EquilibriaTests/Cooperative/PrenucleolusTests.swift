import TestSupport
import Testing

@testable import Equilibria

/// Games of coalitions from the literature.
enum TextbookGames {
  /// Creditors who share less than they are owed: what the others leave
  /// (O'Neill, Mathematical Social Sciences 2, 1982).
  static func bankruptcy(
    estate: Double, claims: [Double]
  ) -> CoalitionalGame {
    CoalitionalGame(playerCount: claims.count) { coalition in
      let others = claims.reduce(0, +) - coalition.sum(of: claims)
      return max(0, estate - others)
    }
  }

  /// Owners of left and right gloves: pairs are worth 1.
  static func gloves(left: Int, right: Int) -> CoalitionalGame {
    CoalitionalGame(playerCount: left + right) { coalition in
      let lefts = coalition.members.filter { $0 < left }.count
      return Double(min(lefts, coalition.count - lefts))
    }
  }

  /// Aircraft that share a runway as long as the largest of them needs
  /// (Littlechild and Owen, Management Science 20, 1973).
  static func airport(costs: [Double]) -> CoalitionalGame {
    CoalitionalGame(playerCount: costs.count) { coalition in
      -(coalition.members.map { costs[$0] }.max() ?? 0)
    }
  }

  /// Worths drawn at random, single players' being 0.
  static func random(_ count: Int, seed: UInt64) -> CoalitionalGame {
    var random = SplitMix64(seed: seed)
    return CoalitionalGame(playerCount: count) { coalition in
      coalition.count == 1
        ? 0 : Double.random(in: 0...Double(coalition.count), using: &random)
    }
  }
}

@Suite struct PrenucleolusTests {
  /// An estate and what three creditors get of it.
  struct Contract: Sendable {
    let estate: Double
    let shares: [Double]
  }

  // The three marriage contracts of the Talmud (Aumann and Maschler, Journal
  // of Economic Theory 36, 1985).
  static let contracts = [
    Contract(estate: 100, shares: [100.0 / 3, 100.0 / 3, 100.0 / 3]),
    Contract(estate: 200, shares: [50, 75, 75]),
    Contract(estate: 300, shares: [50, 100, 150]),
  ]

  @Test(arguments: contracts)
  func dividesTheEstateAsTheTalmud(_ contract: Contract) throws {
    let game = TextbookGames.bankruptcy(
      estate: contract.estate, claims: [100, 200, 300])
    let found = try #require(game.prenucleolus())
    #expect(isNear(found.shares, contract.shares))
    #expect(found.meetsKohlberg)
  }

  @Test func theScarceGloveTakesAll() throws {
    let found = try #require(
      TextbookGames.gloves(left: 2, right: 3).prenucleolus())
    #expect(isNear(found.shares, [1, 1, 0, 0, 0]))
    #expect(abs(found.leastCore) < 1e-9)
  }

  private func isNear(_ shares: [Double], _ expected: [Double]) -> Bool {
    shares.count == expected.count
      && zip(shares, expected).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  // Kohlberg's criterion tells the prenucleolus from its neighbours, whatever
  // found it; and nothing lies below the least core.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func meetsKohlbergsCriterion(seed: UInt64) throws {
    let game = TextbookGames.random(3 + Int(seed % 5), seed: seed)
    let found = try #require(game.prenucleolus())
    #expect(found.meetsKohlberg)
    #expect(
      abs(found.shares.reduce(0, +) - game.worth(of: game.everybody)) < 1e-9)
    #expect(
      abs(game.largestExcess(of: found.shares) - found.leastCore) < 1e-8)
    var moved = found.shares
    moved[0] += 0.01
    moved[1] -= 0.01
    #expect(!KohlbergCriterion(game, shares: moved).holds)
    #expect(game.largestExcess(of: moved) >= found.leastCore - 1e-9)
  }

  @Test func thirteenPlayersAlikeShareEqually() throws {
    let game = CoalitionalGame(playerCount: 13) { coalition in
      Double(coalition.count * coalition.count)
    }
    let found = try #require(game.prenucleolus())
    for share in found.shares { #expect(abs(share - 13) < 1e-8) }
  }

  @Test func onePlayerHasItsWorth() throws {
    let game = CoalitionalGame(playerCount: 1) { _ in -3 }
    #expect(try #require(game.prenucleolus()).shares == [-3])
  }
}
