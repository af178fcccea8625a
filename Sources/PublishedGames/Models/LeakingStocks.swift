import LinearAlgebra

/// Two firms that each build a stock of knowledge; part of their research
/// reaches the other, whose knowledge hurts them as a rival's and helps them
/// as a partner's.
///
///     K̇_i = u_i + β u_j − δ K_i
///     J_i = ∫ e^(−rt) (p K_i − κ K_j − q K_i²/2 + η K_i K_j − c u_i²/2) dt
///
/// In the feedback equilibrium each answers both stocks; who commits to a path
/// of its own (open loop) does not.
struct LeakingStocks: PublishedGame {
  static let name = "leaking_stocks"
  static let question =
    "How much knowledge do two rivals build if part of it leaks?"
  static let citation = """
    J. C. Engwerda, LQ Dynamic Optimization and Differential Games, 2005, \
    chapter 8.
    """
  static let parameters = [
    Parameter("p", 1, .positive, "value of own knowledge"),
    Parameter("kappa", 0.2, .nonnegative, "harm by the rival's knowledge"),
    Parameter("q", 0.3, .positive, "how fast the value of knowledge falls"),
    Parameter("eta", 0.05, .nonnegative, "synergy of both stocks"),
    Parameter("c", 1, .positive, "slope of the cost of research"),
    Parameter("delta", 0.1, .positive, "share of knowledge lost per period"),
    Parameter("beta", 0.3, .range(0...1), "share of research that leaks"),
    Parameter("r", 0.05, .positive, "rate of discount"),
  ]

  let value: Double
  let harm: Double
  let decline: Double
  let synergy: Double
  let cost: Double
  let loss: Double
  let leak: Double
  let discount: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    value = arguments.number("p")
    harm = arguments.number("kappa")
    decline = arguments.number("q")
    synergy = arguments.number("eta")
    cost = arguments.number("c")
    loss = arguments.number("delta")
    leak = arguments.number("beta")
    discount = arguments.number("r")
    guard harm < value else {
      throw ArgumentError("kappa", "is not below p: together both want nothing")
    }
    guard 2 * synergy < decline else {
      throw ArgumentError("eta", "is not below q/2: knowledge has no limit")
    }
  }

  /// The rest of the open loop as a game: research for ever, in the value of a
  /// unit of knowledge that is kept.
  struct Rest: Game {
    let model: LeakingStocks
    let strategies: StrategySpace

    init(_ model: LeakingStocks) {
      self.model = model
      strategies = StrategySpace(
        players: 2, levels: 0...(2 * model.rest))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (own, other) = (levels[player], levels[1 - player])
      let leak = S(model.leak)
      let worth = S(model.value - model.leak * model.harm) * own
      let direct = own * own / 2 + leak * own * other
      let crossed = own * other + leak * own * own / 2
      let crowding = S(model.decline - model.leak * model.synergy) * direct
      let together = S(model.synergy) * crossed
      let gain = worth + (together - crowding) / S(model.loss)
      return gain / S(model.discount + model.loss)
        - S(model.cost / 2) * own * own
    }
  }

  /// Research for ever at the open loop's rest.
  fileprivate var rest: Double { loss * openLoop / (1 + leak) }
}

// The answer.
extension LeakingStocks {
  var game: (any Game)? { Rest(self) }

  func answer() -> Answer {
    guard let rest = Rest(self).equilibria().equilibria.first,
      let alone = solution(players: [[0], [1]]),
      let joint = solution(players: [[0, 1]])
    else { return Answer(closedForm: closedForm) }
    let value = alone.values[0]
    return Answer(
      values: [
        "feedback_gain_1": Value((0..<3).map { -alone.gains[0][0, $0] }),
        "value_matrix_1_cost_convention": Value(
          (0..<3).map { i in (0..<3).map { value[i, $0] } }),
        "K_steady_feedback": Value(alone.restingStock),
        "K_steady_open_loop": Value((1 + leak) * rest.levels[0] / loss),
        "K_steady_cooperative": Value(joint.restingStock),
        "value_per_player_K0_0": Value(-value[2, 2] / 2),
      ],
      closedForm: closedForm,
      evidence: [
        Evidence(
          "regret of the open loop's rest", rest.regret.upper, atMost: 1e-9),
        Evidence(
          "residual of the Riccati equations",
          max(alone.residual, joint.residual),
          atMost: 1e-12 * (1 + value.largestElement)),
      ])
  }

  /// The feedback equilibrium on the state (K_1, K_2, 1), costs doubled.
  ///
  /// - Parameter players: The firms for which each player decides.
  /// - Returns: The equilibrium; nil if it was not found.
  private func solution(players: [[Int]]) -> FeedbackNash.Solution? {
    let game = LinearQuadraticDifferentialGame(
      drift: Matrix(diagonal: [-loss, -loss, 0]),
      controls: players.map { firms in
        Matrix(rows: (0..<3).map { stock in firms.map { reach($0, stock) } })
      },
      stateCosts: players.map { firms in
        firms.dropFirst().reduce(stateCost(of: firms[0])) {
          $0 + stateCost(of: $1)
        }
      },
      controlCosts: players.map { firms in
        Matrix(diagonal: firms.map { _ in cost })
      }, discountRate: discount)
    let speed = discount + 2 * loss + (decline / cost).squareRoot()
    return FeedbackNash().solve(game, period: 0.25 / speed)
  }

  /// How much of a firm's research reaches a stock.
  private func reach(_ firm: Int, _ stock: Int) -> Double {
    stock == 2 ? 0 : stock == firm ? 1 : leak
  }

  private func stateCost(of firm: Int) -> Matrix {
    let other = 1 - firm
    var costs = Matrix(rows: 3, columns: 3)
    costs[firm, firm] = decline
    for (row, column, size) in [
      (firm, other, -synergy), (firm, 2, -value), (other, 2, harm),
    ] {
      costs[row, column] = size
      costs[column, row] = size
    }
    return costs
  }

  /// Where both stocks come to rest in the open loop.
  private var openLoop: Double {
    let crowding = decline - synergy * (1 + leak)
    return (1 + leak) * (value - leak * harm)
      / (cost * loss * (discount + loss) + (1 + leak) * crowding)
  }

  /// The formulas; the feedback equilibrium has none.
  private var closedForm: Record {
    let all = (1 + leak) * (1 + leak)
    let together =
      all * (value - harm)
      / (cost * loss * (discount + loss) + all * (decline - 2 * synergy))
    return [
      "K_steady_open_loop": Value(openLoop),
      "K_steady_cooperative": Value(together),
    ]
  }

  /// What a unit of research at the open loop's rest is worth to the other.
  fileprivate var spillover: Double {
    leak * (value - decline * openLoop + synergy * openLoop)
      + synergy * openLoop - harm
  }
}

extension FeedbackNash.Solution {
  /// Where two stocks that move alike come to rest.
  fileprivate var restingStock: Double {
    -closedLoop[0, 2] / (closedLoop[0, 0] + closedLoop[0, 1])
  }
}

// What must hold.
extension LeakingStocks {
  static let grid = Record.grid([
    ("kappa", [0, 0.1, 0.3, 0.6]), ("beta", [0, 0.3, 0.8]),
    ("eta", [0, 0.05]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "together they build more than each that commits to a path alone",
      if: "at rest research is worth something to the other, "
        + "β(p − qK + ηK) + ηK > κ",
      { $0.spillover > 1e-9 }, unlike: ["kappa": 0.6]
    ) { _, answer in
      answer.values.number("K_steady_cooperative")
        > answer.values.number("K_steady_open_loop")
    }
  ]
}
