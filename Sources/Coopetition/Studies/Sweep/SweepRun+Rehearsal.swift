extension SweepRun {
  /// How many points there are, how many are done, the first three, and how
  /// long the others may take, judged by the first.
  ///
  /// Nothing is written.
  ///
  /// - Throws: an error if the folder is another sweep's or cannot be read.
  package func rehearsal() throws(ScenarioError) -> Report {
    let plan = sweep.plan
    let done = try doneCount()
    let clock = ContinuousClock()
    let seconds = clock.measure { _ = sweep.row(of: 0) } / .seconds(1)
    let left =
      Double(plan.pointCount - done) * seconds
      / Double(shard.count * max(1, jobs))
    var table = Table(
      "The first points", columns: ["point"] + plan.keys.map { .init($0) })
    for point in 0..<min(Self.shownPoints, plan.pointCount) {
      table.add("\(point)", plan.values(of: point))
    }
    return Report(
      title: "\(plan.scenario.name): "
        + "\(NumberText.counted(plan.pointCount, "point")), "
        + "\(NumberText.grouped(done)) done",
      sections: [
        .table(table),
        .text(
          "One point took \(NumberText.significant(seconds, digits: 2)) s; "
            + "the rest of a shard takes about "
            + "\(NumberText.significant(left, digits: 2)) s."),
      ],
      data: .object([
        ("points", .integer(plan.pointCount)), ("done", .integer(done)),
        ("secondsPerPoint", .number(seconds)), ("secondsLeft", .number(left)),
      ]))
  }

  private static var shownPoints: Int { 3 }
}
