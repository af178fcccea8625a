import Reports

extension Analysis {
  /// The machine-readable result; its keys are a contract.
  public var json: JSONValue {
    let said: [(key: String, value: JSONValue)] =
      statements.isEmpty ? [] : [("statements", .texts(statements))]
    return .object(subject + findings + said + [("solver", solver.json)])
  }

  private var subject: [(key: String, value: JSONValue)] {
    let names: [(key: String, value: JSONValue)] = [
      ("scenario", .text(game.name)), ("firms", .texts(game.playerNames)),
    ]
    return game.levelsBearPlayerNames
      ? names : names + [("variables", .texts(game.variableNames))]
  }

  private var findings: [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [
      ("equilibria", .list(equilibria.map(\.json))),
      ("complete", .boolean(isComplete)),
      ("undecided", .list(undecided.map { $0.json })),
      ("uniqueness", .texts(uniqueness.map(\.rawValue))),
      ("optimum", optimum.json),
      ("bargain", bargain?.json ?? .null),
      ("efficiency", .numbers(efficiency)),
      ("priceOfAnarchy", price?.anarchy.json ?? .null),
      ("priceOfStability", price?.stability.json ?? .null),
    ]
    if let subsidy { members.append(("subsidy", subsidy.json)) }
    return members
  }
}

extension Analysis.Outcome {
  var json: JSONValue {
    .object(outcome + proof)
  }

  private var outcome: [(key: String, value: JSONValue)] {
    let members: [(key: String, value: JSONValue)] = [
      ("levels", .numbers(levels)),
      ("payoffs", .numbers(payoffs)),
      ("welfare", .number(welfare)),
    ]
    if channels.isEmpty { return members }
    let amounts = channels.map { ($0.channel, JSONValue.numbers($0.amounts)) }
    return members + [("channels", .object(amounts))]
  }

  private var proof: [(key: String, value: JSONValue)] {
    [
      ("regret", .number(equilibrium.regret.upper)),
      ("stable", .boolean(isStable)),
      ("stability", .text(equilibrium.stability.rawValue)),
      ("proven", .boolean(equilibrium.isProven)),
      ("index", .integer(equilibrium.index)),
    ]
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
      ("evaluations", .integer(evaluations)),
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

extension ImplementingSubsidy {
  var json: JSONValue {
    .object([("rates", .numbers(rates)), ("outlay", .number(outlay))])
  }
}

extension Interval {
  /// The bounds.
  var json: JSONValue { .numbers([lower, upper]) }
}

extension Box {
  /// The bounds of each interval.
  var json: JSONValue {
    .list(map { .numbers([$0.lower, $0.upper]) })
  }
}
