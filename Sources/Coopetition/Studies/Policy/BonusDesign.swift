import Games
import Reports

/// The cheapest bonuses that make a target of a cluster an equilibrium, or the
/// only one.
public struct BonusDesign: Sendable {
  /// The name of the scenario.
  public var scenario: String
  /// The names of the firms.
  public var firms: [String]
  /// The level of each firm from which on it gets its bonus.
  public var target: [Double]
  /// The bonuses.
  package var contract: BonusContract
  /// How long it took, in seconds.
  public var seconds: Double

  /// What it costs that every equilibrium reaches the target.
  public var price: Double { contract.robust.total - contract.weak.total }
}

extension Scenario {
  /// Finds the cheapest bonuses of the section `design`.
  ///
  /// - Throws: an error if the scenario has no such section, is no cluster, or
  ///   has too many firms.
  public func bonuses() throws(ScenarioError) -> BonusDesign {
    let section = try designSection()
    guard case .cluster(let cluster) = subject else {
      throw ScenarioError(at: "design.contract", "bonus is for clusters")
    }
    let clock = ContinuousClock()
    let start = clock.now
    try cluster.requireCommonLevels()
    try cluster.checkCertainChoice(of: "contract: bonus")
    let count = cluster.firms.count
    guard count <= BonusContract.mostPlayers else {
      throw ScenarioError(
        at: "design.contract",
        "bonus is for at most \(BonusContract.mostPlayers) firms; "
          + "there are \(count)")
    }
    guard let game = try cluster.game() as? SharingGame else {
      throw ScenarioError(
        at: "design.contract",
        "bonus is for clusters without royalties, and without prices by "
          + "provider where a firm runs the platform")
    }
    let target =
      switch section.target {
      case .full: game.strategies.upperBounds
      case .levels(let levels): game.strategies.clamped(levels)
      default: game.socialOptimum().levels
      }
    let contract = BonusContract(game, target: target)
    return BonusDesign(
      scenario: cluster.name, firms: cluster.firms.map(\.name),
      target: target, contract: contract,
      seconds: (clock.now - start) / .seconds(1))
  }
}

extension BonusDesign {
  /// The bonuses as a report.
  public var report: Report {
    func text(_ value: Double) -> String {
      NumberText.significant(value, digits: 6)
    }
    let (weak, robust) = (contract.weak, contract.robust)
    var table = Table(
      columns: ["firm", "target", "bonus, weak", "bonus, robust"])
    for i in firms.indices {
      table.add(
        firms[i], [target[i], weak.bonuses[i], robust.bonuses[i]])
    }
    let order = robust.order.map { firms[$0] }.joined(separator: ", ")
    return Report(
      title: scenario,
      sections: [
        .text(
          "Bonuses of \(text(weak.total)) make the target an equilibrium, "
            + "\(text(robust.total)) the least that every equilibrium "
            + "reaches: the price of robustness is \(text(price))."),
        .table(table),
        .text("Firms are won over in the order \(order)."),
        .text(
          contract.isMinimal
            ? "Sharing levels are strategic complements: no scheme is cheaper."
            : "Sharing levels are no strategic complements: a cheaper scheme "
              + "may exist."),
      ]
        + Report.Section.pictures(
          TornadoPicture.fromZero(
            "What each firm is paid",
            [
              ("bonus, weak", Array(zip(firms, weak.bonuses))),
              ("bonus, robust", Array(zip(firms, robust.bonuses))),
            ])),
      data: json, isComplete: contract.isProven)
  }

  private var json: JSONValue {
    .object([
      ("scenario", .text(scenario)), ("firms", .texts(firms)),
      ("target", .numbers(target)), ("targetLevels", .numbers(target)),
      (
        "weak",
        .object([
          ("bonuses", .numbers(contract.weak.bonuses)),
          ("total", .number(contract.weak.total)),
        ])
      ),
      (
        "robust",
        .object([
          ("bonuses", .numbers(contract.robust.bonuses)),
          ("total", .number(contract.robust.total)),
          ("order", .texts(contract.robust.order.map { firms[$0] })),
        ])
      ),
      ("price", .number(price)),
      ("minimal", .boolean(contract.isMinimal)),
      ("proven", .boolean(contract.isProven)),
      (
        "solver",
        .object([
          ("method", .text("lowest equilibria of all sets")),
          ("seconds", .number(seconds)),
          ("version", .text(CoopetitionPackage.version)),
        ])
      ),
    ])
  }
}
