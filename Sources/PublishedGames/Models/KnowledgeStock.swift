import LinearAlgebra

/// A stock of knowledge that firms build together, each at its own cost.
///
///     K̇ = Σ_i u_i − δ K,   J_i = ∫ e^(−rt) (p K − q K²/2 − c u_i²/2) dt
///
/// In the feedback equilibrium each answers the stock that it sees,
/// `u_i = a − b K`: whoever adds knowledge makes the others add less. Whoever
/// commits to a path of its own (open loop) does not fear that.
///
/// The answer is that of ``FeedbackNash`` in continuous time; the open loop's
/// rest is the equilibrium of a static game.
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
    Parameter("t", [1, 5, 20], .numbers, "times at which the stock is told"),
  ]

  let firms: Int
  let value: Double
  let decline: Double
  let cost: Double
  let loss: Double
  let discount: Double
  let times: [Double]

  init(_ arguments: Arguments) throws(ArgumentError) {
    firms = arguments.count("n")
    value = arguments.number("p")
    decline = arguments.number("q")
    cost = arguments.number("c")
    loss = arguments.number("delta")
    discount = arguments.number("r")
    times = arguments.numbers("t")
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
      let alone = feedback(players: firms, sharing: 1),
      let joint = feedback(players: 1, sharing: Double(firms))
    else { return Answer(closedForm: closedForm) }
    let size = alone.values[0].largestElement + joint.values[0].largestElement
    return Answer(
      values: record(
        alone: Worth(alone), joint: Worth(joint), research: rest.levels[0],
        rate: openLoopRate, count: equilibriumCount),
      closedForm: closedForm,
      evidence: [
        Evidence(
          "regret of the open loop's rest", rest.regret.upper, atMost: 1e-9),
        Evidence(
          "residual of the Riccati equations",
          max(alone.residual, joint.residual), atMost: 1e-12 * (1 + size)),
      ])
  }

  /// What the stock is worth to who decides, `A + B K − D K²/2`.
  fileprivate struct Worth {
    var constant: Double
    var slope: Double
    var decline: Double
  }

  /// The feedback equilibrium on the state (K, 1), costs doubled.
  ///
  /// - Parameters:
  ///   - players: How many decide.
  ///   - sharing: For how many firms each of them decides.
  /// - Returns: The equilibrium; nil if it was not found.
  private func feedback(
    players: Int, sharing: Double
  ) -> FeedbackNash.Solution? {
    let state = Matrix(rows: [
      [sharing * decline, -sharing * value], [-sharing * value, 0],
    ])
    let control = Matrix(rows: [[sharing], [0]])
    let game = LinearQuadraticDifferentialGame(
      drift: Matrix(rows: [[-loss, 0], [0, 0]]),
      controls: Array(repeating: control, count: players),
      stateCosts: Array(repeating: state, count: players),
      controlCosts: Array(
        repeating: Matrix(rows: [[sharing * cost]]), count: players),
      discountRate: discount)
    let speed = discount + 2 * loss + (decline / cost).squareRoot()
    return FeedbackNash().solve(game, period: 0.25 / speed)
  }

  /// How fast the stock nears its rest in the open loop: the eigenvalue below 0
  /// of the stock and its shadow price.
  private var openLoopRate: Double {
    let motion = Matrix(rows: [
      [-loss, Double(firms) / cost], [decline, discount + loss],
    ])
    let values = try? GeneralEigendecomposition(motion).eigenvalues
    return values?.map(\.real).min() ?? .nan
  }
}

// What policies mean.
extension KnowledgeStock.Worth {
  /// What a solution says of one player.
  fileprivate init(_ solution: FeedbackNash.Solution) {
    let value = solution.values[0]
    self.init(
      constant: -value[1, 1] / 2, slope: -value[0, 1], decline: value[0, 0])
  }
}

extension KnowledgeStock {
  private func record(
    alone: Worth, joint: Worth, research: Double, rate: Double, count: Int
  ) -> Record {
    let n = Double(firms)
    var feedback = record(alone)
    feedback["gain_intercept"] = Value(alone.slope / cost)
    feedback["gain_slope"] = Value(-alone.decline / cost)
    let openLoop: Record = [
      "K_steady": Value(n * research / loss), "u_steady": Value(research),
      "convergence_rate": Value(rate),
      "K0_slope_of_u": Value((rate + loss) / n),
    ]
    let together = record(joint)
    return [
      "feedback_nash": .record(feedback), "open_loop_nash": .record(openLoop),
      "cooperative": .record(together),
      "number_of_linear_feedback_equilibria": Value(Double(count)),
      "value_per_player_K0_0": [
        "feedback": Value(alone.constant),
        "cooperative": Value(joint.constant / n),
      ],
      "paths_from_K0_0": [
        "t": Value(times),
        "feedback": path(feedback, "closed_loop_rate"),
        "open_loop": path(openLoop, "convergence_rate"),
        "cooperative": path(together, "closed_loop_rate"),
      ],
    ]
  }

  private func record(_ worth: Worth) -> Record {
    let n = Double(firms)
    let stock = n * worth.slope / (cost * loss + n * worth.decline)
    return [
      "D": Value(worth.decline), "B": Value(worth.slope),
      "A": Value(worth.constant), "K_steady": Value(stock),
      "u_steady": Value(loss * stock / n),
      "closed_loop_rate": Value(-loss - n * worth.decline / cost),
    ]
  }

  /// The stock at some times, from nothing.
  private func path(_ course: Record, _ rate: String) -> Value {
    Value(
      times.map {
        course.number("K_steady") * (1 - Double.exp(course.number(rate) * $0))
      })
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
    return record(
      alone: Worth(
        constant: many * worth * worth / (2 * cost * discount), slope: worth,
        decline: alone),
      joint: Worth(
        constant: n * together * together / (2 * cost * discount),
        slope: together, decline: joint),
      research: research, rate: (discount - root(n)) / 2, count: 1)
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
