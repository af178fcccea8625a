import Games
import TestSupport
import Testing

@testable import Equilibria

@Suite struct BasinColumnsTests {
  /// Levels turned upside down are the same game, so each basin has half of the
  /// starts.
  @Test(arguments: [2, 3])
  func symmetricBasinsHaveHalf(count: Int) throws {
    let game = Crowd(count: count, base: -0.25, slope: 1.5)
    let columns = try #require(BasinColumns(game.attractors, limit: 1_000))
    #expect((columns.lowest, columns.highest) == (0, 2))
    let found = try #require(columns.volumes(leaving: 0.2))
    #expect(found.low <= 0.5 && found.high <= 0.5 && found.rest <= 0.2)
  }

  /// The width of the cells is what is left, not how well brackets are guessed.
  @Test func finerColumnsLeaveLess() throws {
    let game = Crowd(count: 3, base: -0.3, slope: 1.5)
    let columns = try #require(BasinColumns(game.attractors, limit: 1_000))
    var last = 1.0
    for cells in [2, 4, 8] {
      let found = columns.volumes(along: 1, cells: cells)
      #expect(found.rest < 0.8 * last && found.rest > 0)
      last = found.rest
    }
  }

  /// Random starts end where the proven shares allow it.
  @Test func randomStartsAreWithinTheBounds() throws {
    for (base, slope) in [(-0.25, 1.8), (-0.4, 1.6), (-0.1, 1.3)] {
      let attractors = Crowd(count: 3, base: base, slope: slope).attractors
      let columns = try #require(BasinColumns(attractors, limit: 1_000))
      let found = try #require(columns.volumes(leaving: 0.25))
      var random = SplitMix64(seed: 6)
      let starts = 400
      var counts = [0, 0, 0]
      for _ in 0..<starts {
        let start = (0..<3).map { _ in random.number(in: 0...1) }
        if let end = attractors.destination(from: start, limit: 1_000) {
          counts[end] += 1
        }
      }
      let error = 4.5 / (2 * Double(starts).squareRoot())
      #expect(Double(counts[0]) / Double(starts) >= found.low - error)
      #expect(Double(counts[2]) / Double(starts) >= found.high - error)
    }
  }

  /// At rate 1 two periods move each of two by itself, so that a quarter of the
  /// starts ends at either end and half of them cycle: no columns are enough,
  /// and that is known from few.
  @Test func whatCyclesIsNotDividedFurther() throws {
    let game = Crowd(count: 2, base: -0.25, slope: 1.5)
    let columns = try #require(
      BasinColumns(game.attractors(rate: 1), limit: 1_000))
    let found = columns.volumes(along: 0, cells: 6)
    #expect(found.low > 0.1 && found.low <= 0.25)
    #expect(found.high > 0.1 && found.high <= 0.25)
    #expect(found.open > 0.4 && found.open < 0.8)
    #expect(columns.volumes(leaving: 0.01) == nil)
    let calm = try #require(BasinColumns(game.attractors, limit: 1_000))
    #expect(calm.volumes(along: 0, cells: 6).open < 0.01)
  }

  /// A column that lies in one basin is known to its end, wherever it was
  /// looked for first.
  @Test func columnsInOneBasinAreWhole() throws {
    let attractors = Crowd(count: 3, base: -0.26, slope: 1.5).attractors
    let paths = WatershedPaths(
      attractors.process, low: try #require(attractors.regions[0]),
      high: try #require(attractors.regions[2]), limit: 1_000)
    for (other, isLow) in [(0.1, true), (0.95, false)] {
      var search = BasinBracketSearch(
        of: [0, other, other], along: 0, within: 0...1, paths, width: 0.01)
      let found = search.bracket(after: [])
      #expect(isLow ? found.high == nil : found.low == nil)
      #expect((found.low ?? 0) >= (isLow ? 0.98 : 0))
      #expect((found.high ?? 1) <= (isLow ? 1 : 0.02))
    }
  }

  /// Without order, or with a single end, nothing is claimed.
  @Test func noOrderNoColumns() {
    let rivals = Crowd(count: 3, base: 0.9, slope: -0.5)
    #expect(BasinColumns(rivals.attractors, limit: 100) == nil)
    let calm = Attractors(
      AdjustmentProcess(Crowd(count: 3, base: 0.1, slope: 0.5)),
      equilibria: [[0.2, 0.2, 0.2]])
    #expect(BasinColumns(calm, limit: 1_000) == nil)
  }

  /// Too many columns are not tried.
  @Test func whatTakesTooLongIsLeft() throws {
    let game = Crowd(count: 3, base: -0.25, slope: 1.5)
    let columns = try #require(BasinColumns(game.attractors, limit: 1_000))
    #expect(columns.volumes(leaving: 1e-4) == nil)
    let many = Crowd(count: 6, base: -0.25, slope: 1.5)
    let several = try #require(BasinColumns(many.attractors, limit: 1_000))
    #expect(several.volumes(leaving: 0.5) == nil)
  }
}
