/// Research in a duopoly with spillovers, before the firms compete in
/// quantities.
///
/// Each firm first chooses its cost reduction x at the cost `γx²/2`; its unit
/// cost becomes `A − x_i − βx_j`. Then both sell on a market with the price
/// `a − bQ`. With `m = a − A` the second stage has the equilibrium
///
///     q_i = (m + (2 − β)x_i + (2β − 1)x_j) / 3b.
struct AspremontJacquemin: PublishedGame {
  static let name = "aj1988"
  static let question =
    "Should two rivals do research together when part of it spills over?"
  static let citation = """
    C. d'Aspremont and A. Jacquemin, Cooperative and noncooperative R&D in \
    duopoly with spillovers, American Economic Review 78, 1988; erratum 80, \
    1990; I. Henriques, comment, 80, 1990.
    """
  static let parameters = [
    Parameter("a", 100, .positive, "price at which nothing is bought"),
    Parameter("b", 1, .positive, "slope of demand"),
    Parameter("A", 50, .nonnegative, "unit cost before research"),
    Parameter("gamma", 4, .positive, "slope of the cost of research"),
    Parameter("beta", 0.2, .range(0...1), "share of research that spills over"),
  ]

  let intercept: Double
  let slope: Double
  let initialCost: Double
  let researchCost: Double
  let spillover: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    intercept = arguments.number("a")
    slope = arguments.number("b")
    initialCost = arguments.number("A")
    researchCost = arguments.number("gamma")
    spillover = arguments.number("beta")
    guard initialCost < intercept else {
      throw ArgumentError("A", "is not below a: nobody would buy anything")
    }
  }

  /// `m = a − A`, the margin on the first unit without research.
  var margin: Double { intercept - initialCost }
  /// Whether there is a noncooperative equilibrium.
  var hasEquilibrium: Bool { Research(self) != nil }
  /// `bγ`, on which everything depends but the scale.
  var steepness: Double { slope * researchCost }
  /// Differences of terms up to 4.5 bγ below this are rounding errors.
  var roundingError: Double { 1e-12 * (1 + steepness) }
}

// The games. Every strategy box ends where research would cost more than it
// can bring, so that no equilibrium or optimum lies outside.
extension AspremontJacquemin {
  /// Each firm for itself, the market stage already solved.
  struct Research: Game {
    let model: AspremontJacquemin
    let strategies: StrategySpace

    /// A best reply to research of at most X is itself at most X, if
    /// `X ≥ (2 − β)(m + max(0, 2β − 1)X) / D` with `D = 9bγ/2 − (2 − β)²`:
    /// twice the smallest such X bounds the space. Nil if profit is not
    /// concave, or if replies grow without end.
    init?(_ model: AspremontJacquemin) {
      let own = 2 - model.spillover
      let curvature = 4.5 * model.steepness - own * own
      let room = curvature - own * max(0, 2 * model.spillover - 1)
      guard min(curvature, room) > model.roundingError else { return nil }
      self.model = model
      strategies = StrategySpace(
        players: 2, levels: 0...(2 * own * model.margin / room))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let own = levels[player]
      let output = model.output(own, levels[1 - player])
      return S(model.slope) * output * output
        - S(model.researchCost) * own * own / 2
    }
  }

  /// Both stages: research and quantity of each firm.
  struct Stages: Game {
    let model: AspremontJacquemin
    let strategies: StrategySpace

    init(_ research: Research) {
      model = research.model
      let most = research.strategies.upperBounds[0]
      let sales = (model.margin + 2 * most) / model.slope
      strategies = StrategySpace(
        variables: Array(repeating: [0...most, 0...sales], count: 2))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (x, q) = (levels[2 * player], levels[2 * player + 1])
      let (other, rival) = (levels[2 - 2 * player], levels[3 - 2 * player])
      let margin =
        S(model.margin) + x + S(model.spillover) * other
        - S(model.slope) * (q + rival)
      return margin * q - S(model.researchCost) * x * x / 2
    }
  }

  /// Research chosen for joint profit, the same for both; rivals on the
  /// market.
  struct Cartel: Game {
    let model: AspremontJacquemin
    let strategies: StrategySpace

