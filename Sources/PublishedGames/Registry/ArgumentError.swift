/// What is wrong with a request: an unknown model or parameter, or a value
/// that the model has no meaning for.
///
/// Its description is one line for the user, such as
/// `beta: 1.7 is not in [0, 1]`.
public struct ArgumentError: Error, Equatable, Sendable,
  CustomStringConvertible
{
  /// The parameter or model; nil where the whole input is meant.
  public var name: String?
  /// What is wrong and what would be right.
  public var message: String

  /// An error about the whole input.
  public init(_ message: String) { self.message = message }

  /// An error about a parameter or a model.
  public init(_ name: String, _ message: String) {
    self.name = name
    self.message = message
  }

  /// `name: message`.
  public var description: String {
    [name, message].compactMap { $0 }.joined(separator: ": ")
  }

  /// An unknown name, with the nearest known one or all of them.
  static func unknown(
    _ what: String, _ name: String, among known: [String]
  ) -> ArgumentError {
    guard let nearest = Spelling.nearest(to: name, among: known) else {
      return ArgumentError(
        name, "unknown \(what); known are \(known.joined(separator: ", "))")
    }
    return ArgumentError(name, "unknown \(what); did you mean \(nearest)?")
  }
}
