import Reports

extension ScenarioTrace {
  /// The machine-readable result.
  var json: JSONValue {
    .object([
      ("scenario", .text(scenario)),
      ("parameter", .text(parameter)),
      (
        "range",
        .numbers([trace.range.lowerBound, trace.range.upperBound])
      ),
      ("players", .list(players.map { .text($0) })),
      ("variables", .list(variables.map { .text($0) })),
      ("branches", .list(trace.branches.indices.map(branch))),
      ("events", .list(trace.events.map(json(of:)))),
      ("checks", .list(trace.checks.map(\.json))),
      ("consistent", .boolean(trace.isConsistent)),
      (
        "solver",
        .object([
          ("method", .text("pseudo-arclength continuation")),
          ("seconds", .number(seconds)),
          ("version", .text(CoopetitionPackage.version)),
          ("termination", .text(trace.termination.rawValue)),
        ])
      ),
    ])
  }

  private func branch(_ index: Int) -> JSONValue {
    let branch = trace.branches[index]
    func event(_ place: Int?) -> JSONValue {
      place.map { .integer($0) } ?? .null
    }
    return .object([
      (
        "range",
        .numbers([branch.range.lowerBound, branch.range.upperBound])
      ),
      ("beginning", event(branch.beginning)),
      ("end", event(branch.end)),
      (
        "points",
        .list(
          branch.points.indices.map { place in
            let point = branch.points[place]
            return .object([
              ("parameter", .number(point.parameter)),
              ("levels", .numbers(point.levels)),
              ("payoffs", .numbers(payoffs[index][place])),
              ("welfare", .number(welfare[index][place])),
              ("stability", .text(point.stability.rawValue)),
            ])
          })
      ),
    ])
  }

  private func json(of event: BranchEvent) -> JSONValue {
    .object([
      ("kind", .text(event.kind.rawValue)),
      ("effect", .text(event.effect.rawValue)),
      ("parameter", .number(event.parameter)),
      (
        "enclosure",
        .numbers([event.enclosure.lower, event.enclosure.upper])
      ),
      ("proven", .boolean(event.isProven)),
      ("levels", .numbers(event.levels)),
      ("branches", .numbers(event.branches.map { Double($0) })),
      (
        "changes",
        .list(
          event.changes.map { change in
            .object([
              ("variable", .text(variables[change.variable])),
              ("bound", .text(change.isUpper ? "upper" : "lower")),
              ("reaches", change.reaches.map { .boolean($0) } ?? .null),
            ])
          })
      ),
      ("description", .text(description(of: event))),
    ])
  }
}

extension TraceCheck {
  var json: JSONValue {
    .object([
      ("parameter", .number(parameter)),
      ("equilibria", .integer(count)),
      ("complete", .boolean(isComplete)),
      ("branches", .integer(branchCount)),
    ])
  }
}
