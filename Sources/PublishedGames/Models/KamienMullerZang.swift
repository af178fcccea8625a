/// Research competition, cartels and joint ventures among n firms.
///
/// Each firm spends x on research. With effective research
/// `X_i = x_i + β Σ_{j≠i} x_j` its unit cost is `c − f(X_i)`; then all sell on
/// a market with the price `a − bQ`. Firms decide alone (N) or for joint
/// profit (C); in a joint venture (NJ, CJ) they share everything, `β = 1`.
/// With `m = a − c`,
///
///     q_i = (m + n f(X_i) − Σ_{j≠i} f(X_j)) / (n + 1)b.
struct KamienMullerZang: PublishedGame {
  static let name = "kmz1992"
  static let question =
    "Is it better to compete in research, to form a cartel or a joint venture?"
  static let citation = """
    M. I. Kamien, E. Muller and I. Zang, Research joint ventures and R&D \
    cartels, American Economic Review 82, 1992; R. Amir, Modelling \
    imperfectly appropriable R&D via spillovers, International Journal of \
    Industrial Organization 18, 2000.
    """
  static let parameters = [
    Parameter("n", 2, .count(2...50), "number of firms"),
    Parameter("a", 100, .positive, "price at which nothing is bought"),
    Parameter("c", 50, .nonnegative, "unit cost before research"),
    Parameter("b", 1, .positive, "slope of demand"),
    Parameter("beta", 0.3, .range(0...1), "share of research that spills over"),
    Parameter("f", nil, .choice(Technology.names), "how spending cuts cost"),
    Parameter("gamma", 30, .positive, "research needed, for the root"),
    Parameter("Cbar", nil, .positive, "largest cut, for the exponential"),
    Parameter("theta", 0.5, .positive, "speed of the exponential"),
  ]

  let firms: Int
  let intercept: Double
  let initialCost: Double
  let slope: Double
  let spillover: Double
  let technology: Technology

  init(_ arguments: Arguments) throws(ArgumentError) {
    firms = arguments.count("n")
    intercept = arguments.number("a")
    initialCost = arguments.number("c")
    slope = arguments.number("b")
    spillover = arguments.number("beta")
    technology = try Technology(arguments)
    guard initialCost < intercept else {
      throw ArgumentError("c", "is not below a: nobody would buy anything")
    }
  }

  /// How research spending lowers unit cost.
  enum Technology {
    /// `√(2X/γ)`
    case root(need: Double)
    /// `C̄(1 − exp(−θX))`
    case exponential(most: Double, speed: Double)

    static let names = ["sqrt(2X/gamma)", "Cbar*(1-exp(-theta X))"]

    /// The technology that is named or, without a name, the exponential if its
    /// largest cut is given.
    init(_ arguments: Arguments) throws(ArgumentError) {
      let most = arguments.optionalNumber("Cbar")
      let name = arguments.values["f"]?.text
      guard name == Self.names[1] || (name == nil && most != nil) else {
        self = .root(need: arguments.number("gamma"))
        return
      }
      guard let most else { throw ArgumentError("Cbar", "is needed for f") }
      self = .exponential(most: most, speed: arguments.number("theta"))
    }

    func reduction<S: Scalar>(_ research: S) -> S {
      switch self {
      case .root(let need): S.sqrt(2 * research / S(need))
      case .exponential(let most, let speed):
        -S(most) * S.expMinusOne(-S(speed) * research)
      }
    }
  }

  /// A form of doing research.
  struct Regime: Sendable {
    let name: String
    let isJoint: Bool
    let sharesAll: Bool

    static let all = [
      Regime(name: "N", isJoint: false, sharesAll: false),
      Regime(name: "C", isJoint: true, sharesAll: false),
      Regime(name: "NJ", isJoint: false, sharesAll: true),
      Regime(name: "CJ", isJoint: true, sharesAll: true),
    ]
  }
}

// The games.
extension KamienMullerZang {
  /// `m = a − c`, the margin on the first unit without research.
  var margin: Double { intercept - initialCost }

