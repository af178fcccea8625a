import Reports

extension PlatformOperators {
  /// The comparison as a report.
  public var report: Report {
    var sections: [Report.Section] = [.text(verdict), .table(table)]
    if !hasCore {
      sections.append(
        .text(
          "No firm is of the tier core; name those that could run the platform "
            + "with --core."))
    }
    sections.append(.picture(picture.document))
    return Report(
      title: scenario, sections: sections, data: json,
      isComplete: unjudged.isEmpty
        && candidates.allSatisfy(\.design.solution.isProven))
  }

  private var hasCore: Bool { candidates.count + unjudged.count > 2 }

  private var verdict: String {
    let judged = candidates[0].design.selection.rawValue
    let known = candidates.filter { $0.outcome != nil }
    let best = known.max {
      ($0.outcome?.analysis.welfare ?? 0) < ($1.outcome?.analysis.welfare ?? 0)
    }
    guard let best, let welfare = best.outcome?.analysis.welfare else {
      return "No equilibrium is known under any operator that was judged."
    }
    let winner =
      switch best.name {
      case "none": "nobody runs the platform"
      case "service": "a service institution runs the platform"
      default: "\(best.name) runs the platform"
      }
    let rest =
      unjudged.isEmpty
      ? "" : " There was no time to judge \(unjudged.joined(separator: ", "))."
    return "Who should run the platform, judged by the \(judged) equilibrium: "
      + "welfare is greatest, \(NumberText.significant(welfare, digits: 6)), "
      + "if \(winner).\(rest)"
  }

  private var table: Table {
    Table(
      columns: [
        "operator", "wants", "price", "margin", "value", "at most", "welfare",
        "profit", "fairness", "proven",
      ],
      rows: candidates.map(\.row))
  }

  /// What each firm earns under each operator.
  private var picture: ChannelPicture {
    ChannelPicture(
      title: "What firms earn by who runs the platform",
      channels: firms + ["service"],
      states: candidates.map { candidate in
        let earned =
          candidate.outcome?.analysis.payoffs ?? firms.map { _ in 0 }
        let profit = candidate.outcome?.analysis.commitment?.profit ?? 0
        return ChannelPicture.State(
          name: candidate.name,
          amounts: earned + [candidate.name == "service" ? profit : 0])
      })
  }

  private var json: JSONValue {
    .object([
      ("scenario", .text(scenario)), ("firms", .texts(firms)),
      (
        "operators",
        .list(
          candidates.map {
            .object([("operator", .text($0.name))] + $0.design.members)
          })
      ),
      (
        "solver",
        .object([
          ("seconds", .number(seconds)),
          ("version", .text(CoopetitionPackage.version)),
        ])
      ),
    ])
  }
}

extension PlatformOperators.Candidate {
  /// The equilibrium that counts; nil if nothing is feasible.
  var outcome: Design.Outcome? {
    design.solution.best?.selected.map { design.outcomes[$0] }
  }

  fileprivate var row: [Table.Cell] {
    func setting(_ address: String) -> Table.Cell {
      Table.Cell(
        design.instruments.first { $0.address == address }?.value)
    }
    let bound = design.solution.bound
    return [
      .text(name), .text(name == "none" ? "–" : design.objective),
      setting("policy.price"), setting("platform.margin"),
      Table.Cell(design.value, digits: 6),
      Table.Cell(bound.isFinite ? bound : nil, digits: 6),
      Table.Cell(outcome?.analysis.welfare, digits: 6),
      Table.Cell(outcome?.analysis.commitment?.profit),
      Table.Cell(outcome?.analysis.commitment?.fairness, digits: 3),
      .boolean(design.solution.isProven),
    ]
  }
}
