/// A number of a policy for every firm: a subsidy, negative for a levy, or the
/// price of the firm's knowledge.
public enum Rates: Sendable, Hashable {
  /// The same for every firm.
  case uniform(Double)
  /// A number for each firm.
  case perFirm([Double])

  /// The number of each of `count` firms.
  ///
  /// - Complexity: O(count).
  public func rates(count: Int) -> [Double] {
    switch self {
    case .uniform(let rate): Array(repeating: rate, count: count)
    case .perFirm(let rates): rates
    }
  }

  /// The number of a firm.
  public func rate(of firm: Int) -> Double {
    switch self {
    case .uniform(let rate): rate
    case .perFirm(let rates): rates[firm]
    }
  }

  /// Whether the number of every firm is 0.
  public var isZero: Bool {
    switch self {
    case .uniform(let rate): rate == 0
    case .perFirm(let rates): rates.allSatisfy { $0 == 0 }
    }
  }

  /// Whether the numbers are given firm by firm.
  var isPerFirm: Bool {
    if case .perFirm = self { true } else { false }
  }

  /// Throws unless the numbers fit the firms and are in a range.
  func validate(
    firmCount: Int, range: AdmissibleRange, at place: String
  ) throws(ScenarioError) {
    switch self {
    case .uniform(let rate):
      try range.check(rate, at: place)
    case .perFirm(let rates):
      guard rates.count == firmCount else {
        throw .wrongCount(rates.count, of: "number", firmCount, at: place)
      }
      for (index, rate) in rates.enumerated() {
        try range.check(rate, at: "\(place)[\(index)]")
      }
    }
  }
}

extension Rates: ExpressibleByFloatLiteral {
  /// The same number for every firm.
  public init(floatLiteral rate: Double) { self = .uniform(rate) }
}

extension Rates: ExpressibleByIntegerLiteral {
  /// The same number for every firm.
  public init(integerLiteral rate: Int) { self = .uniform(Double(rate)) }
}
