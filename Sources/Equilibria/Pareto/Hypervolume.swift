/// The exact hypervolume of a set of payoff vectors: the volume of what at
/// least one of them dominates and what exceeds a reference.
///
/// Two objectives take one sweep. More are taken one at a time: each vector
/// adds the volume that those after it leave uncovered, which is a hypervolume
/// of vectors limited by it, with one objective the less to look at once they
/// are sorted by the last.
///
/// Reference: While, Bradstreet and Barone, A fast way of calculating exact
/// hypervolumes, IEEE Transactions on Evolutionary Computation 16, 2012.
public enum Hypervolume {
  /// The hypervolume of vectors over a reference.
  ///
  /// - Parameters:
  ///   - payoffs: Vectors as long as the reference; those that do not exceed
  ///     it in every objective do not count.
  ///   - reference: The reference.
  /// - Returns: The volume, 0 if nothing exceeds the reference.
  /// - Precondition: No vector contains not-a-number.
  /// - Complexity: O(n log n) for one or two objectives; beyond, exponential
  ///   in the worst case, well below a second for a few hundred vectors of up
  ///   to five objectives.
  public static func of(
    _ payoffs: [[Double]], over reference: [Double]
  ) -> Double {
    precondition(
      payoffs.allSatisfy { $0.count == reference.count },
      "vectors are as long as the reference")
    let gains = payoffs.compactMap { vector -> [Double]? in
      let gain = zip(vector, reference).map { $0 - $1 }
      return gain.allSatisfy { $0 > 0 } ? gain : nil
    }
    guard !reference.isEmpty, !gains.isEmpty else { return 0 }
    return volume(gains, dimension: reference.count)
  }

  /// The volume that positive vectors dominate in their first objectives.
  private static func volume(
    _ gains: [[Double]], dimension: Int
  ) -> Double {
    switch dimension {
    case 1: return gains.reduce(0) { max($0, $1[0]) }
    case 2: return area(gains)
    default:
      let kept = nondominated(gains, dimension)
      return slices(kept, dimension: dimension)
    }
  }

  private static func area(_ gains: [[Double]]) -> Double {
    var (total, height) = (0.0, 0.0)
    for gain in gains.sorted(by: { $0[0] > $1[0] }) where gain[1] > height {
      total += gain[0] * (gain[1] - height)
      height = gain[1]
    }
    return total
  }

  /// Sums what each vector adds to those with more of the last objective.
  private static func slices(_ gains: [[Double]], dimension: Int) -> Double {
    let last = dimension - 1
    // From the least of the last objective to the greatest: everything after
    // a vector exceeds it there, so that the difference is a prism.
    let sorted = gains.sorted { $0[last] < $1[last] }
    var total = 0.0
    for (k, gain) in sorted.enumerated() {
      let limited = sorted[(k + 1)...].map { other in
        (0..<last).map { min(gain[$0], other[$0]) }
      }
      let base = gain[..<last].reduce(1, *)
      let covered = limited.isEmpty ? 0 : volume(limited, dimension: last)
      total += gain[last] * (base - covered)
    }
    return total
  }

  private static func nondominated(
    _ gains: [[Double]], _ dimension: Int
  ) -> [[Double]] {
    let cut = gains.map { Array($0[..<dimension]) }
    return NondominatedFilter.indices(cut).map { cut[$0] }
  }
}
