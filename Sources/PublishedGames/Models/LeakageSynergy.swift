/// Sharing that leaks to rivals and creates synergies with partners.
///
/// Each firm chooses how much to share, s within [0, 1]:
///
///     u_i = (a_i − ℓ_i)s_i − c_i s_i²/2 + σ Σ_j g_ij s_i s_j + Σ_j b_ij s_j
///
/// with a private gain a, leakage ℓ, convex cost c, synergies σ along the
/// links g, and the benefit b of what others share.
struct LeakageSynergy: PublishedGame {
  static let name = "leakage_synergy"
  static let question =
    "How much should partners share when sharing leaks but creates synergies?"
  static let citation = """
    Derived for this library; a linear-quadratic game in the sense of M. O. \
    Jackson and Y. Zenou, Games on networks, Handbook of Game Theory 4, 2015.
    """
  static let parameters = [
    Parameter("a", [1, 1], .numbers, "private gain of each firm"),
    Parameter("l", [0.8, 0.8], .numbers, "leakage of each firm"),
    Parameter("c", [1, 1], .numbers, "slope of the cost of sharing"),
    Parameter("sig", 0.25, .any, "synergy of a link"),
    Parameter("g", [[0, 1], [1, 0]], .matrix, "who has synergies with whom"),
    Parameter(
      "b", [[0, 0.2], [0.2, 0]], .matrix,
      "benefit to the row of what the column shares"),
  ]

  let gain: [Double]
  let cost: [Double]
  let synergy: [[Double]]
  let benefit: [[Double]]
  let given: Record

  init(_ arguments: Arguments) throws(ArgumentError) {
    given = arguments.values
    let (a, l) = (arguments.numbers("a"), arguments.numbers("l"))
    cost = arguments.numbers("c")
    let links = arguments.rows("g")
    benefit = arguments.rows("b")
    let counts = [
      ("l", l.count), ("c", cost.count), ("g", links.count),
      ("b", benefit.count),
    ]
    for (name, count) in counts where count != a.count {
      throw ArgumentError(
        name, "is for \(count) firms, but a is for \(a.count)")
    }
    guard a.count <= Self.mostFirms else {
      throw ArgumentError("a", "is for more than \(Self.mostFirms) firms")
    }
    guard cost.allSatisfy({ $0 > 0 }) else {
      throw ArgumentError("c", "has a number that is not above 0")
    }
    for i in links.indices {
      guard links[i][i] == 0, benefit[i][i] == 0 else {
        throw ArgumentError(
          links[i][i] == 0 ? "b" : "g",
          "has a number other than 0 in row \(i + 1), column \(i + 1)")
      }
    }
    gain = zip(a, l).map { $0 - $1 }
    let sigma = arguments.number("sig")
    synergy = links.map { $0.map { sigma * $0 } }
  }

  private static let mostFirms = 8
}

// The game.
extension LeakageSynergy {
  /// What each firm shares.
  struct Sharing: Game {
    let model: LeakageSynergy
    let strategies: StrategySpace

    init(_ model: LeakageSynergy) {
      self.model = model
      strategies = StrategySpace(players: model.gain.count, levels: 0...1)
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let own = levels[player]
      var marginal = S(model.gain[player]) - S(model.cost[player]) * own / 2
      var received = S.zero
      for other in levels.indices where other != player {
        marginal += S(model.synergy[player][other]) * levels[other]
        received += S(model.benefit[player][other]) * levels[other]
      }
      return marginal * own + received
    }
  }

  /// The conditions of Nash's equilibrium, as a complementarity problem.
  var equilibriumConditions: ComplementarityEnumeration {
    ComplementarityEnumeration(
      matrix: gain.indices.map { i in
        gain.indices.map { i == $0 ? cost[i] : -synergy[i][$0] }
      }, constant: gain, upperBound: 1)
  }

  /// The conditions of a maximum of a weighted sum of payoffs; the matrix is
  /// the Hessian with its sign changed.
  func maximumConditions(_ weights: [Double]) -> ComplementarityEnumeration {
    ComplementarityEnumeration(
      matrix: gain.indices.map { i in
        gain.indices.map { j in
          i == j
            ? weights[i] * cost[i]
            : -weights[i] * synergy[i][j] - weights[j] * synergy[j][i]
        }
      },
      constant: gain.indices.map { i in
        gain.indices.reduce(weights[i] * gain[i]) {
          $0 + weights[$1] * benefit[$1][i]
        }
      }, upperBound: 1)
  }
}

// The answer.
extension LeakageSynergy {
  var game: (any Game)? { Sharing(self) }

  /// Weights of the firms, with their name.
  var weightings: [(name: String, weights: [Double])] {
    let n = gain.count
    let equal = (
      "w=" + gain.map { _ in "1/\(n)" }.joined(separator: ","),
      gain.map { _ in 1 / Double(n) }
    )
    guard n != 2 else {
      return [equal]
        + [1.0, 3, 7, 9].map {
          ("w=\(Int($0))/10,\(Int(10 - $0))/10", [$0 / 10, 1 - $0 / 10])
        }
    }
    guard n > 1 else { return [equal] }
    let rest = gain.dropFirst()
    return [
      equal,
      (
        "w=1/2" + rest.map { _ in ",1/\(2 * n - 2)" }.joined(),
        [0.5] + rest.map { _ in 0.5 / Double(n - 1) }
      ),
    ]
  }

