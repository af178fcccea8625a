import Reports

/// Public goods in a network, such as experiments whose results are shared
/// with neighbours.
///
/// A player's effort x costs c a unit and also serves its neighbours:
/// `u_i = b(x_i + δ Σ_{j∈N_i} x_j) − cx_i` with b concave and `b′(1) = c`. The
/// best reply `max(0, 1 − δ Σ_{j∈N_i} x_j)` and so the equilibria depend on
/// the network and δ only.
///
/// Where `δ = 1` there may be continua of equilibria: they are described by
/// the vertices of their polytopes.
struct PublicGoods: PublishedGame {
  static let name = "publicgoods"
  static let question =
    "Who in a network contributes what others can use, and who rides free?"
  static let citation = """
    Y. Bramoullé and R. Kranton, Public goods in networks, Journal of Economic \
    Theory 135, 2007; Y. Bramoullé, R. Kranton and M. D'Amours, Strategic \
    interaction and networks, American Economic Review 104, 2014.
    """
  static let parameters = [
    Parameter("network", "path4", .network, "the network, unless G is given"),
    Parameter("G", nil, .matrix, "who is linked with whom"),
    Parameter(
      "delta", 1, .range(0...1), "how much a neighbour's effort is worth"),
  ]

  let network: Network
  let delta: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    let name = arguments.has("G") ? "G" : "network"
    network = try Network(arguments, name)
    delta = arguments.number("delta")
    guard network.count <= Self.mostPlayers else {
      throw ArgumentError(
        name,
        "has more than \(Self.mostPlayers) players, too many to find "
          + "every equilibrium")
    }
  }

  private static let mostPlayers = 14
}

// The game.
extension PublicGoods {
  /// Efforts, with `b(y) = 2y − y²/2` and `c = 1`.
  struct Efforts: Game {
    let model: PublicGoods
    let strategies: StrategySpace

    /// No best reply is above 1.
    init(_ model: PublicGoods) {
      self.model = model
      strategies = StrategySpace(players: model.network.count, levels: 0...2)
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let use = model.use(of: player, at: levels)
      return 2 * use - use * use / 2 - levels[player]
    }
  }

  /// `x_i + δ Σ_j g_ij x_j`
  func use<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var use = levels[player]
    for (weight, level) in zip(network.weights[player], levels)
    where weight != 0 {
      use += S(delta * weight) * level
    }
    return use
  }

  /// `F = 1 − (I + δG)x` over all efforts from 0.
  var enumeration: ComplementarityEnumeration {
    ComplementarityEnumeration(
      matrix: network.weights.indices.map { i in
        network.weights[i].indices.map {
          (i == $0 ? 1 : 0) + delta * network.weights[i][$0]
        }
      }, constant: network.weights.map { _ in 1 })
  }
}

// The answer.
extension PublicGoods {
  /// `I + δG` and 1, as ratios.
  private var exactData: ComplementarityEnumeration.ExactData? {
    guard let delta = Rational(simplest: delta) else { return nil }
    var rows: [[Rational]] = []
    for (i, weights) in network.weights.enumerated() {
      var row: [Rational] = []
      for (j, weight) in weights.enumerated() {
        guard let exact = Rational(simplest: weight),
          let product = try? exact.times(delta)
        else { return nil }
        row.append(i == j ? Rational(1) : product)
      }
      rows.append(row)
    }
    return ComplementarityEnumeration.ExactData(
      matrix: rows, constant: rows.map { _ in Rational(1) })
  }

  var game: (any Game)? { Efforts(self) }

  func answer() -> Answer {
    let game = Efforts(self)
    let found = enumeration.solutions()
    let exact = found.map { solution in
      exactData.flatMap { enumeration.exact(solution, $0) }
    }
    let sets = maximalIndependentSets
    let segments = segments(found)
    let least = network.eigenvalues.last ?? 0
    var answer = Answer()
    answer.values = [
      "isolated_support_equilibria": Value(found.map(\.levels)),
      "exact": .list(exact.map { Value(($0 ?? []).map(\.text)) }),
      "n_isolated_support": .number(Double(found.count)),
      "lambda_min": Value(least),
      "sufficient_uniqueness_condition_holds": .boolean(
        abs(least) * delta < 1),
      "stable": Value(found.map { game.isStable(at: $0.levels) }),
      "maximal_independent_sets": Value(sets),
      "order2_mis_stable": Value(sets.filter(isOfOrderTwo)),
      "segments_of_equilibria_between_indices": Value(segments),
      "maximal_convex_equilibrium_polytopes": Value(
        polytopes(segments, count: found.count)),
      "welfare_b_2sqrt": Value(found.map { welfare($0.levels) }),
    ]
    if exact.allSatisfy({ $0 != nil }) {
      answer.closedForm["isolated_support_equilibria"] = Value(
        exact.map { ($0 ?? []).map(\.double) })
    }
    answer.evidence = evidence(found, game)
    if !segments.isEmpty {
      answer.warnings.append(
        "there are infinitely many equilibria: those shown are the corners of "
          + "\(NumberText.counted(segments.count, "segment")) of equilibria")
    }
    return answer
  }

