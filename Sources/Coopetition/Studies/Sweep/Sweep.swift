/// A scenario solved at many values of its numbers.
///
/// ```text
/// points: known from their numbers alone
///    ↓ any process, thread and order
/// parts: a row a point
///    ↓ by whoever finds that no point is missing
/// results.csv, summary.json: the same bytes whoever wrote what
/// ```
package struct Sweep: Sendable {
  /// Which points there are.
  package let plan: SweepPlan
  /// How a point is solved and what is read.
  package let method: any SweepMethod
  /// What tells the scenario's files from others.
  let fingerprint: String
  /// How many boxes a search may examine.
  let effort: Int

  /// A sweep.
  ///
  /// - Parameters:
  ///   - plan: The points.
  ///   - method: How a point is solved.
  ///   - fingerprint: See ``ScenarioFile/fingerprint()``.
  ///   - effort: The limit of the method, recorded in the plan.
  package init(
    _ plan: SweepPlan, by method: any SweepMethod, fingerprint: String,
    effort: Int
  ) {
    self.plan = plan
    self.method = method
    self.fingerprint = fingerprint
    self.effort = effort
  }

  /// The names of the columns of the results.
  package var columnNames: [String] {
    ["point"] + plan.keys + method.columns + ["error"]
  }

  /// The first line of parts and results.
  var header: String { CSVText.row(columnNames) }

  /// How many cells a row has.
  var cellCount: Int { plan.keys.count + method.columns.count + 2 }

  /// The row of a point.
  ///
  /// What is wrong with a point is said in its last cell.
  func row(of point: Int) -> String {
    let values = plan.values(of: point)
    do {
      let scenario = try plan.scenario(at: values)
      return SweepRow.text(
        point, values, try method.cells(of: scenario), error: "")
    } catch {
      let empty = [SweepCell](repeating: .empty, count: method.columns.count)
      return SweepRow.text(point, values, empty, error: error.description)
    }
  }

  /// The plan as it is written into the folder.
  var json: JSONValue {
    .object([
      ("version", .text(CoopetitionPackage.version)),
      ("scenario", .text(plan.scenario.name)),
      ("fingerprint", .text(fingerprint)),
      ("points", .integer(plan.pointCount)),
      ("keys", .texts(plan.keys)),
      ("columns", .texts(method.columns)),
      ("design", design),
    ])
  }

  private var design: JSONValue {
    let size: [(key: String, value: JSONValue)] =
      switch plan.design {
      case .sample(let count), .indices(let count):
        [("samples", .integer(count))]
      case .grid, .tornado: []
      }
    let rest: [(key: String, value: JSONValue)] = [
      ("command", .text(method.command)),
      ("effort", .integer(effort)),
      (
        "axes",
        .list(
          plan.axes.map {
            .object([
              ("key", .text($0.address)), ("values", .numbers($0.values)),
            ])
          })
      ),
      ("uncertain", .list(plan.uncertain.map(\.json))),
    ]
    let list: [(key: String, value: JSONValue)] =
      plan.list.map { [("list", .text($0.fingerprint))] } ?? []
    return .object(
      [("name", .text(plan.list == nil ? plan.design.name : "list"))] + size
        + [
          ("seed", .text("\(plan.seed)")),
          ("method", .text(plan.method == .sobol ? "sobol" : "random")),
        ] + rest + list)
  }
}

extension SweepList {
  /// What tells the points from others.
  var fingerprint: String {
    var hash = SHA256()
    for row in rows { hash.update("\(row)".utf8) }
    return String(hash.digest.prefix(16))
  }
}

extension UncertainNumber {
  /// The number as plans record it.
  var json: JSONValue {
    let (name, numbers): (String, [Double]) =
      switch distribution.family {
      case .uniform(let a, let b): ("uniform", [a, b])
      case .triangular(let a, let mode, let b): ("triangular", [a, mode, b])
      case .normal(let mean, let deviation): ("normal", [mean, deviation])
      case .lognormal(let median, let spread): ("lognormal", [median, spread])
      }
    return .object([
      ("key", .text(address)), (name, .numbers(numbers)),
      ("from", .number(distribution.lower)),
      ("to", .number(distribution.upper)),
    ])
  }
}
