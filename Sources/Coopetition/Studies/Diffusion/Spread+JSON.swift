import Equilibria
import Reports

extension Spread {
  /// The machine-readable answer.
  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("scenario", .text(cluster.name)),
      ("firms", .texts(cluster.firms.map(\.name))),
      ("method", .text(method)),
      ("choice", .text(plan.levels.name)),
      ("levels", .numbers(levels)),
    ]
    switch answer {
    case .threshold(let adoption):
      members += [
        ("adopters", .list(adoption.adopters.map { .integer($0) })),
        (
          "when",
          .list(adoption.times.map { $0.map { .integer($0) } ?? .null })
        ),
      ]
    case .course(let course, let seed):
      members += [
        ("time", .numbers(course.innovations[0].times)),
        ("innovations", .list(json(of: course))),
        ("runs", course.sample.map { .integer($0.runs) } ?? .null),
        ("seed", course.sample == nil ? .null : .integer(Int(seed))),
        ("compare", compared.isEmpty ? .null : .list(compared.map(json))),
        ("effect", effect.map(json) ?? .null),
      ]
    }
    members.append(("solver", solver))
    return .object(members)
  }

  private var method: String {
    switch answer {
    case .threshold: "threshold"
    case .course(let course, _): course.sample == nil ? "exact" : "simulation"
    }
  }

  private var solver: JSONValue {
    var skipped: [JSONValue] = []
    if case .course(let course, _) = answer, course.meanField == nil {
      skipped = [
        .object([
          ("key", .text("meanField")),
          ("reason", .text("would take too long on so many links")),
        ])
      ]
    }
    return .object([
      ("skipped", .list(skipped)),
      ("version", .text(CoopetitionPackage.version)),
    ])
  }

  /// One column of a comparison, with what differs from the first answer.
  private func json(_ column: Column) -> JSONValue {
    .object([
      ("choice", .text(column.choice.name)),
      ("levels", .numbers(column.levels)),
      ("innovations", .list(json(of: column.course))),
      ("differences", json(differences(column.course))),
    ])
  }

  /// How fast measures change with a number.
  private func json(_ effect: Effect) -> JSONValue {
    .object([
      ("key", .text(effect.key)), ("value", .number(effect.value)),
      ("change", .number(effect.change)),
      ("slopes", json(slopes(effect))),
    ])
  }

  /// Differences of each innovation by the names of the measures.
  private func json(_ differences: [[Difference]]) -> JSONValue {
    .list(
      differences.map { one in .object(one.map { ($0.name, json($0)) }) })
  }

  private func json(_ difference: Difference) -> JSONValue {
    .object([
      ("value", .number(difference.value)),
      ("low", .number(difference.value - difference.reach)),
      ("high", .number(difference.value + difference.reach)),
    ])
  }

  private func json(of course: Course) -> [JSONValue] {
    course.innovations.indices.map { json(of: course, innovation: $0) }
  }

  private func json(of course: Course, innovation a: Int) -> JSONValue {
    let own = course.innovations[a]
    let peak = own.peak
    return .object([
      ("name", .text(plan.innovations[a].name)),
      ("share", .numbers(own.share)),
      (
        "crossing",
        .list(
          AdoptionCourse.percentages.map {
            .optional(own.crossing(Double($0) / 100))
          })
      ),
      ("expectedTimes", .list(own.expectedTimes.map { .optional($0) })),
      ("peakRate", .number(peak.rate)),
      ("peakTime", .number(peak.time)),
      ("final", .number(own.final)),
      ("reach", .numbers(own.reach)),
      ("byTier", byTier(own.reach)),
      ("delay", .numbers(own.delay)),
      ("area", .number(own.area)),
      ("inequality", .number(own.inequality)),
      ("gain", .number(course.gains[a])),
      (
        "phases",
        .texts(LifeCycle.phases(of: own.share).map(\.rawValue))
      ),
      ("meanField", fieldJSON(course, innovation: a)),
      (
        "standardErrors",
        course.sample.map { errors($0.errors[a]) } ?? .null
      ),
    ])
  }

  /// The mean reach of the firms of each tier; null without tiers.
  private func byTier(_ reach: [Double]) -> JSONValue {
    let groups = tiers(reach)
    guard !groups.isEmpty else { return .null }
    return .object(groups.map { ($0.tier.rawValue, .number($0.mean)) })
  }

  /// The mean of numbers of firms over each tier that has firms.
  func tiers(_ numbers: [Double]) -> [(tier: Tier, mean: Double)] {
    Tier.allCases.compactMap { tier in
      let own = cluster.firms.indices.filter { cluster.firms[$0].tier == tier }
      guard !own.isEmpty else { return nil }
      return (
        tier, own.reduce(0) { $0 + numbers[$1] } / Double(own.count)
      )
    }
  }

  private func fieldJSON(_ course: Course, innovation a: Int) -> JSONValue {
    guard let field = course.meanField else { return .null }
    let reach = field.reach[a]
    return .object([
      ("share", .numbers(field.share[a])),
      ("final", .number(reach.reduce(0, +) / Double(reach.count))),
      ("reach", .numbers(reach)),
    ])
  }

  private func errors(_ errors: AdoptionErrors) -> JSONValue {
    .object([
      ("share", .numbers(errors.share)),
      ("expectedTimes", .list(errors.expectedTimes.map { .optional($0) })),
      ("final", .number(errors.final)),
      ("reach", .numbers(errors.reach)),
      ("delay", .numbers(errors.delay)),
      ("area", .number(errors.area)),
      ("gain", .number(errors.gain)),
    ])
  }
}
