import Reports

extension PhaseDiagnosis {
  /// The phase for programs.
  var json: JSONValue {
    .object([
      ("series", .text(series)), ("phase", .text(phase.rawValue)),
      ("next", .text(next.rawValue)),
      (
        "probabilities",
        .object(
          zip(LifeCyclePhase.allCases, probabilities).map {
            ($0.rawValue, .number($1))
          })
      ), ("margin", .number(margin)),
      (
        "curves",
        .object(
          zip(GrowthCurve.allCases, curves).map { ($0.rawValue, .number($1)) })
      ), ("curve", .text(fit.curve.rawValue)), ("fit", fit.json),
      ("turnover", turnover?.json ?? .null),
    ])
  }

  /// The phase in words.
  var sentence: String {
    func text(_ value: Double, _ digits: Int) -> String {
      NumberText.significant(value, digits: digits)
    }
    let falling = probabilities.sorted(by: >)
    let curve = curves.max() ?? 0
    let head =
      "\(phase.rawValue) P \(text(falling[0], 2)), \(next.rawValue) "
      + "\(text(falling[1], 2)) (\(fit.curve.rawValue) \(text(curve, 3)))"
    guard let error = fit.standardErrors[2] else {
      return head + "; the figures do not show a ceiling yet"
    }
    let turns = fit.turningPoints.map { NumberText.fixed($0, decimals: 1) }
    return head + "; ceiling \(text(fit.ceiling, 4)) ± \(text(error, 3)), "
      + "turning points \(turns.joined(separator: " and "))"
  }

  /// The series with the fitted curve, drawn on beyond the last year.
  var picture: SVGDocument {
    let start = years.first ?? 0
    let end = years.last ?? 0
    let last = end + (end - start) / 4
    let points = (0...Self.curvePoints).map { k in
      let year = start + (last - start) * Double(k) / Double(Self.curvePoints)
      return (year, fit.value(at: year, end: end))
    }
    var chart = Chart(
      title: "Phase: \(phase.rawValue)", summary: sentence,
      horizontal: ("year", [start, last]), isCounting: true,
      vertical: (series, values + points.map(\.1) + [0]))
    chart.addLine(points, ink: .blue)
    chart.explain("\(fit.curve.rawValue) curve", ink: .blue)
    for (year, value) in zip(years, values) {
      chart.addMark(.dot, at: (year, value), ink: .text)
    }
    chart.explain(series, mark: .dot, ink: .text)
    let turns = fit.turningPoints.filter { $0 >= start && $0 <= last }
    for year in turns {
      chart.addMark(
        .diamond, at: (year, fit.value(at: year, end: end)),
        ink: .orange)
    }
    if !turns.isEmpty {
      chart.explain("turning point", mark: .diamond, ink: .orange)
    }
    return chart.document
  }

  private static let curvePoints = 120
}

extension CurveFit {
  /// The fit for programs.
  fileprivate var json: JSONValue {
    let names = ["rate", "midpoint", "ceiling", "decay"]
    return .object([
      ("rate", .number(rate)), ("midpoint", .number(midpoint)),
      ("ceiling", .number(ceiling)), ("decay", .number(decay)),
      ("residual", .number(residual)), ("tau", .number(tau)),
      ("turningPoints", .numbers(turningPoints)),
      (
        "standardErrors",
        .object(
          zip(names, standardErrors).map { name, error in
            (name, error.map { .number($0) } ?? .null)
          })
      ),
    ])
  }
}

extension Turnover {
  /// The turnover for programs.
  fileprivate var json: JSONValue {
    .object([
      ("window", .integer(Self.window)), ("entryRate", .number(entryRate)),
      ("exitRate", .number(exitRate)), ("netEntry", .number(netEntry)),
      ("z", .number(z)),
    ])
  }

  /// The turnover in words.
  var sentence: String {
    "entry \(NumberText.percent(entryRate)), exit "
      + "\(NumberText.percent(exitRate)) of firms a year over the last "
      + "\(Self.window) periods; z \(NumberText.significant(z, digits: 3))"
  }
}
