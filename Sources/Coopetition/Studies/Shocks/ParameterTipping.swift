import Equilibria

/// The least changes of a number at which an equilibrium disappears: the ends
/// of the branch that passes through it.
struct ParameterTipping: Sendable {
  /// The number.
  var parameter: String
  /// Its value today.
  var today: Double
  /// The values over which the equilibrium was followed.
  var range: ClosedRange<Double>
  /// What ends the equilibrium as the number falls; nil if nothing does.
  var down: BranchEvent?
  /// What ends the equilibrium as the number rises; nil if nothing does.
  var up: BranchEvent?

  /// The ends of the branch through an equilibrium; nil if no branch passes
  /// there.
  ///
  /// - Parameters:
  ///   - found: The branches.
  ///   - today: The value of the number today.
  ///   - levels: The levels of the equilibrium.
  init?(_ found: ScenarioTrace, at today: Double, levels: [Double]) {
    let trace = found.trace
    let near = trace.branches.indices.compactMap { branch in
      trace.branches[branch].distance(to: levels, at: today).map {
        (branch: branch, distance: $0)
      }
    }.min { $0.distance < $1.distance }
    guard let near else { return nil }
    let branch = trace.branches[near.branch]
    parameter = found.parameter
    self.today = today
    range = trace.range
    down = branch.beginning.map { trace.events[$0] }
    up = branch.end.map { trace.events[$0] }
  }
}

extension EquilibriumBranch {
  /// The largest distance of a level from the branch at a value of the
  /// parameter, between the two points next to it; nil if the branch is not
  /// there.
  fileprivate func distance(to levels: [Double], at value: Double) -> Double? {
    for (a, b) in zip(points, points.dropFirst())
    where a.parameter <= value && value <= b.parameter {
      let step = b.parameter - a.parameter
      let share = step > 0 ? (value - a.parameter) / step : 0
      return levels.indices.reduce(0) { most, i in
        let here = a.levels[i] + share * (b.levels[i] - a.levels[i])
        return max(most, abs(here - levels[i]))
      }
    }
    return nil
  }
}

extension Scenario {
  /// The branches of equilibria over a number, with its value today.
  ///
  /// - Parameters:
  ///   - address: The number.
  ///   - range: The values that it is to take; nil for those from half of
  ///     today's to twice, or from 0 to 1 about 0, as far as it may go.
  ///   - tracer: The method and its limits.
  /// - Returns: The branches and today's value.
  /// - Throws: an error if the number cannot be varied.
  func trace(
    varying address: String, overUsual range: ClosedRange<Double>?,
    using tracer: BranchTracer
  ) throws(ScenarioError) -> (found: ScenarioTrace, today: Double) {
    let number = try ScenarioNumber(address, in: subject)
    let today = try number.value(in: subject)
    let (least, most) = number.range.limits
    let ends = today == 0 ? [0, 1] : [today / 2, 2 * today].sorted()
    let usual = max(ends[0], least)...min(ends[1], most)
    let found = try trace(
      varying: address, over: range ?? usual, using: tracer)
    return (found, today)
  }
}
