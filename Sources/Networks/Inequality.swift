/// The Gini coefficient Σᵢ (2i − n − 1) xᵢ / (n Σ x) of numbers that are not
/// negative, by rising size: 0 if all are equal, near 1 if one has everything;
/// 0 if all are zero.
///
/// - Complexity: O(n log n).
func giniCoefficient(_ numbers: [Double]) -> Double {
  let total = numbers.reduce(0, +)
  guard total > 0 else { return 0 }
  let count = numbers.count
  let weighted = numbers.sorted().enumerated().reduce(0.0) { sum, entry in
    sum + Double(2 * entry.offset + 1 - count) * entry.element
  }
  return weighted / (Double(count) * total)
}

extension DirectedNetwork {
  /// The Gini coefficient of the out-strengths: how unequally the nodes
  /// provide.
  public var strengthGini: Double { giniCoefficient(outStrengths) }
}
