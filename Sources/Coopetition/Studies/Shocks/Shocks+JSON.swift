import Equilibria
import Reports

extension Shocks {
  /// The machine-readable answer.
  var json: JSONValue {
    .object([
      ("scenario", .text(scenario.name)),
      ("firms", .texts(list.game.playerNames)),
      (
        "equilibria",
        .list(
          list.outcomes.map { outcome in
            .object([
              ("levels", .numbers(outcome.levels)),
              ("payoffs", .numbers(outcome.payoffs)),
              ("welfare", .number(outcome.welfare)),
              ("stable", .boolean(outcome.isStable)),
              ("proven", .boolean(outcome.equilibrium.isProven)),
            ])
          })
      ),
      ("complete", .boolean(list.isComplete)),
      ("shock", .list(results.map(json))),
      (
        "solver",
        .object([
          (
            "skipped",
            .list(
              leftOut.map {
                .object([("key", .text($0.key)), ("reason", .text($0.reason))])
              })
          ),
          ("version", .text(CoopetitionPackage.version)),
        ])
      ),
    ])
  }

  /// What is left out of large networks, or was not looked for to the end.
  var leftOut: [(key: String, reason: String)] {
    var skipped: [(key: String, reason: String)] = []
    if list.game.playerCount > ShockStudy.matrixLimit {
      skipped = ShockExtent(firms: list.game.playerCount).skipped
    }
    let unfinished = Set(results.flatMap(\.unfinished)).sorted()
    return skipped + unfinished.map { ($0, "the work was stopped") }
  }

  private func json(_ result: Result) -> JSONValue {
    let levels = list.outcomes[result.place].levels
    let linear = result.linear
    let most = linear?.amplification
    let found = most.flatMap { $0.isConverged ? $0 : nil }
    func numbers(_ values: [Double]?) -> JSONValue {
      values.map { .numbers($0) } ?? .null
    }
    return .object([
      ("equilibrium", .integer(result.place)),
      ("levels", .numbers(levels)),
      (
        "free",
        linear.map { .list($0.isFree.map { .boolean($0) }) } ?? .null
      ),
      ("multiplier", numbers(linear?.multipliers)),
      ("own", numbers(linear?.own)),
      ("openness", numbers(linear?.openness)),
      ("welfare", numbers(linear?.welfare)),
      ("residual", .optional(linear?.residual)),
      ("loopGain", .optional(linear?.loopGain)),
      ("amplification", .optional(most?.factor)),
      ("direction", numbers(found?.direction)),
      ("response", numbers(found?.response)),
      ("linear", enclosures(linear?.enclosed)),
      ("random", random(result)),
      ("common", common(result)),
      ("one", .list(result.one.map { $0.map(json) ?? .null })),
      (
        "line",
        .list(
          result.line.map { place, point in
            .object(
              [
                ("to", .integer(place)), ("share", .number(point.threshold)),
                ("reached", point.destination.map { .integer($0) } ?? .null),
              ] + bracket(point))
          })
      ),
      ("fewest", fewest(result)),
      ("avalanche", avalanche(result)),
      (
        "parameters",
        .list(result.parameters.map { $0.map(json) ?? .null })
      ),
    ])
  }

  /// The ends of what is proven of the linear parts.
  private func enclosures(_ enclosed: EnclosedShocks?) -> JSONValue {
    .object([
      ("proven", .boolean(enclosed != nil)),
      ("low", ends(enclosed, \.lower)), ("high", ends(enclosed, \.upper)),
    ])
  }

  private func ends(
    _ enclosed: EnclosedShocks?, _ end: (Interval) -> Double
  ) -> JSONValue {
    guard let enclosed else { return .null }
    func numbers(_ values: [Interval]) -> JSONValue {
      .numbers(values.map(end))
    }
    return .object([
      ("multiplier", numbers(enclosed.multipliers)),
      ("own", enclosed.own.map(numbers) ?? .null),
      ("openness", numbers(enclosed.openness)),
      ("welfare", numbers(enclosed.welfare)),
      ("loopGain", .optional(enclosed.loopGain.map(end))),
      ("amplification", .optional(enclosed.amplification.map(end))),
    ])
  }

  private func random(_ result: Result) -> JSONValue {
    guard let random = result.random else {
      return .object([
        ("stationary", .boolean(false)),
        ("spectralRadius", .optional(result.radius)),
      ])
    }
    return .object([
      ("stationary", .boolean(true)),
      ("varianceGain", .optional(random.varianceGain)),
      ("sdOpenness", .number(random.variance.squareRoot())),
      ("origin", .numbers(random.origins)),
      ("sd", random.deviations.map { .numbers($0) } ?? .null),
    ])
  }

  private func bracket(
    _ point: TippingPoint
  ) -> [(key: String, value: JSONValue)] {
    [
      ("low", .number(point.lower)), ("high", .number(point.upper)),
      ("proven", .boolean(point.isProven)),
    ]
  }

  private func common(_ result: Result) -> JSONValue {
    func pair(_ value: (TippingPoint) -> JSONValue) -> JSONValue {
      .object([
        ("up", result.up.map(value) ?? .null),
        ("down", result.down.map(value) ?? .null),
      ])
    }
    return .object([
      ("up", .optional(result.up?.threshold)),
      ("down", .optional(result.down?.threshold)),
      ("low", pair { .number($0.lower) }),
      ("high", pair { .number($0.upper) }),
      ("proven", pair { .boolean($0.isProven) }),
    ])
  }

  private func json(_ one: TippingShocks.One) -> JSONValue {
    .object(
      [
        ("size", .number(one.point.threshold)), ("level", .number(one.level)),
        ("to", one.point.destination.map { .integer($0) } ?? .null),
      ] + bracket(one.point))
  }

  private func json(_ tipping: ParameterTipping) -> JSONValue {
    .object([
      ("key", .text(tipping.parameter)), ("today", .number(tipping.today)),
      ("from", .number(tipping.range.lowerBound)),
      ("to", .number(tipping.range.upperBound)),
      ("down", tipping.down.map(json) ?? .null),
      ("up", tipping.up.map(json) ?? .null),
    ])
  }

  private func json(_ event: BranchEvent) -> JSONValue {
    .object([
      ("value", .number(event.parameter)), ("kind", .text(event.kind.rawValue)),
      ("low", .number(event.enclosure.lower)),
      ("high", .number(event.enclosure.upper)),
      ("proven", .boolean(event.isProven)),
    ])
  }

  private func fewest(_ result: Result) -> JSONValue {
    guard let fewest = result.fewest else { return .null }
    return .object([
      ("count", .integer(fewest.sets.first?.count ?? 0)),
      (
        "sets",
        .list(fewest.sets.map { .list($0.map { .integer($0) }) })
      ),
      ("proven", .boolean(false)),
      ("exhaustive", .boolean(fewest.isExhaustive)),
    ])
  }

  private func avalanche(_ result: Result) -> JSONValue {
    guard let (players, first) = result.avalanche else { return .null }
    return .object([
      ("firms", .list(players.map { .integer($0) })),
      ("size", .integer(first.count { $0 != nil })),
      ("first", .list(first.map { $0.map { .integer($0) } ?? .null })),
    ])
  }
}
