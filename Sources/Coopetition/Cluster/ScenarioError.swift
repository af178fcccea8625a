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

  /// `file: place: message`, without the parts that are not known.
  public var description: String {
    [file, place, message].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: ": ")
  }

  /// A list that is not as long as it must be.
  static func wrongCount(
    _ count: Int, of what: String, _ expected: Int, at place: String
  ) -> ScenarioError {
    let found = "\(count) \(what)\(count == 1 ? "" : "s")"
    let verb = expected == 1 ? "is" : "are"
    return ScenarioError(
      at: place, "has \(found) where \(expected) \(verb) needed")
  }

  /// The same error, in a file.
  func inFile(_ file: String) -> ScenarioError {
    ScenarioError(file: self.file ?? file, at: place, message)
  }
}
