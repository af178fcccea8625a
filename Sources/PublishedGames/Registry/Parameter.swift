/// A parameter of a published game.
public struct Parameter: Sendable {
  /// The name, as on the command line and in parameter files.
  public let name: String
  /// What it means, in a few words.
  public let meaning: String
  /// The values that make sense.
  public let domain: Domain
  /// The value if none is given; nil if the parameter may be left out.
  public let standard: Value?

  /// The values of a parameter that make sense.
  public enum Domain: Sendable, Equatable {
    /// Any number.
    case any
    /// A number above 0.
    case positive
    /// A number that is at least 0.
    case nonnegative
    /// A number within bounds.
    case range(ClosedRange<Double>)
    /// A whole number within bounds.
    case count(ClosedRange<Int>)
    /// A list of numbers.
    case numbers
    /// A square matrix, as a list of rows.
    case matrix
    /// A matrix, or the name of a network.
    case network
    /// Pairs of players that are linked, counted from 1.
    case links
    /// One of the texts, in full or its beginning up to the first space.
    case choice([String])
    /// Yes or no.
    case flag
    /// A remark, which is not used.
    case remark
  }

  /// A parameter with its default, if it has one.
  ///
  /// - Parameters:
  ///   - name: The name in files and on the command line.
  ///   - standard: The value if none is given.
  ///   - domain: The values that make sense.
  ///   - meaning: What it means, in a few words.
  public init(
    _ name: String, _ standard: Value? = nil, _ domain: Domain,
    _ meaning: String
  ) {
    self.name = name
    self.standard = standard
    self.domain = domain
    self.meaning = meaning
  }

  /// Complains about a value that does not make sense.
  func check(_ value: Value) throws(ArgumentError) {
    guard let complaint = domain.complaint(about: value) else { return }
    throw ArgumentError(name, "\(value.brief) \(complaint)")
  }
}

extension Parameter.Domain {
  /// What is wrong with a value, to follow the value in a sentence.
  func complaint(about value: Value) -> String? {
    switch self {
    case .any: value.number == nil ? "is not a number" : nil
    case .positive: fails(value, "is not a number above 0") { $0 > 0 }
    case .nonnegative: fails(value, "is not a number from 0 up") { $0 >= 0 }
    case .range(let range):
      fails(
        value,
        "is not in [\(Value.digits(range.lowerBound)), "
          + "\(Value.digits(range.upperBound))]", range.contains)
    case .count(let range):
      fails(
        value,
        "is not a whole number from \(range.lowerBound) to \(range.upperBound)"
      ) { $0 == $0.rounded() && range.contains(Int($0)) }
    case .numbers:
      value.numbers?.isEmpty == false ? nil : "is not a list of numbers"
    case .matrix: Self.isSquare(value) ? nil : "is not a square matrix"
    case .network:
      Self.isSquare(value) || value.text != nil
        ? nil : "is neither a square matrix nor the name of a network"
    case .links:
      value.rows?.allSatisfy { $0.count == 2 } == true
        ? nil : "is not a list of pairs"
    case .choice(let texts):
      Self.choice(value, among: texts) != nil
        ? nil : "is none of \(texts.joined(separator: ", "))"
    case .flag: value.boolean == nil ? "is neither true nor false" : nil
    case .remark: nil
    }
  }

  private func fails(
    _ value: Value, _ complaint: String, _ test: (Double) -> Bool
  ) -> String? {
    guard let number = value.number, number.isFinite, abs(number) < 1e100,
      test(number)
    else { return complaint }
    return nil
  }

  private static func isSquare(_ value: Value) -> Bool {
    guard let rows = value.rows, !rows.isEmpty else { return false }
    return rows.allSatisfy { $0.count == rows.count }
  }

  /// The choice that a text stands for.
  static func choice(_ value: Value, among texts: [String]) -> String? {
    texts.first { $0 == value.text }
  }
}

extension Value {
  /// The value as JSON, cut if it is long.
  var brief: String {
    let text = json
    return text.count <= 40 ? text : text.prefix(37) + "..."
  }
}
