extension Analysis {
  /// The machine-readable result; its keys are a contract.
  public var json: JSONValue {
    .object([
      ("scenario", .text(game.cluster.name)),
      ("firms", .list(game.cluster.firms.map { .text($0.name) })),
      ("equilibria", .list(equilibria.map(\.json))),
      ("complete", .boolean(isComplete)),
      ("undecided", .list(undecided.map { $0.json })),
      ("uniqueness", .list(uniqueness.map { .text($0.rawValue) })),
      ("optimum", optimum.json),
      ("bargain", bargain?.json ?? .null),
      ("efficiency", .numbers(efficiency)),
      (
        "subsidy",
        .object([
          ("rates", .numbers(subsidy.rates)),
          ("outlay", .number(subsidy.outlay)),
        ])
      ),
      ("solver", solver.json),
    ])
  }
}

extension Analysis.Outcome {
  var json: JSONValue {
    .object([
      ("levels", .numbers(levels)),
      ("payoffs", .numbers(payoffs)),
      ("welfare", .number(welfare)),
      (
        "channels",
        .object(channels.map { ($0.channel, .numbers($0.amounts)) })
      ),
      ("regret", .number(equilibrium.regret.upper)),
      ("stable", .boolean(isStable)),
      ("stability", .text(equilibrium.stability.rawValue)),
      ("proven", .boolean(equilibrium.isProven)),
      ("index", .number(Double(equilibrium.index))),
    ])
  }
}

extension SocialOptimum {
  var json: JSONValue {
    .object([
      ("levels", .numbers(levels)),
      ("payoffs", .numbers(payoffs)),
      ("welfare", .number(welfare)),
      ("proven", .boolean(isProven)),
      ("bound", .number(upperBound)),
    ])
  }
}

extension Bargain {
  var json: JSONValue {
    .object([
      ("levels", .numbers(levels)),
      ("payoffs", .numbers(payoffs)),
      ("welfare", .number(welfare)),
      ("disagreement", .numbers(disagreement)),
      ("proven", .boolean(isProven)),
    ])
  }
}

extension SolverReport {
  var json: JSONValue {
    .object([
      ("method", .text(method)),
      ("seconds", .number(seconds)),
      ("evaluations", .number(Double(evaluations))),
      ("version", .text(CoopetitionPackage.version)),
      ("termination", .text(termination.rawValue)),
      (
        "skipped",
        .list(
          skipped.map {
            .object([("key", .text($0.key)), ("reason", .text($0.reason))])
          })
      ),
    ])
  }
}

extension Box {
  /// The bounds of each interval.
  var json: JSONValue {
    .list(map { .numbers([$0.lower, $0.upper]) })
  }
}
