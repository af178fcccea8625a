import Reports

extension GrowthAccount {
  /// The account for programs.
  var json: JSONValue {
    func modes(_ values: [Double]?) -> JSONValue {
      guard let values else { return .null }
      return .object(
        zip(GrowthMode.allCases, values).map { ($0.rawValue, .number($1)) })
    }
    return .object([
      ("growth", .number(growth)),
      (
        "contributions",
        .object(contributions.map { ($0.factor.rawValue, .number($0.value)) })
      ),
      ("productivity", .number(productivity)),
      ("modes", modes(self.modes.values)),
      ("standardErrors", modes(self.modes.standardErrors)),
      ("probabilities", modes(self.modes.probabilities)),
      ("mode", .text(self.modes.mode.rawValue)),
      ("next", .text(self.modes.next.rawValue)),
      ("margin", .number(self.modes.margin)),
      ("marginError", self.modes.marginError.map { .number($0) } ?? .null),
      ("attribution", attribution.map { .number($0) } ?? .null),
      ("index", .numbers(index)), ("estimate", estimate?.json ?? .null),
      ("periods", .list(periods.map { json(of: $0) })),
    ])
  }

  private func json(of period: Period) -> JSONValue {
    .object([
      ("year", .number(period.year)), ("years", .number(period.years)),
      ("growth", .number(period.growth)),
      (
        "contributions",
        .object(
          zip(contributions, period.contributions).map {
            ($0.factor.rawValue, .number($1))
          })
      ),
      ("productivity", .number(period.productivity)),
    ])
  }

  /// The mode in words, in points of growth a year.
  var sentence: String {
    func points(_ value: Double) -> String {
      NumberText.significant(100 * value, digits: 3)
    }
    var text =
      "\(modes.mode.rawValue) \(points(modes[modes.mode])) of "
      + "\(points(growth)) points of growth a year"
    if let probabilities = modes.probabilities {
      let probability = probabilities[GrowthModes.place(of: modes.mode)]
      text += ", P \(NumberText.significant(probability, digits: 2))"
    }
    let error = modes.marginError.map { " ± \(points($0))" } ?? ""
    return text + "; \(points(modes.margin))\(error) points ahead of "
      + modes.next.rawValue
  }

  /// The contributions, in points of growth a year.
  var table: Table {
    var table = Table(
      "Growth in points a year", columns: ["from", "points", "share"])
    for (factor, value) in contributions {
      table.rows.append(row(factor.rawValue, value))
    }
    table.rows.append(row("productivity", productivity))
    table.rows.append(row("all", growth))
    return table
  }

  private func row(_ name: String, _ value: Double) -> [Table.Cell] {
    [
      .text(name), .number(100 * value, digits: 3),
      growth != 0 ? .percent(value / growth) : .none,
    ]
  }

  /// The elasticities, if they are estimated.
  var estimateTable: Table? {
    estimate.map { estimate in
      var table = Table(
        "Estimated from \(estimate.observations) observations",
        columns: ["elasticity", "estimate", "standard error"])
      for (k, elasticity) in estimate.elasticities.enumerated() {
        table.add(
          elasticity.factor.rawValue,
          [elasticity.value, estimate.standardErrors[k]])
      }
      if let trend = estimate.trend {
        table.add("trend a year", [trend.value, trend.error])
      }
      if let constant = estimate.constant {
        table.add("constant", [constant.value, constant.error])
      }
      return table
    }
  }
}

extension ElasticityEstimate {
  /// The estimate for programs.
  var json: JSONValue {
    let names = elasticities.map(\.factor.rawValue)
    func number(_ value: Double?) -> JSONValue {
      value.map { .number($0) } ?? .null
    }
    return .object([
      (
        "elasticities",
        .object(elasticities.map { ($0.factor.rawValue, .number($0.value)) })
      ),
      (
        "standardErrors",
        .object(zip(names, standardErrors).map { ($0, .number($1)) })
      ),
      ("trend", number(trend?.value)), ("trendError", number(trend?.error)),
      ("constant", number(constant?.value)),
      ("constantError", number(constant?.error)),
      ("residual", .number(residual)), ("rSquared", .number(rSquared)),
      ("durbinWatson", .number(durbinWatson)),
      ("observations", .integer(observations)),
    ])
  }
}
