import Games
import LinearAlgebra

/// Shrinks a cell by linear conditions that all its equilibria satisfy, taken
/// together.
///
/// Conditions of single players leave much that no profile satisfies at once.
/// A linear program finds multipliers `y ≥ 0` that combine them to one
/// inequality `yᵀA x ≤ yᵀb`. It holds whatever y is, so the program needs no
/// proof and its rows may be relaxed a little; the inequality is evaluated in
/// interval arithmetic, and bounds each variable by the least that the others
/// contribute. Bands and levels are bounded from both sides, each program
/// starting where the one before ended, the level first that is nearest to its
/// bound there; bounds that a vertex has reached already cannot be improved and
/// are left out. Last come the sums whose least values the next conditions
/// depend on.
///
/// Reference: Araya, Trombettoni and Neveu, A Contractor Based on Convex
/// Interval Taylor, CPAIOR 2012; Neumaier and Shcherbina, Safe bounds in linear
/// and mixed-integer linear programming, Mathematical Programming 99, 2004;
/// Gleixner, Berthold, Müller and Weltge, Three enhancements for
/// optimization-based bound tightening, Journal of Global Optimization 67,
/// 2017.
struct LinearRelaxation {
  /// Programs with more variables cost more than they save.
  private static let variableLimit = 400
  /// A vertex this near to a bound, as a share of the interval, has reached it.
  static let nearness = 0.15
  /// By how much rows are relaxed at least, and at most by twice as much, so
  /// that no more of them meet in a vertex than there are variables.
  private static let relief = 1e-7

  /// Cuts off what the conditions forbid, and raises the least values of the
  /// sums that they depend on.
  ///
  /// - Parameters:
  ///   - cell: A part of the strategy space.
  ///   - directions: The directions of its bands.
  ///   - sums: What is known of sums of the levels in the cell; what is learnt
  ///     takes its place.
  ///   - game: The game.
  ///   - programs: Is increased by the number of programs.
  /// - Returns: False if nothing is left.
  static func shrink<G: Game>(
    _ cell: inout Cell, _ directions: [[Double]], sums: inout [LinearSum],
    of game: G, programs: inout Int
  ) -> Bool {
    guard cell.box.count <= variableLimit else { return true }
    let conditions = game.linearConditions(over: cell.box, where: sums)
    guard !conditions.isEmpty else { return true }
    var relaxation = LinearRelaxation(
      conditions + cell.conditions(directions), over: cell.box)
    defer { programs += relaxation.programs }
    var step = relaxation.tighten(&cell, directions)
    guard step == .bounded else { return step != .empty }
    step = relaxation.tighten(&cell.box, &sums, of: game)
    return step != .empty
  }

  private let conditions: [LinearCondition]
  /// The intervals by which variables are measured in the programs.
  let origin: Box
  /// By how much each condition was divided.
  private let scales: [Double]
  private(set) var program: DualSimplex
  /// Whether the conditions depend on each variable.
  private let isBound: [Bool]
  /// How near vertices have come to the ends of each interval, as shares.
  private var reached: [(lower: Double, upper: Double)]
  /// The sums that are bounded, with their least values at vertices.
  var watched: [(sum: LinearSum, least: Double)] = []
  var programs = 0

  init(_ conditions: [LinearCondition], over box: Box) {
    self.conditions = conditions
    origin = box
    var scales: [Double] = []
    var isBound = box.map { _ in false }
    let rows = conditions.enumerated().map { k, condition in
      var row = Self.row(condition, over: box)
      let reach = row.coefficients.reduce(0) { $0 + abs($1) }
      let scale = reach > 0 && reach.isFinite ? reach : 1
      scales.append(scale)
      for v in row.variables { isBound[v] = true }
      row.coefficients = row.coefficients.map { $0 / scale }
      row.bound = row.bound / scale + Self.relief * (1 + Self.share(k))
      return row
    }
    self.scales = scales
    self.isBound = isBound
    program = DualSimplex(
      rows: rows, lower: box.map { _ in 0 },
      upper: box.map { $0.isPoint ? 0 : 1 })
    reached = box.map { _ in (1, 0) }
  }

  /// Numbers from 0 to 1 that are all different: the multiples of the golden
  /// ratio's fraction.
  private static func share(_ index: Int) -> Double {
    (Double(index) * 0.618_033_988_749_894_8)
      .truncatingRemainder(dividingBy: 1)
  }

  /// A condition in variables that go from 0 to 1 over a box.
  private static func row(
    _ condition: LinearCondition, over box: Box
  ) -> DualSimplex.Row {
    var row = DualSimplex.Row(
      variables: [], coefficients: [], bound: condition.bound)
    for term in condition.terms {
      let interval = box[term.variable]
      let coefficient = term.coefficient.midpoint
      row.bound -= coefficient * interval.lower
      guard !interval.isPoint else { continue }
      row.variables.append(term.variable)
      row.coefficients.append(coefficient * interval.width)
    }
    return row
  }

  enum Step { case bounded, empty, failed }

