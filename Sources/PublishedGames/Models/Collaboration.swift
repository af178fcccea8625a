/// Collaboration of rivals two by two, which lowers their costs.
///
/// Firms with n_i partners produce at the cost `c − γ n_i` a unit and compete
/// in quantities at the price `a − Q`; a link costs each of its two firms f:
/// `u_i = q_i² − f n_i` with `q_i = (a − n c_i + Σ_{j≠i} c_j)/(n + 1)`.
struct Collaboration: PublishedGame {
  static let name = "collaboration"
  static let question =
    "Which rivals collaborate two by two, if links cost something?"
  static let citation = """
    S. Goyal and S. Joshi, Networks of collaboration in oligopoly, Games and \
    Economic Behavior 43, 2003.
    """
  static let parameters = [
    Parameter("n", 4, .count(2...6), "number of firms"),
    Parameter("intercept", 25, .positive, "price at which nothing is bought"),
    Parameter("cost", 10, .nonnegative, "unit cost without partners"),
    Parameter("reduction", 1, .nonnegative, "what a partner saves of it"),
    Parameter("linkCost", 0.1, .nonnegative, "what a link costs each firm"),
  ]

  let count: Int
  let intercept: Double
  let cost: Double
  let reduction: Double
  let linkCost: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    count = arguments.count("n")
    intercept = arguments.number("intercept")
    cost = arguments.number("cost")
    reduction = arguments.number("reduction")
    linkCost = arguments.number("linkCost")
    guard reduction * Double(count - 1) <= cost else {
      throw ArgumentError("reduction", "makes unit costs negative")
    }
    guard leastOutput > 0 else {
      throw ArgumentError(
        "reduction", "drives a firm without partners out of the market")
    }
  }

  /// The output of a firm without partners while all others are linked.
  private var leastOutput: Double {
    let others = Double((count - 1) * (count - 2)) * reduction
    return (intercept - cost - others) / Double(count + 1)
  }
}

// The answer.
extension Collaboration {
  /// The market of firms without partners.
  struct Market: Game {
    let model: Collaboration
    let strategies: StrategySpace

    init(_ model: Collaboration) {
      self.model = model
      strategies = StrategySpace(
        players: model.count, levels: 0...model.intercept)
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let price = S(model.intercept) - levels.reduce(S.zero, +)
      return (price - S(model.cost)) * levels[player]
    }
  }

  var game: (any Game)? { Market(self) }

  var table: NetworkTable {
    NetworkTable(players: count) { neighbours in
      let costs = neighbours.map { cost - reduction * Double($0.count) }
      let total = costs.reduce(0, +)
      return neighbours.indices.map { firm in
        let output =
          (intercept + total - Double(count + 1) * costs[firm])
          / Double(count + 1)
        return output * output - linkCost * Double(neighbours[firm].count)
      }
    }
  }

  func answer() -> Answer {
    let market = Market(self)
    let table = table
    let found = market.solve()
    let profit = market.payoff(of: 0, at: found.levels)
    var answer = Answer(table)
    answer.evidence = [
      Evidence(
        "distance of a profit without links to the equilibrium of the market",
        abs(profit - table.payoffs(in: 0)[0]), atMost: 1e-9 * (1 + profit))
    ]
    return answer
  }
}

// What must hold.
extension Collaboration {
  static let grid = Record.grid([
    ("n", [3, 4, 5]), ("intercept", [25, 40]), ("linkCost", [0, 0.1, 1, 5]),
  ])

  /// The least that any link brings one of its firms before its cost.
  private var leastGain: Double {
    let step = reduction * Double(count - 1) / Double(count + 1)
    return step * (2 * leastOutput + step)
  }

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "all collaborate: the complete network alone is stable",
      if: "a link brings more than it costs, whatever the network",
      { $0.linkCost < $0.leastGain }, unlike: ["linkCost": 5]
    ) { model, answer in
      let complete = (0..<model.count).map { _ in String(model.count - 1) }
      return answer.values["stableDegrees"]
        == .record([complete.joined(separator: " "): 1])
    }
  ]
}
