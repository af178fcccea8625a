/// A parameter or a result of a published game: whatever JSON can say.
///
/// ```swift
/// let parameters: Record = ["beta": 0.4, "bhat": [1, 2, 1]]
/// ```
public enum Value: Sendable, Equatable {
  /// Nothing, where a result does not exist.
  case null
  /// A truth value.
  case boolean(Bool)
  /// A number.
  case number(Double)
  /// A text.
  case text(String)
  /// Values in order.
  case list([Value])
  /// Values with names.
  case record(Record)

  /// The number; nil for anything else.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The text; nil for anything else.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The truth value; nil for anything else.
  public var boolean: Bool? {
    if case .boolean(let boolean) = self { boolean } else { nil }
  }

  /// The elements; nil for anything but a list.
  public var list: [Value]? {
    if case .list(let list) = self { list } else { nil }
  }

  /// The record; nil for anything else.
  public var record: Record? {
    if case .record(let record) = self { record } else { nil }
  }

  /// The numbers of a list of numbers; nil for anything else.
  public var numbers: [Double]? {
    guard let list else { return nil }
    let numbers = list.compactMap(\.number)
    return numbers.count == list.count ? numbers : nil
  }

  /// The rows of a list of lists of numbers; nil for anything else.
  public var rows: [[Double]]? {
    guard let list else { return nil }
    let rows = list.compactMap(\.numbers)
    return rows.count == list.count ? rows : nil
  }
}

extension Value {
  /// A number, or nothing if it is infinite or not a number.
  public init(_ number: Double) {
    self = number.isFinite ? .number(number) : .null
  }

  /// A list of numbers.
  public init(_ numbers: [Double]) { self = .list(numbers.map { Value($0) }) }

  /// A list of lists of numbers.
  public init(_ rows: [[Double]]) { self = .list(rows.map { Value($0) }) }

  /// A list of whole numbers.
  public init(_ numbers: [Int]) {
    self = .list(numbers.map { .number(Double($0)) })
  }

  /// A list of lists of whole numbers.
  public init(_ rows: [[Int]]) { self = .list(rows.map { Value($0) }) }

  /// A list of texts.
  public init(_ texts: [String]) { self = .list(texts.map { .text($0) }) }

  /// A list of truth values.
  public init(_ booleans: [Bool]) {
    self = .list(booleans.map { .boolean($0) })
  }
}

extension Value: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByStringLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A number as written.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number as written.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A truth value as written.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A text as written.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Nothing.
  public init(nilLiteral: ()) { self = .null }
  /// A list as written.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// A record as written.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .record(Record(elements))
  }
}