  /// `n + 1`, as a number.
  var size: Double { Double(firms + 1) }

  /// The largest spending that can pay in a symmetric profile.
  ///
  /// Profit `(m + f(nx))² / (n + 1)²b − x` is negative beyond it. Nil if profit
  /// has no bound, which is where `bγ(n + 1)² ≤ 2n`.
  var largestSpending: Double? {
    switch technology {
    case .root(let need):
      let room =
        Double.sqrt(slope) * size - Double.sqrt(2 * Double(firms) / need)
      guard room > 1e-12 * size else { return nil }
      return margin * margin / (room * room)
    case .exponential(let most, _):
      return (margin + most) * (margin + most) / (slope * size * size)
    }
  }

  /// Spending of each firm, the market stage already solved.
  struct Spending: Game {
    let model: KamienMullerZang
    let spillover: Double
    let strategies: StrategySpace

    init?(_ model: KamienMullerZang, spillover: Double) {
      guard let most = model.largestSpending else { return nil }
      self.model = model
      self.spillover = spillover
      strategies = StrategySpace(players: model.firms, levels: 0...most)
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      var total = S.zero
      for level in levels { total += level }
      var output = S(model.margin)
      for firm in levels.indices {
        let research =
          S(1 - spillover) * levels[firm] + S(spillover) * total
        let reduction = model.technology.reduction(research)
        output +=
          firm == player ? S(Double(levels.count)) * reduction : -reduction
      }
      output = S.max(output / S(model.slope * model.size), 0)
      return S(model.slope) * output * output - levels[player]
    }
  }

  /// A firm and the crowd of all others, which spends as much as the firm: its
  /// equilibria are the symmetric equilibria of ``Spending``. Or, for joint
  /// profit, one level for all.
  struct Alike: Game {
    let spending: Spending
    let isJoint: Bool
    let strategies: StrategySpace

    init(_ spending: Spending, isJoint: Bool) {
      self.spending = spending
      self.isJoint = isJoint
      strategies = StrategySpace(
        players: isJoint ? 1 : 2,
        levels: 0...spending.strategies.upperBounds[0])
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      if isJoint {
        return S(Double(spending.model.firms)) * profit(levels[0], levels[0])
      }
      let gap = levels[1] - levels[0]
      return player == 0 ? profit(levels[0], levels[1]) : -gap * gap / 2
    }

    /// The profit of a firm that spends y when every other spends z.
    private func profit<S: Scalar>(_ y: S, _ z: S) -> S {
      let (model, beta) = (spending.model, spending.spillover)
      let others = Double(model.firms - 1)
      let own = y + S(beta * others) * z
      let rival = S(beta) * y + S(1 + beta * (others - 1)) * z
      let output =
        (S(model.margin) + S(others + 1) * model.technology.reduction(own)
          - S(others) * model.technology.reduction(rival))
        / S(model.slope * model.size)
      let sold = S.max(output, 0)
      return S(model.slope) * sold * sold - y
    }
  }

  /// Both stages: spending of every firm, then its quantity.
  struct Stages: Game {
    let spending: Spending
    let strategies: StrategySpace

    init(_ spending: Spending) {
      self.spending = spending
      let model = spending.model
      let most = spending.strategies.upperBounds[0]
      let all = Double(model.firms) * most
      let sales =
        (model.margin + model.technology.reduction(all)) / model.slope
      strategies = StrategySpace(
        variables: Array(repeating: [0...most, 0...sales], count: model.firms))
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      var (total, sales) = (S.zero, S.zero)
      for firm in 0..<playerCount {
        total += levels[2 * firm]
        sales += levels[2 * firm + 1]
      }
      let (x, q) = (levels[2 * player], levels[2 * player + 1])
      let research =
        S(1 - spending.spillover) * x + S(spending.spillover) * total
      let margin =
        S(spending.model.margin) - S(spending.model.slope) * sales
        + spending.model.technology.reduction(research)
      return margin * q - x
    }
  }
}

