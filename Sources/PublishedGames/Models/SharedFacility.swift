/// The cost of a facility that all use and that must be large enough for the
/// largest user: a laboratory, a platform, a runway.
///
///     c(S) = max_{i ∈ S} c_i
struct SharedFacility: PublishedGame {
  static let name = "littlechild1974"
  static let question =
    "Who pays how much for a facility that the largest user needs?"
  static let citation = """
    S. C. Littlechild and G. Owen, A simple expression for the Shapley value \
    in a special case, Management Science 20, 1973; S. C. Littlechild, A \
    simple expression for the nucleolus in a special case, International \
    Journal of Game Theory 3, 1974.
    """
  static let parameters = [
    Parameter(
      "costs", [12, 20, 33, 60, 75], .numbers,
      "cost of a facility for each user alone")
  ]

  let costs: [Double]

  init(_ arguments: Arguments) throws(ArgumentError) {
    costs = arguments.numbers("costs")
    guard costs.allSatisfy({ $0 >= 0 }) else {
      throw ArgumentError("costs", "has a cost below 0")
    }
    guard 2...12 ~= costs.count else {
      throw ArgumentError("costs", "has \(costs.count) users, not 2 to 12")
    }
  }
}

// The answer.
extension SharedFacility {
  /// Who uses the facility is no choice.
  var game: (any Game)? { nil }

  func answer() -> Answer {
    let game = CoalitionalGame(playerCount: costs.count) { users in
      -(users.members.map { costs[$0] }.max() ?? 0)
    }
    let nucleolus = game.prenucleolus()
    let divisions = game.divisions(nucleolus)
    return Answer(
      values: [
        "shapley_cost": Value(game.shapleyValue.map { 0 - $0 }),
        "nucleolus_cost": nucleolus.map { Value($0.shares.map { 0 - $0 }) }
          ?? .null,
        "core_nonempty": divisions["core_nonempty"] ?? .null,
      ],
      closedForm: [
        "shapley_cost": Value(steps), "nucleolus_cost": Value(complaints),
        "core_nonempty": true,
      ], evidence: Prenucleolus.evidence(nucleolus))
  }

  /// The users, the smallest first.
  private var order: [Int] {
    costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
  }

  /// Each step in size is paid alike by all who need it.
  private var steps: [Double] {
    var shares = costs
    var (paid, size) = (0.0, 0.0)
    for (place, user) in order.enumerated() {
      paid += (costs[user] - size) / Double(costs.count - place)
      size = costs[user]
      shares[user] = paid
    }
    return shares
  }

  /// Littlechild's recursion: groups of users, the smallest first, that
  /// complain alike.
  private var complaints: [Double] {
    let order = order
    let n = order.count
    var shares = costs
    var (first, size, paid) = (0, 0.0, 0.0)
    while first < n {
      var best = (rate: Double.infinity, last: n - 1)
      for last in first..<n {
        let parts = last == n - 1 ? n - first : last - first + 2
        let rate = (costs[order[last]] - size + paid) / Double(parts)
        if rate <= best.rate { best = (rate, last) }
      }
      for place in first...best.last { shares[order[place]] = best.rate }
      (size, paid) = (costs[order[best.last]], best.rate)
      first = best.last + 1
    }
    return shares
  }
}

// What must hold.
extension SharedFacility {
  static let grid: [Record] = [
    ["costs": [12, 20, 33, 60, 75]], ["costs": [8, 11, 13, 18]],
    ["costs": [5, 1, 9]], ["costs": [10, 10, 10]],
  ]

  private static let difference = 1e-9

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "the smallest user pays more by the nucleolus than by the Shapley value",
      if: "at least two of three or more users need more than the smallest",
      { model in
        let sorted = model.costs.sorted()
        return sorted.count > 2 && sorted[sorted.count - 2] > sorted[0]
      }, unlike: ["costs": [10, 10, 20]]
    ) { model, answer in
      let shares = ["nucleolus_cost", "shapley_cost"].map {
        answer.values[$0]?.numbers?[model.order[0]] ?? .nan
      }
      return shares[0] > shares[1] + Self.difference
    }
  ]
}
