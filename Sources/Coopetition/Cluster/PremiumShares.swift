import LinearAlgebra

/// How the premium of a cluster is divided among its firms.
public enum PremiumShares: Sendable, Hashable {
  /// Every firm gets the same.
  case equal
  /// A firm gets its part of the cluster's knowledge, K_i / ΣK.
  case knowledge
  /// The given fractions, one a firm, 0 or more and summing to 1.
  case fractions([Double])

  /// How far the sum of ``fractions(_:)`` may be from 1.
  public static let sumTolerance = 1e-9

  /// The fraction ω of the premium that each firm gets.
  ///
  /// - Complexity: O(n).
  public func fractions(for firms: [Firm]) -> [Double] {
    switch self {
    case .equal:
      return Array(repeating: 1 / Double(firms.count), count: firms.count)
    case .knowledge:
      let total = firms.reduce(0) { $0 + $1.knowledge }
      return firms.map { $0.knowledge / total }
    case .fractions(let fractions):
      return fractions
    }
  }

  /// Throws unless the shares fit a number of firms.
  func validate(firmCount: Int) throws(ScenarioError) {
    guard case .fractions(let fractions) = self else { return }
    let place = "premium.shares"
    guard fractions.count == firmCount else {
      throw .wrongCount(fractions.count, of: "number", firmCount, at: place)
    }
    for (index, fraction) in fractions.enumerated() {
      try AdmissibleRange.nonNegative.check(fraction, at: "\(place)[\(index)]")
    }
    let sum = fractions.reduce(CompensatedSum()) { $0 + $1 }.value
    guard abs(sum - 1) <= Self.sumTolerance else {
      throw ScenarioError(at: place, "sum to \(sum.shortDescription), not to 1")
    }
  }
}