    /// Profit `bq² − γx²/2` is negative beyond `m / (3√(bγ/2) − (1 + β))`.
    init?(_ model: AspremontJacquemin) {
      let room =
        3 * Double.sqrt(model.steepness / 2) - (1 + model.spillover)
      guard room > model.roundingError else { return nil }
      self.model = model
      strategies = StrategySpace(players: 1, levels: 0...(model.margin / room))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let output = model.output(levels[0], levels[0])
      return 2 * S(model.slope) * output * output
        - S(model.researchCost) * levels[0] * levels[0]
    }
  }

  /// Research and total output chosen together, for joint profit or, by a
  /// planner, for welfare.
  struct Merger: Game {
    let model: AspremontJacquemin
    /// 2 for profit `(p − c)Q`, 1 for surplus, which adds `bQ²/2`.
    let weight: Double
    /// Whether both firms do the same research; otherwise all output comes
    /// from the first plant, which then has the lower unit cost.
    let isSymmetric: Bool
    let strategies: StrategySpace

    /// With the best output, value is `(m + s r)² / 2κb − γr²/2` at most, for
    /// research of length r whose benefit is at most `s r`; it is negative
    /// beyond `m / (√(κbγ) − s)`.
    init?(_ model: AspremontJacquemin, weight: Double, isSymmetric: Bool) {
      let beta = model.spillover
      let benefit =
        isSymmetric
        ? (1 + beta) / Double.sqrt(2) : Double.sqrt(1 + beta * beta)
      let room = Double.sqrt(weight * model.steepness) - benefit
      guard room > model.roundingError else { return nil }
      self.model = model
      self.weight = weight
      self.isSymmetric = isSymmetric
      let most = model.margin / room
      let sales = (model.margin + benefit * most) / (weight * model.slope)
      let research = Array(repeating: 0...most, count: isSymmetric ? 1 : 2)
      strategies = StrategySpace(variables: [research + [0...sales]])
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let first = levels[0]
      let second = isSymmetric ? first : levels[1]
      let output = levels[isSymmetric ? 1 : 2]
      let benefit = first + S(model.spillover) * second
      let price = S(weight * model.slope) * output / 2
      return (S(model.margin) + benefit - price) * output
        - S(model.researchCost) * (first * first + second * second) / 2
    }
  }

  /// The market equilibrium's output of a firm; zero for one that is priced
  /// out.
  func output<S: Scalar>(_ own: S, _ other: S) -> S {
    let demand =
      S(margin) + S(2 - spillover) * own + S(2 * spillover - 1) * other
    return S.max(demand / S(3 * slope), 0)
  }
}

// The answer.
extension AspremontJacquemin {
  var game: (any Game)? { Research(self) }

  func answer() -> Answer {
    var answer = Answer(closedForm: closedForm)
    answer.values["noncooperative"] = noncooperative(&answer)
    answer.values["rd_cooperative"] = market(
      Cartel(self)?.socialOptimum().levels[0])
    answer.values["fully_collusive"] = merger(weight: 2)
    answer.values["social_optimum"] = merger(weight: 1)
    answer.values["collusive_output_exceeds_noncooperative"] = .boolean(
      answer.compare("fully_collusive", "noncooperative", ["Q"], >))
    answer.values["b_gamma_threshold"] = Value(rankingThreshold)
    answer.values["collusive_unrestricted"] = unrestricted(weight: 2)
    answer.values["planner_unrestricted"] = unrestricted(weight: 1)
    answer.warnings += warnings(for: answer.values)
    return answer
  }

  /// The symmetric equilibrium, among all that there are.
  private func noncooperative(_ answer: inout Answer) -> Value {
    guard let game = Research(self) else { return nil }
    let found = game.equilibria(using: BranchAndPrune(boxLimit: 2_000))
    guard let symmetric = found.symmetric else { return nil }
    let research = symmetric.levels[0]
    let stages = BackwardInduction(secondStage: [1, 3]).solve(Stages(game))
    answer.evidence = [
      Evidence(
        "regret of the noncooperative research", symmetric.regret.upper,
        atMost: 1e-9 * margin * margin / slope),
      Evidence(
        "distance to backward induction over both stages",
        abs(stages.levels[0] - research), atMost: 1e-8 * (1 + research)),
    ]
    answer.values["noncooperative_stable"] = .boolean(symmetric.isStable)
    if found.equilibria.count > 1 || !found.isComplete {
      answer.warnings.append(
        "noncooperative: there may be asymmetric equilibria beside the "
          + "symmetric one shown")
    }
    return market(research)
  }

