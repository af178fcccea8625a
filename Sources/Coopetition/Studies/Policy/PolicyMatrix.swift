import Reports

/// The levers on several clusters side by side, such as those of different
/// paths and phases: what each is worth in each of them.
public struct PolicyMatrix: Sendable {
  /// The clusters.
  public let clusters: [Policies]

  /// The matrix of two clusters or more; nil for fewer.
  public init?(_ clusters: [Policies]) {
    guard clusters.count > 1 else { return nil }
    self.clusters = clusters
  }

  /// The names of the levers, in the order of their first appearance.
  public var levers: [String] {
    clusters.flatMap(\.levers).reduce(into: []) { names, response in
      if !names.contains(response.name) { names.append(response.name) }
    }
  }

  /// What a lever is worth in each cluster; nil where it was left out.
  public func worth(of lever: String) -> [Double?] {
    clusters.map { cluster in
      cluster.levers.first { $0.name == lever }?.worth
    }
  }
}

extension PolicyMatrix {
  /// The matrix as a report.
  public var report: Report {
    var table = Table(
      columns: [Table.Column("lever")]
        + DistinctNames.of(clusters.map(\.scenario)).map { Table.Column($0) })
    for lever in levers {
      table.add(lever, worth(of: lever).map { Table.Cell($0) })
    }
    table.add("coordination", clusters.map(\.coordination))
    table.add("best lever", clusters.map { .text($0.bestLever?.name ?? "–") })
    return Report(
      title: "\(clusters.count) clusters side by side",
      sections: [
        .text(
          "By how much each lever raises welfare in the worst equilibrium; "
            + "coordination moves from the worst to the best."),
        .table(table),
      ],
      data: .list(clusters.map(\.report.data)),
      isComplete: clusters.allSatisfy(\.report.isComplete))
  }
}
