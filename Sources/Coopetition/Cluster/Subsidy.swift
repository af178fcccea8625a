/// What firms are paid per unit of sharing level; negative is a levy.
public enum Subsidy: Sendable, Equatable {
  /// The same for every firm.
  case uniform(Double)
  /// A number for each firm.
  case perFirm([Double])

  /// The subsidy σ of each of `count` firms.
  ///
  /// - Complexity: O(count).
  public func rates(count: Int) -> [Double] {
    switch self {
    case .uniform(let rate): Array(repeating: rate, count: count)
    case .perFirm(let rates): rates
    }
  }

  /// The subsidy σ of a firm.
  public func rate(of firm: Int) -> Double {
    switch self {
    case .uniform(let rate): rate
    case .perFirm(let rates): rates[firm]
    }
  }

  /// Throws unless the subsidy fits a number of firms.
  func validate(firmCount: Int) throws(ScenarioError) {
    let place = "policy.subsidy"
    switch self {
    case .uniform(let rate):
      try AdmissibleRange.finite.check(rate, at: place)
    case .perFirm(let rates):
      guard rates.count == firmCount else {
        throw .wrongCount(rates.count, of: "number", firmCount, at: place)
      }
      for (index, rate) in rates.enumerated() {
        try AdmissibleRange.finite.check(rate, at: "\(place)[\(index)]")
      }
    }
  }
}
