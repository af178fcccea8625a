@_exported import Equilibria

/// A game from the literature: the question it asks, its parameters, its
/// answer by the general solvers beside the published formula, and the
/// propositions that must hold.
///
/// A model is one file that declares a type and one line in
/// ``PublishedGames/all``. The type states its payoffs as `Game` values and
/// solves them; its closed form is only an oracle.
public protocol PublishedGame: Sendable {
  /// The name on the command line, such as `aj1988`.
  static var name: String { get }
  /// The question the model answers, in one line.
  static var question: String { get }
  /// Where it was published.
  static var citation: String { get }
  /// The parameters, with defaults and ranges.
  static var parameters: [Parameter] { get }
  /// The parameters of an example; together with the defaults they are
  /// complete.
  static var example: Record { get }
  /// What must hold.
  static var propositions: [Proposition<Self>] { get }
  /// The parameter points at which ``check()`` tries the propositions.
  static var grid: [Record] { get }

  /// The model at checked parameters.
  ///
  /// - Throws: ``ArgumentError`` for parameters that do not fit together.
  init(_ arguments: Arguments) throws(ArgumentError)

  /// The game whose Nash equilibrium the model asks for; nil at parameters at
  /// which payoffs are not bounded.
  var game: (any Game)? { get }

  /// The values by the general solvers, beside the closed form.
  func answer() -> Answer
}

extension PublishedGame {
  /// The defaults are an example.
  public static var example: Record { [:] }

  /// The model at the given parameters, completed by defaults.
  ///
  /// - Parameter given: Parameters by name; those left out have defaults.
  /// - Throws: ``ArgumentError`` for unknown names and values that do not make
  ///   sense.
  public init(_ given: Record) throws(ArgumentError) {
    try self.init(Arguments(given, for: Self.parameters))
  }

  /// The model solved at the given parameters.
  ///
  /// - Parameter given: Parameters by name; those left out have defaults.
  /// - Returns: All parameters, the answer, and what the propositions say of
  ///   it.
  /// - Throws: ``ArgumentError`` for unknown names and values that do not make
  ///   sense.
  public static func solve(_ given: Record) throws(ArgumentError) -> SolvedGame
  {
    let arguments = try Arguments(given, for: parameters)
    let model = try Self(arguments)
    let answer = model.answer()
    return SolvedGame(
      name: name, question: question, citation: citation,
      meanings: Record(parameters.map { ($0.name, .text($0.meaning)) }),
      parameters: arguments.values, answer: answer,
      propositions: propositions.map {
        SolvedGame.Finding(
          statement: $0.statement, condition: $0.condition,
          verdict: $0.verdict(on: model, answer))
      })
  }

  /// Tries every proposition at every point of the grid.
  ///
  /// - Throws: ``ArgumentError`` if a point of the grid makes no sense.
  public static func check() throws(ArgumentError) -> [PropositionReport] {
    let propositions = Self.propositions
    var verdicts = propositions.map { _ in [Verdict]() }
    for point in grid {
      let model = try Self(point)
      let answer = model.answer()
      for k in propositions.indices {
        verdicts[k].append(propositions[k].verdict(on: model, answer))
      }
    }
    var reports: [PropositionReport] = []
    for (proposition, found) in zip(propositions, verdicts) {
      reports.append(
        PropositionReport(
          statement: proposition.statement, condition: proposition.condition,
          holds: found.count { $0 == .holds },
          failures: zip(grid, found).filter { $0.1 == .fails }.map(\.0),
          outside: found.count { $0 == .notApplicable },
          counterexample: proposition.counterexample,
          isSharp: try proposition.isSharp()))
    }
    return reports
  }
}

/// A published game solved at one set of parameters.
public struct SolvedGame: Sendable {
  /// The name of the model.
  public let name: String
  /// The question the model answers.
  public let question: String
  /// Where it was published.
  public let citation: String
  /// What each parameter means, in words.
  public let meanings: Record
  /// All parameters, defaults included.
  public let parameters: Record
  /// The values, the closed form, the evidence and the warnings.
  public let answer: Answer
  /// What the answer says of each proposition.
  public let propositions: [Finding]

  /// What an answer says of a proposition.
  public struct Finding: Sendable {
    /// The claim, in words.
    public let statement: String
    /// Its condition, in words.
    public let condition: String
    /// What the answer says.
    public let verdict: Verdict
  }
}

/// What a grid of parameters says of a proposition.
public struct PropositionReport: Sendable {
  /// The claim, in words.
  public let statement: String
  /// Its condition, in words.
  public let condition: String
  /// At how many points condition and claim hold.
  public let holds: Int
  /// The points at which the condition holds but not the claim.
  public let failures: [Record]
  /// At how many points the condition does not hold.
  public let outside: Int
  /// Parameters that break the condition.
  public let counterexample: Record
  /// Whether the claim is false at the counterexample.
  public let isSharp: Bool

  /// Whether the proposition was tried, never failed, and can fail.
  public var isConfirmed: Bool { holds > 0 && failures.isEmpty && isSharp }
}
