extension SolvedGame {
  /// The solved game for a reader: parameters, the values beside the closed
  /// form, evidence, propositions and warnings.
  public var text: String {
    let sections = [
      ("", heading), ("Parameters", parameterTable.text),
      ("Answer", answerTable.text), ("Checks", evidenceTable.text),
      ("Propositions", propositionTable.text),
      ("Warnings", answer.warnings.map { "  \($0)\n" }.joined()),
      ("", isCut ? "Longer lists are cut; --json prints them in full.\n" : ""),
    ]
    return sections.filter { !$0.1.isEmpty }
      .map { $0.0.isEmpty ? $0.1 : "\($0.0)\n\($0.1)" }
      .joined(separator: "\n")
  }

  /// Whether a list does not fit into the table.
  private var isCut: Bool {
    answer.values.leaves.contains { $0.value.rounded.brief.hasSuffix("...") }
  }

  private var heading: String {
    "\(name): \(question)\n\(citation)\n"
  }

  private var parameterTable: TextTable {
    var table = TextTable()
    for (name, value) in parameters.pairs {
      table.add(name, value.brief, meanings[name]?.text ?? "")
    }
    return table
  }

  private var answerTable: TextTable {
    var table = TextTable()
    table.add("", "computed", "closed form", "difference")
    for (path, value) in answer.values.leaves {
      let form = answer.closedForm.value(at: path)
      let compared = Record([("", value)])
        .comparisons(with: form.map { Record([("", $0)]) } ?? [:])
      let difference = compared.reduce(0) { max($0, $1.difference) }
      table.add(
        path.joined(separator: "."), value.rounded.brief,
        form?.rounded.brief ?? "",
        form == nil || form == .null ? "" : Self.magnitude(difference))
    }
    return table
  }

  private var evidenceTable: TextTable {
    var table = TextTable()
    for evidence in answer.evidence {
      table.add(
        evidence.holds ? "ok" : "FAILS", evidence.claim,
        Self.magnitude(evidence.size), "at most",
        Self.magnitude(evidence.limit))
    }
    return table
  }

  private var propositionTable: TextTable {
    var table = TextTable()
    for finding in propositions {
      table.add(
        finding.verdict.words, finding.statement, "if \(finding.condition)")
    }
    return table
  }

  /// A small number with two digits.
  static func magnitude(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return Value.digits(number) }
    return "\(Value.rounded(number, digits: 2))"
  }
}

extension Verdict {
  /// The verdict as a reader expects it.
  fileprivate var words: String {
    switch self {
    case .holds: "holds"
    case .fails: "FAILS"
    case .notApplicable: "not claimed here"
    }
  }
}

extension Record {
  /// The paths of all values that are not records, with the values.
  fileprivate var leaves: [(path: [String], value: Value)] {
    pairs.flatMap { name, value in
      guard let inner = value.record else { return [([name], value)] }
      return inner.leaves.map { ([name] + $0.path, $0.value) }
    }
  }
}

extension Value {
  /// The value with its numbers rounded to eight digits, for a reader.
  fileprivate var rounded: Value {
    switch self {
    case .number(let number): .number(Value.rounded(number, digits: 8))
    case .list(let list): .list(list.map(\.rounded))
    default: self
    }
  }

  /// A number rounded to a number of significant digits.
  fileprivate static func rounded(_ number: Double, digits: Int) -> Double {
    guard number != 0, number.isFinite else { return number }
    let power = Double(digits - 1) - Double.log10(abs(number)).rounded(.down)
    guard abs(power) < 300 else { return number }
    let scale = Double.exp10(abs(power))
    return power < 0
      ? (number / scale).rounded() * scale : (number * scale).rounded() / scale
  }
}