// The answer.
extension KamienMullerZang {
  var game: (any Game)? { Spending(self, spillover: spillover) }

  func answer() -> Answer {
    var answer = Answer()
    for regime in Regime.all {
      answer.values[regime.name] = solve(regime, &answer)
      answer.closedForm[regime.name] = formula(regime)
      let cut = answer.values.number(regime.name, "cost_reduction")
      if cut > initialCost {
        answer.warnings.append("\(regime.name): unit cost would be negative")
      }
    }
    if spillover == 1 {
      answer.warnings.append(
        "β = 1: only total spending is determined; equal shares are shown")
    } else {
      answer.warnings.append(
        "NJ, CJ: only total spending is determined; equal shares are shown")
    }
    return answer
  }

  private func solve(_ regime: Regime, _ answer: inout Answer) -> Value {
    let share = regime.sharesAll ? 1 : spillover
    guard let game = Spending(self, spillover: share) else {
      answer.warnings.append("\(regime.name): there is no solution")
      return nil
    }
    guard !regime.isJoint else {
      return outcome(
        Alike(game, isJoint: true).best().levels[0], share)
    }
    guard
      let found = Alike(game, isJoint: false).someEquilibria()
        .equilibria.first
    else { return nil }
    let spending = found.levels[0]
    answer.evidence += [
      Evidence(
        "regret of \(regime.name)", found.regret.upper,
        atMost: 1e-9 * margin * margin / slope),
      Evidence(
        "total derivative of \(regime.name) over both stages",
        slopeOverStages(game, spending), atMost: 1e-8),
    ]
    return outcome(spending, share)
  }

  /// The largest total derivative of both stages at symmetric spending.
  private func slopeOverStages(_ game: Spending, _ spending: Double) -> Double {
    let output = outcome(spending, game.spillover).record?["q"]?.number ?? 0
    let levels = (0..<firms).flatMap { _ in [spending, output] }
    let total = BackwardInduction(
      secondStage: (0..<firms).map { 2 * $0 + 1 }
    ).totalDerivatives(of: Stages(game), at: levels)
    guard let total, spending > 0 else { return spending > 0 ? .infinity : 0 }
    return total.slopes.reduce(0) { max($0, abs($1)) }
  }

  /// What follows from symmetric spending.
  private func outcome(_ spending: Double, _ share: Double) -> Value {
    let n = Double(firms)
    let effective = (1 + (n - 1) * share) * spending
    let reduction = technology.reduction(effective)
    let output = (margin + reduction) / (slope * size)
    let profit = slope * output * output - spending
    let surplus = slope * n * n * output * output / 2
    return [
      "x": Value(spending), "effective_X": Value(effective),
      "cost_reduction": Value(reduction), "q": Value(output),
      "price": Value(intercept - slope * n * output),
      "profit_per_firm": Value(profit), "consumer_surplus": Value(surplus),
      "welfare": Value(surplus + n * profit),
    ]
  }
}

// The published formulas.
extension KamienMullerZang {
  /// Solves `2μ(m + f(X)) f′(X) = b(n + 1)²` for the regime's multiplier μ.
  private func formula(_ regime: Regime) -> Value {
    let n = Double(firms)
    let share = regime.sharesAll ? 1 : spillover
    let multiplier =
      regime.isJoint ? 1 + (n - 1) * share : n - (n - 1) * share
    let scale = slope * size * size
    guard largestSpending != nil else { return nil }
    switch technology {
    case .root(let need):
      let cut = 2 * multiplier * margin / (scale * need - 2 * multiplier)
      return outcome(need * cut * cut / 2 / (1 + (n - 1) * share), share)
    case .exponential(let most, let speed):
      let reach = margin + most
      let product = scale / (2 * multiplier * speed)
      let rest = reach * reach - 4 * product
      let u = rest < 0 ? 1 : 2 * product / (reach + rest.squareRoot()) / most
      let effective = u < 1 ? -Double.log(u) / speed : 0
      return outcome(effective / (1 + (n - 1) * share), share)
    }
  }
}
