import Games

/// Levels that constraints leave no choice of: where a function rises in a
/// variable all over the box and is not negative with it at its lower bound,
/// whoever keeps `g ≤ 0` can choose nothing but that bound; likewise at the
/// upper one, and for equations.
///
/// Multipliers of such constraints are not determined, since the bound bears any
/// part of what they do.
struct PinnedLevels {
  /// What is left of the box.
  private(set) var box: Box
  /// The constraints that pin a level and hold whatever else is played: they
  /// say no more than `box`.
  private(set) var spent: Set<Int> = []
  /// All constraints that pin a level.
  private(set) var pinning: Set<Int> = []

  private let base: FormulaGame
  private let rows: [ConstraintRow]
  private let functions: ConstraintFunctions

  /// The levels that the constraints of a game pin.
  init(
    _ base: FormulaGame, _ rows: [ConstraintRow],
    _ functions: ConstraintFunctions
  ) {
    self.base = base
    self.rows = rows
    self.functions = functions
    box = base.strategies.box
    guard !rows.isEmpty, functions.isTotal(over: box) else { return }
    while let found = rows.indices.first(where: { pins($0) }) {
      pinning.insert(found)
    }
    spent = pinning.filter { k in
      let range = functions.enclosure(k, over: box)
      return rows[k].kind == .atMost ? range.upper <= 0 : range == .zero
    }
  }

  /// Puts one more level at a bound if a constraint leaves nothing else.
  private mutating func pins(_ k: Int) -> Bool {
    let row = rows[k]
    guard row.kind != .simplex else { return false }
    let slopes = functions.derivatives(k, over: box).gradient
    for v in row.variables where !box[v].isPoint {
      guard row.players.contains(base.strategies.owner(of: v)) else { continue }
      for bound in [box[v].lower, box[v].upper] {
        var side = box
        side[v] = Interval(bound)
        let inward = bound == box[v].lower ? slopes[v] : -slopes[v]
        let value = functions.enclosure(k, over: side)
        let isAbove = inward.isPositive && value.lower >= 0
        let isBelow = inward.isNegative && value.upper <= 0
        if isAbove || row.kind == .equal && isBelow {
          box = side
          return true
        }
      }
    }
    return false
  }
}
