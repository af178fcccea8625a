/// Rivals on one market that agree to sell as one firm would, for ever: who
/// breaks the agreement is punished by competition.
///
/// Price is `a − b Σ q`, unit cost c. The agreement holds if firms value the
/// next period at `δ* = (π_dev − π_coop)/(π_dev − π_nash)` or more.
struct RepeatedCournot: PublishedGame {
  static let name = "friedman1971"
  static let question =
    "How patient must rivals be to keep to what is best for all of them?"
  static let citation = """
    J. W. Friedman, A non-cooperative equilibrium for supergames, Review of \
    Economic Studies 38, 1971.
    """
  static let parameters = [
    Parameter("n", 2, .count(2...20), "number of firms"),
    Parameter("a", 10, .positive, "highest price"),
    Parameter("b", 1, .positive, "slope of the price"),
    Parameter("c", 1, .nonnegative, "unit cost"),
  ]

  let firms: Int
  let price: Double
  let slope: Double
  let cost: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    firms = arguments.count("n")
    price = arguments.number("a")
    slope = arguments.number("b")
    cost = arguments.number("c")
    guard cost < price else {
      throw ArgumentError("c", "is not below a: nobody would sell")
    }
  }

  private var margin: Double { price - cost }

  /// One period: each firm chooses what it sells.
  struct Market: Game {
    let model: RepeatedCournot
    let strategies: StrategySpace

    init(_ model: RepeatedCournot) {
      self.model = model
      strategies = StrategySpace(
        players: model.firms, levels: 0...(model.margin / model.slope))
    }

    func payoff<S: Scalar>(of player: Int, at outputs: Profile<S>) -> S {
      model.profit(
        of: outputs[player], all: outputs.dropFirst().reduce(outputs[0], +))
    }
  }

  /// One firm chooses what it sells, and the others answer nothing: they sell a
  /// multiple of it, or what was agreed.
  struct Choice: Game {
    let model: RepeatedCournot
    /// How many times its own output the others sell.
    var followers = 0.0
    /// What the others sell in any case.
    var others = 0.0

    var strategies: StrategySpace {
      StrategySpace(players: 1, levels: 0...(model.margin / model.slope))
    }

    func payoff<S: Scalar>(of player: Int, at outputs: Profile<S>) -> S {
      model.profit(
        of: outputs[0],
        all: S(1 + followers) * outputs[0] + S(others))
    }
  }

  private func profit<S: Scalar>(of own: S, all: S) -> S {
    own * (S(margin) - S(slope) * all)
  }
}

// The answer.
extension RepeatedCournot {
  var game: (any Game)? { Market(self) }

  func answer() -> Answer {
    let rivals = Double(firms - 1)
    let agreed = Choice(model: self, followers: rivals).best().levels[0]
    let cheating = Choice(model: self, others: rivals * agreed)
    let market = Market(self)
    guard let rest = market.symmetricEquilibria().equilibria.first else {
      return Answer(closedForm: closedForm)
    }
    let nash = Array(repeating: rest.levels[0], count: firms)
    return Answer(
      values: record(
        together: profit(of: agreed, all: Double(firms) * agreed),
        deviation: cheating.payoff(of: 0, at: cheating.best().levels),
        nash: market.payoff(of: 0, at: nash)),
      closedForm: closedForm,
      evidence: [
        Evidence(
          "regret of one period's equilibrium", market.regret(at: nash).upper,
          atMost: 1e-9 * margin * margin / slope)
      ])
  }

  private func record(
    together: Double, deviation: Double, nash: Double
  ) -> Record {
    [
      "pi_coop": Value(together), "pi_dev": Value(deviation),
      "pi_nash": Value(nash),
      "delta_star": Value((deviation - together) / (deviation - nash)),
    ]
  }

  private var closedForm: Record {
    let n = Double(firms)
    let unit = margin * margin / slope
    return record(
      together: unit / (4 * n),
      deviation: unit * (n + 1) * (n + 1) / (16 * n * n),
      nash: unit / ((n + 1) * (n + 1)))
  }
}

// What must hold.
extension RepeatedCournot {
  static let grid = Record.grid([("n", [2, 3, 5, 10]), ("a", [4, 10])])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "a next period worth 0.6 of this one holds the agreement",
      if: "there are at most three firms", { $0.firms <= 3 }, unlike: ["n": 4]
    ) { _, answer in answer.values.number("delta_star") < 0.6 }
  ]
}
