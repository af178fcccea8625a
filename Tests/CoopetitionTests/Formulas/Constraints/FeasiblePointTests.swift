import Games
import Testing

@testable import Coopetition

@Suite struct FeasiblePointTests {
  /// Shares of 1 sum to it exactly, and constraints are kept.
  @Test(arguments: [0.7, 0.3, 0.1])
  func sharesSumToOne(most: Double) throws {
    let game = try FormulaGame(
      yaml: """
        game: Shares
        players:
        - {name: A, simplex: [p, q, r], payoff: p*x}
        - {name: B, variables: {x: [0, 1]}, payoff: x*q}
        constraints: [p + x <= \(most), q <= \(most)]
        """)
    let planner = AuctioneerGame(game)
    let search = FeasiblePoint(planner.base, planner.rows, planner.functions)
    let point = search.profile(planner.rows.map { _ in 0 })
    let names = planner.base.strategies
    #expect(point.count == names.dimension)
    let simplex = try #require(planner.rows.first { $0.kind == .simplex })
    let shares = simplex.variables.map { point[$0] }
    #expect(shares.reduce(0, +) == 1)
    #expect(shares.allSatisfy { (0...1).contains($0) })
  }
}
