// What keys of a design need of each other and of the scenario.
extension DesignSection {
  /// Throws where one key needs another, or excludes it.
  func check(_ subject: Scenario.Subject) throws(ScenarioError) {
    guard case .cluster(let cluster) = subject else {
      guard contract == .rate else {
        throw ScenarioError(
          at: "design.contract",
          "bonus is for clusters; a game of formulas states its payments")
      }
      guard budget == nil || spending != nil else {
        throw ScenarioError(
          at: "design.spending", "missing; the budget is for a formula")
      }
      return
    }
    let hasNoOperator = cluster.platform.operator == .none
    if hasNoOperator, objective == .profit || mustBreakEven {
      throw ScenarioError(
        at: "platform.operator",
        "missing; profit is what service or a firm earns by it")
    }
    if contract == .rate, objective == .spending, target == nil {
      throw ScenarioError(
        at: "design.target",
        "missing; spending is least for an efficiency to reach")
    }
    if contract == .bonus, let objective, objective != .spending {
      throw ScenarioError(
        at: "design.objective",
        "bonuses are the least spending; leave the objective out")
    }
  }

  /// Throws for keys that mean nothing in a game of formulas.
  func refuse(
    _ values: [String: ScenarioValue], _ subject: Scenario.Subject
  ) throws(ScenarioError) {
    guard case .formulas = subject else { return }
    for key in ["publicFunds", "participation", "target", "breakEven"]
    where values[key] != nil {
      throw ScenarioError(
        at: "design.\(key)",
        "is for clusters; a game of formulas states objective and spending")
    }
  }

  /// Throws where a firm's floor could come to lie above its cap.
  func checkBounds(
    _ lots: [Lot], of cluster: Cluster
  ) throws(ScenarioError) {
    for (i, firm) in cluster.firms.enumerated() {
      func lot(_ key: Int) -> Lot? {
        let place = NumberTable.place(ofKey: key, firm: i)
        return lots.first { $0.numbers.contains { $0.place == place } }
      }
      let (floor, cap) = (lot(Keys.floor), lot(Keys.cap))
      let (most, least) = (
        floor?.range.upperBound ?? firm.floor,
        cap?.range.lowerBound ?? firm.cap
      )
      guard most > least, floor?.instrument.set != "level",
        let instrument = (floor ?? cap)?.instrument
      else { continue }
      throw ScenarioError(
        at: instrument.place + ".range",
        "a floor of \(most.shortDescription) would be above a cap of "
          + "\(least.shortDescription), that of \(firm.name)")
    }
  }
}
