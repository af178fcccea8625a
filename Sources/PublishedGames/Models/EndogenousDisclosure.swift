/// Research in a duopoly whose firms choose how much of it to disclose.
///
/// Each firm chooses its cost reduction x at the cost `γx²/2` and the share s
/// that it discloses; its unit cost becomes `A − x_i − s_j x_j`. Then both sell
/// on a market with the price `a − bQ`. With `m = a − A`,
///
///     q_i = (m + (2 − s_i)x_i + (2s_j − 1)x_j) / 3b,
///
/// which falls in `s_i`: nobody discloses anything unless it is agreed.
struct EndogenousDisclosure: PublishedGame {
  static let name = "endogenous_spillover"
  static let question =
    "Will rivals disclose their research, and what if they agree to?"
  static let citation = """
    J. Poyago-Theotoky, A note on endogenous spillovers in a non-tournament \
    R&D duopoly, Review of Industrial Organization 15, 1999; Y. Katsoulacos \
    and D. Ulph, Endogenous spillovers and the performance of research joint \
    ventures, Journal of Industrial Economics 46, 1998.
    """
  static let parameters = [
    Parameter("a", 100, .positive, "price at which nothing is bought"),
    Parameter("b", 1, .positive, "slope of demand"),
    Parameter("A", 50, .nonnegative, "unit cost before research"),
    Parameter("gamma", 4, .positive, "slope of the cost of research"),
  ]

  let intercept: Double
  let slope: Double
  let initialCost: Double
  let researchCost: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    intercept = arguments.number("a")
    slope = arguments.number("b")
    initialCost = arguments.number("A")
    researchCost = arguments.number("gamma")
    guard initialCost < intercept else {
      throw ArgumentError("A", "is not below a: nobody would buy anything")
    }
  }

  /// `m = a − A`, the margin on the first unit without research.
  var margin: Double { intercept - initialCost }
  /// `9bγ/2`: above 4, research has bounds with and without disclosure.
  var steepness: Double { 4.5 * slope * researchCost }
  /// Whether profit is concave in research, whatever is disclosed.
  var isConcave: Bool { steepness > 4 * (1 + 1e-12) }
}

// The games.
extension EndogenousDisclosure {
  /// Research and disclosure of each firm, the market stage already solved.
  struct Disclosure: Game {
    let model: EndogenousDisclosure
    let strategies: StrategySpace

    /// In any equilibrium nothing leaks, since disclosure lowers own output;
    /// then a best reply is at most `2m / (9bγ/2 − 4)`, of which twice bounds
    /// the space. Nil if profit is not concave.
    init?(_ model: EndogenousDisclosure) {
      guard model.isConcave else { return nil }
      self.model = model
      let most = 4 * model.margin / (model.steepness - 4)
      strategies = StrategySpace(
        variables: Array(repeating: [0...most, 0...1], count: 2))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (own, other) = (2 * player, 2 - 2 * player)
      return model.profit(
        levels[own], levels[own + 1], levels[other], levels[other + 1])
    }
  }

  /// Both stages: research, disclosure and quantity of each firm.
  struct Stages: Game {
    let model: EndogenousDisclosure
    let strategies: StrategySpace

    init(_ disclosure: Disclosure) {
      model = disclosure.model
      let most = disclosure.strategies.upperBounds[0]
      let sales = (model.margin + 2 * most) / model.slope
      strategies = StrategySpace(
        variables: Array(repeating: [0...most, 0...1, 0...sales], count: 2))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (x, q) = (levels[3 * player], levels[3 * player + 2])
      let rival = 3 - 3 * player
      let leak = levels[rival] * levels[rival + 1]
      let price = S(model.slope) * (q + levels[rival + 2])
      return (S(model.margin) + x + leak - price) * q
        - S(model.researchCost) * x * x / 2
    }
  }

  /// Research of each firm under a fixed rule of disclosure.
  struct Research: Game {
    let model: EndogenousDisclosure
    let disclosure: Double
    let strategies: StrategySpace

    /// A best reply to research of at most X is itself at most X if
    /// `X ≥ k(m + max(0, 2s − 1)X) / (9bγ/2 − k²)`, `k = 2 − s`.
    init?(_ model: EndogenousDisclosure, disclosure: Double) {
      guard model.isConcave else { return nil }
      self.model = model
      self.disclosure = disclosure
      let own = 2 - disclosure
      let room =
        model.steepness - own * own - own * max(0, 2 * disclosure - 1)
      strategies = StrategySpace(
        players: 2, levels: 0...(2 * own * model.margin / room))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      model.profit(
        levels[player], S(disclosure), levels[1 - player], S(disclosure))
    }
  }

  /// Research and, unless it is fixed, disclosure for joint profit, the same
  /// for both firms.
  struct Agreement: Game {
    let model: EndogenousDisclosure
    let disclosure: Double?
    let strategies: StrategySpace

    /// Profit is negative beyond `m / (3√(bγ/2) − 2)`.
    init?(_ model: EndogenousDisclosure, disclosure: Double? = nil) {
      guard model.isConcave else { return nil }
      self.model = model
      self.disclosure = disclosure
      let most = model.margin / (Double.sqrt(model.steepness) - 2)
      strategies = StrategySpace(
        variables: [[0...most] + (disclosure == nil ? [0...1] : [])])
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (x, s) = (levels[0], disclosure.map { S($0) } ?? levels[1])
      return 2 * model.profit(x, s, x, s)
    }
  }

