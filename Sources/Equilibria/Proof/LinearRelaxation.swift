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
/// contribute. Every level is bounded from both sides in turn, each program
/// starting where the one before ended; bounds that a vertex has reached
/// already cannot be improved and are left out.
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
  private static let nearness = 0.02
  /// The share of an interval that a program should cut off.
  private static let worthwhile = 0.02
  /// After this many programs in a row that cut off less, and this share of
  /// the variables, the rest is left out.
  private static let patience = (programs: 8, share: 0.125)
  /// By how much rows are relaxed at least, and at most by twice as much, so
  /// that no more of them meet in a vertex than there are variables.
  private static let relief = 1e-7

  /// Cuts off what the conditions forbid.
  ///
  /// - Parameters:
  ///   - cell: A part of the strategy space.
  ///   - directions: The directions of its bands.
  ///   - game: The game.
  ///   - programs: Is increased by the number of programs.
  /// - Returns: False if nothing is left.
  static func shrink<G: Game>(
    _ cell: inout Cell, _ directions: [[Double]], of game: G,
    programs: inout Int
  ) -> Bool {
    guard cell.box.count <= variableLimit else { return true }
    let conditions = game.linearConditions(over: cell.box)
    guard !conditions.isEmpty else { return true }
    var relaxation = LinearRelaxation(
      conditions + cell.conditions(directions), over: cell.box)
    defer { programs += relaxation.programs }
    return relaxation.tighten(&cell.box)
  }

  private let conditions: [LinearCondition]
  /// The intervals by which variables are measured in the programs.
  private let origin: Box
  /// By how much each condition was divided.
  private let scales: [Double]
  private var program: DualSimplex
  /// How much the conditions depend on each variable.
  private let weights: [Double]
  /// How near vertices have come to the ends of each interval, as shares.
  private var reached: [(lower: Double, upper: Double)]
  private var programs = 0

  init(_ conditions: [LinearCondition], over box: Box) {
    self.conditions = conditions
    origin = box
    var scales: [Double] = []
    var weights = box.map { _ in 0.0 }
    let rows = conditions.enumerated().map { k, condition in
      let row = Self.row(condition, over: box)
      let reach = row.coefficients.reduce(0) { $0 + abs($1) }
      let scale = reach > 0 && reach.isFinite ? reach : 1
      scales.append(scale)
      for (v, coefficient) in zip(row.variables, row.coefficients) {
        weights[v] += abs(coefficient) / scale
      }
      return DualSimplex.Row(
        variables: row.variables,
        coefficients: row.coefficients.map { $0 / scale },
        bound: row.bound / scale + Self.relief * (1 + Self.share(k)))
    }
    self.scales = scales
    self.weights = weights
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

  /// Bounds every variable, from below, then from above, so that the vertex of
  /// one program is near that of the next; false if nothing is left.
  ///
  /// The first program's objective depends on all variables, so that no choice
  /// of its pivots is left open.
  private mutating func tighten(_ box: inout Box) -> Bool {
    let order = order(box.indices.filter { !box[$0].isPoint })
    let most = max(
      Self.patience.programs, Int(Self.patience.share * Double(order.count)))
    switch solve(box.indices.map { 1 + Self.share($0) }, in: &box) {
    case .empty: return false
    case .failed: return true
    case .bounded: break
    }
    for isLower in [true, false] {
      var idle = 0
      for v in order where !box[v].isPoint && idle < most {
        let near = isLower ? reached[v].lower : 1 - reached[v].upper
        if near <= Self.nearness { continue }
        let before = box[v].width
        switch bound(v, isLower: isLower, in: &box) {
        case .empty: return false
        case .failed: return true
        case .bounded:
          let isIdle = box[v].width > (1 - Self.worthwhile) * before
          idle = isIdle ? idle + 1 : 0
        }
      }
    }
    return true
  }

  /// The variables to be bounded: those that the conditions depend on most come
  /// first.
  private func order(_ free: [Int]) -> [Int] {
    free.filter { weights[$0] > 0 }.sorted {
      (weights[$1], $0) < (weights[$0], $1)
    }
  }

  private enum Step { case bounded, empty, failed }

  /// Bounds a variable from below or above by one program.
  private mutating func bound(
    _ variable: Int, isLower: Bool, in box: inout Box
  ) -> Step {
    var costs = [Double](repeating: 0, count: box.count)
    costs[variable] = isLower ? 1 : -1
    return solve(costs, in: &box)
  }

  /// Bounds the variables by what the program with an objective tells.
  private mutating func solve(_ costs: [Double], in box: inout Box) -> Step {
    programs += 1
    let (outcome, multipliers) = program.minimize(costs)
    guard outcome != .iterationLimit else { return .failed }
    guard combination(multipliers).propagate(in: &box) else { return .empty }
    guard outcome == .optimal else { return .failed }
    for (v, level) in program.vertex.enumerated() {
      reached[v].lower = min(reached[v].lower, level)
      reached[v].upper = max(reached[v].upper, level)
    }
    return .bounded
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
