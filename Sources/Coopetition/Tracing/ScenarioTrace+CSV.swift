extension ScenarioTrace {
  /// One row for each point of each branch, with a header: the branch, the
  /// parameter, stability, event, welfare, then every level and every payoff.
  public var csv: String {
    let header =
      ["branch", parameter, "stability", "event", "welfare"]
      + variables.map { "level \($0)" } + players.map { "payoff \($0)" }
    var rows = [CSVText.row(header)]
    for (k, branch) in trace.branches.enumerated() {
      for (place, point) in branch.points.enumerated() {
        let event = trace.events.first {
          $0.branches.contains(k) && $0.parameter == point.parameter
        }
        let numbers =
          [welfare[k][place]] + point.levels + payoffs[k][place]
        rows.append(
          CSVText.row(
            [
              "\(k + 1)", "\(point.parameter)", point.stability.rawValue,
              event?.kind.rawValue ?? "",
            ] + numbers.map { "\($0)" }))
      }
    }
    return rows.joined(separator: "\n")
  }
}
