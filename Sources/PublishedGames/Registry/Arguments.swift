/// The parameters of one run of a published game: what was given, completed
/// by defaults and checked.
///
/// The typed accessors trap on a name or kind that the model did not declare.
public struct Arguments: Sendable, Equatable {
  /// All values, in the order in which the model declares them.
  public let values: Record

  /// Completes and checks parameters.
  ///
  /// - Parameters:
  ///   - given: What was given.
  ///   - parameters: What the model declares.
  /// - Throws: ``ArgumentError`` for an unknown name, with the nearest known
  ///   one, or for a value that does not make sense.
  public init(
    _ given: Record, for parameters: [Parameter]
  ) throws(ArgumentError) {
    let known = parameters.map(\.name)
    for name in given.names where !known.contains(name) {
      throw .unknown("parameter", name, among: known)
    }
    var values = Record()
    for parameter in parameters {
      guard let value = given[parameter.name] ?? parameter.standard,
        value != .null
      else { continue }
      try parameter.check(value)
      values[parameter.name] = value
    }
    self.values = values
  }

  /// Whether a parameter has a value.
  public func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of a numeric parameter.
  public func number(_ name: String) -> Double {
    guard let number = values[name]?.number else { undeclared(name) }
    return number
  }

  /// The value of a numeric parameter; nil if it has none.
  public func optionalNumber(_ name: String) -> Double? {
    values[name]?.number
  }

  /// The value of a whole-number parameter.
  public func count(_ name: String) -> Int { Int(number(name)) }

  /// The value of a list parameter.
  public func numbers(_ name: String) -> [Double] {
    guard let numbers = values[name]?.numbers else { undeclared(name) }
    return numbers
  }

  /// What each member of a coalition brings, by a list parameter.
  ///
  /// - Throws: `ArgumentError` if a number is below 0, or if there is nobody or
  ///   more than a number of members.
  func amounts(
    _ name: String, ofAtMost most: Int
  ) throws(ArgumentError) -> [Double] {
    let amounts = numbers(name)
    guard amounts.allSatisfy({ $0 >= 0 }) else {
      throw ArgumentError(name, "has a number below 0")
    }
    guard 1...most ~= amounts.count else {
      throw ArgumentError(
        name, "has \(amounts.count) members, not 1 to \(most)")
    }
    return amounts
  }

  /// The rows of a matrix parameter.
  public func rows(_ name: String) -> [[Double]] {
    guard let rows = values[name]?.rows else { undeclared(name) }
    return rows
  }

  /// The value of a text parameter.
  public func text(_ name: String) -> String {
    guard let text = values[name]?.text else { undeclared(name) }
    return text
  }

  /// The value of a parameter that is true or false.
  public func flag(_ name: String) -> Bool {
    guard let flag = values[name]?.boolean else { undeclared(name) }
    return flag
  }

  private func undeclared(_ name: String) -> Never {
    preconditionFailure("the model declares no such parameter: \(name)")
  }
}
