/// An outcome of 1 for every group of members whose votes reach a quota.
///
///     v(S) = 1 if Σ_{i ∈ S} w_i ≥ quota, else 0
struct WeightedMajority: PublishedGame {
  static let name = "shapley_shubik1954"
  static let question =
    "How much power have the votes of the members of a consortium?"
  static let citation = """
    L. S. Shapley and M. Shubik, A method for evaluating the distribution of \
    power in a committee system, American Political Science Review 48, 1954.
    """
  static let parameters = [
    Parameter("weights", [45, 35, 20], .numbers, "votes of each member"),
    Parameter("quota", 51, .positive, "votes that decide"),
  ]

  let weights: [Double]
  let quota: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    weights = try arguments.amounts("weights", ofAtMost: 12)
    quota = arguments.number("quota")
    let total = weights.reduce(0, +)
    guard quota > total / 2, quota <= total else {
      throw ArgumentError(
        "quota",
        "is not above half of all \(Value.digits(total)) votes and at "
          + "most all of them")
    }
  }

  /// Whether a group decides.
  func decides(_ group: Coalition) -> Bool { group.sum(of: weights) >= quota }
}

// The answer.
extension WeightedMajority {
  /// Who votes how is not asked.
  var game: (any Game)? { nil }

  func answer() -> Answer {
    let game = CoalitionalGame(playerCount: weights.count) { group in
      decides(group) ? 1 : 0
    }
    let nucleolus = game.prenucleolus()
    return Answer(
      values: game.divisions(nucleolus),
      closedForm: ["core_nonempty": .boolean(!vetoes.isEmpty)],
      evidence: Prenucleolus.evidence(nucleolus))
  }

  /// The members without whom nothing is decided; only they get anything in
  /// the core.
  private var vetoes: [Int] {
    let all = Coalition.all(weights.count)
    return weights.indices.filter { !decides(all.removing($0)) }
  }

  /// Whether any two of three members decide, and nobody alone.
  private var isAnyTwoOfThree: Bool {
    weights.count == 3
      && weights.allSatisfy { $0 < quota }
      && weights.indices.allSatisfy {
        decides(Coalition.all(3).removing($0))
      }
  }
}

// What must hold.
extension WeightedMajority {
  static let grid: [Record] = [
    ["weights": [45, 35, 20], "quota": 51],
    ["weights": [1, 1, 1], "quota": 2],
    ["weights": [4, 3, 2, 1], "quota": 6],
    ["weights": [60, 30, 10], "quota": 51],
  ]

  private static let difference = 1e-9

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "each has a third, whatever its votes, and no division is safe",
      if: "any two of three decide, and nobody alone", \.isAnyTwoOfThree,
      unlike: ["weights": [60, 30, 10]]
    ) { _, answer in
      ["shapley", "nucleolus"].allSatisfy {
        answer.values[$0]?.numbers?.allSatisfy {
          abs($0 - 1.0 / 3) <= Self.difference
        } == true
      } && answer.values["core_nonempty"] == false
    }
  ]
}
