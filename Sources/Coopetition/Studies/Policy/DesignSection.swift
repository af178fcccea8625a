import Games

/// The section `design` of a scenario: what a committer may set, what it wants
/// and what must hold.
struct DesignSection: ScenarioSection {
  static let key = "design"
  static let kinds: [ScenarioKind] = [.cluster, .formulas]

  /// What is wanted most.
  enum Objective: Sendable, Equatable {
    case welfare, sharing, spending, profit, fairness
    /// The payoff of a firm, or of a player.
    case payoff(String)
    /// A formula of levels and parameters.
    case formula(String)
  }

  /// What firms are paid by.
  enum Contract: String, Sendable {
    /// What instruments say.
    case rate
    /// A sum for each firm that reaches its level of a target.
    case bonus
  }

  /// What is to be reached.
  enum Target: Sendable, Equatable {
    /// A share of what could be gained.
    case efficiency(Double)
    /// The optimum's levels.
    case optimum
    /// All levels at their caps.
    case full
    /// A level for each firm.
    case levels([Double])
  }

  var instruments: [Instrument] = []
  /// Nil for the default, welfare or the sum of payoffs.
  var objective: Objective?
  var selection = Commitment.Selection.worst
  var budget: Double?
  var publicFunds = 0.0
  var isVoluntary = false
  var target: Target?
  var mustBreakEven = false
  var contract = Contract.rate
  /// What a game of formulas spends.
  var spending: String?

  /// A design in code.
  init(_ instruments: [Instrument]) { self.instruments = instruments }

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    let values = try value.values(of: [
      "instruments", "objective", "select", "budget", "publicFunds",
      "participation", "target", "breakEven", "contract", "spending",
    ])
    try readTerms(values)
    try readObjective(values["objective"], context.subject)
    try readTarget(values["target"], context.subject)
    try check(context.subject)
    try refuse(values, context.subject)
    try readInstruments(values["instruments"], context.subject)
  }

  private mutating func readTerms(
    _ values: [String: ScenarioValue]
  ) throws(ScenarioError) {
    budget = try values["budget"]?.number(.finite)
    publicFunds = try values["publicFunds"]?.number(.nonNegative) ?? 0
    spending = try values["spending"]?.text("a formula")
    if let value = values["select"] {
      let expected = "worst, best, highest or lowest"
      guard
        let selection = Commitment.Selection(
          rawValue: try value.text(expected))
      else { throw value.mismatch(expected) }
      self.selection = selection
    }
    if let value = values["participation"] {
      guard try value.text("voluntary") == "voluntary" else {
        throw value.mismatch("voluntary")
      }
      isVoluntary = true
    }
    if let value = values["breakEven"] {
      switch try value.text("true or false") {
      case "true": mustBreakEven = true
      case "false": mustBreakEven = false
      default: throw value.mismatch("true or false")
      }
    }
    if let value = values["contract"] {
      guard let contract = Contract(rawValue: try value.text("rate or bonus"))
      else { throw value.mismatch("rate or bonus") }
      self.contract = contract
    }
  }

  private mutating func readObjective(
    _ value: ScenarioValue?, _ subject: Scenario.Subject
  ) throws(ScenarioError) {
    guard let value else { return }
    let expected = "welfare, sharing, spending, profit, fairness or {payoff: …}"
    if case .mapping = value.node {
      let name = try value.values(of: ["payoff"])["payoff"]?.text("a name")
      objective = .payoff(try Self.player(name, value, subject))
      return
    }
    let text = try value.text(expected)
    guard case .cluster = subject else {
      objective = .formula(text)
      return
    }
    switch text {
    case "welfare": objective = .welfare
    case "sharing": objective = .sharing
    case "spending": objective = .spending
    case "profit": objective = .profit
    case "fairness": objective = .fairness
    default: throw value.mismatch(expected)
    }
  }

  /// A firm or a player that is there.
  private static func player(
    _ name: String?, _ value: ScenarioValue, _ subject: Scenario.Subject
  ) throws(ScenarioError) -> String {
    let place = "design.objective.payoff"
    guard let name else { throw value.mismatch("{payoff: NAME}") }
    switch subject {
    case .cluster(let cluster):
      guard cluster.firms.contains(where: { $0.name == name }) else {
        throw .unknown(
          "firm", name, among: cluster.firms.map(\.name), at: place,
          saying: "no")
      }
    case .formulas(let game):
      guard game.playerNames.contains(name) else {
        throw .unknown(
          "player", name, among: game.playerNames, at: place, saying: "no")
      }
    case .figures: throw ScenarioError(at: place, "needs a game")
    }
    return name
  }

  private mutating func readTarget(
    _ value: ScenarioValue?, _ subject: Scenario.Subject
  ) throws(ScenarioError) {
    guard let value else { return }
    guard contract == .bonus else {
      target = .efficiency(try value.number(.positiveUnit))
      return
    }
    switch value.node {
    case .scalar("optimum", _): target = .optimum
    case .scalar("full", _): target = .full
    case .list:
      guard case .cluster(let cluster) = subject else { return }
      target = .levels(try Self.levels(value, of: cluster))
    default: throw value.mismatch("optimum, full or a list of levels")
    }
  }

  /// A level for each firm, at most its cap.
  private static func levels(
    _ value: ScenarioValue, of cluster: Cluster
  ) throws(ScenarioError) -> [Double] {
    let levels = try value.numbers(.unit, count: cluster.firms.count)
    for (k, firm) in cluster.firms.enumerated() where levels[k] > firm.cap {
      throw ScenarioError(
        at: "\(value.place ?? "")[\(k)]",
        "\(levels[k].shortDescription) is above the cap "
          + firm.cap.shortDescription)
    }
    return levels
  }

  private mutating func readInstruments(
    _ value: ScenarioValue?, _ subject: Scenario.Subject
  ) throws(ScenarioError) {
    guard contract == .rate else {
      guard value == nil else {
        throw ScenarioError(
          at: "design.instruments", "bonuses need none; leave them out")
      }
      return
    }
    guard let value else {
      throw .missing(
        "design.instruments", "add which numbers may be set",
        sample: SectionSample.design(of: subject))
    }
    let nodes = try value.list("a list of instruments")
    guard !nodes.isEmpty else {
      throw ScenarioError(at: value.place, "is empty; set 1 number or more")
    }
    for (k, node) in nodes.enumerated() {
      let place = "\(value.place ?? "")[\(k)]"
      instruments.append(
        try Instrument(ScenarioValue(node: node, place: place)))
    }
    if case .cluster(let cluster) = subject { _ = try lots(of: cluster) }
  }

  /// The parameters of the design of a cluster.
  func lots(of cluster: Cluster) throws(ScenarioError) -> [Lot] {
    var lots: [Lot] = []
    var places: Set<Int> = []
    for instrument in instruments {
      if instrument.set.hasPrefix("platform."),
        cluster.platform.operator == .none
      {
        throw ScenarioError(
          at: "platform.operator",
          "missing; \(instrument.set) is that of service or of a firm")
      }
      let new = try instrument.lots(of: cluster, first: lots.count)
      for number in new.flatMap(\.numbers) {
        guard places.insert(number.place).inserted else {
          throw ScenarioError(
            at: instrument.place + ".set",
            "\(instrument.set) is set twice; leave one out")
        }
      }
      lots += new
    }
    try checkBounds(lots, of: cluster)
    return lots
  }
}