  func answer() -> Answer {
    let game = Sharing(self)
    let found = game.equilibria(using: BranchAndPrune(boxLimit: 5_000))
    var answer = Answer()
    let nash =
      (found.equilibria.first(where: \.isStable))
      ?? found.equilibria.first
    if let nash { describe(nash, found, &answer) }
    var (points, formulas) = (Record(), Record())
    for (name, weights) in weightings {
      let best = GlobalMaximization().maximize(
        JointObjective(game, Utilitarian(weights: weights)),
        from: nash.map { [$0.levels] } ?? [])
      points[name] = outcome(best.levels, weights)
      formulas[name] = bestCorner(weights).map { outcome($0, weights) } ?? .null
      answer.evidence.append(
        Evidence(
          "how much better than \(name) another profile can be", best.gap,
          atMost: 1e-9 * (1 + abs(best.value))))
    }
    answer.values["pareto_points"] = .record(points)
    answer.closedForm["pareto_points"] = .record(formulas)
    guard let nash else { return answer }
    let welfare = game.welfare(at: nash.levels)
    let optimum = game.socialOptimum(from: [nash.levels]).welfare
    answer.values["price_of_anarchy"] =
      welfare > 1e-12 ? Value(optimum / welfare) : .null
    if gain.count == 2 {
      let bargain = game.nashBargain(over: nash).bargain
      answer.values["nash_bargaining"] = [
        "s": Value(bargain?.levels ?? nash.levels),
        "u": Value(bargain?.payoffs ?? game.payoffs(at: nash.levels)),
      ]
    }
    return answer
  }

  private func describe(
    _ nash: Equilibrium, _ found: EquilibriumSet, _ answer: inout Answer
  ) {
    let conditions = equilibriumConditions
    let all = conditions.solutions()
    let nearest = all.min {
      distance($0.levels, nash.levels) < distance($1.levels, nash.levels)
    }
    answer.values = [
      "nash": Value(nash.levels),
      "nash_exact": Value(
        (nearest.flatMap { solution in
          exactData.flatMap { conditions.exact(solution, $0) }
        } ?? []).map(\.text)),
      "nash_utility": Value(Sharing(self).payoffs(at: nash.levels)),
      "equilibria": Value(found.equilibria.map(\.levels)),
    ]
    answer.closedForm["nash"] = nearest.map { Value($0.levels) } ?? .null
    answer.closedForm["equilibria"] = Value(all.reversed().map(\.levels))
    answer.evidence = [
      Evidence("regret of the equilibrium", nash.regret.upper, atMost: 1e-9)
    ]
    if found.equilibria.count > 1 {
      answer.warnings.append("there are several equilibria; nash is one")
    }
    if !found.isComplete {
      answer.warnings.append("it is not proven that these are all equilibria")
    }
  }

  /// `diag(c) − σG` and `a − ℓ`, as ratios.
  private var exactData: ComplementarityEnumeration.ExactData? {
    func exact(_ name: String) -> [Rational]? {
      guard let numbers = given[name]?.numbers else { return nil }
      let ratios = numbers.compactMap { Rational(simplest: $0) }
      return ratios.count == numbers.count ? ratios : nil
    }
    guard let a = exact("a"), let l = exact("l"), let c = exact("c"),
      let sigma = Rational(simplest: given.number("sig")),
      let links = given["g"]?.rows,
      let constant = try? zip(a, l).map({ try $0.minus($1) })
    else { return nil }
    var rows: [[Rational]] = []
    for (i, weights) in links.enumerated() {
      let row = weights.compactMap { weight in
        Rational(simplest: weight).flatMap { try? $0.times(sigma).negated }
      }
      guard row.count == weights.count else { return nil }
      rows.append(row)
      rows[i][i] = c[i]
    }
    return ComplementarityEnumeration.ExactData(
      matrix: rows, constant: constant)
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  private func outcome(_ levels: [Double], _ weights: [Double]) -> Value {
    let payoffs = Sharing(self).payoffs(at: levels)
    return [
      "s": Value(levels), "u": Value(payoffs),
      "weighted_value": Value(value(weights, payoffs)),
      "objective_concave": .boolean(isConcave(weights)),
    ]
  }

  private func value(_ weights: [Double], _ payoffs: [Double]) -> Double {
    zip(weights, payoffs).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Whether a weighted sum of payoffs is concave.
  func isConcave(_ weights: [Double]) -> Bool {
    let matrix = Network(weights: maximumConditions(weights).matrix)
    return (matrix.eigenvalues.last ?? 0) >= -1e-12
  }

  /// The best of all points that satisfy the conditions of a maximum.
  private func bestCorner(_ weights: [Double]) -> [Double]? {
    let game = Sharing(self)
    return maximumConditions(weights).solutions().map(\.levels).max {
      value(weights, game.payoffs(at: $0))
        < value(weights, game.payoffs(at: $1))
    }
  }
}
