/// What a published game answers at one set of parameters.
public struct Answer: Sendable {
  /// What the general solvers found.
  public var values: Record
  /// What the published formulas say, under the same names; it may leave out
  /// values for which there is no formula.
  public var closedForm: Record
  /// How good the computed values are, by other means than the closed form.
  public var evidence: [Evidence]
  /// What a reader should know before relying on the values.
  public var warnings: [String]

  /// An answer; parts may be added later.
  public init(
    values: Record = [:], closedForm: Record = [:], evidence: [Evidence] = [],
    warnings: [String] = []
  ) {
    self.values = values
    self.closedForm = closedForm
    self.evidence = evidence
    self.warnings = warnings
  }

  /// The computed value beside the closed form, value by value.
  public var comparisons: [Comparison] { values.comparisons(with: closedForm) }

  /// The largest difference from the closed form, relative to numbers that
  /// exceed 1.
  public var largestDifference: Double {
    comparisons.reduce(0) { max($0, $1.difference) }
  }
}

extension Answer {
  /// Whether one part of the values stands to another as asked, in every one
  /// of some numbers; false if one is missing.
  func compare(
    _ part: String, _ other: String, _ numbers: [String],
    _ relation: (Double, Double) -> Bool
  ) -> Bool {
    numbers.allSatisfy {
      relation(values.number(part, $0), values.number(other, $0))
    }
  }
}

/// A number that must be small if an answer is right.
public struct Evidence: Sendable, Equatable {
  /// What it measures, such as "regret of the equilibrium".
  public var claim: String
  /// The number found.
  public var size: Double
  /// The largest number that supports the claim.
  public var limit: Double

  /// A measured number and its limit.
  ///
  /// - Parameters:
  ///   - claim: What it measures.
  ///   - size: The number found.
  ///   - limit: The largest number that supports the claim.
  public init(_ claim: String, _ size: Double, atMost limit: Double) {
    self.claim = claim
    self.size = size
    self.limit = limit
  }

  /// Whether the number is as small as it should be.
  public var holds: Bool { size <= limit }
}
