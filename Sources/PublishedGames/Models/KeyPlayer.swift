import LinearAlgebra

/// Activity in a network of complements, and the player whose removal lowers
/// it most.
///
///     u_i = αx_i − (β + γ)x_i²/2 − γx_i Σ_{j≠i} x_j + λx_i Σ_j g_ij x_j
///
/// With `a = λ/β` and `b = (I − aG)⁻¹1`, Katz and Bonacich's centrality, the
/// equilibrium is `αb / (β + γ Σ_i b_i)` if `a` is below the reciprocal of the
/// spectral radius. The key player has the largest intercentrality
/// `c_i = b_i² / m_ii`, `M = (I − aG)⁻¹`.
struct KeyPlayer: PublishedGame {
  static let name = "bcz2006"
  static let question =
    "Whose leaving would lower the activity of a network most?"
  static let citation = """
    C. Ballester, A. Calvó-Armengol and Y. Zenou, Who's who in networks. \
    Wanted: the key player, Econometrica 74, 2006.
    """
  static let parameters = [
    Parameter("network", "bridge11", .network, "the network"),
    Parameter("edges", nil, .links, "its links, instead of its name"),
    Parameter("G", nil, .matrix, "its weights, instead of its name"),
    Parameter("a", nil, .nonnegative, "λ/β, to find centralities only"),
    Parameter("alpha", 1, .positive, "gain by activity"),
    Parameter("beta", 1, .positive, "own part of the slope of its cost"),
    Parameter("gamma", 0.1, .nonnegative, "substitution between all"),
    Parameter("lambda", nil, .nonnegative, "complementarity of neighbours"),
  ]
  static let example: Record = ["network": "bridge11", "lambda": 0.2]

  let network: Network
  let gain: Double
  let ownSlope: Double
  let substitution: Double
  /// λ; nil to find where the key player changes.
  let complementarity: Double?
  let isGame: Bool
  let spectralRadius: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    network = try Self.network(arguments)
    spectralRadius = network.spectralRadius
    isGame = arguments.has("lambda")
    gain = isGame ? arguments.number("alpha") : 1
    ownSlope = isGame ? arguments.number("beta") : 1
    substitution = isGame ? arguments.number("gamma") : 0
    complementarity = arguments.optionalNumber(isGame ? "lambda" : "a")
    guard network.count <= Self.mostPlayers else {
      throw ArgumentError("G", "has more than \(Self.mostPlayers) players")
    }
    guard let complementarity else { return }
    guard complementarity * spectralRadius < ownSlope * (1 - 1e-12) else {
      throw ArgumentError(
        isGame ? "lambda" : "a",
        "is not below \(ownSlope / spectralRadius): there is no equilibrium")
    }
  }

  private static func network(
    _ arguments: Arguments
  ) throws(ArgumentError) -> Network {
    if arguments.has("edges") {
      return try Network(links: arguments.rows("edges"), name: "edges")
    }
    return try Network(arguments, arguments.has("G") ? "G" : "network")
  }

  private static let mostPlayers = 60
}

// The game.
extension KeyPlayer {
  /// How active each player is.
  struct Activity: Game {
    let network: Network
    let gain: Double
    let ownSlope: Double
    let substitution: Double
    let complementarity: Double
    let strategies: StrategySpace

    /// Activity up to a bound that no equilibrium reaches, or a larger one.
    init(
      _ network: Network, gain: Double = 1, ownSlope: Double = 1,
      substitution: Double = 0, complementarity: Double, bound: Double
    ) {
      self.network = network
      self.gain = gain
      self.ownSlope = ownSlope
      self.substitution = substitution
      self.complementarity = complementarity
      strategies = StrategySpace(players: network.count, levels: 0...bound)
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let own = levels[player]
      var marginal = S(gain) - S((ownSlope + substitution) / 2) * own
      for (other, weight) in network.weights[player].enumerated()
      where other != player {
        marginal +=
          S(complementarity * weight - substitution) * levels[other]
      }
      return marginal * own
    }
  }

  /// The norm of `(I − aG)⁻¹1` is at most `√n / (1 − aρ)`; twice that.
  private func bound(_ discount: Double) -> Double {
    2 * Double(network.count).squareRoot() / (1 - discount * spectralRadius)
  }

  /// `λ/β`
  private var discount: Double { (complementarity ?? 0) / ownSlope }

  private var activity: Activity {
    Activity(
      network, gain: gain, ownSlope: ownSlope, substitution: substitution,
      complementarity: complementarity ?? 0,
      bound: bound(discount) * gain / ownSlope)
  }

  var game: (any Game)? { activity }

  /// Centralities, as the equilibrium of the game with `α = β = 1`, `γ = 0`.
  private func centralities(
    _ network: Network, _ discount: Double
  ) -> [Double] {
    Activity(
      network, complementarity: discount, bound: bound(discount)
    ).solve().levels
  }

  /// By how much the sum of all centralities falls when a player leaves.
  private func intercentralities(_ discount: Double) -> [Double] {
    let total = centralities(network, discount).reduce(0, +)
    return network.weights.indices.map {
      total - centralities(network.removing($0), discount).reduce(0, +)
    }
  }
}

