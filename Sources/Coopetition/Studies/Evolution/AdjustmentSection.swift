import Equilibria
import Games

/// How levels move from period to period (`adjustment`).
struct AdjustmentSection: ScenarioSection {
  static let key = "adjustment"
  static let kinds: [ScenarioKind] = [.cluster, .formulas]

  /// How levels move.
  var adjustment = Adjustment()
  /// Today's levels as shares of what is possible: one for all, or one each.
  var start: [Double] = [0]

  /// The defaults.
  init() {}

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    let values = try value.values(of: ["rule", "rate", "order", "start"])
    adjustment.rule =
      try values["rule"]?.word(Adjustment.Rule.self) ?? adjustment.rule
    adjustment.order =
      try values["order"]?.word(Adjustment.Order.self) ?? adjustment.order
    if let rate = values["rate"] {
      adjustment.rate = try rate.number(.positive)
      if adjustment.rule == .bestResponse, adjustment.rate > 1 {
        throw ScenarioError(
          at: rate.place,
          "\(adjustment.rate.shortDescription) is not in (0, 1] for rule "
            + "bestResponse")
      }
    }
    if let start = values["start"] {
      self.start = try Self.start(start, in: context)
    }
  }

  private static func start(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) -> [Double] {
    switch context.subject {
    case .cluster(let cluster):
      return try value.numbers(.unit, perFirm: cluster.firms.count)
    case .formulas(let game):
      guard case .list = value.node else { return [try value.number(.unit)] }
      return try value.numbers(.unit, count: game.strategies.dimension)
    case .figures: throw ScenarioError(at: value.place, "needs a game")
    }
  }

  /// The levels of the start in a game.
  func levels(in space: StrategySpace) -> [Double] {
    (0..<space.dimension).map { v in
      let share = start.count == 1 ? start[0] : start[v]
      let (low, high) = (space.lowerBounds[v], space.upperBounds[v])
      return low + share * (high - low)
    }
  }
}
