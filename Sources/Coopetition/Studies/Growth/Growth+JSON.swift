import Equilibria
import Reports

extension Growth {
  /// The machine-readable answer.
  var json: JSONValue {
    .object([
      ("scenario", .text(cluster.name)),
      ("firms", .texts(cluster.firms.map(\.name))),
      (
        "growth",
        .object([
          ("depreciation", .numbers(growth.depreciation)),
          ("research", .numbers(growth.research)),
          ("learning", .numbers(growth.learning)),
          ("discount", .number(section.discount)),
          ("periods", .integer(section.periods)),
        ])
      ),
      ("runs", .list(runs.map(json))),
      ("steady", .list(longRun.states.map(json))),
      ("complete", .boolean(longRun.isComplete)),
      ("unbounded", .boolean(longRun.largest == nil)),
      (
        "largestKnowledge", longRun.largest.map { .numbers($0) } ?? .null
      ),
      (
        "trap",
        longRun.trap.map {
          .object([
            ("low", .integer($0.low)), ("high", .integer($0.high)),
            ("gain", .number($0.gain)),
          ])
        } ?? .null
      ),
    ])
  }

  private func json(_ run: GrowthRun) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("play", .text(run.play.rawValue)),
      ("select", run.selection.map { .text($0.rawValue) } ?? .null),
      ("knowledge", .list(run.knowledge.map { .numbers($0) })),
      ("levels", .list(run.levels.map { .numbers($0) })),
      ("payoffs", .list(run.payoffs.map { .numbers($0) })),
      ("welfare", .numbers(run.welfare)),
      ("openness", .numbers(run.openness)),
      (
        "phases",
        .object([
          ("knowledge", .texts(phases(totals(run)))),
          ("openness", .texts(phases(run.openness))),
        ])
      ),
      ("presentValue", .number(run.presentValue)),
      (
        "switches",
        .list(
          run.switches.map {
            .object([
              ("period", .integer($0.period)), ("from", .numbers($0.from)),
              ("to", .numbers($0.to)),
            ])
          })
      ),
    ]
    if let values = run.values, let horizon = run.horizon {
      members += [
        ("horizon", .integer(horizon)),
        ("value", .number(values.reduce(0, +))), ("values", .numbers(values)),
        ("residual", .optional(run.residual)), ("proven", .boolean(false)),
      ]
    }
    return .object(members)
  }

  /// The knowledge of the cluster in each period but the last.
  func totals(_ run: GrowthRun) -> [Double] {
    run.knowledge.dropLast().map { $0.reduce(0, +) }
  }

  private func phases(_ series: [Double]) -> [String] {
    LifeCycle.phases(of: series).map(\.rawValue)
  }

  private func json(_ state: LongRun.State) -> JSONValue {
    .object([
      ("levels", .numbers(state.levels)),
      ("knowledge", .numbers(state.knowledge)),
      ("welfare", .number(state.welfare)),
      ("contraction", .optional(state.contraction)),
      ("stable", .boolean(state.isStable)),
      ("proven", .boolean(state.isProven)),
    ])
  }
}
