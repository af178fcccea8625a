import Reports

extension PropositionReport {
  /// The report for a reader.
  public var text: String {
    var text = "  \(isConfirmed ? "ok   " : "FAILS")  \(statement)\n"
    text += "         if \(condition)\n"
    let points = NumberText.counted(holds + failures.count, "point")
    text += "         holds at \(holds) of \(points)"
    text += outside == 0 ? "; " : ", not claimed at \(outside) others; "
    text += isSharp ? "false at " : "NOT false at "
    text += "\(Value.record(counterexample).brief)\n"
    for point in failures.prefix(Self.shownFailures) {
      text += "         fails at \(Value.record(point).json)\n"
    }
    return text
  }

  /// How many failures are spelled out.
  private static let shownFailures = 3
}
