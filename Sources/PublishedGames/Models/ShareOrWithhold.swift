import Reports

/// Two populations of firms that share their knowledge or withhold it, and
/// imitate what pays.
///
/// With stocks K, absorption α, synergy β, leakage γ, reward ρ and penalty φ a
/// firm of population i earns
///
///     both share            V + α K_j + β (K_1 + K_2) − γ K_i + ρ
///     it alone shares       V − γ K_i + ρ
///     the other alone does  V + α K_j − φ
///     nobody shares         V
///
/// so that `ẋ = x(1−x)(y S_1 − C_1)` and `ẏ = y(1−y)(x S_2 − C_2)` with
/// `S_i = β_i (K_1 + K_2) + φ_i` and `C_i = γ_i K_i − ρ_i`.
struct ShareOrWithhold: PublishedGame {
  static let name = "share_or_withhold"
  static let question = "Will firms that imitate each other come to share?"
  static let citation = """
    J. Hofbauer and K. Sigmund, Evolutionary Games and Population Dynamics, \
    1998, chapter 10.
    """
  static let parameters = [
    Parameter("K", [10, 10], .numbers, "knowledge of each population"),
    Parameter("V", [5, 5], .numbers, "what is earned in any case"),
    Parameter("alpha", [0.4, 0.4], .numbers, "absorption"),
    Parameter("beta", [0.2, 0.2], .numbers, "synergy of shared knowledge"),
    Parameter("gamma", [0.3, 0.3], .numbers, "loss by leakage"),
    Parameter("rho", [1, 1], .numbers, "reward of who shares"),
    Parameter(
      "phi", [1, 1], .numbers, "penalty of who alone withholds"),
  ]

  private let knowledge: [Double]
  private let base: [Double]
  private let absorption: [Double]
  private let synergy: [Double]
  private let leakage: [Double]
  private let reward: [Double]
  private let penalty: [Double]

  init(_ arguments: Arguments) throws(ArgumentError) {
    func pair(_ name: String) throws(ArgumentError) -> [Double] {
      let numbers = arguments.numbers(name)
      guard numbers.count == 2 else {
        throw ArgumentError(
          name, "has \(NumberText.counted(numbers.count, "number")), not 2")
      }
      return numbers
    }
    knowledge = try pair("K")
    base = try pair("V")
    absorption = try pair("alpha")
    synergy = try pair("beta")
    leakage = try pair("gamma")
    reward = try pair("rho")
    penalty = try pair("phi")
  }

  /// What sharing brings when the other shares, `S`.
  var gains: [Double] {
    let all = knowledge[0] + knowledge[1]
    return (0..<2).map { synergy[$0] * all + penalty[$0] }
  }

  /// What sharing costs in any case, `C`.
  var costs: [Double] {
    (0..<2).map { leakage[$0] * knowledge[$0] - reward[$0] }
  }

  /// The game whose strategies are the shares of the populations that share.
  struct Populations: Game {
    let model: ShareOrWithhold
    let strategies = StrategySpace(players: 2, levels: 0...1)

    func payoff<S: Scalar>(of player: Int, at shares: Profile<S>) -> S {
      let (own, other) = (shares[player], shares[1 - player])
      let knows = S(model.absorption[player] * model.knowledge[1 - player])
      let alone = S(model.base[player]) + other * knows
      let punished = (1 - own) * other * S(model.penalty[player])
      let all = model.knowledge[0] + model.knowledge[1]
      let together = own * other * S(model.synergy[player] * all)
      return alone + together - punished
        - own * S(model.leakage[player] * model.knowledge[player])
        + own * S(model.reward[player])
    }
  }
}

// The answer.
extension ShareOrWithhold {
  var game: (any Game)? { Populations(model: self) }

  func answer() -> Answer {
    let found = Populations(model: self).equilibria()
    let shares = found.equilibria.map(\.levels)
    let inside = shares.first { $0.allSatisfy { 0 < $0 && $0 < 1 } }
    return Answer(
      values: [
        "S": Value(gains), "C": Value(costs),
        "lasting": .record(lasting(among: shares)),
        "interior": inside.map { Value($0) } ?? .null,
        "basin_share_exact_area": inside.map { Value(basin(beyond: $0)) }
          ?? .null,
        "basin_share_polygon_area_literature": inside.map {
          Value(1 - ($0[0] + $0[1]) / 2)
        } ?? .null,
      ],
      closedForm: closedForm)
  }