  /// A firm's profit from research and disclosure of both.
  func profit<S: Scalar>(_ x: S, _ s: S, _ rival: S, _ leak: S) -> S {
    let demand = S(margin) + (2 - s) * x + (2 * leak - 1) * rival
    let output = S.max(demand / S(3 * slope), 0)
    return S(slope) * output * output - S(researchCost) * x * x / 2
  }
}

// The answer.
extension EndogenousDisclosure {
  var game: (any Game)? { Disclosure(self) }

  func answer() -> Answer {
    guard isConcave else {
      return Answer(
        values: Record(Self.regimes.map { ($0, nil) }),
        closedForm: Record(Self.regimes.map { ($0, nil) }),
        warnings: ["there is no solution: 9bγ/2 is not above 4"])
    }
    var answer = Answer(closedForm: closedForm)
    answer.values["noncooperative"] = noncooperative(&answer)
    if let best = Agreement(self)?.socialOptimum() {
      answer.values["rjv_cartel"] = outcome(best.levels[1], best.levels[0])
    }
    if let found = Research(self, disclosure: 1)?.equilibria().symmetric {
      answer.values["rjv_competition"] = outcome(1, found.levels[0])
    }
    if let best = Agreement(self, disclosure: 0)?.socialOptimum() {
      answer.values["rd_cartel_no_sharing"] = outcome(0, best.levels[0])
    }
    answer.warnings += Self.regimes.compactMap { regime in
      let cost =
        initialCost - answer.values.number(regime, "x")
        * (1 + answer.values.number(regime, "sharing"))
      return cost < 0 ? "\(regime): unit cost would be negative" : nil
    }
    return answer
  }

  static let regimes = [
    "noncooperative", "rjv_cartel", "rjv_competition", "rd_cartel_no_sharing",
  ]

  private func noncooperative(_ answer: inout Answer) -> Value? {
    guard let game = Disclosure(self) else { return nil }
    guard let equilibrium = game.symmetricEquilibria().equilibria.first
    else { return nil }
    let (research, disclosure) = (equilibrium.levels[0], equilibrium.levels[1])
    let stages = BackwardInduction(secondStage: [2, 5]).solve(Stages(game))
    answer.evidence = [
      Evidence(
        "regret of the noncooperative firms", equilibrium.regret.upper,
        atMost: 1e-9 * margin * margin / slope),
      Evidence(
        "distance to backward induction over both stages",
        max(
          abs(stages.levels[0] - research), abs(stages.levels[1] - disclosure)),
        atMost: 1e-8 * (1 + research)),
    ]
    return outcome(disclosure, research)
  }

  /// Disclosure and research of both firms with what follows from them.
  private func outcome(_ disclosure: Double, _ research: Double) -> Value {
    let output = (margin + (1 + disclosure) * research) / (3 * slope)
    let profit =
      slope * output * output - researchCost * research * research / 2
    let surplus = 2 * slope * output * output
    return [
      "sharing": Value(disclosure), "x": Value(research), "q": Value(output),
      "profit_per_firm": Value(profit), "consumer_surplus": Value(surplus),
      "welfare": Value(surplus + 2 * profit),
    ]
  }

  private var closedForm: Record {
    let m = margin
    return [
      "noncooperative": outcome(0, 2 * m / (steepness - 2)),
      "rjv_cartel": outcome(1, 2 * m / (steepness - 4)),
      "rjv_competition": outcome(1, m / (steepness - 2)),
      "rd_cartel_no_sharing": outcome(0, m / (steepness - 1)),
    ]
  }
}

// What must hold.
extension EndogenousDisclosure {
  static let grid = Record.grid([
    ("A", [60, 90]), ("b", [0.5, 2]), ("gamma", [2, 4, 10]),
  ])

  static let propositions: [Proposition<Self>] = [
    proposition("each firm on its own discloses nothing") {
      $0.number("noncooperative", "sharing") == 0
    },
    proposition("together firms disclose everything") {
      $0.number("rjv_cartel", "sharing") == 1
    },
    proposition("forced sharing halves research, and sells as much") {
      let (x, half) = (
        $0.number("noncooperative", "x"), $0.number("rjv_competition", "x")
      )
      let (q, same) = (
        $0.number("noncooperative", "q"), $0.number("rjv_competition", "q")
      )
      return abs(x / 2 - half) <= 1e-9 * x && abs(q - same) <= 1e-9 * q
    },
    proposition("forced sharing alone already raises profit and welfare") {
      Answer(values: $0).compare(
        "rjv_competition", "noncooperative", ["profit_per_firm", "welfare"], >)
    },
    proposition("a cartel that shares researches, sells and earns most") {
      let answer = Answer(values: $0)
      return regimes.filter { $0 != "rjv_cartel" }.allSatisfy {
        answer.compare(
          "rjv_cartel", $0, ["x", "q", "profit_per_firm", "welfare"], >)
      }
    },
  ]

  private static func proposition(
    _ statement: String, claim: @escaping @Sendable (Record) -> Bool
  ) -> Proposition<Self> {
    Proposition(
      statement, if: "9bγ/2 > 4, so that profit is concave in research",
      { $0.isConcave }, unlike: ["A": 90, "gamma": 0.5]
    ) { claim($1.values) }
  }
}
