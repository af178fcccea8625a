/// Sharing that is repeated for ever: who breaks the agreement is punished by
/// the equilibrium of one period.
///
/// Two firms choose what to share, `u_i = g s_j − k s_i²/2 + h s_i`, s in
/// [0, 1]. Alone each shares `h/k`; both are best off with `(g + h)/k`. The
/// agreement holds if firms value the next period at
/// `δ* = (π_dev − π_coop)/(π_dev − π_nash)` or more.
struct RepeatedSharing: PublishedGame {
  static let name = "repeated_sharing"
  static let question =
    "How patient must two firms be to hold an agreement to share?"
  static let citation = """
    J. W. Friedman, A non-cooperative equilibrium for supergames, Review of \
    Economic Studies 38, 1971.
    """
  static let parameters = [
    Parameter("g", 2, .positive, "what the other's sharing brings"),
    Parameter("k", 4, .positive, "slope of the cost of sharing"),
    Parameter("h", 0, .nonnegative, "what the own sharing brings"),
  ]

  let gain: Double
  let cost: Double
  let own: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    gain = arguments.number("g")
    cost = arguments.number("k")
    own = arguments.number("h")
    guard own < cost else {
      throw ArgumentError("h", "is not below k: each shares all by itself")
    }
  }

  /// One period.
  struct Period: Game {
    let model: RepeatedSharing
    let strategies = StrategySpace(players: 2, levels: 0...1)

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (mine, theirs) = (levels[player], levels[1 - player])
      return S(model.gain) * theirs + S(model.own) * mine
        - S(model.cost) * mine * mine / 2
    }
  }

  /// Both share alike, for joint profit.
  struct Agreement: Game {
    let period: Period
    let strategies = StrategySpace(players: 1, levels: 0...1)

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      2 * period.payoff(of: 0, at: [levels[0], levels[0]])
    }
  }

  /// One firm leaves the agreement.
  struct Deviation: Game {
    let period: Period
    let agreed: Double
    let strategies = StrategySpace(players: 1, levels: 0...1)

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      period.payoff(of: 0, at: [levels[0], S(agreed)])
    }
  }
}

// The answer.
extension RepeatedSharing {
  var game: (any Game)? { Period(model: self) }

  func answer() -> Answer {
    let period = Period(model: self)
    let together = Agreement(period: period).socialOptimum().levels[0]
    let deviation = Deviation(period: period, agreed: together)
      .socialOptimum().levels[0]
    guard let nash = period.equilibria().equilibria.first else {
      return Answer(closedForm: closedForm)
    }
    return Answer(
      values: record(
        nash: nash.levels[0], together: together, deviation: deviation),
      closedForm: closedForm,
      evidence: [
        Evidence(
          "regret of one period's equilibrium", nash.regret.upper,
          atMost: 1e-12 * (gain + cost))
      ])
  }

  private var closedForm: Record {
    let nash = own / cost
    return record(
      nash: nash, together: min(1, (gain + own) / cost), deviation: nash)
  }

  private func record(
    nash: Double, together: Double, deviation: Double
  ) -> Record {
    let period = Period(model: self)
    let punished = period.payoff(of: 0, at: [nash, nash])
    let kept = period.payoff(of: 0, at: [together, together])
    let best = period.payoff(of: 0, at: [deviation, together])
    return [
      "nash_sharing": Value(nash), "coop_sharing": Value(together),
      "pi_nash": Value(punished), "pi_coop": Value(kept),
      "pi_dev": Value(best),
      "delta_star": Value((best - kept) / (best - punished)),
    ]
  }
}

// What must hold.
extension RepeatedSharing {
  static let grid = Record.grid([
    ("g", [0.5, 1, 4]), ("k", [2, 4, 8]), ("h", [0, 0.5]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "half of the next period holds the best agreement",
      if: "g + h ≤ k, so that nobody would share more than all",
      { $0.gain + $0.own <= $0.cost }, unlike: ["g": 4, "k": 3, "h": 0.5]
    ) { _, answer in
      abs(answer.values.number("delta_star") - 0.5) <= 1e-9
    },
    Proposition(
      "where all would be shared, less patience is enough",
      if: "g + h > k", { $0.gain + $0.own > $0.cost }, unlike: ["g": 1, "k": 4]
    ) { _, answer in answer.values.number("delta_star") < 0.5 - 1e-9 },
  ]
}
