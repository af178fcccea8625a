import Reports

extension CollectionDivision {
  /// The division as a report.
  public var report: Report {
    Report(
      title: "\(scenario): \(NumberText.counted(firms.count, "firm")), "
        + NumberText.counted(topics.count, "topic"),
      sections: [.text(verdict), .table(tasks), .text(payments)] + trade
        + [.picture(DivisionPicture(self).document)],
      data: json, isComplete: optimum.isProven && alone.isComplete)
  }

  private static func text(_ value: Double) -> String {
    NumberText.significant(value, digits: 4)
  }

  private func names(_ places: [Int]) -> String {
    places.isEmpty
      ? "nobody" : places.map { firms[$0] }.joined(separator: ", ")
  }

  /// The optimum beside what firms do alone.
  private var verdict: String {
    let proof =
      optimum.isProven
      ? "proven"
      : "at most \(NumberText.roundedUp(optimum.gap)) below the best, proven in intervals"
    let best = "Optimum \(Self.text(optimum.welfare)), \(proof)."
    guard let worst = alone.worst, let top = alone.best else {
      return best + " Alone, firms have no pure equilibrium"
        + (alone.isComplete ? ", proven." : " that was found.")
    }
    let count = alone.count.map { NumberText.grouped($0) } ?? "very many"
    let range =
      worst == top
      ? Self.text(worst) : "\(Self.text(worst)) to \(Self.text(top))"
    let completeness = alone.isComplete ? "complete" : "perhaps not all"
    return "\(best) Alone \(count) equilibri\(count == "1" ? "um" : "a"), "
      + "\(completeness): \(range)."
  }

  /// What it takes to bring the optimum about.
  private var payments: String {
    guard outlay == 0 else {
      return "Bounties of \(Self.text(outlay)) in all make the optimum what "
        + "firms do of their own accord."
    }
    guard let worst = alone.worst, worst < optimum.welfare else {
      return "No bounty is needed."
    }
    return "No bounty is needed; the loss of "
      + "\(Self.text(optimum.welfare - worst)) is one of coordination."
  }

  /// Who collects what, with the bounty for each task.
  private var tasks: Table {
    var table = Table(
      columns: ["topic", "collected by", "bounties", "alone by"])
    for (k, topic) in topics.enumerated() {
      let collectors = optimum.collectors[k]
      let paid = collectors.filter { bounties[$0][k] > 0 }
        .map { "\(firms[$0]) \(Self.text(bounties[$0][k]))" }
      let sets = alone.topics?[k].prefix(Self.shownSets).map(names)
      let rest = (alone.topics?[k].count ?? 0) - Self.shownSets
      let more = rest > 0 ? "; \(NumberText.grouped(rest)) more" : ""
      table.add(
        topic,
        [
          .text(names(collectors)), .text(paid.joined(separator: ", ")),
          .text((sets.map { $0.joined(separator: "; ") } ?? "") + more),
        ])
    }
    return table
  }

  private static let shownSets = 3

  /// Who works for whom; empty without trade.
  private var trade: [Report.Section] {
    guard let price = optimum.hourPrice else { return [] }
    let prices =
      price.lowerBound == price.upperBound
      ? Self.text(price.lowerBound)
      : "\(Self.text(price.lowerBound)) to \(Self.text(price.upperBound))"
    var table = Table(
      "Hours of work at a price of \(prices)",
      columns: ["firm", "for others", "by others"])
    for (k, firm) in firms.enumerated()
    where optimum.processed[k] > 0 || optimum.sold[k] > 0 {
      table.add(firm, [optimum.processed[k], optimum.sold[k]])
    }
    return [.table(table)]
  }

  /// The division for programs.
  var json: JSONValue {
    let price = optimum.hourPrice.map {
      JSONValue.numbers([$0.lowerBound, $0.upperBound])
    }
    return .object([
      ("scenario", .text(scenario)), ("firms", .texts(firms)),
      (
        "reach",
        .list(
          firms.indices.map { i in
            .numbers(firms.indices.map { reach[i, $0] })
          })
      ), ("optimum", optimumJSON), ("hourPrice", price ?? .null),
      ("alone", aloneJSON),
      ("bounties", .list(bounties.map { .numbers($0) })),
      ("fees", .list(fees.map { .numbers($0) })), ("outlay", .number(outlay)),
      (
        "solver",
        .object([
          ("method", .text("dual ascent, branch and bound; kernels")),
          ("seconds", .number(seconds)), ("evaluations", .integer(evaluations)),
          ("version", .text(CoopetitionPackage.version)),
        ])
      ),
    ])
  }

  private func json(_ places: [Int]) -> JSONValue {
    .texts(places.map { firms[$0] })
  }

  private var optimumJSON: JSONValue {
    .object([
      (
        "collectors",
        .object(
          zip(topics, optimum.collectors).map { ($0, json($1)) })
      ), ("welfare", .number(optimum.welfare)),
      ("bound", .number(optimum.bound)), ("gap", .number(optimum.gap)),
      ("processing", .number(optimum.processing)),
      ("processed", .numbers(optimum.processed)),
      ("sold", .numbers(optimum.sold)), ("proven", .boolean(optimum.isProven)),
    ])
  }

  private var aloneJSON: JSONValue {
    let sets = alone.topics.map { sets in
      JSONValue.object(
        zip(topics, sets).map { ($0, .list($1.map(json))) })
    }
    let profiles = alone.profiles.map { profiles in
      JSONValue.list(profiles.map { .list($0.map(json)) })
    }
    func number(_ value: Double?) -> JSONValue {
      value.map { .number($0) } ?? .null
    }
    return .object([
      ("count", alone.count.map { .integer($0) } ?? .null),
      ("worst", number(alone.worst)), ("best", number(alone.best)),
      ("topics", sets ?? .null), ("profiles", profiles ?? .null),
      ("complete", .boolean(alone.isComplete)),
    ])
  }
}
