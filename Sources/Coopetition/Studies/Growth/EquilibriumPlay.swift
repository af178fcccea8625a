import Equilibria
import Games

/// Plays an equilibrium of each period's game.
struct EquilibriumPlay {
  let growth: KnowledgeGrowth
  let selection: GrowthRun.Selection
  let search: BranchAndPrune

  /// The share of the way to the best response a step while levels settle.
  private static let rate = 0.5
  /// Levels have settled when no step moves one by more.
  private static let settled = 1e-13
  private static let stepLimit = 100_000
  /// A move in a period larger than this, in shares of a cap, may be a switch.
  private static let jump = 0.05
  /// Into how many steps a period's change of stocks is cut to tell.
  private static let cuts = 64
  /// More firms than this play what sweeps from the ends find.
  static let firmLimit = 24

  /// The run from today's levels.
  ///
  /// - Parameters:
  ///   - start: Today's levels.
  ///   - periods: The number of periods.
  ///   - discount: The value of the next period.
  ///   - settled: The relative change of stocks at which to stop.
  /// - Returns: The run.
  /// - Throws: an error if stocks become inadmissible.
  func run(
    from start: [Double], periods: Int, discount: Double,
    until settled: Double = -1
  ) throws(ScenarioError) -> GrowthRun {
    var run = GrowthRun(
      play: .equilibrium, selection: selection, knowledge: [growth.start],
      levels: [], payoffs: [], welfare: [], openness: [], discount: discount)
    var levels = start
    for period in 0..<periods {
      let stocks = run.knowledge[period]
      let scenario = Scenario(.cluster(growth.cluster(with: stocks)))
      let game = try scenario.game()
      let played = try played(scenario, game, after: levels)
      if period > 0, selection == .stay,
        try switches(
          from: levels, stocks: run.knowledge[period - 1], to: stocks)
      {
        run.switches.append(
          GrowthRun.Switch(period: period, from: levels, to: played))
      }
      run.append(played, in: game, growth)
      levels = played
      let last = run.knowledge[period + 1]
      let change = zip(stocks, last).reduce(0.0) {
        max($0, abs($1.0 - $1.1) / max($1.1, .leastNormalMagnitude))
      }
      if change <= settled { break }
    }
    return run
  }

  private func played(
    _ scenario: Scenario, _ game: any ScenarioGame, after levels: [Double]
  ) throws(ScenarioError) -> [Double] {
    guard let choice = selection.choice else {
      return try settle(scenario, levels)
    }
    if game.strategies.dimension > Self.firmLimit {
      let ends = selection == .lowest || selection == .worst
      let space = game.strategies
      return try settle(
        scenario, ends ? space.lowerBounds : space.upperBounds)
    }
    let list = EquilibriumList(of: game, using: search)
    guard let place = list.place(of: choice) else {
      return try settle(scenario, levels)
    }
    return list.outcomes[place].levels
  }

  /// Where levels settle under best responses.
  private func settle(
    _ scenario: Scenario, _ start: [Double]
  ) throws(ScenarioError) -> [Double] {
    let process = try scenario.process(Adjustment(rate: Self.rate))
    var levels = start
    for _ in 0..<Self.stepLimit {
      let next = process.next(levels)
      let move = zip(next, levels).reduce(0.0) {
        max($0, abs($1.0 - $1.1))
      }
      levels = next
      if move < Self.settled { break }
    }
    return levels
  }

  /// Whether levels jump on the way from one period's stocks to the next's.
  private func switches(
    from levels: [Double], stocks: [Double], to next: [Double]
  ) throws(ScenarioError) -> Bool {
    var levels = levels
    for cut in 1...Self.cuts {
      let share = Double(cut) / Double(Self.cuts)
      let between = zip(stocks, next).map { $0 + share * ($1 - $0) }
      if cut == 1 {
        let all = Scenario(.cluster(growth.cluster(with: next)))
        guard jumps(levels, try settle(all, levels)) else { return false }
      }
      let scenario = Scenario(.cluster(growth.cluster(with: between)))
      let settled = try settle(scenario, levels)
      if jumps(levels, settled) { return true }
      levels = settled
    }
    return false
  }

  private func jumps(_ before: [Double], _ after: [Double]) -> Bool {
    zip(before, after).enumerated().contains { i, pair in
      abs(pair.0 - pair.1) > Self.jump * growth.cluster.firms[i].cap
    }
  }
}
