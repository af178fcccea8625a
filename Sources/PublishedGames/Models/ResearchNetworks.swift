/// Research efforts of firms that are linked in a network.
///
/// Each firm chooses its effort e at the cost `γe²`. What it finds lowers its
/// own unit cost and that of the firms it is linked with, so that the cost is
/// `c̄ − r_i` with `r_i = e_i + Σ_{j∈N_i} e_j`. With `m = a − c̄`, firms sell
///
///     q_i = (m + r_i) / 2                          on markets of their own
///     q_i = (m + n r_i − Σ_{j≠i} r_j) / (n + 1)    on one market
///
/// and earn `q_i² − γe_i²`.
struct ResearchNetworks: PublishedGame {
  static let name = "gm2001"
  static let question = "With how many rivals should a firm share its research?"
  static let citation = """
    S. Goyal and J. L. Moraga-González, R&D networks, RAND Journal of \
    Economics 32, 2001.
    """
  static let parameters = [
    Parameter("n", 6, .count(2...40), "number of firms"),
    Parameter("a", 10, .positive, "price at which nothing is bought"),
    Parameter("cbar", 4, .nonnegative, "unit cost before research"),
    Parameter("gamma", 2, .positive, "cost of research"),
    Parameter(
      "market", "cournot", .choice(["independent", "cournot"]),
      "whether firms sell on one market"),
    Parameter(
      "networks", nil, .remark, "if given, all networks of up to 5 firms"),
    Parameter("network", nil, .network, "if given, this network"),
  ]

  let firms: Int
  let margin: Double
  let initialCost: Double
  let researchCost: Double
  let isRivalry: Bool
  let network: Network?
  let comparesShapes: Bool

  init(_ arguments: Arguments) throws(ArgumentError) {
    network =
      arguments.has("network") ? try Network(arguments, "network") : nil
    firms = network?.count ?? arguments.count("n")
    initialCost = arguments.number("cbar")
    margin = arguments.number("a") - initialCost
    researchCost = arguments.number("gamma")
    isRivalry = arguments.text("market") == "cournot"
    comparesShapes = arguments.has("networks")
    guard margin > 0 else {
      throw ArgumentError("cbar", "is not below a: nobody would buy anything")
    }
    guard researchCost > leastResearchCost * (1 + 1e-12) else {
      throw ArgumentError(
        "gamma",
        "is not above \(leastResearchCost): research would pay "
          + "without end")
    }
    if comparesShapes && firms > 5 {
      throw ArgumentError("n", "is above 5, too many to try all networks")
    }
  }

  /// The slope of research cost above which profit is concave.
  var leastResearchCost: Double {
    let share = Double(firms) / Double(firms + 1)
    return isRivalry ? share * share : 0.25
  }
}

// The games.
extension ResearchNetworks {
  /// The largest effort that is considered.
  var bounds: ClosedRange<Double> { 0...(Self.reach * margin) }

  private static let reach = 1e3

  /// A firm of a network in which all have k links, and the crowd of all
  /// others, which does what the firm does.
  struct Alike: Game {
    let model: ResearchNetworks
    let degree: Double
    let strategies: StrategySpace

    init(_ model: ResearchNetworks, degree: Int) {
      self.model = model
      self.degree = Double(degree)
      strategies = StrategySpace(players: 2, levels: model.bounds)
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let (own, crowd) = (levels[0], levels[1])
      let gap = crowd - own
      guard player == 0 else { return -gap * gap / 2 }
      let n = Double(model.firms)
      let linked = own + S(degree) * crowd
      let others =
        S(degree) * linked + S((n - 1 - degree) * (degree + 1)) * crowd
      let output =
        model.isRivalry
        ? (S(model.margin) + S(n) * linked - others) / S(n + 1)
        : (S(model.margin) + linked) / 2
      let sold = S.max(output, 0)
      return sold * sold - S(model.researchCost) * own * own
    }
  }

  /// The firms of a network, some of which may have left the market.
  struct Efforts: Game {
    let model: ResearchNetworks
    let neighbours: [[Int]]
    let active: [Bool]
    let strategies: StrategySpace

    init(
      _ model: ResearchNetworks, _ network: Network, active: [Bool]? = nil
    ) {
      self.model = model
      neighbours = network.neighbours
      self.active = active ?? network.weights.map { _ in true }
      strategies = StrategySpace(players: network.count, levels: model.bounds)
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let sold = S.max(output(of: player, at: levels), 0)
      let effort = levels[player]
      return sold * sold - S(model.researchCost) * effort * effort
    }

