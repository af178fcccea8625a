/// A published statement about a game, in a form that can be checked: under a
/// condition on the parameters, a claim about the answer.
///
/// So that the check can fail, every proposition names parameters outside its
/// condition at which its claim is false.
public struct Proposition<Model: PublishedGame>: Sendable {
  /// The claim, in words.
  public let statement: String
  /// The condition, in words.
  public let condition: String
  /// Parameters that break the condition and with it the claim.
  public let counterexample: Record

  private let applies: @Sendable (Model) -> Bool
  private let claim: @Sendable (Model, Answer) -> Bool

  /// A proposition.
  ///
  /// - Parameters:
  ///   - statement: The claim, in words.
  ///   - condition: The condition, in words.
  ///   - applies: Whether the condition holds.
  ///   - counterexample: Parameters that break the condition and the claim.
  ///   - claim: Whether the claim holds.
  public init(
    _ statement: String, if condition: String,
    _ applies: @escaping @Sendable (Model) -> Bool,
    unlike counterexample: Record,
    claim: @escaping @Sendable (Model, Answer) -> Bool
  ) {
    self.statement = statement
    self.condition = condition
    self.applies = applies
    self.counterexample = counterexample
    self.claim = claim
  }

  /// What an answer says about the proposition.
  public func verdict(on model: Model, _ answer: Answer) -> Verdict {
    guard applies(model) else { return .notApplicable }
    return claim(model, answer) ? .holds : .fails
  }

  /// Whether the claim is false at the counterexample, which also must lie
  /// outside the condition: the proposition says something.
  ///
  /// - Throws: ``ArgumentError`` if the counterexample makes no sense.
  public func isSharp() throws(ArgumentError) -> Bool {
    let model = try Model(counterexample)
    return !applies(model) && !claim(model, model.answer())
  }
}

/// What an answer says about a proposition.
public enum Verdict: String, Sendable {
  /// The condition holds, and so does the claim.
  case holds
  /// The condition holds, but the claim does not.
  case fails
  /// The condition does not hold; nothing is claimed.
  case notApplicable
}
