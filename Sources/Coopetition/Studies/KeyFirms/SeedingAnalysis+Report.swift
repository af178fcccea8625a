import Reports

extension SeedingAnalysis {
  /// What is said about whom to win first.
  var sections: [Report.Section] {
    var ladder = Table(
      "the ladder of seeding",
      columns: [
        "win also", "sharing while committed", "sharing in the end",
        "welfare in the end",
      ])
    for rung in self.ladder {
      ladder.add(
        rung.firms.last.map { cluster.firms[$0].name } ?? "nobody",
        [rung.committedSharing, rung.restSharing, rung.restWelfare])
    }
    guard !self.ladder.isEmpty else { return [.text(answer)] }
    return [
      .text(answer), .table(ladder),
      .picture(SeedingPicture(of: self).document),
    ]
  }

  private var answer: String {
    guard let set = smallest?.one ?? greedy else {
      return "No set was found that tips the cluster."
    }
    guard !set.isEmpty else {
      return "Nobody need be won: in no equilibrium more is shared than in the "
        + "one where the cluster rests."
    }
    let names = set.map { cluster.firms[$0].name }.joined(separator: ", ")
    let known =
      smallest.map { $0.isProven ? "proven smallest" : "none smaller found" }
      ?? "found step by step"
    return "Win these first: \(names) (\(set.count) of "
      + "\(NumberText.counted(cluster.firms.count, "firm")); \(known))."
  }

  /// The seeding as data.
  var data: JSONValue {
    .object([
      ("monotone", .boolean(isMonotone)),
      ("target", target.map { .number($0) } ?? .null),
      ("lowest", .numbers(lowest)), ("highest", .numbers(highest)),
      ("smallestSize", smallest.map { .integer($0.size) } ?? .null),
      (
        "smallestSets",
        smallest?.all.map { .list($0.map { .places($0) }) } ?? .null
      ),
      (
        "smallestSetCount",
        smallest?.all.map { .integer($0.count) } ?? .null
      ),
      ("oneSmallestSet", smallest.map { .places($0.one) } ?? .null),
      ("greedy", greedy.map { .places($0) } ?? .null),
      ("greedySize", greedy.map { .integer($0.count) } ?? .null),
      ("ladder", .list(ladder.map(\.data))),
      ("singles", .list(singles.enumerated().map(Self.single))),
      ("complete", .boolean(smallest != nil)),
      ("proven", .boolean(smallest?.isProven == true)),
    ])
  }

  private static func single(_ firm: Int, _ sharing: Double) -> JSONValue {
    .object([
      ("firm", .integer(firm + 1)), ("restSharing", .number(sharing)),
    ])
  }
}

extension SeedingAnalysis.Rung {
  fileprivate var data: JSONValue {
    .object([
      ("firms", .places(firms)),
      ("committedSharing", .number(committedSharing)),
      ("restSharing", .number(restSharing)),
      ("restWelfare", .number(restWelfare)),
    ])
  }
}
