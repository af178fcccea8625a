/// Connections that are worth more the nearer they are.
///
/// A player earns δ from each neighbour, δ² from the neighbours of neighbours
/// and so on, and pays c for each of its links:
/// `u_i = Σ_j δ^d(i, j) − c n_i`.
struct Connections: PublishedGame {
  static let name = "connections"
  static let question =
    "Which links do people keep who also profit from friends of friends?"
  static let citation = """
    M. O. Jackson and A. Wolinsky, A strategic model of social and economic \
    networks, Journal of Economic Theory 71, 1996.
    """
  static let parameters = [
    Parameter("n", 4, .count(2...6), "number of players"),
    Parameter("delta", 0.8, .range(0...1), "what a step leaves of a benefit"),
    Parameter("cost", 0.1, .nonnegative, "what a link costs each of the two"),
  ]

  let count: Int
  let delta: Double
  let cost: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    count = arguments.count("n")
    delta = arguments.number("delta")
    cost = arguments.number("cost")
  }
}

// The answer.
extension Connections {
  var game: (any Game)? { nil }

  var table: NetworkTable {
    NetworkTable(players: count) { neighbours in
      neighbours.indices.map { payoff(of: $0, neighbours) }
    }
  }

  private func payoff(of player: Int, _ neighbours: [[Int]]) -> Double {
    let benefits = neighbours.distances(from: player).map { distance in
      distance.map { $0 == 0 ? 0 : Double.pow(delta, Double($0)) } ?? 0
    }
    return benefits.reduce(0, +) - cost * Double(neighbours[player].count)
  }

  func answer() -> Answer {
    var answer = Answer(table)
    answer.closedForm = ["value": Value(efficientValue)]
    return answer
  }

  /// The worth of the complete network, a star or the empty network.
  private var efficientValue: Double {
    let n = Double(count)
    let complete = n * (n - 1) * (delta - cost)
    let star =
      2 * (n - 1) * (delta - cost) + (n - 1) * (n - 2) * delta * delta
    return max(0, complete, star)
  }

  /// What a direct link adds to a connection in two steps.
  private var shortening: Double { delta - delta * delta }
}

// What must hold.
extension Connections {
  static let grid = Record.grid([
    ("n", [3, 4, 5]), ("delta", [0.5, 0.8]), ("cost", [0.1, 0.3, 0.6, 0.9]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "the complete network alone is stable, and it is efficient",
      if: "c < δ − δ²", { $0.cost < $0.shortening }, unlike: ["cost": 0.3]
    ) { model, answer in
      let degrees = model.degrees { _ in model.count - 1 }
      return answer.values["stableDegrees"] == degrees
        && answer.values["efficientDegrees"] == degrees
    },
    Proposition(
      "stars of all are efficient and nothing else is",
      if: "δ − δ² < c < δ + (n − 2)δ²/2 and n > 2",
      { model in
        let most =
          model.delta + Double(model.count - 2) * model.delta * model.delta / 2
        return model.count > 2 && model.shortening < model.cost
          && model.cost < most
      }, unlike: ["cost": 0.1]
    ) { model, answer in
      answer.values["efficientDegrees"]
        == .record([
          model.degreeText { $0 == model.count - 1 ? model.count - 1 : 1 }:
            .number(Double(model.count))
        ])
    },
    Proposition(
      "nobody has a single link in a stable network",
      if: "c > δ", { $0.cost > $0.delta }, unlike: ["cost": 0.3]
    ) { _, answer in
      let stable = answer.values["stableDegrees"]?.record?.names ?? []
      return stable.allSatisfy { !$0.split(separator: " ").contains("1") }
    },
  ]

  /// One network whose players have some degrees, rising.
  private func degrees(_ degree: (Int) -> Int) -> Value {
    .record([degreeText(degree): 1])
  }

  private func degreeText(_ degree: (Int) -> Int) -> String {
    (0..<count).map { String(degree($0)) }.joined(separator: " ")
  }
}
