import Games
import LinearAlgebra
import Testing

@testable import Coopetition
@testable import Equilibria

/// Whether displaced levels come back, by sweeps of those who move, beside what
/// a loop over periods says.
@Suite struct OrderedReturnTests {
  /// A generated cluster with its equilibria, nobody sharing the last.
  private struct Case {
    let process: AdjustmentProcess
    let equilibria: [[Double]]
    let coarse: Attractors

    init(
      _ firms: Int, kind: NetworkKind = .regional, seed: UInt64 = 1
    ) throws {
      let game = try SharingGame(
        ClusterGenerator(firms: firms, degree: 4, kind: kind, seed: seed)
          .cluster())
      process = AdjustmentProcess(game)
      equilibria = [
        game.solve(BestResponseSweeps()).levels,
        game.strategies.lowerBounds,
      ]
      coarse = Attractors(
        process, of: game, equilibria: equilibria, isCoarse: true)
    }

    /// The same by a loop.
    func end(of start: [Double]) -> Int? {
      var levels = start
      for _ in 0..<20_000 {
        let next = process.next(levels)
        if distance(next, levels) < 1e-13 { break }
        levels = next
      }
      return equilibria.firstIndex { distance($0, levels) < 1e-6 }
    }

    func shifted(_ shift: Double) -> [Double] {
      process.game.strategies.clamped(equilibria[0].map { $0 - shift })
    }

    func destination(of start: [Double]) -> Int? {
      coarse.destination(from: start, limit: 20_000, rest: 1e-10)
    }
  }

  @Test(arguments: UInt64(1)...3)
  func commonShiftsEndAsTheirPathsDo(seed: UInt64) throws {
    let shaken = try Case(250, seed: seed)
    #expect(shaken.coarse.isMonotone)
    var ends: Set<Int?> = []
    for k in 0...20 {
      let start = shaken.shifted(Double(k) / 20)
      let end = shaken.end(of: start)
      ends.insert(end)
      #expect(shaken.destination(of: start) == end)
    }
    #expect(ends.count > 1)
  }

  /// The seldom moved and the often moved, to any levels, on either side of an
  /// equilibrium and on both.
  @Test(arguments: [NetworkKind.regional, .scaleFree])
  func displacedFirmsEndAsTheirPathsDo(kind: NetworkKind) throws {
    let shaken = try Case(250, kind: kind, seed: 5)
    var random = SplitMix64(seed: 8)
    var ends: [Int?: Int] = [:]
    for k in 0..<40 {
      let share = 1 - Double(k % 8) / 40
      var start = shaken.equilibria[0]
      for i in start.indices
      where Double.random(in: 0...1, using: &random) < share {
        start[i] = k % 3 == 2 ? Double.random(in: 0...0.15, using: &random) : 0
      }
      let end = shaken.end(of: start)
      ends[end, default: 0] += 1
      #expect(shaken.destination(of: start) == end)
    }
    #expect(ends.count > 1)
  }

  /// Just above the shift that tips, paths stay for long near an unstable
  /// equilibrium, and come back all the same.
  @Test func slowReturnsAreReturns() throws {
    let shaken = try Case(250)
    var (low, high) = (0.0, 1.0)
    while high - low > 1e-4 {
      let middle = (low + high) / 2
      if shaken.end(of: shaken.shifted(middle)) == 0 {
        low = middle
      } else {
        high = middle
      }
    }
    var levels = shaken.shifted(low)
    var periods = 0
    while distance(levels, shaken.equilibria[0]) > 1e-6 {
      levels = shaken.process.next(levels)
      periods += 1
    }
    #expect(periods > 60)
    for (shift, returns) in [(low, true), (high, false)] {
      #expect((shaken.destination(of: shaken.shifted(shift)) == 0) == returns)
    }
    let shocks = TippingShocks(
      shaken.coarse, from: 0, limit: 1_000, accuracy: 1e-3, isProving: false)
    let point = try #require(shocks.common(up: false))
    #expect(point.lower <= high && low <= point.upper)
    #expect(point.upper - point.lower <= 1e-3)
  }

