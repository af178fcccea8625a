/// Links that their maker alone pays for and decides on.
///
/// A player learns what everybody knows whom it can reach. It pays c for each
/// link that it makes: `u_i = (players reached, i among them) − c (own links)`.
/// Flow is one-way, to the maker of a link, or two-way.
struct ObserverNetworks: PublishedGame {
  static let name = "bala-goyal"
  static let question =
    "Which links does everybody make who pays for its own only?"
  static let citation = """
    V. Bala and S. Goyal, A noncooperative model of network formation, \
    Econometrica 68, 2000.
    """
  static let parameters = [
    Parameter("n", 3, .count(2...4), "number of players"),
    Parameter("cost", 0.5, .positive, "what a link costs its maker"),
    Parameter("flow", "one", .choice(["one", "two"]), "ways of flow"),
  ]

  let count: Int
  let cost: Double
  let isTwoWay: Bool

  init(_ arguments: Arguments) throws(ArgumentError) {
    count = arguments.count("n")
    cost = arguments.number("cost")
    isTwoWay = arguments.text("flow") == "two"
  }
}

// The answer.
extension ObserverNetworks {
  var game: (any Game)? { nil }

  func answer() -> Answer {
    let payoffs = payoffs
    var (nash, strict) = (0.0, 0.0)
    for profile in payoffs.indices {
      let gains = (0..<count).flatMap { player in
        deviations(of: player, from: profile).map {
          payoffs[$0][player] - payoffs[profile][player]
        }
      }
      if gains.allSatisfy({ $0 <= Self.leastGain }) { nash += 1 }
      if gains.allSatisfy({ $0 < -Self.leastGain }) { strict += 1 }
    }
    return Answer(values: [
      "nash": .number(nash), "strictNash": .number(strict),
    ])
  }

  /// A gain counts above this.
  private static let leastGain = 1e-9

  /// What everybody earns in each network; bit `(n − 1) i + k` of its number
  /// says whether player i makes a link to its k-th other player.
  private var payoffs: [[Double]] {
    (0..<(1 << (count * (count - 1)))).map { profile in
      let made = (0..<count).map { links(of: $0, in: profile) }
      return (0..<count).map { player in
        let reached = open(made).distances(from: player)
          .count { $0 != nil }
        return Double(reached) - cost * Double(made[player].count)
      }
    }
  }

  /// The links by which knowledge reaches each player.
  private func open(_ made: [[Int]]) -> [[Int]] {
    guard isTwoWay else { return made }
    return made.indices.map { player in
      made[player] + made.indices.filter { made[$0].contains(player) }
    }
  }

  private func links(of player: Int, in profile: Int) -> [Int] {
    (0..<count).filter { $0 != player }.enumerated()
      .filter { profile >> (player * (count - 1) + $0.offset) & 1 == 1 }
      .map(\.element)
  }

  /// The networks in which one player makes other links.
  private func deviations(of player: Int, from profile: Int) -> [Int] {
    let shift = player * (count - 1)
    let choices = 1 << (count - 1)
    let rest = profile & ~((choices - 1) << shift)
    return (0..<choices).map { rest | $0 << shift }.filter { $0 != profile }
  }
}

// What must hold.
extension ObserverNetworks {
  static let grid = Record.grid([
    ("n", [3, 4]), ("cost", [0.3, 0.9, 1.5]), ("flow", ["one", "two"]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "strict equilibria are the (n − 1)! wheels",
      if: "one-way flow, c < 1", { !$0.isTwoWay && $0.cost < 1 },
      unlike: ["cost": 1.5]
    ) { model, answer in
      let wheels = (1..<model.count).reduce(1, *)
      return answer.values["strictNash"] == .number(Double(wheels))
    },
    Proposition(
      "strict equilibria are the n stars whose centre makes every link",
      if: "two-way flow, c < 1", { $0.isTwoWay && $0.cost < 1 },
      unlike: ["cost": 1.5, "flow": "two"]
    ) { model, answer in
      answer.values["strictNash"] == .number(Double(model.count))
    },
  ]
}
