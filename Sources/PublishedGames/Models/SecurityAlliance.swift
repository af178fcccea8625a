/// Sharing of security information by two firms that free ride.
///
/// Each firm first shares a part θ of what it learns, which costs `ℓθ²/2`
/// through leakage, and then spends x on security. A breach has the
/// probability `p₀ exp(−k(x_i + θ_j x_j))` and the loss L. With
/// `X = ln(k p₀ L) / k` the second stage has the equilibrium
///
///     x_i = X(1 − θ_j) / (1 − θ_i θ_j).
struct SecurityAlliance: PublishedGame {
  static let name = "gll2003"
  static let question =
    "Will firms share security information, and does sharing make them safer?"
  static let citation = """
    L. A. Gordon, M. P. Loeb and W. Lucyshyn, Sharing information on computer \
    systems security: an economic analysis, Journal of Accounting and Public \
    Policy 22, 2003.
    """
  static let parameters = [
    Parameter("k", 0.5, .positive, "how fast security works"),
    Parameter("p0", 0.6, .range(0...1), "probability of a breach without it"),
    Parameter("L", 100, .positive, "loss by a breach"),
    Parameter("leakage", 3, .positive, "slope of the cost of sharing"),
  ]

  let speed: Double
  let risk: Double
  let loss: Double
  let leakage: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    speed = arguments.number("k")
    risk = arguments.number("p0")
    loss = arguments.number("L")
    leakage = arguments.number("leakage")
    guard speed * risk * loss > 1 else {
      throw ArgumentError(
        "L", "is not above 1/(k p0): no security would be bought")
    }
  }

  /// `X`, what each firm spends if nobody shares.
  var spending: Double { Double.log(speed * risk * loss) / speed }
}

// The games; payoffs are costs with the sign changed.
extension SecurityAlliance {
  /// Sharing and spending of each firm, one stage after the other.
  struct Stages: Game {
    let model: SecurityAlliance
    let strategies: StrategySpace

    /// A firm may share anything if `sharing` is nil, and that much if not.
    init(_ model: SecurityAlliance, sharing: ClosedRange<Double> = 0...1) {
      self.model = model
      strategies = StrategySpace(
        variables: Array(
          repeating: [sharing, 0...(2 * model.spending)], count: 2))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (own, other) = (2 * player, 2 - 2 * player)
      return -model.cost(
        sharing: levels[own], spending: levels[own + 1],
        protection: levels[other] * levels[other + 1])
    }
  }

  /// Sharing alone, the spending stage already solved.
  struct Sharing: Game {
    let model: SecurityAlliance
    let strategies: StrategySpace

    /// Full sharing by both leaves spending undetermined and is left out.
    init(_ model: SecurityAlliance) {
      self.model = model
      strategies = StrategySpace(players: 2, levels: 0...(1 - 1e-6))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (own, other) = (levels[player], levels[1 - player])
      let spending = S(model.spending) * (1 - other) / (1 - own * other)
      return -spending - S(1 / model.speed) - S(model.leakage) * own * own / 2
    }
  }

  /// What the two agree on: sharing alone, or spending too.
  struct Agreement: Game {
    let model: SecurityAlliance
    let includesSpending: Bool
    let strategies: StrategySpace

    init(_ model: SecurityAlliance, includesSpending: Bool) {
      self.model = model
      self.includesSpending = includesSpending
      let spending =
        includesSpending ? [0...(2 * model.spending + 1 / model.speed)] : []
      strategies = StrategySpace(variables: [[0...1] + spending])
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let sharing = levels[0]
      let spending =
        includesSpending ? levels[1] : S(model.spending) / (1 + sharing)
      return -model.cost(
        sharing: sharing, spending: spending, protection: sharing * spending)
    }
  }

  /// Expected loss, spending and leakage of a firm that is also protected by
  /// what the other one shares.
  func cost<S: Scalar>(sharing: S, spending: S, protection: S) -> S {
    let safety = S.exp(-S(speed) * (spending + protection))
    return S(risk * loss) * safety + spending
      + S(leakage) * sharing * sharing / 2
  }
}

// The answer.
extension SecurityAlliance {
  var game: (any Game)? { Sharing(self) }

  func answer() -> Answer {
    var answer = Answer(closedForm: closedForm)
    let alone = Stages(self, sharing: 0...0).solve().levels[1]
    let nash = Sharing(self).solve(from: [0.5, 0.5]).levels
    let nashCost = -Sharing(self).payoff(of: 0, at: nash)
    let agreed = Agreement(self, includesSpending: false).best().levels[0]
    let spending = Stages(self, sharing: agreed...agreed)
      .solve(from: [agreed, alone / 2, agreed, alone / 2]).levels[1]
    let agreedCost = cost(
      sharing: agreed, spending: spending, protection: agreed * spending)
    let cheating = cheatingCost(agreed)
    let best = Agreement(self, includesSpending: true).best().levels
    answer.values = [
      "x_no_sharing": Value(alone),
      "effective_security_x": Value(spending * (1 + agreed)),
      "nash_sharing": Value(nash[0]), "nash_cost": Value(nashCost),
      "coop_sharing": Value(agreed), "coop_expenditure": Value(spending),
      "coop_cost": Value(agreedCost), "deviation_cost": Value(cheating),
      "critical_discount_factor": Value(
        (agreedCost - cheating) / (nashCost - cheating)),
      "breach_probability": Value(
        risk * Double.exp(-speed * spending * (1 + agreed))),
      "first_best_sharing": Value(best[0]),
      "first_best_expenditure": Value(best[1]),
      "first_best_cost": Value(
        cost(sharing: best[0], spending: best[1], protection: best[0] * best[1])
      ),
    ]
    answer.evidence = evidence(nash)
    if agreed == 1 {
      answer.warnings = [
        "coop: with full sharing only total spending is determined; equal "
          + "spending is shown"
      ]
    }
    return answer
  }

