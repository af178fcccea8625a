import Equilibria
import Games
import LinearAlgebra

/// Where players come to rest, answering one another, after the state that they
/// were in has ended as a number rose.
///
/// They adjust by the rule of the scenario from the last levels of that state,
/// just beyond the number's value at its end, and then on at that value.
struct TippedState: Sendable {
  /// The levels at rest, to which small deviations return.
  let levels: [Double]
  /// The welfare there.
  let welfare: Double

  /// The state in which players come to rest; nil if they do not, if small
  /// deviations from it grow, or if it is not known how players adjust: where
  /// one owns several variables, or payoffs are not known to be concave in them.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - address: The number.
  ///   - value: Its value at the end of the state.
  ///   - range: The values that it may take.
  ///   - levels: The last levels of the state.
  init?(
    of scenario: Scenario, _ address: String, at value: Double,
    within range: ClosedRange<Double>, from levels: [Double]
  ) {
    let width = range.upperBound - range.lowerBound
    let beyond = min(value + Self.step * width, range.upperBound)
    guard beyond > value,
      let far = try? Self.process(of: scenario, address, at: beyond),
      let near = try? Self.process(of: scenario, address, at: value)
    else { return nil }
    let start = far.process.game.strategies.clamped(levels)
    guard let found = Self.rest(of: far.process, from: start),
      let end = Self.rest(of: near.process, from: found)
    else { return nil }
    self.levels = end
    welfare = near.game.welfare(at: end)
  }

  /// The share of the number's range by which players start beyond the end.
  private static let step = 1e-3
  /// Levels that move by no more in a period are at rest.
  private static let resting = 1e-12
  /// Levels at rest that are no farther from a bound, in shares of the bounds'
  /// distance, have reached it: they come nearer and nearer to it.
  private static let nearness = 1e-9
  /// The limit on periods: next to where two equilibria meet it takes long to
  /// get away.
  private static let mostPeriods = 20_000

  /// How players adjust where the number has a value, and the game that they
  /// play.
  private static func process(
    of scenario: Scenario, _ address: String, at value: Double
  ) throws(ScenarioError) -> (
    process: AdjustmentProcess, game: any ScenarioGame
  ) {
    var changed = scenario
    try ScenarioNumber(address, in: scenario.subject)
      .set(value, in: &changed.subject)
    let section = changed.section(AdjustmentSection.self)
    let adjustment = section?.adjustment ?? Adjustment()
    return (try changed.process(adjustment), try changed.game())
  }

  /// The levels at which a process comes to rest and to which small deviations
  /// return; nil if there are none within the limit.
  private static func rest(
    of process: AdjustmentProcess, from start: [Double]
  ) -> [Double]? {
    var levels = start
    for _ in 0..<mostPeriods {
      guard !Cancellation.isRequested else { return nil }
      let next = process.next(levels)
      let isAtRest = zip(next, levels).allSatisfy {
        abs($0 - $1) <= resting
      }
      levels = next
      guard isAtRest else { continue }
      levels = process.game.strategies.reached(levels, within: nearness)
      let contraction = process.contraction(at: levels)
      return contraction.map { $0 < 1 } == true ? levels : nil
    }
    return nil
  }
}

extension StrategySpace {
  /// The levels, at their bounds where they are within a share of the bounds'
  /// distance.
  fileprivate func reached(
    _ levels: [Double], within share: Double
  ) -> [Double] {
    levels.indices.map { v in
      let (low, high) = (lowerBounds[v], upperBounds[v])
      let distance = share * (high - low)
      if levels[v] - low <= distance { return low }
      return high - levels[v] <= distance ? high : levels[v]
    }
  }
}
