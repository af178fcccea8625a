import Equilibria
import Reports

extension NetworkFormation {
  /// The most networks of a kind that are shown.
  private static let mostShown = 10

  /// The networks as a report.
  public var report: Report {
    Report(
      title: "\(cluster.name): networks that last", sections: sections,
      data: data, isComplete: stability.undecided.isEmpty)
  }

  private var sections: [Report.Section] {
    let count = table.networkCount
    let efficient = stability.efficient.first ?? 0
    return [
      .text(
        NumberText.counted(table.pairs.count, "candidate pair") + ", "
          + NumberText.counted(count, "network") + ": "
          + "\(stability.stable.count) pairwise stable, "
          + "\(stability.stableWithTransfers.count) with side payments. "
          + proofText),
      .table(list("pairwise stable", stability.stable, withProbability: true)),
      .table(list("stable with side payments", stability.stableWithTransfers)),
      .table(list("of greatest welfare", [efficient])),
      .text(cycleText), .picture(NetworkPicture(of: self).document),
    ]
  }

  private var proofText: String {
    guard isProven else { return "Equilibria and comparisons are numerical." }
    let open = stability.undecided.count
    return open == 0
      ? "Every equilibrium and every comparison is proven."
      : "Every equilibrium is proven, and every comparison but those of "
        + "\(NumberText.counted(open, "network"))."
  }

  private var cycleText: String {
    guard stability.undecided.isEmpty else {
      return "Where single links end is not known: comparisons are open."
    }
    guard !closedCycles.isEmpty else {
      return "Single links end in a stable network with certainty."
    }
    let share = closedCycles.reduce(0) { $0 + $1.probability }
    return "Single links go round without end with probability "
      + "\(NumberText.significant(share, digits: 3))."
  }

  private func list(
    _ title: String, _ networks: [Int], withProbability: Bool = false
  ) -> Table {
    var list = Table(
      title,
      columns: ["links", "welfare"] + (withProbability ? ["probability"] : []))
    for network in networks.prefix(Self.mostShown) {
      var cells: [Table.Cell] = [.number(table.welfare[network])]
      if withProbability { cells.append(.number(probability(of: network))) }
      list.add(names(of: network), cells)
    }
    return list
  }

  private func names(of network: Int) -> String {
    let links = table.links(of: network).map {
      "\(cluster.firms[$0.first].name)–\(cluster.firms[$0.second].name)"
    }
    return links.isEmpty ? "none" : links.joined(separator: ", ")
  }

  private var data: JSONValue {
    .object([
      ("scenario", .text(cluster.name)),
      ("candidates", .pairs(table.pairs)),
      ("networks", .integer(table.networkCount)),
      (
        "stable",
        .list(
          stability.stable.map {
            network($0, [("probability", .number(probability(of: $0)))])
          })
      ),
      ("closedCycles", .list(closedCycles.map(cycle))),
      (
        "stableWithTransfers",
        .list(stability.stableWithTransfers.map { network($0) })
      ),
      ("efficient", network(stability.efficient.first ?? 0)),
      ("empty", network(0)),
      ("nearestTie", .optional(stability.nearestTie)),
      ("undecided", .list(stability.undecided.map { network($0) })),
      ("proven", .boolean(isProven)),
    ])
  }

  private func cycle(_ part: NetworkDynamics.ClosedClass) -> JSONValue {
    .object([
      (
        "networks",
        .list(part.networks.map { .pairs(table.links(of: $0)) })
      ),
      ("probability", .number(part.probability)),
    ])
  }

  private func network(
    _ network: Int, _ more: [(key: String, value: JSONValue)] = []
  ) -> JSONValue {
    .object(
      [
        ("links", .pairs(table.links(of: network))),
        ("levels", .numbers(levels[network])),
        ("payoffs", .numbers(table.payoffs(in: network))),
        ("welfare", .number(table.welfare[network])),
      ] + more)
  }
}

extension JSONValue {
  /// Pairs of firms, counting from 1.
  static func pairs(_ pairs: [NetworkTable.Pair]) -> JSONValue {
    .list(pairs.map { .places([$0.first, $0.second]) })
  }
}
