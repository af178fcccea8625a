/// Sharing of information about demand before firms compete in quantities.
///
/// Each firm sells at the price `θ − q_i − d Σ_{j≠i} q_j` at no cost. Demand θ
/// has mean μ and variance S; a firm sees `s_i = θ + ε_i` with noise of
/// variance v and commits beforehand to reveal its signal or to conceal it.
/// Without noise each firm has a demand `θ_i` of its own, which it knows.
///
/// Output is linear in what a firm knows, and expected profit is `E[q_i²]`.
struct InformationSharing: PublishedGame {
  static let name = "infosharing"
  static let question =
    "Should rivals tell each other what they know about demand?"
  static let citation = """
    X. Vives, Duopoly information equilibrium: Cournot and Bertrand, Journal \
    of Economic Theory 34, 1984; E. Gal-Or, Information sharing in oligopoly, \
    Econometrica 53, 1985; R. N. Clarke, Collusion and the incentives for \
    information sharing, Bell Journal of Economics 14, 1983; M. Raith, A \
    general model of information sharing in oligopoly, Journal of Economic \
    Theory 71, 1996.
    """
  static let parameters = [
    Parameter("mean", 10, .nonnegative, "expected demand"),
    Parameter("prior_variance", 4, .positive, "variance of demand"),
    Parameter(
      "signal_noise_variance", nil, .positive,
      "variance of the noise; without it each firm knows its own demand"),
    Parameter(
      "d", 0.9, .range(-1...1), "substitutes above 0, complements below"),
    Parameter("n", 2, .count(2...12), "number of firms"),
    Parameter(
      "lambda_grid", nil, .numbers, "shares of sharing to compare, for n = 2"),
    Parameter("message_noise_variance", nil, .remark, "of partial sharing"),
  ]
  static let example: Record = ["signal_noise_variance": 2]

  let firms: Int
  var mean: Double
  let variance: Double
  let noise: Double?
  var substitution: Double
  let shares: [Double]

  init(_ arguments: Arguments) throws(ArgumentError) {
    firms = arguments.count("n")
    mean = arguments.number("mean")
    variance = arguments.number("prior_variance")
    noise = arguments.optionalNumber("signal_noise_variance")
    substitution = arguments.number("d")
    shares =
      arguments.has("lambda_grid") ? arguments.numbers("lambda_grid") : []
    guard 2 + substitution * Double(firms - 1) > 1e-9 else {
      throw ArgumentError(
        "d", "is not above \(-2 / Double(firms - 1)): output would be infinite")
    }
    guard shares.allSatisfy((0...1).contains) else {
      throw ArgumentError("lambda_grid", "has a share outside [0, 1]")
    }
    if noise == nil && firms != 2 {
      throw ArgumentError(
        "signal_noise_variance", "is needed for more than two firms")
    }
    if !shares.isEmpty && (firms != 2 || noise == nil) {
      throw ArgumentError("lambda_grid", "needs two firms with noisy signals")
    }
  }
}

// The game.
extension InformationSharing {
  /// Something that a firm may know: a firm's signal or a noisy report of it.
  struct Datum: Hashable {
    let firm: Int
    /// The variance of what the firm adds to its signal.
    var addedNoise = 0.0
  }

  /// The choice of output: for each firm its expected output and how strongly
  /// it reacts to each thing it knows.
  ///
  ///     u_i = E[(θ_i − q_i − d Σ_{j≠i} q_j) q_i],
  ///     q_i = a_i + Σ_k c_ik (y_k − E y_k)
  struct Outputs: Game {
    let model: InformationSharing
    let known: [[Datum]]
    let strategies: StrategySpace

