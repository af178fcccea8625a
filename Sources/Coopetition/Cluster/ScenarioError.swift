#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is wrong with a cluster or with the files that describe it.
///
/// Its description is one line for the user: file, place, what is wrong and
/// what would be right, as in
/// `chem.yaml: firms[2].absorption: 1.7 is not in [0, 1]`.
public struct ScenarioError: Error, Equatable, Sendable,
  CustomStringConvertible
{
  /// The file as the user named it, or nil for a cluster built in code.
  public var file: String?
  /// The key or the line, such as `firms[2].absorption` or `line 17`; nil
  /// when the file as a whole is meant.
  public var place: String?
  /// What is wrong and what would be right.
  public var message: String
  /// What else is wrong with the same table, if more was looked for.
  public var further: [ScenarioError] = []
  /// Whether nothing is wrong, but the work was stopped before what it needs
  /// was known.
  public private(set) var isStop = false

  /// An error at a place.
  ///
  /// - Parameters:
  ///   - file: the file as the user named it
  ///   - place: the key or the line
  ///   - message: what is wrong and what would be right
  public init(
    file: String? = nil, at place: String? = nil, _ message: String
  ) {
    self.file = file
    self.place = place
    self.message = message
  }

  /// `file: place: message`, without the parts that are not known; a line for
  /// each thing that is wrong.
  public var description: String {
    let line = [file, place, message].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: ": ")
    return ([line] + further.map(\.description)).joined(separator: "\n")
  }

  /// The work was stopped before the sharing levels that a study takes were
  /// known.
  ///
  /// - Parameter place: The key that says which levels they are.
  /// - Returns: An error that is a stop.
  static func stopped(at place: String) -> ScenarioError {
    var error = ScenarioError(
      at: place, "the work was stopped before the sharing levels were known")
    error.isStop = true
    return error
  }

  /// Several mistakes as one error: the first, with the others as further
  /// ones; nil if there is none.
  static func gathered(_ mistakes: [ScenarioError]) -> ScenarioError? {
    guard var first = mistakes.first else { return nil }
    first.further = Array(mistakes.dropFirst())
    return first
  }

  /// A list that is not as long as it must be.
  static func wrongCount(
    _ count: Int, of what: String, _ expected: Int, at place: String? = nil
  ) -> ScenarioError {
    let found = NumberText.counted(count, what)
    let verb = expected == 1 ? "is" : "are"
    return ScenarioError(
      at: place, "has \(found) where \(expected) \(verb) needed")
  }

  /// The same error, in a file.
  func inFile(_ file: String) -> ScenarioError {
    var named = self
    named.file = self.file ?? file
    named.further = further.map { $0.inFile(file) }
    return named
  }
}

extension ScenarioError: LocalizedError {
  /// The same as the description.
  public var errorDescription: String? { description }
}
