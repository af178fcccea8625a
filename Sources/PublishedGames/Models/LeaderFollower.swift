/// A leader who pays a share of what its follower spends on joint knowledge.
///
///     G = V x^a y^b
///     leader    ρ_l G − x − τ y        chooses the effort x and the share τ
///     follower  ρ_f G − (1 − τ) y      then chooses the effort y
///
/// The game is stated in `u = x^a` and `v = y^b`, in which gains are bilinear
/// and costs convex.
struct LeaderFollower: PublishedGame {
  static let name = "leader_follower"
  static let question =
    "Should the leading firm pay for what its follower spends on research?"
  static let citation = """
    In the manner of S. Samaddar and S. Kadiyala, An analysis of \
    interorganizational resource sharing decisions in collaborative knowledge \
    creation, European Journal of Operational Research 170, 2006.
    """
  static let parameters = [
    Parameter("rho_leader", 3, .positive, "the leader's gain from knowledge"),
    Parameter(
      "rho_follower", 1, .positive, "the follower's gain from knowledge"),
    Parameter("V", 4, .positive, "knowledge by one unit of either effort"),
    Parameter("a", 0.3, .positive, "elasticity of the leader's effort"),
    Parameter("b", 0.4, .positive, "elasticity of the follower's effort"),
  ]

  let gains: [Double]
  let scale: Double
  let elasticities: [Double]

  init(_ arguments: Arguments) throws(ArgumentError) {
    gains = ["rho_leader", "rho_follower"].map { arguments.number($0) }
    scale = arguments.number("V")
    elasticities = ["a", "b"].map { arguments.number($0) }
    guard elasticities[0] + elasticities[1] < 1 else {
      throw ArgumentError("b", "makes a + b 1 or more: effort has no limit")
    }
  }

  /// The effort from which even together both lose, as it is transformed.
  private var bounds: [ClosedRange<Double>] {
    let most = Double.pow(
      gains[0] * scale + gains[1] * scale,
      1 / (1 - elasticities[0] - elasticities[1]))
    return elasticities.map { 0...Double.pow(most, $0) }
  }

  private func cost<S: Scalar>(_ level: S, of firm: Int) -> S {
    S.pow(level, 1 / elasticities[firm])
  }

  /// Both choose their efforts at the same time; nobody pays for the other.
  struct Simultaneous: Game {
    let model: LeaderFollower
    let strategies: StrategySpace

    init(_ model: LeaderFollower) {
      self.model = model
      strategies = StrategySpace(variables: model.bounds.map { [$0] })
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      S(model.gains[player] * model.scale) * levels[0] * levels[1]
        - model.cost(levels[player], of: player)
    }
  }

  /// The leader chooses its effort and the share that it pays, then the
  /// follower its own effort.
  struct Sequential: Game {
    let model: LeaderFollower
    let strategies: StrategySpace

    init(_ model: LeaderFollower) {
      self.model = model
      strategies = StrategySpace(
        variables: [[model.bounds[0], 0...1], [model.bounds[1]]])
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (own, share, other) = (levels[0], levels[1], levels[2])
      let gain = S(model.gains[player] * model.scale) * own * other
      let spending = model.cost(other, of: 1)
      return player == 0
        ? gain - model.cost(own, of: 0) - share * spending
        : gain - (1 - share) * spending
    }
  }

  /// Both efforts for joint profit.
  struct Together: Game {
    let model: LeaderFollower
    let strategies: StrategySpace

    init(_ model: LeaderFollower) {
      self.model = model
      strategies = StrategySpace(variables: [model.bounds])
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      S((model.gains[0] + model.gains[1]) * model.scale) * levels[0] * levels[1]
        - model.cost(levels[0], of: 0) - model.cost(levels[1], of: 1)
    }
  }
}

// The answer.
extension LeaderFollower {
  var game: (any Game)? { Simultaneous(self) }

