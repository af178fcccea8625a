import Equilibria

/// How large shocks are (`shock`).
struct ShockSection: ScenarioSection {
  static let key = "shock"
  static let kinds: [ScenarioKind] = [.cluster, .formulas]

  /// The standard deviation of each period's shock: one for all, or one each.
  var deviation: [Double] = [0.05]

  /// The defaults.
  init() {}

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    let values = try value.values(of: ["deviation"])
    guard let deviation = values["deviation"] else { return }
    switch context.subject {
    case .cluster(let cluster):
      self.deviation = try deviation.numbers(
        .nonNegative, perFirm: cluster.firms.count)
    case .formulas(let game):
      guard case .list = deviation.node else {
        self.deviation = [try deviation.number(.nonNegative)]
        return
      }
      self.deviation = try deviation.numbers(
        .nonNegative, count: game.strategies.dimension)
    case .figures: throw ScenarioError(at: value.place, "needs a game")
    }
  }

  /// The deviation of each of a number of players.
  func deviations(count: Int) -> [Double] {
    deviation.count == 1
      ? Array(repeating: deviation[0], count: count) : deviation
  }
}
