import Reports

extension ClusterState {
  /// The label with its numbers, for programs.
  var json: JSONValue {
    .object(
      [
        ("state", .text(kind.rawValue)), ("next", .text(next.rawValue)),
        ("margin", .number(margin)),
      ] + Self.named(parts.map { .number($0) }))
  }

  /// Values by the names of the states.
  static func named(
    _ values: [JSONValue]
  ) -> [(key: String, value: JSONValue)] {
    zip(ClusterStateKind.allCases, values).map { ($0.rawValue, $1) }
  }

  /// The state in words.
  var sentence: String {
    let others = zip(ClusterStateKind.allCases, parts)
      .filter { $0.0 != kind }
      .map { "\($0.rawValue) \(Self.text($1))" }
    let largest = parts.max() ?? 0
    return "\(kind.rawValue) \(Self.text(largest)) "
      + "(\(others.joined(separator: ", "))): margin \(Self.text(margin)), "
      + "\(isProven ? "proven" : "numerical"); \(meaning)"
  }

  private static func text(_ value: Double) -> String {
    NumberText.significant(value, digits: 3)
  }

  private var meaning: String {
    switch kind {
    case .aligned: "even the worst equilibrium does well"
    case .trap: "a better equilibrium exists; moving together leads there"
    case .dilemma: "no equilibrium does well"
    }
  }

  /// The three parts as one bar.
  var picture: SVGDocument {
    var bar = BarPicture(
      title: "State: \(kind.rawValue)", summary: sentence, rows: 1)
    bar.addRow(
      "of what could be gained",
      parts: zip(ClusterStateKind.allCases, parts).map { kind, part in
        ("\(kind.rawValue) \(Self.text(part))", max(0, part))
      })
    return bar.document
  }
}

extension ClusterState.Standing {
  /// The profile for programs.
  var json: JSONValue {
    .object([
      ("levels", .numbers(levels)), ("welfare", .number(welfare)),
      ("leakageShare", leakageShare.map { .number($0) } ?? .null),
    ])
  }
}

extension SharingForces {
  /// The forces for programs.
  var json: JSONValue {
    .object(
      channels.map { ($0.name, .number($0.value)) }
        + [("others", .number(others))])
  }

  /// The forces in words: what holds back against what drives.
  var sentence: String {
    func list(_ isWanted: (Double) -> Bool) -> String {
      let parts = channels.filter { isWanted($0.value) }
        .sorted { abs($0.value) > abs($1.value) }
        .map { "\($0.name) \(NumberText.significant($0.value, digits: 3))" }
      return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }
    let sign = others > 0 ? "+" : ""
    return "worst equilibrium: \(list { $0 < 0 }) against "
      + "\(list { $0 > 0 }); to the others \(sign)"
      + NumberText.significant(others, digits: 3)
  }
}

extension StateRisk {
  /// The risk for programs.
  var json: JSONValue {
    let intervals = intervals.map { ranges in
      JSONValue.object(
        ClusterState.named(
          ranges.map { .numbers([$0.lowerBound, $0.upperBound]) }))
    }
    return .object([
      (
        "probabilities",
        .object(ClusterState.named(probabilities.map { .number($0) }))
      ),
      ("intervals", intervals ?? .null),
      ("thresholds", .numbers(thresholds)),
      (
        "expected",
        .object([
          ("worst", .number(expected[0])), ("best", .number(expected[1])),
          ("optimum", .number(expected[2])),
        ])
      ),
      ("commitment", .numbers(commitment)),
      ("valueOfInformation", .number(valueOfInformation)),
      ("exact", .boolean(isExact)), ("samples", .integer(samples)),
    ])
  }

  /// The risk in words.
  var sentence: String {
    let shares = zip(ClusterStateKind.allCases, probabilities)
      .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
      .map { "\($0.rawValue) P \(NumberText.significant($1, digits: 2))" }
    let places = thresholds.map { NumberText.significant($0, digits: 6) }
    let changes =
      thresholds.isEmpty
      ? "" : "; it changes at \(places.joined(separator: ", "))"
    let worth =
      isExact
      ? NumberText.significant(valueOfInformation, digits: 3)
      : NumberText.roundedUp(valueOfInformation, digits: 3)
    return shares.joined(separator: ", ") + changes
      + "; to know is worth \(isExact ? "" : "at most ")\(worth) "
      + "(\(NumberText.counted(samples, "sample")), numerical)"
  }
}