  /// What a market looks like after symmetric research.
  private func market(_ research: Double?) -> Value {
    guard let research else { return nil }
    return outcome(research, 2 * output(research, research))
  }

  private func merger(weight: Double) -> Value {
    guard
      let best = Merger(
        self, weight: weight, isSymmetric: true)?.socialOptimum()
    else { return nil }
    return outcome(best.levels[0], best.levels[1])
  }

  private func unrestricted(weight: Double) -> Value {
    guard
      let shared = Merger(
        self, weight: weight, isSymmetric: true)?.socialOptimum(),
      let best = Merger(
        self, weight: weight, isSymmetric: false)?.socialOptimum()
    else { return nil }
    return [
      "x1": Value(best.levels[0]), "x2": Value(best.levels[1]),
      "Q": Value(best.levels[2]), "objective": Value(best.welfare),
      "published_symmetric_objective": Value(shared.welfare),
    ]
  }

  /// Research and total output with what follows from them.
  private func outcome(_ research: Double, _ output: Double) -> Value {
    let price = intercept - slope * output
    let cost = initialCost - (1 + spillover) * research
    let profit =
      (price - cost) * output / 2 - researchCost * research * research / 2
    let surplus = slope * output * output / 2
    return [
      "x": Value(research), "Q": Value(output), "price": Value(price),
      "unit_cost": Value(cost), "profit_per_firm": Value(profit),
      "consumer_surplus": Value(surplus),
      "welfare": Value(surplus + 2 * profit),
    ]
  }

  private func warnings(for values: Record) -> [String] {
    var warnings: [String] = values.pairs.compactMap { name, value in
      guard value != .null else { return "\(name): there is no solution" }
      guard let cost = value.record?["unit_cost"]?.number, cost < 0
      else { return nil }
      return "\(name): unit cost would be negative (\(Value.digits(cost)))"
    }
    if steepness <= 2 * (1 - spillover) * (1 - spillover) {
      warnings.append(
        "rd_cooperative: unequal research brings more joint profit, "
          + "since bγ is not above 2(1 − β)²")
    }
    return warnings
  }

  /// Above this `bγ` collusion sells less than noncooperative firms.
  var rankingThreshold: Double {
    (1 + spillover) * (5 * spillover - 1) / 3
  }
}

// The published formulas, where second-order conditions hold.
extension AspremontJacquemin {
  private var closedForm: Record {
    let (beta, both) = (spillover, (1 + spillover) * (1 + spillover))
    var form: Record = [
      "noncooperative": hasEquilibrium
        ? formula(3, 2 - beta, 4.5 * steepness - (2 - beta) * (1 + beta))
        : nil,
      "rd_cooperative": formula(3, 1 + beta, 4.5 * steepness - both),
      "fully_collusive": formula(2, 1 + beta, 4 * steepness - both),
      "social_optimum": formula(2, 1 + beta, 2 * steepness - both),
    ]
    if form["noncooperative"] != .null, form["fully_collusive"] != .null {
      form["collusive_output_exceeds_noncooperative"] = .boolean(
        steepness < rankingThreshold)
    }
    form["b_gamma_threshold"] = Value(rankingThreshold)
    form["collusive_unrestricted"] = concentrated(weight: 2)
    form["planner_unrestricted"] = concentrated(weight: 1)
    return form
  }

  /// Research `m incentive / d` with the output `scale γm / d`.
  private func formula(
    _ scale: Double, _ incentive: Double, _ d: Double
  ) -> Value {
    guard d > roundingError else { return nil }
    return outcome(margin * incentive / d, scale * researchCost * margin / d)
  }

  /// All output from one plant: `x_1 = M/κbγ`, `x_2 = βx_1`.
  private func concentrated(weight: Double) -> Value {
    let beta = spillover
    let scale = weight * steepness
    guard scale - 1 - beta * beta > roundingError,
      2 * scale - (1 + beta) * (1 + beta) > roundingError
    else { return nil }
    let size = scale * margin / (scale - 1 - beta * beta)
    let first = size / scale
    let research = researchCost * first * first * (1 + beta * beta) / 2
    return [
      "x1": Value(first), "x2": Value(beta * first),
      "Q": Value(size / (weight * slope)),
      "objective": Value(size * size / (2 * weight * slope) - research),
      "published_symmetric_objective": Value(
        margin * margin * researchCost
          / (2 * scale - (1 + beta) * (1 + beta))),
    ]
  }
}