    /// The market when each firm reports its signal with some share of
    /// accuracy: 1 is the signal itself, 0 nothing.
    init(_ model: InformationSharing, shares: [Double]) {
      self.model = model
      let reports: [Datum] = shares.enumerated().compactMap { firm, share in
        guard share > 0 else { return nil }
        let noise = model.noise ?? 0
        return Datum(firm: firm, addedNoise: noise * (1 - share) / share)
      }
      known = shares.indices.map { firm in
        shares[firm] == 1 ? reports : [Datum(firm: firm)] + reports
      }
      let most = Self.reach * (1 + model.mean)
      strategies = StrategySpace(
        variables: known.map { known in
          [-most...most]
            + known.map { _ in -Self.steepest...Self.steepest }
        })
    }

    private static let reach = 1e10
    private static let steepest = 1e10

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let own = strategies.variables(of: player)
      var price = S(model.mean)
      for firm in known.indices {
        price -= weight(of: firm, for: player) * levels[start(firm)]
      }
      var profit = price * levels[own.startIndex]
      for (k, datum) in known[player].enumerated() {
        var slope = S(model.covariance(datum, withDemandOf: player))
        for firm in known.indices {
          slope -=
            weight(of: firm, for: player)
            * covariance(datum, firm, levels)
        }
        profit += slope * levels[own.startIndex + 1 + k]
      }
      return profit
    }

    private func start(_ firm: Int) -> Int {
      strategies.variables(of: firm).startIndex
    }

    private func weight<S: Scalar>(of firm: Int, for player: Int) -> S {
      firm == player ? 1 : S(model.substitution)
    }

    /// The covariance of what is known with a firm's output.
    func covariance<S: Scalar>(
      _ datum: Datum, _ firm: Int, _ levels: Profile<S>
    ) -> S {
      let first = start(firm) + 1
      var sum = S.zero
      for (k, other) in known[firm].enumerated() {
        sum += S(model.covariance(datum, other)) * levels[first + k]
      }
      return sum
    }

    /// The expectation of the product of two firms' outputs.
    func product(_ i: Int, _ j: Int, at levels: [Double]) -> Double {
      var sum = levels[start(i)] * levels[start(j)]
      for (k, datum) in known[i].enumerated() {
        sum += levels[start(i) + 1 + k] * covariance(datum, j, levels)
      }
      return sum
    }
  }

  /// The covariance of two things that may be known.
  func covariance(_ a: Datum, _ b: Datum) -> Double {
    var sum = noise != nil || a.firm == b.firm ? variance : 0
    if a.firm == b.firm { sum += noise ?? 0 }
    if a == b { sum += a.addedNoise }
    return sum
  }

  /// The covariance of what is known with a firm's demand.
  func covariance(_ datum: Datum, withDemandOf firm: Int) -> Double {
    noise != nil || datum.firm == firm ? variance : 0
  }
}

// The answer.
extension InformationSharing {
  var game: (any Game)? { Outputs(self, shares: allConceal) }

  private var allConceal: [Double] { Array(repeating: 0, count: firms) }
  private var allReveal: [Double] { Array(repeating: 1, count: firms) }

  /// What the firms make of given shares of sharing.
  struct Market {
    let profits: [Double]
    let surplus: Double
    /// The sum of a firm's reactions to what it knows.
    let slope: Double

    var welfare: Double { profits.reduce(surplus, +) }
  }

  func market(_ shares: [Double]) -> Market {
    let game = Outputs(self, shares: shares)
    let levels = game.solve().levels
    var surplus = 0.0
    for i in shares.indices {
      for j in shares.indices {
        surplus +=
          (i == j ? 0.5 : substitution / 2) * game.product(i, j, at: levels)
      }
    }
    return Market(
      profits: game.payoffs(at: levels), surplus: surplus,
      slope: levels.elements(of: game.strategies.variables(of: 0)).dropFirst()
        .reduce(0, +))
  }

