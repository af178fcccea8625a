import LinearAlgebra

/// A stock of knowledge that firms build together, each at its own cost.
///
///     K̇ = Σ_i u_i − δ K,   J_i = ∫ e^(−rt) (p K − q K²/2 − c u_i²/2) dt
///
/// In the feedback equilibrium each answers the stock that it sees,
/// `u_i = a − b K`: whoever adds knowledge makes the others add less. Whoever
/// commits to a path of its own (open loop) does not fear that.
///
/// The answer is the limit of ``FeedbackNash`` for ever shorter periods; the
/// open loop's rest is the equilibrium of a static game.
struct KnowledgeStock: PublishedGame {
  static let name = "fershtman_nitzan1991"
  static let question =
    "How much common knowledge do firms build that watch each other?"
  static let citation = """
    C. Fershtman and S. Nitzan, Dynamic voluntary provision of public goods, \
    European Economic Review 35, 1991.
    """
  static let parameters = [
    Parameter("n", 2, .count(1...10), "number of firms"),
    Parameter("p", 1, .positive, "value of knowledge to each firm"),
    Parameter("q", 0.2, .nonnegative, "how fast that value falls"),
    Parameter("c", 1, .positive, "slope of the cost of research"),
    Parameter("delta", 0.1, .positive, "share of knowledge lost per period"),
    Parameter("r", 0.05, .positive, "rate of discount"),
  ]

  let firms: Int
  let value: Double
  let decline: Double
  let cost: Double
  let loss: Double
  let discount: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    firms = arguments.count("n")
    value = arguments.number("p")
    decline = arguments.number("q")
    cost = arguments.number("c")
    loss = arguments.number("delta")
    discount = arguments.number("r")
  }

  /// The rest of the open loop as a game: research for ever, in the value of a
  /// unit of knowledge that is kept.
  struct Rest: Game {
    let model: KnowledgeStock
    let strategies: StrategySpace

    init(_ model: KnowledgeStock) {
      self.model = model
      let most = model.value / (model.cost * (model.discount + model.loss))
      strategies = StrategySpace(players: model.firms, levels: 0...most)
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let own = levels[player]
      var others = S(0)
      for (j, level) in levels.enumerated() where j != player {
        others += level
      }
      let crowding = S(model.decline / model.loss) * (others + own / 2)
      let worth = own * (S(model.value) - crowding)
      return worth / S(model.discount + model.loss)
        - S(model.cost / 2) * own * own
    }
  }
}

// The answer.
extension KnowledgeStock {
  var game: (any Game)? { Rest(self) }

  func answer() -> Answer {
    guard let rest = Rest(self).equilibria().equilibria.first,
      let alone = limit(players: firms, sharing: 1),
      let joint = limit(players: 1, sharing: Double(firms))
    else { return Answer(closedForm: closedForm) }
    return Answer(
      values: [
        "feedback_nash": .record(feedback(alone)),
        "open_loop_nash": .record(openLoop(rest.levels[0])),
        "cooperative": .record(cooperative(joint)),
      ],
      closedForm: closedForm,
      evidence: [
        Evidence(
          "regret of the open loop's rest", rest.regret.upper, atMost: 1e-9)
      ])
  }

  /// Research as a function of the stock, `a − b K`.
  private struct Policy {
    var intercept: Double
    var slope: Double
  }

  /// The limit of the policy as periods become short, by extrapolation from
  /// periods that are halved.
  ///
  /// - Parameters:
  ///   - players: How many decide.
  ///   - sharing: For how many firms each of them decides.
  /// - Returns: The policy; nil if it was not found.
  private func limit(players: Int, sharing: Double) -> Policy? {
    let speed = discount + 2 * loss + (decline / cost).squareRoot()
    var intercepts: [Double] = []
    var slopes: [Double] = []
    for k in 0..<Self.halvings {
      let period = 0.25 / speed / Double(1 << k)
      guard let found = policy(players, sharing, period: period) else {
        return nil
      }
      intercepts.append(found.intercept)
      slopes.append(found.slope)
    }
    return Policy(
      intercept: intercepts.extrapolated, slope: slopes.extrapolated)
  }

  private static let halvings = 7
  private static let tolerance = 1e-15

