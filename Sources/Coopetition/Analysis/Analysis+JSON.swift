import Reports

extension Analysis: Encodable {
  /// Writes ``json``.
  public func encode(to encoder: any Encoder) throws {
    try json.encode(to: encoder)
  }

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
      ("components", .list(components.map { $0.json(in: game) })),
      ("uniqueness", .texts(uniqueness.map(\.rawValue))),
      ("optimum", optimum.json(channels: channels(at: optimum.levels))),
      (
        "bargain",
        bargain.map { $0.json(channels: channels(at: $0.levels)) } ?? .null
      ),
      ("efficiency", .numbers(efficiency)),
      ("priceOfAnarchy", Self.json(price?.anarchy)),
      ("priceOfStability", Self.json(price?.stability)),
    ]
    if (game as? FormulaGame)?.isConstrained == true {
      members.append(("constraintEnds", .list(constraintEnds.map(\.json))))
    }
    if let subsidy { members.append(("subsidy", subsidy.json)) }
    return members
  }

  /// A price of anarchy or of stability.
  private static func json(_ price: Interval?) -> JSONValue {
    guard let price else { return .null }
    return PriceOfAnarchy.isInfinite(price) ? .text("infinite") : price.json
  }

  /// The member `channels` of a profile; none for a game without channels.
  private func channels(
    at levels: [Double]
  ) -> [(key: String, value: JSONValue)] {
    Self.channels(game.breakdown(at: levels))
  }

  fileprivate static func channels(
    _ channels: [(channel: String, amounts: [Double])]
  ) -> [(key: String, value: JSONValue)] {
    guard !channels.isEmpty else { return [] }
    let amounts = channels.map { ($0.channel, JSONValue.numbers($0.amounts)) }
    return [("channels", .object(amounts))]
  }
}

extension Analysis.Outcome {
  var json: JSONValue { .object(members) }

  /// The members of the equilibrium's object.
  var members: [(key: String, value: JSONValue)] { outcome + proof }

  private var outcome: [(key: String, value: JSONValue)] {
    let members: [(key: String, value: JSONValue)] = [
      ("levels", .numbers(levels)),
      ("payoffs", .numbers(payoffs)),
      ("welfare", .number(welfare)),
    ]
    return members + Analysis.channels(channels)
      + (commitment?.members ?? [])
      + (supported == nil
        ? [] : [("constraints", .list(constraints.map(\.json)))])
  }

  private var proof: [(key: String, value: JSONValue)] {
    [
      ("regret", .number(equilibrium.regret.upper)),
      ("stable", .boolean(isStable)),
      ("stability", .text(equilibrium.stability.rawValue)),
      ("proven", .boolean(equilibrium.isProven)),
      ("index", .integer(equilibrium.index)),
      ("box", equilibrium.provenBox?.json ?? .null),
    ]
  }
}

extension ConstraintOutcome {
  var json: JSONValue {
    .object([
      ("name", .text(name)), ("players", .texts(players)),
      ("multiplier", multiplier.json), ("slack", slack.json),
      ("binding", .boolean(isBinding)),
    ])
  }
}

extension ConstraintEnd {
  var json: JSONValue {
    .object([
      ("constraint", .text(constraint)), ("player", .text(player)),
      ("multiplier", multiplier.json),
      ("levels", .numbers(equilibrium.levels)), ("payoffs", .numbers(payoffs)),
      ("regret", .number(equilibrium.regret.upper)),
      ("proven", .boolean(equilibrium.isProven)),
      ("box", equilibrium.provenBox?.json ?? .null),
    ])
  }
}

extension CommitmentOutcome {
  var members: [(key: String, value: JSONValue)] {
    let fairness: JSONValue = fairness.map { .number($0) } ?? .null
    guard let profit else { return [("fairness", fairness)] }
    return [("profit", .number(profit)), ("fairness", fairness)]
  }
}

extension SocialOptimum {
  func json(channels: [(key: String, value: JSONValue)]) -> JSONValue {
    let members: [(key: String, value: JSONValue)] = [
      ("levels", .numbers(levels)),
      ("payoffs", .numbers(payoffs)),
      ("welfare", .number(welfare)),
      ("proven", .boolean(isProven)),
      ("bound", .number(upperBound)),
    ]
    return .object(members + channels)
  }
}

extension Bargain {
  func json(channels: [(key: String, value: JSONValue)]) -> JSONValue {
    let members: [(key: String, value: JSONValue)] = [
      ("levels", .numbers(levels)),
      ("payoffs", .numbers(payoffs)),
      ("welfare", .number(welfare)),
      ("disagreement", .numbers(disagreement)),
      ("proven", .boolean(isProven)),
    ]
    return .object(members + channels)
  }
}

extension SolverReport {
  var json: JSONValue {
    .object([
      ("method", .text(method)),
      ("seconds", .number(seconds)),
      ("evaluations", .integer(evaluations)),
      ("work", work?.json ?? .null),
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
    .object(
      members(rates: JSONValue.numbers) { [("levels", .numbers($0))] })
  }

  /// What is told of the subsidy.
  ///
  /// - Parameters:
  ///   - told: A number for each variable.
  ///   - profile: The members that tell a profile.
  /// - Returns: The members.
  func members(
    rates told: ([Double]) -> JSONValue,
    profile: ([Double]) -> [(key: String, value: JSONValue)]
  ) -> [(key: String, value: JSONValue)] {
    let members: [(key: String, value: JSONValue)] = [
      ("rates", told(rates)), ("outlay", .number(outlay)),
    ]
    guard let outcome else { return members }
    return members + [
      ("margin", .number(Self.margin)),
      (
        "equilibria",
        .list(
          outcome.equilibria.map {
            .object(profile($0.levels) + $0.members)
          })
      ),
      ("complete", .boolean(outcome.isComplete)),
    ]
  }
}

extension SubsidisedOutcome.Equilibrium {
  /// What is told beside the profile.
  fileprivate var members: [(key: String, value: JSONValue)] {
    [
      ("welfare", .number(welfare)),
      ("outlay", .number(outlay)),
      ("stable", .boolean(stability == .stable)),
      ("stability", .text(stability.rawValue)),
      ("proven", .boolean(isProven)),
      ("optimum", .boolean(isIntended)),
    ]
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