    /// What a firm would sell if it could sell negative amounts.
    func output<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      guard active[player] else { return S.zero }
      let own = findings(of: player, at: levels)
      guard model.isRivalry else { return (S(model.margin) + own) / 2 }
      let sellers = S(Double(active.count { $0 }))
      var sum = S(model.margin) + (sellers + 1) * own
      for firm in active.indices where active[firm] {
        sum -= findings(of: firm, at: levels)
      }
      return sum / (sellers + 1)
    }

    /// By how much the research of all lowers a firm's cost.
    func findings<S: Scalar>(of firm: Int, at levels: Profile<S>) -> S {
      neighbours[firm].reduce(levels[firm]) { $0 + levels[$1] }
    }
  }
}

// The answer.
extension ResearchNetworks {
  var game: (any Game)? {
    Efforts(self, network ?? .circulant(firms, degree: firms - 1))
  }

  func answer() -> Answer {
    var answer = Answer()
    if comparesShapes {
      compareShapes(&answer)
    } else if let network {
      solve(network, &answer)
    } else {
      compareDegrees(&answer)
    }
    return answer
  }

  private func compareDegrees(_ answer: inout Answer) {
    var (found, formulas) = (Record(), Record())
    for degree in 0..<firms {
      found["\(degree)"] = outcome(symmetricEffort(degree), degree)
      formulas["\(degree)"] = outcome(formula(degree), degree)
      let cost = found.number("\(degree)", "unit_cost")
      if cost < 0 {
        answer.warnings.append("degree \(degree): unit cost would be negative")
      }
    }
    let degree = min(2, firms - 1)
    if let effort = symmetricEffort(degree) {
      answer.evidence = evidence(
        .circulant(firms, degree: degree),
        efforts: Array(repeating: effort, count: firms))
    }
    if firms % 2 == 1 {
      answer.warnings.append(
        "n is odd, so no network gives all firms an odd number of links: those "
          + "rows only continue the formulas")
    }
    answer.values = [
      "by_degree": .record(found), "argmax_k_set": best(found),
    ]
    answer.closedForm = [
      "by_degree": .record(formulas), "argmax_k_set": best(formulas),
    ]
  }

  /// Effort in a network in which all have the same number of links.
  func symmetricEffort(_ degree: Int) -> Double? {
    guard formula(degree) != nil else { return nil }
    return Alike(self, degree: degree).solve().levels[0]
  }

  /// The published effort; nil if research would pay without end.
  func formula(_ degree: Int) -> Double? {
    let (n, k) = (Double(firms), Double(degree))
    let d =
      isRivalry
      ? researchCost * (n + 1) * (n + 1) - (n - k) * (k + 1)
      : 4 * researchCost - k - 1
    guard d > 1e-12 * (1 + n * n) else { return nil }
    return margin * (isRivalry ? n - k : 1) / d
  }

  func outcome(_ effort: Double?, _ degree: Int) -> Value {
    guard let effort else { return nil }
    let (n, k) = (Double(firms), Double(degree))
    let cut = (k + 1) * effort
    let output = (margin + cut) / (isRivalry ? n + 1 : 2)
    let profit = output * output - researchCost * effort * effort
    let sales = n * output
    let surplus = isRivalry ? sales * sales / 2 : n * output * output / 2
    var outcome: Record = [
      "effort": Value(effort), "cost_reduction": Value(cut),
      "unit_cost": Value(initialCost - cut), "q": Value(output),
      "profit": Value(profit), "industry_profit": Value(n * profit),
      "consumer_surplus": Value(surplus),
      "welfare": Value(surplus + n * profit),
    ]
    if isRivalry && firms * degree % 2 == 0 {
      let network = Network.circulant(firms, degree: degree)
      outcome["lambda2"] = Value(network.eigenvalues[1])
      outcome["uniqueness_gamma_threshold"] = Value(threshold(network, degree))
    }
    return .record(outcome)
  }

  /// Above this γ the equilibrium is unique and stable:
  /// `(n − k)(1 + λ_2) / (n + 1)`.
  func threshold(_ network: Network, _ degree: Int) -> Double {
    Double(firms - degree) * (1 + network.eigenvalues[1]) / Double(firms + 1)
  }