  /// The policy when research is decided once a period.
  private func policy(
    _ players: Int, _ sharing: Double, period: Double
  ) -> Policy? {
    let weight = period * sharing / 2
    let state = Matrix(rows: [
      [weight * decline, -weight * value], [-weight * value, 0],
    ])
    let control = Matrix(rows: [[period * sharing], [0]])
    let game = LinearQuadraticStateGame(
      transition: Matrix(rows: [[1 - loss * period, 0], [0, 1]]),
      controls: Array(repeating: control, count: players),
      stateCosts: Array(repeating: state, count: players),
      controlCosts: Array(
        repeating: Matrix(rows: [[weight * cost]]), count: players),
      discount: Double.exp(-discount * period))
    guard
      let gain = FeedbackNash(tolerance: Self.tolerance).solve(game)?.gains[0]
    else { return nil }
    return Policy(intercept: -gain[0, 1], slope: -gain[0, 0])
  }
}

extension [Double] {
  /// The value at 0 of the polynomial through values at h, h/2, h/4, ….
  fileprivate var extrapolated: Double {
    var column = self
    var power = 1.0
    while column.count > 1 {
      power *= 2
      column = zip(column, column.dropFirst()).map {
        $1 + ($1 - $0) / (power - 1)
      }
    }
    return column[0]
  }
}

// What policies mean.
extension KnowledgeStock {
  private func feedback(_ policy: Policy) -> Record {
    let n = Double(firms)
    let (a, b) = (policy.intercept, policy.slope)
    let stock = n * a / (loss - n * b)
    return [
      "gain_intercept": Value(a), "gain_slope": Value(b),
      "D": Value(-cost * b), "B": Value(cost * a),
      "A": Value((2 * n - 1) * cost * a * a / (2 * discount)),
      "K_steady": Value(stock), "u_steady": Value(loss * stock / n),
      "closed_loop_rate": Value(n * b - loss),
    ]
  }

  private func cooperative(_ policy: Policy) -> Record {
    let n = Double(firms)
    let (a, b) = (policy.intercept, policy.slope)
    let stock = n * a / (loss - n * b)
    return [
      "D": Value(-cost * b), "B": Value(cost * a),
      "A": Value(n * cost * a * a / (2 * discount)),
      "K_steady": Value(stock), "u_steady": Value(loss * stock / n),
      "closed_loop_rate": Value(n * b - loss),
    ]
  }

  private func openLoop(_ research: Double) -> Record {
    [
      "K_steady": Value(Double(firms) * research / loss),
      "u_steady": Value(research),
    ]
  }

  /// The formulas.
  private var closedForm: Record {
    let n = Double(firms)
    let g = discount + 2 * loss
    func root(_ weight: Double) -> Double {
      (g * g + 4 * weight * decline / cost).squareRoot()
    }
    let many = 2 * n - 1
    let alone = cost * (root(many) - g) / (2 * many)
    let joint = cost * (root(n * n) - g) / (2 * n)
    let worth = value / (discount + loss + many * alone / cost)
    let together = n * value / (discount + loss + n * joint / cost)
    let research =
      value * loss / (cost * loss * (discount + loss) + n * decline)
    return [
      "feedback_nash": .record(
        feedback(Policy(intercept: worth / cost, slope: -alone / cost))),
      "open_loop_nash": .record(openLoop(research)),
      "cooperative": .record(
        cooperative(Policy(intercept: together / cost, slope: -joint / cost))),
    ]
  }
}

// What must hold.
extension KnowledgeStock {
  static let grid = Record.grid([
    ("n", [2, 3]), ("q", [0.1, 0.4]), ("c", [0.5, 2]),
  ])

  /// The relative difference from which two stocks differ.
  private static let difference = 1e-9

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "who watches the others builds less than who commits to a path, and all "
        + "together build most", if: "n > 1 and q > 0",
      { $0.firms > 1 && $0.decline > 0 }, unlike: ["q": 0]
    ) { _, answer in
      let stocks = ["cooperative", "open_loop_nash", "feedback_nash"].map {
        answer.values.number($0, "K_steady")
      }
      return stocks[0] > stocks[1] * (1 + Self.difference)
        && stocks[1] > stocks[2] * (1 + Self.difference)
    }
  ]
}
