extension SolvedGame {
  /// The solved game as a record: `model`, `parameters`, `values` and
  /// `checks`, and `warnings` if there are any.
  ///
  /// `checks` holds the closed form, the largest difference from it, the
  /// measured evidence and what the answer says of each proposition.
  public var record: Record {
    var record: Record = [
      "model": .text(name), "parameters": .record(parameters),
      "values": .record(answer.values),
      "checks": [
        "closed_form": .record(answer.closedForm),
        "largest_difference": Value(answer.largestDifference),
        "evidence": .list(answer.evidence.map { .record($0.record) }),
        "propositions": .list(propositions.map { .record($0.record) }),
      ],
    ]
    if !answer.warnings.isEmpty { record["warnings"] = Value(answer.warnings) }
    return record
  }
}

extension Evidence {
  fileprivate var record: Record {
    [
      "claim": .text(claim), "size": Value(size), "limit": Value(limit),
      "holds": .boolean(holds),
    ]
  }
}

extension SolvedGame.Finding {
  fileprivate var record: Record {
    [
      "statement": .text(statement), "condition": .text(condition),
      "verdict": .text(verdict.rawValue),
    ]
  }
}

extension PropositionReport {
  /// The report as a record.
  public var record: Record {
    [
      "statement": .text(statement), "condition": .text(condition),
      "holds": .number(Double(holds)), "outside": .number(Double(outside)),
      "failures": .list(failures.map { .record($0) }),
      "counterexample": .record(counterexample),
      "isSharp": .boolean(isSharp), "isConfirmed": .boolean(isConfirmed),
    ]
  }
}
