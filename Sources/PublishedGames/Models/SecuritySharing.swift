/// Investment in security and sharing of information about it, before two
/// firms compete in prices.
///
/// Each firm first chooses its investment t and sharing s. Demand becomes
/// `q_i = a − b₁p_i + b₂p_j + B_i` with
///
///     B_i = t_i − αt_j + λ_d t_j s_j − φ₁s_i² + φ₂s_j² + φ₃s_i s_j,
///
/// at the cost `ct_i² / 2(1 + λ_c t_j s_j)`, and prices follow:
///
///     p_i = (2b₁(a + B_i) + b₂(a + B_j)) / (4b₁² − b₂²).
struct SecuritySharing: PublishedGame {
  static let name = "galor_ghose2005"
  static let question =
    "Is sharing security information worth more where competition is tougher?"
  static let citation = """
    E. Gal-Or and A. Ghose, The economic incentives for sharing security \
    information, Information Systems Research 16, 2005.
    """
  static let parameters = [
    Parameter("a", 10, .positive, "demand at prices of 0"),
    Parameter("b1", 2, .positive, "effect of the own price"),
    Parameter("b2", 1, .nonnegative, "effect of the other's price"),
    Parameter("alpha", 0.2, .any, "demand lost to the other's security"),
    Parameter("lambda_d", 0.6, .any, "demand gained by what the other shares"),
    Parameter("lambda_c", 0, .nonnegative, "cost saved by it"),
    Parameter("c", 8, .positive, "slope of the cost of security"),
    Parameter("phi1", 3, .positive, "leakage by own sharing"),
    Parameter("phi2", 0.5, .any, "leakage of the other"),
    Parameter("phi3", 0.5, .any, "leakage in which both take part"),
  ]

  let demand: Double
  let ownPrice: Double
  let otherPrice: Double
  let rivalry: Double
  let demandGain: Double
  let costGain: Double
  let cost: Double
  let leakage: (own: Double, other: Double, both: Double)
  let given: Record

  init(_ arguments: Arguments) throws(ArgumentError) {
    given = arguments.values
    demand = arguments.number("a")
    ownPrice = arguments.number("b1")
    otherPrice = arguments.number("b2")
    rivalry = arguments.number("alpha")
    demandGain = arguments.number("lambda_d")
    costGain = arguments.number("lambda_c")
    cost = arguments.number("c")
    leakage = (
      arguments.number("phi1"), arguments.number("phi2"),
      arguments.number("phi3")
    )
    guard otherPrice < ownPrice else {
      throw ArgumentError("b2", "is not below b1")
    }
    guard leakage.own > leakage.other + leakage.both else {
      throw ArgumentError("phi1", "is not above phi2 + phi3")
    }
  }
}

// The games.
extension SecuritySharing {
  /// Investment and sharing of each firm, the price stage already solved.
  struct Investment: Game {
    let model: SecuritySharing
    let strategies: StrategySpace

    init(_ model: SecuritySharing, most: Double) {
      self.model = model
      strategies = StrategySpace(
        variables: Array(repeating: [0...most, 0...1], count: 2))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (own, other) = (2 * player, 2 - 2 * player)
      let (t, s) = (levels[own], levels[own + 1])
      let (rivalT, rivalS) = (levels[other], levels[other + 1])
      let price = model.price(t, s, rivalT, rivalS)
      return S(model.ownPrice) * price * price
        - model.outlay(t, rivalT * rivalS)
    }
  }

  /// All three decisions of each firm, prices last.
  struct Stages: Game {
    let model: SecuritySharing
    let strategies: StrategySpace

    init(_ model: SecuritySharing, most: Double, price: Double) {
      self.model = model
      strategies = StrategySpace(
        variables: Array(
          repeating: [0...most, 0...1, 0...(10 * price)], count: 2))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (own, other) = (3 * player, 3 - 3 * player)
      let gain = model.demandShift(
        levels[own], levels[own + 1], levels[other], levels[other + 1])
      let price = levels[own + 2]
      let sold =
        S(model.demand) + gain - S(model.ownPrice) * price
        + S(model.otherPrice) * levels[other + 2]
      return price * sold
        - model.outlay(levels[own], levels[other] * levels[other + 1])
    }
  }

  /// The same investment and sharing for both, chosen for joint profit or by a
  /// planner for welfare; prices remain the firms' own.
  struct Alike: Game {
    let model: SecuritySharing
    let isPlanner: Bool
    let strategies: StrategySpace

    init(_ model: SecuritySharing, isPlanner: Bool, most: Double) {
      self.model = model
      self.isPlanner = isPlanner
      strategies = StrategySpace(variables: [[0...most, 0...1]])
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (t, s) = (levels[0], levels[1])
      return isPlanner ? model.welfare(t, s) : 2 * model.profit(t, s)
    }
  }

  /// `B_i`
  func demandShift<S: Scalar>(_ t: S, _ s: S, _ rivalT: S, _ rivalS: S) -> S {
    let security = t - S(rivalry) * rivalT + S(demandGain) * rivalT * rivalS
    let leaks =
      S(leakage.own) * s * s - S(leakage.other) * rivalS * rivalS
      - S(leakage.both) * s * rivalS
    return security - leaks
  }

  func price<S: Scalar>(_ t: S, _ s: S, _ rivalT: S, _ rivalS: S) -> S {
    let own = S(demand) + demandShift(t, s, rivalT, rivalS)
    let other = S(demand) + demandShift(rivalT, rivalS, t, s)
    let scale = 4 * ownPrice * ownPrice - otherPrice * otherPrice
    return S.max(
      (S(2 * ownPrice) * own + S(otherPrice) * other) / S(scale), 0)
  }