  /// The numbers of links at which something is largest, ties included.
  private func best(_ outcomes: Record) -> Value {
    var best = Record()
    for name in ["effort", "cost_reduction", "industry_profit", "welfare"] {
      let possible = (0..<firms).filter { firms * $0 % 2 == 0 }
      let numbers = possible.map { outcomes.number("\($0)", name) }
      let most = numbers.reduce(-.infinity) { max($0, $1) }
      best[name] = Value(
        zip(possible, numbers).filter { $0.1 >= most - 1e-9 * (1 + abs(most)) }
          .map { $0.0 })
    }
    return .record(best)
  }
}

// What must hold.
extension ResearchNetworks {
  static let grid =
    Record.grid([
      ("n", [4, 6, 8]), ("gamma", [2.5, 4]),
      ("market", ["cournot", "independent"]),
    ])
    + Record.grid([
      ("networks", ["all"]), ("n", [3]), ("gamma", [1, 1.5]), ("cbar", [5]),
      ("market", ["cournot", "independent"]),
    ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "effort falls with every link",
      if: "one market", { $0.isRivalry && $0.comparesDegrees },
      unlike: ["market": "independent", "gamma": 4]
    ) { $0.isMonotone("effort", <, $1) },
    Proposition(
      "every link raises effort, profit and welfare",
      if: "markets of their own, 4γ > n",
      {
        !$0.isRivalry && $0.comparesDegrees
          && 4 * $0.researchCost > Double($0.firms)
      },
      unlike: ["market": "cournot"]
    ) { model, answer in
      ["effort", "profit", "welfare"].allSatisfy {
        model.isMonotone($0, >, answer)
      }
    },
    Proposition(
      "cost is lowest with (n − 1)/2 links, on either side of it if n is even",
      if: "one market, n even",
      { $0.isRivalry && $0.comparesDegrees && $0.firms % 2 == 0 },
      unlike: ["market": "independent", "gamma": 4]
    ) { model, answer in
      answer.values.value(at: ["argmax_k_set", "cost_reduction"])
        == Value([model.firms / 2 - 1, model.firms / 2])
    },
    Proposition(
      "firms and consumers together want from (n − 1)/2 links up, firms at "
        + "least as many, nobody all",
      if: "one market, n even",
      { $0.isRivalry && $0.comparesDegrees && $0.firms % 2 == 0 },
      unlike: ["market": "independent", "gamma": 4]
    ) { model, answer in
      let all = answer.values.value(at: ["argmax_k_set"])?.record ?? [:]
      guard let welfare = all["welfare"]?.numbers?.first,
        let profit = all["industry_profit"]?.numbers?.first
      else { return false }
      return Double(model.firms - 1) / 2 <= welfare + 0.5 && welfare <= profit
        && profit < Double(model.firms - 1)
    },
    Proposition(
      "the complete network alone is stable and best",
      if: "markets of their own", { !$0.isRivalry && $0.comparesShapes },
      unlike: ["networks": "all", "n": 3, "gamma": 1]
    ) { model, answer in
      answer.values["pairwise_stable_set"] == [model.complete]
        && answer.values["welfare_maximal"] == model.complete
        && answer.values["industry_profit_maximal"] == model.complete
    },
    Proposition(
      "the complete network is stable, but another one is better",
      if: "one market", { $0.isRivalry && $0.comparesShapes },
      unlike: ["networks": "all", "n": 3, "market": "independent"]
    ) { model, answer in
      answer.values["pairwise_stable_set"]?.list?.contains(model.complete)
        == true && answer.values["welfare_maximal"] != model.complete
    },
  ]

  /// Whether the networks in which all have as many links are compared.
  private var comparesDegrees: Bool { network == nil && !comparesShapes }

  /// The label of the complete network.
  private var complete: Value {
    .text(Network.circulant(firms, degree: firms - 1).label)
  }

  /// Whether a number changes in one direction with every link.
  private func isMonotone(
    _ name: String, _ relation: (Double, Double) -> Bool, _ answer: Answer
  ) -> Bool {
    (1..<firms).allSatisfy {
      relation(
        answer.values.number("by_degree", "\($0)", name),
        answer.values.number("by_degree", "\($0 - 1)", name))
    }
  }
}
