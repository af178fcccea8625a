/// Two firms that share or withhold, period after period, given by what they
/// earn: a prisoner's dilemma.
///
///     both share               pi_coop
///     who alone withholds      pi_dev
///     who alone shares         pi_alone
///     nobody shares            pi_nash
///
/// Whoever withholds first is punished by withholding for ever. Sharing holds
/// if firms value the next period at
/// `δ* = (pi_dev − pi_coop)/(pi_dev − pi_nash)` or more.
struct WithholdingDilemma: PublishedGame {
  static let name = "withholding_dilemma"
  static let question =
    "How patient must two firms be of whom each gains by withholding?"
  static let citation = """
    J. W. Friedman, A non-cooperative equilibrium for supergames, Review of \
    Economic Studies 38, 1971.
    """
  static let parameters = [
    Parameter("pi_coop", 3, .any, "what each earns if both share"),
    Parameter("pi_dev", 5, .any, "what one earns that alone withholds"),
    Parameter("pi_nash", 1, .any, "what each earns if nobody shares"),
    Parameter("pi_alone", 0, .any, "what one earns that alone shares"),
  ]

  let together: Double
  let cheating: Double
  let punished: Double
  let exploited: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    together = arguments.number("pi_coop")
    cheating = arguments.number("pi_dev")
    punished = arguments.number("pi_nash")
    exploited = arguments.number("pi_alone")
    guard cheating > together else {
      throw ArgumentError(
        "pi_dev", "is not above pi_coop: sharing needs no pact")
    }
    guard together > punished else {
      throw ArgumentError(
        "pi_coop", "is not above pi_nash: a pact gains nothing")
    }
    guard punished > exploited else {
      throw ArgumentError("pi_alone", "is not below pi_nash: one shares alone")
    }
  }

  /// One period: with what probability each shares.
  struct Period: Game {
    let model: WithholdingDilemma
    let strategies = StrategySpace(players: 2, levels: 0...1)

    func payoff<S: Scalar>(of player: Int, at shares: Profile<S>) -> S {
      let (own, other) = (shares[player], shares[1 - player])
      let sharing =
        other * S(model.together) + (1 - other) * S(model.exploited)
      let withholding =
        other * S(model.cheating) + (1 - other) * S(model.punished)
      return own * sharing + (1 - own) * withholding
    }
  }

  /// One firm chooses while the other shares.
  struct Deviation: Game {
    let period: Period
    let strategies = StrategySpace(players: 1, levels: 0...1)

    func payoff<S: Scalar>(of player: Int, at shares: Profile<S>) -> S {
      period.payoff(of: 0, at: [shares[0], 1])
    }
  }
}

// The answer.
extension WithholdingDilemma {
  var game: (any Game)? { Period(model: self) }

  func answer() -> Answer {
    let period = Period(model: self)
    let found = period.equilibria()
    guard found.isComplete, let rest = found.equilibria.first else {
      return Answer(closedForm: closedForm)
    }
    let best = Deviation(period: period).best()
    let kept = period.payoff(of: 0, at: [1, 1])
    let ended = period.payoff(of: 0, at: rest.levels)
    return Answer(
      values: [
        "equilibria": Value(Double(found.equilibria.count)),
        "nash_sharing": Value(rest.levels[0]),
        "delta_star": Value((best.welfare - kept) / (best.welfare - ended)),
        "exact": exact,
      ],
      closedForm: closedForm,
      evidence: [
        Evidence(
          "regret of one period's equilibrium", rest.regret.upper,
          atMost: 1e-12 * (abs(cheating) + abs(exploited)))
      ])
  }

  private var closedForm: Record {
    [
      "equilibria": 1, "nash_sharing": 0,
      "delta_star": Value((cheating - together) / (cheating - punished)),
    ]
  }

  /// The threshold as a ratio; null if payoffs are no simple ratios.
  private var exact: Value {
    guard let best = Rational(simplest: cheating),
      let kept = Rational(simplest: together),
      let ended = Rational(simplest: punished),
      let gain = try? best.minus(kept), let loss = try? best.minus(ended),
      let ratio = try? gain.times(loss.reciprocal)
    else { return .null }
    return .text(ratio.text)
  }
}

// What must hold.
extension WithholdingDilemma {
  static let grid = Record.grid([
    ("pi_coop", [2, 3, 4]), ("pi_dev", [4.5, 5, 8]), ("pi_alone", [-2, 0.5]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "a next period worth half of this one is enough",
      if: "pi_coop is the mean of pi_dev and pi_nash or more",
      { 2 * $0.together >= $0.cheating + $0.punished }, unlike: ["pi_dev": 6]
    ) { _, answer in answer.values.number("delta_star") <= 0.5 }
  ]
}