// The answer.
extension KeyPlayer {
  func answer() -> Answer {
    var answer = Answer(closedForm: closedForm)
    answer.values = [
      "spectral_radius": Value(spectralRadius),
      "admissible_a_upper_bound": Value(1 / spectralRadius),
    ]
    guard complementarity != nil else {
      answer.values["a_switch"] = Value(firstSwitch ?? .nan)
      if firstSwitch == nil {
        answer.warnings.append("the key player is the same for every a")
      }
      return answer
    }
    let b = centralities(network, discount)
    let c = intercentralities(discount)
    answer.values = answer.values.merging([
      "katz_bonacich": Value(b), "intercentrality": Value(c),
      "total_katz_bonacich": Value(b.reduce(0, +)),
      "key_player": Value(largest(c)), "most_active": Value(largest(b)),
    ])
    describeTypes(b, c, &answer)
    if isGame { play(&answer) }
    return answer
  }

  /// The players, counted from 1, with the largest number.
  private func largest(_ numbers: [Double]) -> [Int] {
    let most = numbers.max() ?? 0
    return numbers.indices.filter { numbers[$0] >= most - 1e-9 * abs(most) }
      .map { $0 + 1 }
  }

  /// Players with the same centralities belong to one type.
  private func describeTypes(
    _ b: [Double], _ c: [Double], _ answer: inout Answer
  ) {
    var types: [[Int]] = []
    for i in b.indices {
      let type = types.firstIndex { type in
        let j = type[0]
        return abs(b[i] - b[j]) <= 1e-9 * b[j]
          && abs(c[i] - c[j]) <= 1e-9 * c[j]
      }
      if let type { types[type].append(i) } else { types.append([i]) }
    }
    let first = types.map { $0[0] }
    let exact = exactCentralities(first)
    answer.values = answer.values.merging([
      "types": Value(types.map { $0.map { $0 + 1 } }),
      "katz_bonacich_by_type": Value(first.map { b[$0] }),
      "intercentrality_by_type": Value(first.map { c[$0] }),
      "exact_b": exact.map { Value($0.b.map(\.text)) } ?? .null,
      "exact_c": exact.map { Value($0.c.map(\.text)) } ?? .null,
    ])
    if let exact {
      answer.closedForm["katz_bonacich_by_type"] = Value(exact.b.map(\.double))
      answer.closedForm["intercentrality_by_type"] = Value(
        exact.c.map(\.double))
    }
  }

  /// The equilibrium and the profile of greatest welfare.
  private func play(_ answer: inout Answer) {
    let game = activity
    let levels = game.solve().levels
    let payoffs = game.payoffs(at: levels)
    answer.values = answer.values.merging([
      "nash": Value(levels), "aggregate": Value(levels.reduce(0, +)),
      "utility": Value(payoffs), "welfare_nash": Value(payoffs.reduce(0, +)),
      "first_best": .null, "welfare_first_best": .null,
    ])
    answer.evidence = [
      Evidence(
        "regret of the equilibrium", game.regret(at: levels).upper,
        atMost: 1e-9 * (1 + gain * gain / ownSlope))
    ]
    guard let best = firstBestBound else {
      answer.warnings.append(
        "first_best: welfare would grow without end with activity")
      return
    }
    let optimum = Activity(
      network, gain: gain, ownSlope: ownSlope, substitution: substitution,
      complementarity: game.complementarity, bound: 2 * best
    ).best()
    answer.values["first_best"] = Value(optimum.levels)
    answer.values["welfare_first_best"] = Value(optimum.welfare)
  }

  /// A bound on the levels of greatest welfare: `α√n` over the smallest
  /// eigenvalue of `(β + γ)I + 2γ(J − I) − 2λG`; nil if that is not positive.
  private var firstBestBound: Double? {
    let least = Network(weights: firstBestMatrix).eigenvalues.last ?? 0
    guard least > 1e-9 * ownSlope else { return nil }
    return gain * Double(network.count).squareRoot() / least
  }

  private var firstBestMatrix: [[Double]] {
    network.weights.enumerated().map { i, row in
      row.enumerated().map { j, weight in
        i == j
          ? ownSlope + substitution
          : 2 * substitution - 2 * (complementarity ?? 0) * weight
      }
    }
  }

  /// The smallest `a` at which the key player changes, by bisection in the
  /// first of many small steps that changes it; nil if there is none.
  private var firstSwitch: Double? {
    let step = 1 / (spectralRadius * Double(Self.steps))
    let first = largest(intercentralities(step)).map { $0 - 1 }
    func remains(_ discount: Double) -> Bool {
      let c = intercentralities(discount)
      let others = c.indices.filter { !first.contains($0) }
      return c[first[0]] >= others.reduce(0) { max($0, c[$1]) }
    }
    guard
      let change = (2..<Self.steps).first(where: { !remains(Double($0) * step) }
      )
    else { return nil }
    var (low, high) = (Double(change - 1) * step, Double(change) * step)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if remains(middle) { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private static let steps = 100
}