  /// The least cost of a firm that shares nothing while the other shares as
  /// agreed.
  private func cheatingCost(_ agreed: Double) -> Double {
    let game = Deviation(model: self, agreed: agreed)
    return -game.payoff(of: 0, at: game.solve().levels)
  }

  /// Spending of a firm that shares nothing and of one that keeps to the
  /// agreement.
  struct Deviation: Game {
    let model: SecurityAlliance
    let agreed: Double

    var strategies: StrategySpace {
      StrategySpace(players: 2, levels: 0...(2 * model.spending))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let protection = player == 0 ? S(agreed) * levels[1] : S.zero
      let sharing = player == 0 ? S.zero : S(agreed)
      return -model.cost(
        sharing: sharing, spending: levels[player], protection: protection)
    }
  }

  private func evidence(_ nash: [Double]) -> [Evidence] {
    let stages = BackwardInduction(secondStage: [1, 3]).solve(
      Stages(self, sharing: 0...(1 - 1e-6)),
      from: [0.5, spending, 0.5, spending])
    return [
      Evidence(
        "regret of the noncooperative sharing",
        Sharing(self).regret(at: nash).upper, atMost: 1e-9 * (1 + spending)),
      Evidence(
        "distance to backward induction over both stages",
        abs(stages.levels[0] - nash[0]), atMost: 1e-8),
    ]
  }
}

// The published formulas.
extension SecurityAlliance {
  private var closedForm: Record {
    let x = spending
    let agreed = root { leakage * $0 * (1 + $0) * (1 + $0) - x }
    let best = root {
      let gain = Double.log(speed * risk * loss * (1 + $0))
      return speed * leakage * $0 * (1 + $0) * (1 + $0) - gain
    }
    let least = 1 / speed
    let cost = least + x / (1 + agreed) + leakage * agreed * agreed / 2
    let cheating = least + x * (1 - agreed)
    let gain = Double.log(speed * risk * loss * (1 + best)) / speed
    return [
      "x_no_sharing": Value(x), "effective_security_x": Value(x),
      "nash_sharing": 0, "nash_cost": Value(least + x),
      "coop_sharing": Value(agreed),
      "coop_expenditure": Value(x / (1 + agreed)), "coop_cost": Value(cost),
      "deviation_cost": Value(cheating),
      "critical_discount_factor": Value(
        (cost - cheating) / (least + x - cheating)),
      "breach_probability": Value(1 / (speed * loss)),
      "first_best_sharing": Value(best),
      "first_best_expenditure": Value(gain / (1 + best)),
      "first_best_cost": Value(
        (least + gain) / (1 + best) + leakage * best * best / 2),
    ]
  }

  /// Where an increasing function is 0 between 0 and 1; the end next to it if
  /// there is no such point. By bisection.
  private func root(_ function: (Double) -> Double) -> Double {
    var (low, high) = (0.0, 1.0)
    guard function(high) > 0 else { return high }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if function(middle) > 0 { high = middle } else { low = middle }
    }
    return (low + high) / 2
  }
}

// What must hold.
extension SecurityAlliance {
  static let grid = Record.grid([
    ("k", [0.5, 1]), ("L", [50, 500]), ("leakage", [0.5, 3, 20]),
  ])

  /// Whether agreed sharing is less than full.
  private var isInterior: Bool { 4 * leakage > spending }

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "alone, firms share nothing; together they share a part and save",
      if: "agreed sharing is less than full, 4ℓ > X", { $0.isInterior },
      unlike: ["leakage": 0.1]
    ) { _, answer in
      answer.values["nash_sharing"] == 0
        && answer.values.number("coop_sharing") < 1
        && answer.values.number("coop_cost")
          < answer.values.number("nash_cost")
    },
    Proposition(
      "agreed sharing saves less than half of spending, and security stays",
      if: "agreed sharing is less than full, 4ℓ > X", { $0.isInterior },
      unlike: ["leakage": 0.1]
    ) { model, answer in
      let security = answer.values.number("effective_security_x")
      let spending = answer.values.number("coop_expenditure")
      let alone = answer.values.number("x_no_sharing")
      return alone / 2 * (1 + 1e-9) < spending && spending < alone
        && abs(security - alone) <= 1e-9 * (1 + alone)
    },
    Proposition(
      "the best agreement shares more, costs less and is safer",
      if: "agreed sharing is less than full, 4ℓ > X", { $0.isInterior },
      unlike: ["leakage": 0.1]
    ) { model, answer in
      let sharing = answer.values.number("first_best_sharing")
      let security =
        answer.values.number("first_best_expenditure") * (1 + sharing)
      return sharing > answer.values.number("coop_sharing")
        && answer.values.number("first_best_cost")
          < answer.values.number("coop_cost")
        && security > model.spending
    },
  ]
}
