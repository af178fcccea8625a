extension Sensitivity {
  /// The machine-readable result.
  public var json: JSONValue {
    .object([
      ("scenario", .text(scenario)),
      ("players", .list(players.map { .text($0) })),
      ("variables", .list(variables.map { .text($0) })),
      ("equilibria", .list(equilibria.map(\.json))),
      ("complete", .boolean(isComplete)),
      (
        "solver",
        .object([
          ("method", .text("implicit differentiation")),
          ("seconds", .number(seconds)),
          ("version", .text(CoopetitionPackage.version)),
        ])
      ),
    ])
  }
}

extension Sensitivity.Outcome {
  var json: JSONValue {
    .object([
      ("levels", .numbers(equilibrium.levels)),
      ("welfare", .number(welfare)),
      ("stability", .text(equilibrium.stability.rawValue)),
      ("proven", .boolean(equilibrium.isProven)),
      ("effects", .list(effects.map(\.json))),
      ("undefined", .list(undefined.map { .text($0) })),
    ])
  }
}

extension Sensitivity.Effect {
  var json: JSONValue {
    .object([
      ("parameter", .text(parameter)),
      ("value", .number(value)),
      ("welfare", .number(derivative.welfare)),
      ("elasticity", elasticity.map { .number($0) } ?? .null),
      ("levels", .numbers(derivative.levels)),
      ("payoffs", .numbers(derivative.payoffs)),
    ])
  }
}
