/// A consortium whose outcome grows with the square of what its members bring,
/// less the outlay for a common laboratory.
///
///     v(S) = max(0, (Σ_{i ∈ S} w_i)² − F)
struct Consortium: PublishedGame {
  static let name = "shapley1971"
  static let question =
    "How can a consortium divide an outcome that grows with its size?"
  static let citation = """
    L. S. Shapley, Cores of convex games, International Journal of Game \
    Theory 1, 1971.
    """
  static let parameters = [
    Parameter(
      "contributions", [5, 4, 3, 2, 1], .numbers, "what each member brings"),
    Parameter("fixed_cost", 60, .nonnegative, "outlay for the laboratory"),
  ]

  let contributions: [Double]
  let outlay: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    contributions = try arguments.amounts("contributions", ofAtMost: 8)
    outlay = arguments.number("fixed_cost")
  }
}

// The answer.
extension Consortium {
  /// Who joins is no choice.
  var game: (any Game)? { nil }

  func answer() -> Answer {
    let game = CoalitionalGame(playerCount: contributions.count) { members in
      let effort = members.sum(of: contributions)
      return max(0, effort * effort - outlay)
    }
    let nucleolus = game.prenucleolus()
    var values = game.divisions(nucleolus)
    if values["convex"] == true {
      values["number_of_core_vertices"] = Value(Double(corners(of: game)))
    }
    return Answer(
      values: values, closedForm: closedForm,
      evidence: Prenucleolus.evidence(nucleolus))
  }

  /// The corners of the core, equal ones counted once.
  private func corners(of game: CoalitionalGame) -> Int {
    let unit = Self.grain * (1 + game.worth(of: game.everybody))
    return Set(
      game.arrivalShares.map { $0.map { ($0 / unit).rounded() } }
    ).count
  }

  /// Shares that differ by less, in units of the worth of all, are equal.
  private static let grain = 1e-9

  /// A square of sums is convex; without an outlay each pair of members adds
  /// the same to whatever it joins, and half of it is due to each.
  private var closedForm: Record {
    var form: Record = [
      "core_nonempty": true, "convex": true, "shapley_in_core": true,
      "nucleolus_in_core": true,
    ]
    guard outlay == 0 else { return form }
    let total = contributions.reduce(0, +)
    form["shapley"] = Value(contributions.map { $0 * total })
    form["nucleolus"] = form["shapley"]
    return form
  }
}

// What must hold.
extension Consortium {
  static let grid = Record.grid([
    ("contributions", [[5, 4, 3, 2, 1], [3, 3, 1], [2, 1]]),
    ("fixed_cost", [0, 4]),
  ])

  private static let difference = 1e-9

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "the Shapley value and the nucleolus divide alike, by contributions",
      if: "there is no outlay", { $0.outlay == 0 }, unlike: ["fixed_cost": 60]
    ) { _, answer in
      let shares = ["shapley", "nucleolus"].map {
        answer.values[$0]?.numbers ?? [.nan]
      }
      return zip(shares[0], shares[1]).allSatisfy {
        abs($0 - $1) <= Self.difference * (1 + abs($0))
      }
    }
  ]
}
