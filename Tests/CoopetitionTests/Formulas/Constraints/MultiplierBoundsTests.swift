import Games
import Testing

@testable import Coopetition

@Suite struct MultiplierBoundsTests {
  private func bounds(_ text: String) throws -> MultiplierBounds {
    AuctioneerGame(try FormulaGame(yaml: text)).bounds
  }

  private static let pair = """
    game: g
    players:
    - {name: A, variables: {x: [0, 1]}, payoff: "-(x - 1)^2"}
    - {name: B, variables: {y: [0, 1]}, payoff: "-(y - 1/2)^2"}

    """

  /// The multiplier is 1/2.
  @Test func aBoundHoldsTheMultiplier() throws {
    let bounds = try bounds(Self.pair + "constraints: [x + y <= 1]")
    #expect(bounds.unproven.isEmpty)
    #expect(bounds.ranges[0].lower == 0)
    #expect(0.5 < bounds.ranges[0].upper)
    #expect(bounds.ranges[0].upper < 100)
  }

  /// The same constraint in units a thousand times smaller: its multiplier is
  /// a thousand times larger.
  @Test func boundsFollowUnits() throws {
    let one = try bounds(Self.pair + "constraints: [x + y <= 1]")
    let other = try bounds(
      Self.pair + "constraints: [x/1000 + y/1000 <= 1/1000]")
    #expect(other.unproven.isEmpty)
    #expect(500 < other.ranges[0].upper)
    let ratio = other.ranges[0].upper / one.ranges[0].upper
    #expect(abs(ratio / 1_000 - 1) < 0.1)
  }

  @Test func anEquationIsBoundedFromBothSides() throws {
    let bounds = try bounds(Self.pair + "constraints: [x + y = 1]")
    #expect(bounds.unproven.isEmpty)
    #expect(bounds.ranges[0].lower < -1)
    #expect(bounds.ranges[0].upper > 1)
  }

  /// A curve is no affine equation, a saddle is not convex, and where nothing
  /// leaves room to spare no bound follows.
  @Test(arguments: [
    "constraints: [x^2 + y = 1]", "constraints: [x*y <= 1/2]",
    "constraints: [x^2 + y^2 <= 0]", "constraints: [x <= y, y <= x]",
  ])
  func withoutProofThereIsARange(constraints: String) throws {
    let bounds = try bounds(Self.pair + constraints)
    #expect(!bounds.unproven.isEmpty)
    #expect(bounds.ranges.allSatisfy { $0.isBounded && $0.upper > 100 })
  }

  /// The multiplier of a simplex is what a share that is used is worth: 1, 2
  /// or 3 here.
  @Test func sharesAreWorthTheirMarginalPayoffs() throws {
    let bounds = try bounds(
      """
      game: g
      players:
      - {name: A, simplex: [p, q, r], payoff: p + 2*q + 3*r}
      """)
    #expect(bounds.unproven.isEmpty)
    #expect(bounds.ranges[0].lower < 1)
    #expect(bounds.ranges[0].lower > 0.5)
    #expect(bounds.ranges[0].upper > 3)
    #expect(bounds.ranges[0].upper < 3.5)
  }
}
