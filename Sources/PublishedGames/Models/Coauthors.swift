/// Authors who divide their time among their projects.
///
/// A project of two authors with n_i and n_j projects brings each of them
/// `1/n_i + 1/n_j + 1/(n_i n_j)`: both spend a part of their time on it, and
/// what they find together is in proportion to both parts.
struct Coauthors: PublishedGame {
  static let name = "coauthor"
  static let question =
    "With how many partners do people work who divide their time among them?"
  static let citation = """
    M. O. Jackson and A. Wolinsky, A strategic model of social and economic \
    networks, Journal of Economic Theory 71, 1996.
    """
  static let parameters = [
    Parameter("n", 4, .count(2...6), "number of authors")
  ]

  let count: Int

  init(_ arguments: Arguments) throws(ArgumentError) {
    count = arguments.count("n")
  }
}

// The answer.
extension Coauthors {
  var game: (any Game)? { nil }

  var table: NetworkTable {
    NetworkTable(players: count) { neighbours in
      neighbours.map { own in
        own.reduce(0) { sum, other in
          let parts = (
            1 / Double(own.count), 1 / Double(neighbours[other].count)
          )
          return sum + parts.0 + parts.1 + parts.0 * parts.1
        }
      }
    }
  }

  func answer() -> Answer {
    var answer = Answer(table)
    if count % 2 == 0 {
      answer.closedForm = ["value": .number(3 * Double(count))]
    }
    return answer
  }
}

// What must hold.
extension Coauthors {
  static let grid = Record.grid([("n", [2, 3, 4, 5, 6])])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "pairs are efficient", if: "n is even", { $0.count % 2 == 0 },
      unlike: ["n": 3]
    ) { model, answer in
      let pairs = (0..<model.count).map { _ in "1" }.joined(separator: " ")
      return answer.values["efficientDegrees"]?.record?.names == [pairs]
    },
    Proposition(
      "stable networks have more links than efficient ones", if: "n > 2",
      { $0.count > 2 }, unlike: ["n": 2]
    ) { _, answer in
      guard let most = answer.links("efficientDegrees").max(),
        let least = answer.links("stableDegrees").min()
      else { return false }
      return least > most
    },
  ]
}

extension Answer {
  /// The sums of the degrees of networks of an answer.
  fileprivate func links(_ name: String) -> [Int] {
    (values[name]?.record?.names ?? []).map { degrees in
      degrees.split(separator: " ").reduce(0) { $0 + (Int($1) ?? 0) }
    }
  }
}
