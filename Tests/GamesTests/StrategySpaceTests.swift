import Games
import TestSupport
import Testing

struct StrategySpaceTests {
  @Test func oneLevelEachIsTheEasyCase() {
    let space = StrategySpace(players: 3, levels: 0...1)
    #expect(space.dimension == 3 && space.playerCount == 3)
    #expect(space.hasOneVariableEach)
    #expect((0..<3).map { Array(space.variables(of: $0)) } == [[0], [1], [2]])
    #expect((0..<3).map { space.owner(of: $0) } == [0, 1, 2])
    #expect(space.box == Box(repeating: Interval(0...1), count: 3))
    #expect(space == StrategySpace(levels: [0...1, 0...1, 0...1]))
    #expect(space == StrategySpace(variables: [[0...1], [0...1], [0...1]]))
  }

  @Test func playersOwnRangesOfTheFlatVector() {
    let space = StrategySpace(
      variables: [[0...1, -1...2], [], [3...3, 0...5, 0...6], []])
    #expect(space.dimension == 5 && space.playerCount == 4)
    #expect(!space.hasOneVariableEach)
    let owned = (0..<4).map { Array(space.variables(of: $0)) }
    #expect(owned == [[0, 1], [], [2, 3, 4], []])
    #expect((0..<5).map { space.owner(of: $0) } == [0, 0, 2, 2, 2])
    #expect(space.lowerBounds == [0, -1, 3, 0, 0])
    #expect(space.upperBounds == [1, 2, 3, 5, 6])
    #expect(space.box(of: 1).isEmpty)
    #expect(space.box(of: 2).map(\.upper) == [3, 5, 6])
  }

  @Test func playersOwnAnyVariables() {
    let bounds = StrategySpace(levels: [0...1, 0...2, 0...3, 0...4])
    let space = StrategySpace(
      bounds: bounds, owners: [2, 0, 2, 0], players: 4)
    #expect(space.playerCount == 4 && space.dimension == 4)
    let owned = (0..<4).map { Array(space.variables(of: $0)) }
    #expect(owned == [[1, 3], [], [0, 2], []])
    #expect((0..<4).map { space.owner(of: $0) } == [2, 0, 2, 0])
    #expect(space.box(of: 2).map(\.upper) == [1, 3])
    #expect(
      space.holding([true, false, false, false], at: [1, 0, 0, 0])
        .variables(of: 0) == space.variables(of: 0))
    #expect(!space.hasOneVariableEach)
    let swapped = StrategySpace(
      bounds: StrategySpace(players: 2, levels: 0...1), owners: [1, 0],
      players: 2)
    #expect(!swapped.hasOneVariableEach)
    #expect(Array(swapped.variables(of: 0)) == [1])
    #expect(
      StrategySpace(bounds: bounds, owners: [0, 1, 2, 3], players: 4)
        == bounds)
  }

  @Test func nobodyDecidesNothing() {
    let space = StrategySpace(variables: [])
    #expect(space.dimension == 0 && space.playerCount == 0)
    #expect(space.contains([]) && !space.contains([0]))
    let spectators = StrategySpace(variables: [[], []])
    #expect(spectators.dimension == 0 && spectators.playerCount == 2)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func ownersAndVariablesAreInverse(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let counts = (0..<10).map { _ in Int.random(in: 0...4, using: &random) }
    let space = StrategySpace(
      variables: counts.map { [ClosedRange](repeating: 0...1, count: $0) })
    for player in 0..<10 {
      #expect(space.variables(of: player).count == counts[player])
      for v in space.variables(of: player) {
        #expect(space.owner(of: v) == player)
      }
    }
  }

  @Test func clampingReachesTheNearestProfile() {
    let space = StrategySpace(levels: [0...1, -2...2, 3...3])
    #expect(space.clamped([-1, 5, 0]) == [0, 2, 3])
    #expect(space.clamped([0.5, -1.5, 3]) == [0.5, -1.5, 3])
    #expect(space.clamped([.nan, .infinity, -.infinity]) == [0, 2, 3])
    #expect(space.clamp(7, variable: 1) == 2)
  }

  @Test func containsWantsTheRightLengthAndBounds() {
    let space = StrategySpace(levels: [0...1, -2...2])
    #expect(space.contains([0, -2]) && space.contains([1, 2]))
    #expect(!space.contains([0]) && !space.contains([0, 0, 0]))
    #expect(!space.contains([(1.0).nextUp, 0]))
    #expect(!space.contains([.nan, 0]))
  }

  @Test func boundsAreFinite() async {
    await #expect(processExitsWith: .failure) {
      _ = StrategySpace(players: 1, levels: 0...Double.infinity)
    }
    await #expect(processExitsWith: .failure) {
      _ = StrategySpace(variables: [[-Double.infinity...0]])
    }
  }
}