  func answer() -> Answer {
    let both = Simultaneous(self)
    let nash = both.solve(from: both.strategies.upperBounds).levels
    let joint = Together(self).best().levels
    let led = leading(from: nash)
    let payoffs = Sequential(self).payoffs(at: led)
    return Answer(
      values: [
        "stackelberg": [
          "subsidy": Value(led[1]),
          "x": Value(cost(led[0], of: 0)),
          "y": Value(cost(led[2], of: 1)),
          "leader": Value(payoffs[0]), "follower": Value(payoffs[1]),
        ],
        "nash": [
          "x": Value(cost(nash[0], of: 0)), "y": Value(cost(nash[1], of: 1)),
          "leader": Value(both.payoff(of: 0, at: nash)),
          "follower": Value(both.payoff(of: 1, at: nash)),
        ],
        "cooperative": [
          "x": Value(cost(joint[0], of: 0)), "y": Value(cost(joint[1], of: 1)),
          "joint": Value(Together(self).payoff(of: 0, at: joint)),
        ],
      ],
      closedForm: closedForm,
      evidence: [
        Evidence(
          "regret of simultaneous efforts", both.regret(at: nash).upper,
          atMost: 1e-9 * (gains[0] + gains[1]) * scale * nash[0] * nash[1])
      ],
      warnings: [
        "nash: beside this equilibrium neither spends anything if the other "
          + "does not"
      ])
  }

  /// The best that backward induction finds for the leader, from paying nothing
  /// and from paying half.
  private func leading(from nash: [Double]) -> [Double] {
    let game = Sequential(self)
    let found = [0, 0.5].map { share in
      BackwardInduction(secondStage: [2])
        .solve(game, from: [nash[0], share, nash[1]]).levels
    }
    return found.max {
      game.payoff(of: 0, at: $0) < game.payoff(of: 0, at: $1)
    } ?? nash
  }

  /// The formulas.
  private var closedForm: Record {
    [
      "stackelberg": .record(led), "nash": .record(alone),
      "cooperative": .record(together),
    ]
  }

  private var led: Record {
    let (a, b) = (elasticities[0], elasticities[1])
    let kept = min(1, gains[1] / (gains[0] + b * gains[1]))
    let reply = Double.pow(b * gains[1] * scale / kept, 1 / (1 - b))
    let e = a / (1 - b)
    let worth =
      gains[0] * scale * Double.pow(reply, b) - (1 - kept) * reply
    let own = Double.pow(e * worth, 1 / (1 - e))
    let other = reply * Double.pow(own, e)
    let knowledge = knowledge(own, other)
    return [
      "subsidy": Value(1 - kept), "x": Value(own), "y": Value(other),
      "leader": Value(gains[0] * knowledge - own - (1 - kept) * other),
      "follower": Value(gains[1] * knowledge - kept * other),
    ]
  }

  private var alone: Record {
    let (own, other) = efforts(gains)
    let knowledge = knowledge(own, other)
    return [
      "x": Value(own), "y": Value(other),
      "leader": Value(gains[0] * knowledge - own),
      "follower": Value(gains[1] * knowledge - other),
    ]
  }

  private var together: Record {
    let all = gains[0] + gains[1]
    let (own, other) = efforts([all, all])
    return [
      "x": Value(own), "y": Value(other),
      "joint": Value(all * knowledge(own, other) - own - other),
    ]
  }

  private func knowledge(_ x: Double, _ y: Double) -> Double {
    scale * Double.pow(x, elasticities[0]) * Double.pow(y, elasticities[1])
  }

  /// `x = a ρ_1 G` and `y = b ρ_2 G`.
  private func efforts(_ gains: [Double]) -> (Double, Double) {
    let (a, b) = (elasticities[0], elasticities[1])
    let knowledge = Double.pow(
      knowledge(a * gains[0], b * gains[1]), 1 / (1 - a - b))
    return (a * gains[0] * knowledge, b * gains[1] * knowledge)
  }
}

// What must hold.
extension LeaderFollower {
  static let grid = Record.grid([
    ("rho_leader", [0.5, 1, 3]), ("rho_follower", [1, 2]), ("b", [0.2, 0.4]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "the leader pays a share, and both gain by it beside moving at once",
      if: "ρ_l > (1 − b) ρ_f",
      { $0.gains[0] > (1 - $0.elasticities[1]) * $0.gains[1] + 1e-9 },
      unlike: ["rho_leader": 1, "rho_follower": 4]
    ) { _, answer in
      answer.values.number("stackelberg", "subsidy") > 1e-9
        && answer.compare("stackelberg", "nash", ["leader", "follower"], >)
    }
  ]
}