  func answer() -> Answer {
    var answer = Answer(closedForm: closedForm)
    if let noise {
      compare(noise, &answer)
    } else {
      answer.values = [
        "cells_r1r2_firm1": .record(
          cells { Value(market($0).profits[0]) }),
        "dominant_action": dominantAction,
      ]
    }
    let game = Outputs(self, shares: allReveal)
    let levels = game.solve().levels
    let slopes = game.pseudoGradient(at: levels)
    answer.evidence = [
      Evidence(
        "largest slope of expected profit when all share",
        slopes.reduce(0) { max($0, abs($1)) },
        atMost: 1e-10 * (1 + mean + variance))
    ]
    return answer
  }

  private func compare(_ noise: Double, _ answer: inout Answer) {
    let n = firms
    let (none, full) = (market(allConceal), market(allReveal))
    var one = allConceal
    one[0] = 1
    var rest = allReveal
    rest[0] = 0
    answer.values = [
      "t": Value(variance / (variance + noise)),
      "T": Value(Double(n) * variance / (Double(n) * variance + noise)),
      "profit_none": Value(none.profits[0]),
      "profit_full": Value(full.profits[0]), "slope_none": Value(none.slope),
      "slope_full_on_mean_signal": Value(full.slope),
      "profit_unilateral_reveal_others_conceal": Value(market(one).profits[0]),
      "profit_unilateral_conceal_others_reveal": Value(
        market(rest).profits[0]), "welfare_none": Value(none.welfare),
      "welfare_full": Value(full.welfare),
    ]
    guard n == 2 else { return }
    answer.values["cells_r1r2"] = .record(
      cells { shares in
        let market = market(shares)
        return [
          "profit_1": Value(market.profits[0]),
          "profit_2": Value(market.profits[1]),
          "expected_consumer_surplus": Value(market.surplus),
          "expected_welfare": Value(market.welfare),
        ]
      })
    answer.values["dominant_action"] = dominantAction
    answer.values["prisoners_dilemma"] = .boolean(
      dominantAction == "conceal" && full.profits[0] > none.profits[0])
    answer.values["pd_threshold_dstar"] = Value(dilemmaThreshold)
    if answer.values["prisoners_dilemma"] == true {
      let cheating = market(rest).profits[0]
      answer.values["delta_star"] = Value(
        (cheating - full.profits[0]) / (cheating - none.profits[0]))
    }
    if !shares.isEmpty { comparePartial(&answer) }
  }

  /// A value for each of the four decisions of two firms.
  private func cells(_ value: ([Double]) -> Value) -> Record {
    Record(
      [(0, 0), (0, 1), (1, 0), (1, 1)].map { first, second in
        ("\(first)\(second)", value([Double(first), Double(second)]))
      })
  }

  /// What a firm does, whatever the other does.
  private var dominantAction: Value {
    let gains = [0.0, 1.0].map { other in
      market([1, other]).profits[0] - market([0, other]).profits[0]
    }
    let slack = 1e-13 * (1 + mean * mean + variance)
    if gains.allSatisfy({ $0 > slack }) { return "share" }
    return gains.allSatisfy { $0 < -slack } ? "conceal" : "none"
  }

  /// The d at which both earn as much by sharing as by concealing, by
  /// bisection between 0 and 1.
  private var dilemmaThreshold: Double {
    var (low, high) = (1e-3, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      var other = self
      other.mean = 0
      other.substitution = middle
      let gain =
        other.market([1, 1]).profits[0] - other.market([0, 0]).profits[0]
      if gain > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The game in which firms choose how precise their reports are.
  private func comparePartial(_ answer: inout Answer) {
    let all = Array(Set(shares + [0, 1])).sorted()
    let profits = all.map { own in
      all.map { market([own, $0]).profits[0] }
    }
    answer.values["profit_of_row_player"] = Value(
      shares.map { own in shares.map { market([own, $0]).profits[0] } })
    let equilibrium = all.indices.first { own in
      profits.indices.allSatisfy { profits[$0][own] <= profits[own][own] }
    }
    answer.values["nash_sharing_level"] =
      equilibrium.map { Value(all[$0]) } ?? nil
  }
}
