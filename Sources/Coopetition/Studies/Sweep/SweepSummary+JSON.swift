extension SweepSummary {
  /// The machine-readable summary; its keys are a contract.
  package var json: JSONValue {
    .object([
      ("schema", .text("coopetition/sweep/1")),
      ("points", .integer(points)),
      ("failed", .integer(failed)),
      ("keys", .texts(keys)),
      ("groups", .list(groups.map(\.json))),
    ])
  }
}

extension SweepSummary.Group {
  fileprivate var json: JSONValue {
    let place: [(key: String, value: JSONValue)] =
      at.isEmpty
      ? [] : [("at", .object(at.map { ($0.key, .number($0.value)) }))]
    switch findings {
    case .none: return .object(place)
    case .statistics(let columns):
      return .object(place + [("statistics", Self.list(columns) { $0.json })])
    case .indices(let columns):
      return .object(place + [("indices", Self.list(columns) { $0.json })])
    case .tornado(let columns):
      return .object(place + [("tornado", Self.list(columns) { $0.json })])
    }
  }

  private static func list<Finding>(
    _ columns: [(column: String, Finding)],
    _ json: (Finding) -> [(key: String, value: JSONValue)]
  ) -> JSONValue {
    .list(
      columns.map { .object([("column", .text($0.column))] + json($0.1)) })
  }
}

extension SweepSummary.Statistic {
  fileprivate var json: [(key: String, value: JSONValue)] {
    switch self {
    case .nothing: [("count", .integer(0))]
    case .share(let share):
      [
        ("count", .integer(share.count)), ("share", .number(share.share)),
        ("interval", .numbers([share.interval.lower, share.interval.upper])),
      ]
    case .number(let statistics):
      [
        ("count", .integer(statistics.count)),
        ("mean", .number(statistics.mean)),
        ("standardError", .number(statistics.standardError)),
        ("deviation", .number(statistics.deviation)),
        ("least", .number(statistics.least)),
        (
          "quantiles",
          .object(
            zip(SampleStatistics.shares, statistics.quantiles).map {
              ($0.shortDescription, .number($1))
            })
        ),
        ("greatest", .number(statistics.greatest)),
      ]
    }
  }
}

extension SobolIndices {
  fileprivate var json: [(key: String, value: JSONValue)] {
    let head: [(key: String, value: JSONValue)] = [
      ("samples", .integer(samples)), ("variance", .number(variance)),
    ]
    guard variance > 0 else { return head }
    return head + [
      ("first", .numbers(first)), ("total", .numbers(total)),
      ("firstInterval", .list(firstIntervals.map { .numbers($0) })),
      ("totalInterval", .list(totalIntervals.map { .numbers($0) })),
    ]
  }
}

extension Tornado {
  fileprivate var json: [(key: String, value: JSONValue)] {
    [
      ("middle", .number(middle)),
      (
        "bars",
        .list(
          bars.map {
            .object([
              ("key", .text($0.key)), ("low", .number($0.low)),
              ("high", .number($0.high)), ("swing", .number($0.swing)),
            ])
          })
      ),
    ]
  }
}
