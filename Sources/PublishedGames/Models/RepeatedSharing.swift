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
    Parameter(
      "delta", [0.25, 0.45], .numbers,
      "values of the next period at which the most that holds is told"),
  ]

  let gain: Double
  let cost: Double
  let own: Double
  let patience: [Double]

  init(_ arguments: Arguments) throws(ArgumentError) {
    gain = arguments.number("g")
    cost = arguments.number("k")
    own = arguments.number("h")
    patience = arguments.numbers("delta")
    guard patience.allSatisfy({ 0 <= $0 && $0 < 1 }) else {
      throw ArgumentError("delta", "has a number that is not in [0, 1)")
    }
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
    guard let nash = period.equilibria().equilibria.first else {
      return Answer(closedForm: closedForm)
    }
    return Answer(
      values: record(
        nash: nash.levels[0], together: together,
        deviation: deviation(from: together),
        most: patience.map { most($0, alone: nash.levels[0], together) }),
      closedForm: closedForm,
      evidence: [
        Evidence(
          "regret of one period's equilibrium", nash.regret.upper,
          atMost: 1e-12 * (gain + cost))
      ])
  }

  /// What a firm shares that leaves an agreement.
  private func deviation(from agreed: Double) -> Double {
    Deviation(period: Period(model: self), agreed: agreed)
      .socialOptimum().levels[0]
  }

  /// The most that both can share, up to what is best, if the next period is
  /// worth so much of this one: by bisection.
  private func most(
    _ patience: Double, alone: Double, _ together: Double
  ) -> Double {
    func holds(_ agreed: Double) -> Bool {
      let (kept, best, punished) = payoffs(
        nash: alone, together: agreed, deviation: deviation(from: agreed))
      return best - kept <= patience * (best - punished)
    }
    if holds(together) { return together }
    var (low, high) = (alone, together)
    for _ in 0..<Self.halvings {
      let middle = low + (high - low) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private static let halvings = 40

  private var closedForm: Record {
    let nash = own / cost
    let together = min(1, (gain + own) / cost)
    return record(
      nash: nash, together: together, deviation: nash,
      most: patience.map { min(together, nash + 2 * gain * $0 / cost) })
  }

  private func payoffs(
    nash: Double, together: Double, deviation: Double
  ) -> (kept: Double, best: Double, punished: Double) {
    let period = Period(model: self)
    return (
      period.payoff(of: 0, at: [together, together]),
      period.payoff(of: 0, at: [deviation, together]),
      period.payoff(of: 0, at: [nash, nash])
    )
  }

  private func record(
    nash: Double, together: Double, deviation: Double, most: [Double]
  ) -> Record {
    let (kept, best, punished) = payoffs(
      nash: nash, together: together, deviation: deviation)
    return [
      "nash_sharing": Value(nash), "coop_sharing": Value(together),
      "pi_nash": Value(punished), "pi_coop": Value(kept),
      "pi_dev": Value(best),
      "delta_star": Value((best - kept) / (best - punished)),
      "max_sustainable_sharing": Value(most),
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