  func outlay<S: Scalar>(_ t: S, _ shared: S) -> S {
    S(cost) * t * t / (2 * (1 + S(costGain) * shared))
  }

  func profit<S: Scalar>(_ t: S, _ s: S) -> S {
    let price = price(t, s, t, s)
    return S(ownPrice) * price * price - outlay(t, t * s)
  }

  /// Surplus of buyers and sellers: `2((a + B)q − q²/2) / (b₁ − b₂)` less
  /// costs.
  func welfare<S: Scalar>(_ t: S, _ s: S) -> S {
    let output = S(ownPrice) * price(t, s, t, s)
    let value = (S(demand) + demandShift(t, s, t, s)) * output
    return 2 * (value - output * output / 2) / S(ownPrice - otherPrice)
      - 2 * outlay(t, t * s)
  }
}

// The answer.
extension SecuritySharing {
  var game: (any Game)? {
    largestInvestment(equilibrium).map { Investment(self, most: $0.most) }
  }

  func answer() -> Answer {
    var answer = Answer()
    answer.values["nash"] = nash(&answer)
    for (name, isPlanner) in [("isa_joint_profit", false), ("planner", true)] {
      let best = largestInvestment {
        maximum(of: Alike(self, isPlanner: isPlanner, most: $0))
      }
      answer.values[name] =
        best.map { outcome($0.levels[0], $0.levels[1]) } ?? .null
      if best == nil {
        answer.warnings.append("\(name): investment would grow without bound")
      }
    }
    if costGain > 0 {
      answer.warnings.append(
        "λ_c > 0: with full sharing very large investment can be better still; "
          + "the optimum reached from no investment is shown")
    }
    return answer
  }

  /// The local maximum that is reached from no investment: far away cost grows
  /// more slowly than its benefit if `λ_c > 0`, so that there may be no global
  /// one.
  private func maximum(of game: Alike) -> [Double] {
    BoundedMaximization().maximize(
      JointObjective.welfare(of: game), from: [0, 0]
    ).levels
  }

  private func nash(_ answer: inout Answer) -> Value {
    let found = largestInvestment(equilibrium)
    guard let found else {
      answer.warnings.append("nash: investment would grow without bound")
      return nil
    }
    let (t, s) = (found.levels[0], found.levels[1])
    let game = Investment(self, most: found.most)
    let price = price(t, s, t, s)
    let stages = BackwardInduction(secondStage: [2, 5]).solve(
      Stages(self, most: found.most, price: price),
      from: [t / 2, s / 2, price, t / 2, s / 2, price])
    answer.evidence = [
      Evidence(
        "regret of the noncooperative firms",
        game.regret(
          at: found.levels, search: DeviationSearch(boxLimit: 20_000)
        ).upper,
        atMost: 1e-8 * (1 + profit(t, s))),
      Evidence(
        "distance to backward induction over both stages",
        max(abs(stages.levels[0] - t), abs(stages.levels[1] - s)),
        atMost: 1e-8 * (1 + t)),
    ]
    if s < 1, let form = closedForm(near: t) {
      answer.closedForm["nash"] = outcome(form.t, form.s)
    }
    return outcome(t, s)
  }

  /// The equilibrium that Newton's method reaches from no investment.
  private func equilibrium(_ most: Double) -> [Double] {
    Investment(self, most: most).solve(from: [0, 0, 0, 0]).levels
  }

  /// The levels that a search finds in the smallest space whose limit on
  /// investment, doubled again and again, it does not reach.
  private func largestInvestment(
    _ search: (Double) -> [Double]
  ) -> (levels: [Double], most: Double)? {
    var most = 4 * demand / cost
    for _ in 0..<Self.doublings {
      let levels = search(most)
      if levels[0] < most { return (levels, most) }
      most *= 2
    }
    return nil
  }

  private static let doublings = 12

  private func outcome(_ t: Double, _ s: Double) -> Value {
    let price = price(t, s, t, s)
    return [
      "t": Value(t), "s": Value(s), "price": Value(price),
      "q": Value(ownPrice * price), "profit": Value(profit(t, s)),
      "welfare": Value(welfare(t, s)),
    ]
  }
}

// The published formulas.
extension SecuritySharing {
  /// `s = σt`, and the t next to a given one at which
  /// `ct / (1 + λ_c ts) = 2b₁p(2b₁ + b₂(λ_d s − α)) / (4b₁² − b₂²)`, by
  /// bisection; nil if sharing would not be within (0, 1).
  private func closedForm(near guess: Double) -> (t: Double, s: Double)? {
    let (b, d) = (ownPrice, otherPrice)
    let share =
      d * demandGain
      / (2 * b * (2 * leakage.own - leakage.both)
        - d * (2 * leakage.other + leakage.both))
    let slope = max(share, 0)
    func excess(_ t: Double) -> Double {
      let s = slope * t
      let gain =
        2 * b * price(t, s, t, s) * (2 * b + d * (demandGain * s - rivalry))
        / (4 * b * b - d * d)
      return cost * t / (1 + costGain * t * s) - gain
    }
    var (low, high) = (guess * 0.9, guess * 1.1)
    guard excess(low) < 0, excess(high) > 0, slope * high < 1 else {
      return nil
    }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if excess(middle) > 0 { high = middle } else { low = middle }
    }
    return (low, slope * low)
  }
}