  /// Compares with an independent search that proves what it finds.
  private func evidence(
    _ found: [ComplementarityEnumeration.Solution], _ game: Efforts
  ) -> [Evidence] {
    let regret = found.map { game.regret(at: $0.levels).upper }
    let proven = game.equilibria(using: BranchAndPrune(boxLimit: 500))
      .equilibria.filter(\.isProven)
    let distance = proven.map { equilibrium in
      found.map { solution in
        zip(solution.levels, equilibrium.levels)
          .reduce(0) { max($0, abs($1.0 - $1.1)) }
      }.min() ?? .infinity
    }
    return [
      Evidence(
        "largest regret of the equilibria", regret.max() ?? 0, atMost: 1e-9),
      Evidence(
        "distance of \(proven.count) equilibria that branch and prune proves",
        distance.max() ?? 0, atMost: 1e-9),
    ]
  }

  /// Welfare for `b(y) = 2√y` and `c = 1`.
  private func welfare(_ levels: [Double]) -> Double {
    levels.indices.reduce(0) {
      $0 + 2 * use(of: $1, at: levels).squareRoot() - levels[$1]
    }
  }

  /// Pairs of vertices between which all profiles are equilibria: nobody whose
  /// marginal payoff is negative at one contributes at the other.
  private func segments(
    _ found: [ComplementarityEnumeration.Solution]
  ) -> [[Int]] {
    let slopes = found.map { enumeration.slopes(at: $0.levels) }
    func agree(_ a: Int, _ b: Int) -> Bool {
      zip(found[a].levels, slopes[b]).allSatisfy { $0 <= 1e-9 || $1 >= -1e-9 }
    }
    return found.indices.flatMap { a in
      found.indices.filter { a < $0 && agree(a, $0) && agree($0, a) }
        .map { [a, $0] }
    }
  }

  /// The largest sets of vertices of which every two are joined.
  private func polytopes(_ segments: [[Int]], count: Int) -> [[Int]] {
    let joined = Set(segments)
    var cliques = segments
    for vertex in 0..<count {
      for clique in cliques
      where clique.allSatisfy({
        $0 != vertex && joined.contains([min($0, vertex), max($0, vertex)])
      }) {
        cliques.append((clique + [vertex]).sorted())
      }
    }
    let all = Set(cliques)
    return all.filter { clique in
      !all.contains { $0.count > clique.count && Set(clique).isSubset(of: $0) }
    }
    .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The sets of players that are not linked with one another, while everybody
  /// else is linked with one of them.
  private var maximalIndependentSets: [[Int]] {
    let neighbours = network.neighbours.map { Set($0) }
    return (0..<(1 << network.count)).map { code in
      network.weights.indices.filter { code >> $0 & 1 == 1 }
    }
    .filter { set in
      neighbours.indices.allSatisfy { player in
        neighbours[player].isDisjoint(with: set) == set.contains(player)
      }
    }
    .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether everybody outside is linked with two of a set at least.
  private func isOfOrderTwo(_ set: [Int]) -> Bool {
    network.neighbours.enumerated().allSatisfy { player, neighbours in
      set.contains(player) || neighbours.count { set.contains($0) } >= 2
    }
  }
}

// What must hold.
extension PublicGoods {
  static let grid = Record.grid([
    ("network", ["path4", "cycle5", "star5", "complete4", "path5"]),
    ("delta", [0.2, 0.4, 0.7, 0.9, 1]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "some contribute 1 and the others 0 exactly on maximal independent sets",
      if: "δ = 1", { $0.delta == 1 }, unlike: ["delta": 0.4]
    ) { _, answer in
      answer.specialists == answer.values["maximal_independent_sets"]
    },
    Proposition(
      "stable are exactly the sets that are linked twice with everybody else",
      if: "δ = 1", { $0.delta == 1 }, unlike: ["delta": 0.8]
    ) { _, answer in
      answer.stableSpecialists == answer.values["order2_mis_stable"]
        && answer.stable.count == answer.stableSpecialists.list?.count
    },
    Proposition(
      "there is one equilibrium only", if: "|λ_min| < 1/δ",
      { abs($0.network.eigenvalues.last ?? 0) * $0.delta < 1 },
      unlike: ["delta": 0.8]
    ) { _, answer in answer.values["n_isolated_support"] == 1 },
    Proposition(
      "in every stable equilibrium somebody contributes nothing",
      if: "|λ_min| > 1/δ",
      { abs($0.network.eigenvalues.last ?? 0) * $0.delta > 1 },
      unlike: ["delta": 0.4]
    ) { _, answer in answer.stable.allSatisfy { $0.contains(0) } },
  ]
}

extension Answer {
  private var equilibria: [[Double]] {
    values["isolated_support_equilibria"]?.rows ?? []
  }

  /// The stable equilibria.
  fileprivate var stable: [[Double]] {
    zip(equilibria, values["stable"]?.list ?? []).filter { $0.1 == true }
      .map { $0.0 }
  }

  /// Who contributes, for each equilibrium in which all efforts are 0 or 1.
  fileprivate var specialists: Value { Self.contributors(equilibria) }

  /// The same for stable equilibria.
  fileprivate var stableSpecialists: Value { Self.contributors(stable) }

  private static func contributors(_ profiles: [[Double]]) -> Value {
    let specialised = profiles.filter { levels in
      levels.allSatisfy { abs($0 * ($0 - 1)) <= 1e-9 }
    }
    return Value(
      specialised.map { levels in levels.indices.filter { levels[$0] > 0.5 } }
        .sorted { $0.lexicographicallyPrecedes($1) })
  }
}