  /// Bounds the bands.
  ///
  /// The first program's objective depends on all variables, so that no choice
  /// of its pivots is left open.
  private mutating func tighten(
    _ cell: inout Cell, _ directions: [[Double]]
  ) -> Step {
    let start = cell.box.indices.map { 1 + Self.share($0) }
    var step = solve(start, in: &cell.box).step
    for (k, direction) in directions.enumerated() {
      for isLower in [true, false]
      where step == .bounded && !Cancellation.isRequested {
        step = bound(k, direction, isLower: isLower, in: &cell)
      }
    }
    return step
  }

  /// Bounds some levels from below or above.
  mutating func tighten(
    _ box: inout Box, isLower: Bool, where holds: (Int) -> Bool
  ) -> Step {
    var left = box.indices.filter {
      holds($0) && isBound[$0] && !box[$0].isPoint
    }
    while !Cancellation.isRequested,
      let place = nearest(left, isLower: isLower)
    {
      let v = left.remove(at: place)
      let near = isLower ? reached[v].lower : 1 - reached[v].upper
      if box[v].isPoint || near <= Self.nearness { continue }
      let step = bound(v, isLower: isLower, in: &box)
      if step != .bounded { return step }
    }
    return .bounded
  }

  /// The place of the level that is nearest to its bound at the vertex.
  private func nearest(_ variables: [Int], isLower: Bool) -> Int? {
    let vertex = program.vertex
    func distance(_ place: Int) -> Double {
      let level = vertex[variables[place]]
      return isLower ? level : 1 - level
    }
    return variables.indices.min { distance($0) < distance($1) }
  }

  /// Bounds a level from below or above by one program.
  private mutating func bound(
    _ variable: Int, isLower: Bool, in box: inout Box
  ) -> Step {
    var costs = [Double](repeating: 0, count: box.count)
    costs[variable] = isLower ? 1 : -1
    return solve(costs, in: &box).step
  }

  /// Bounds a band from one side.
  private mutating func bound(
    _ band: Int, _ direction: [Double], isLower: Bool, in cell: inout Cell
  ) -> Step {
    let terms = direction.indices.map {
      LinearCondition.Term(
        variable: $0,
        coefficient: Interval(isLower ? direction[$0] : -direction[$0]))
    }
    let (step, least) = least(of: terms, in: &cell.box)
    guard step == .bounded else { return step }
    let side =
      isLower
      ? Interval(lower: least, upper: .infinity)
      : Interval(lower: -.infinity, upper: -least)
    guard let rest = cell.bands[band].intersection(side) else { return .empty }
    cell.bands[band] = rest
    return .bounded
  }

  /// Bounds a sum from below by one program: `c·x = (c + Aᵀy)·x − yᵀA x`, of
  /// which the last term is at most `yᵀb`.
  mutating func least(
    of terms: [LinearCondition.Term], in box: inout Box
  ) -> (step: Step, least: Double) {
    var costs = [Double](repeating: 0, count: box.count)
    for term in terms {
      costs[term.variable] +=
        term.coefficient.midpoint * origin[term.variable].width
    }
    let scale = costs.reduce(0) { max($0, abs($1)) }
    guard scale > 0, scale.isFinite else { return (.bounded, -.infinity) }
    let (step, condition) = solve(
      costs.map { $0 / scale }, times: scale, in: &box)
    guard step == .bounded, var coefficients = condition?.coefficients,
      let bound = condition?.bound
    else { return (step, -.infinity) }
    for term in terms { coefficients[term.variable] += term.coefficient }
    var least = -Interval(bound)
    for v in box.indices { least += coefficients[v] * box[v] }
    return (.bounded, least.lower)
  }

  /// Bounds the variables by what the program with an objective tells, and
  /// returns the combined condition for the objective times a factor.
  private mutating func solve(
    _ costs: [Double], times factor: Double = 1, in box: inout Box
  ) -> (step: Step, condition: CombinedCondition?) {
    programs += 1
    let (outcome, multipliers) = program.minimize(costs)
    guard outcome != .iterationLimit else { return (.failed, nil) }
    let condition = combination(multipliers.map { factor * $0 })
    guard condition.propagate(in: &box) else { return (.empty, nil) }
    guard outcome == .optimal else { return (.failed, nil) }
    for (v, level) in program.vertex.enumerated() {
      reached[v].lower = min(reached[v].lower, level)
      reached[v].upper = max(reached[v].upper, level)
    }
    noteSums()
    return (.bounded, condition)
  }

  /// The sum of the conditions times multipliers that are not negative.
  private func combination(_ multipliers: [Double]) -> CombinedCondition {
    var coefficients = [Interval](repeating: .zero, count: origin.count)
    var bound = Interval.zero
    for (k, multiplier) in multipliers.enumerated() where multiplier > 0 {
      let weight = Interval(multiplier / scales[k])
      bound += weight * Interval(conditions[k].bound)
      for term in conditions[k].terms {
        coefficients[term.variable] += weight * term.coefficient
      }
    }
    return CombinedCondition(coefficients: coefficients, bound: bound.upper)
  }
}