  /// Which corners are strict equilibria: where nobody who is indifferent
  /// drifts away.
  private func lasting(among shares: [[Double]]) -> Record {
    Record(
      Self.corners.map { name, corner in
        let isStrict = (0..<2).allSatisfy { i in
          let push = corner[1 - i] * gains[i] - costs[i]
          return corner[i] == 1 ? push > 0 : push < 0
        }
        return (name, .boolean(isStrict && shares.contains(corner)))
      })
  }

  private static let corners = [
    ("00", [0.0, 0]), ("11", [1, 1]), ("10", [1, 0]), ("01", [0, 1]),
  ]

  /// The published conditions.
  private var closedForm: Record {
    let (s, c) = (gains, costs)
    let isInside = (0..<2).allSatisfy { 0 < c[$0] && c[$0] < s[$0] }
    return [
      "lasting": [
        "00": .boolean(c[0] > 0 && c[1] > 0),
        "11": .boolean(c[0] < s[0] && c[1] < s[1]),
        "10": .boolean(c[0] < 0 && c[1] > s[1]),
        "01": .boolean(c[1] < 0 && c[0] > s[0]),
      ],
      "interior": isInside ? Value([c[1] / s[1], c[0] / s[0]]) : .null,
    ]
  }
}

// The basin of sharing.
extension ShareOrWithhold {
  /// The area from which both populations come to share.
  ///
  /// On the line that divides the basins `H = −k(x) + h(y)` is that of the
  /// saddle, with `h(y) = C_1 log y + (S_1 − C_1) log(1 − y)` and k alike for
  /// the other population. By quadrature of double exponential decay, in
  /// log-odds of both shares.
  private func basin(beyond saddle: [Double]) -> Double {
    let (s, c) = (gains, costs)
    let (first, second) = (
      Drift(gain: s[0], cost: c[0]), Drift(gain: s[1], cost: c[1])
    )
    let centre = LogOdds.odds(saddle[0])
    var area = 0.0
    for k in -Self.nodes...Self.nodes {
      let t = Double(k) * Self.step
      let odds = Double.pi / 2 * (Double.exp(t) - Double.exp(-t))
      let weight = Double.pi / 2 * (Double.exp(t) + Double.exp(-t))
      let share = LogOdds.share(odds)
      let rise = second.fall(to: odds)
      let above = LogOdds.share(-first.odds(falling: rise, up: odds < centre))
      area += Self.step * weight * share * LogOdds.share(-odds) * above
    }
    return area
  }

  private static let step = 1.0 / 64
  private static let nodes = 224

  private enum LogOdds {
    static func odds(_ share: Double) -> Double {
      Double.log(share / (1 - share))
    }

    static func share(_ odds: Double) -> Double { 1 / (1 + Double.exp(-odds)) }

    /// `log(1 + e^x)`.
    static func softened(_ x: Double) -> Double {
      max(x, 0) + Double.log(onePlus: Double.exp(-abs(x)))
    }
  }

  /// `C log y + (S − C) log(1 − y)`, which is largest at `y = C/S`.
  private struct Drift {
    let gain: Double
    let cost: Double

    private var top: Double { LogOdds.odds(cost / gain) }

    private func value(_ odds: Double) -> Double {
      -cost * LogOdds.softened(-odds) - (gain - cost) * LogOdds.softened(odds)
    }

    /// How far the function falls from its top.
    func fall(to odds: Double) -> Double { value(top) - value(odds) }

    /// The log-odds above or below the top at which it has fallen so far.
    func odds(falling depth: Double, up: Bool) -> Double {
      var reach = 1.0
      while fall(to: top + (up ? reach : -reach)) < depth { reach *= 2 }
      var (near, far) = (0.0, reach)
      for _ in 0..<100 {
        let middle = (near + far) / 2
        if fall(to: top + (up ? middle : -middle)) < depth {
          near = middle
        } else {
          far = middle
        }
      }
      return top + (up ? far : -far)
    }
  }
}

// What must hold.
extension ShareOrWithhold {
  static let grid = Record.grid([
    ("beta", [[0.05, 0.05], [0.2, 0.2], [0.3, 0.1]]),
    ("gamma", [[0.05, 0.05], [0.3, 0.3], [0.2, 0.4]]),
  ])

  private var isContested: Bool {
    zip(costs, gains).allSatisfy { 0 < $0 && $0 < $1 }
  }

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "all sharing and nobody sharing both last, and the start decides",
      if: "0 < C < S for both", \.isContested,
      unlike: ["gamma": [0.05, 0.05]]
    ) { _, answer in
      let basin = answer.values.number("basin_share_exact_area")
      return ["00", "11"].allSatisfy {
        answer.values.value(at: ["lasting", $0])?.boolean == true
      } && 0 < basin && basin < 1
    }
  ]
}