  @Test func workThatIsStoppedTellsNothing() throws {
    let shaken = try Case(250)
    let answers = Cancellation.asking({ true }) {
      [0.2, 1].map {
        shaken.coarse.returns(
          to: 0, from: shaken.shifted($0), limit: 1_000, rest: 1e-10)
      }
    }
    #expect(answers == [nil, nil])
  }

  /// Sweeps of those who read somebody that moved end where everybody is at the
  /// best response within the bounds.
  @Test(arguments: UInt64(1)...3)
  func frontiersSettleAtBestResponses(seed: UInt64) throws {
    let shaken = try Case(300, seed: seed)
    let game = try #require(shaken.process.game as? SharingGame)
    let network = FrontierNetwork(game)
    #expect(network.readers != nil)
    var random = SplitMix64(seed: seed)
    let top = game.strategies.upperBounds
    let start = top.map { _ in Double.random(in: 0...0.3, using: &random) }
    var sweeps = FrontierSweeps(
      network, from: start,
      within: StrategySpace(levels: zip(start, top).map { $0...$1 }))
    var rounds = 0
    while !sweeps.isOver {
      sweeps.sweep()
      rounds += 1
    }
    #expect(sweeps.isSettled && !sweeps.isArrived)
    #expect(sweeps.work < 300 * rounds)
    let levels = sweeps.levels
    for i in levels.indices {
      let reply = shaken.process.bestResponse(of: i, at: levels)
      #expect(abs(max(reply, start[i]) - levels[i]) < 1e-5)
    }
  }

  /// Who reads a player are the rows of its column.
  @Test func readersAreTheRowsOfEachColumn() throws {
    let game = try #require(
      try Case(120, kind: .scaleFree).process.game as? SharingGame)
    let inflow = game.aggregates[0]
    let readers = try #require(
      AggregateReaders([inflow], playerCount: game.playerCount))
    var expected = [Set<Int>](repeating: [], count: game.playerCount)
    for i in 0..<game.playerCount {
      inflow.forEachCoefficient(of: i) { j, _ in expected[j].insert(i) }
    }
    for j in expected.indices {
      var found: Set<Int> = []
      readers.forEach(of: j) { found.insert($0) }
      #expect(found == expected[j])
    }
    #expect(AggregateReaders(game.aggregates, playerCount: 120) == nil)
  }

  /// The spread of a move is the column sum of the square of the slopes.
  @Test func spreadIsThatOfMatrices() throws {
    let shaken = try Case(60)
    let game = try #require(shaken.process.game as? SharingGame)
    let top = shaken.equilibria[0]
    let spread = try #require(
      NetworkMultipliers.spread(
        in: game, from: top, to: game.strategies.lowerBounds))
    let slopes = try #require(
      ResponseMultipliers(shaken.process, at: top.map { $0 / 4 })
    ).slopes
    for j in top.indices {
      let unit = top.indices.map { $0 == j ? 1.0 : 0 }
      let sum = (slopes * (slopes * unit)).reduce(0, +)
      #expect(abs(sum - spread[j]) < 1e-9)
    }
    #expect(spread.contains { $0 > 0 })
  }

  /// Fewer firms tip if those are moved first whose moves spread most, and they
  /// do tip.
  @Test func firmsThatSpreadMostAreFewer() throws {
    let shaken = try Case(400)
    let game = try #require(shaken.process.game as? SharingGame)
    let shocks = TippingShocks(
      shaken.coarse, from: 0, limit: 1_000, accuracy: 1e-2, isProving: false)
    let spread = try #require(
      NetworkMultipliers.spread(
        in: game, from: shaken.equilibria[0], to: game.strategies.lowerBounds))
    let multipliers = try #require(
      ResponseMultipliers(shaken.process, at: shaken.equilibria[0])
    ).multipliers
    let sets = try [spread, multipliers].map {
      try #require(
        shocks.fewest(up: false, strengths: $0, trials: 9)?.sets.first)
    }
    #expect(sets[0].count < sets[1].count)
    var start = shaken.equilibria[0]
    for i in sets[0] { start[i] = 0 }
    #expect(shaken.end(of: start) != 0)
  }
}

private func distance(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
}
