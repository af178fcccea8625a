/// The nondominated ones among vectors of payoffs, all of which are to be
/// large.
package enum NondominatedFilter {
  /// The indices of the vectors that no other one dominates, in order; of
  /// equal vectors the first.
  ///
  /// - Parameter payoffs: Vectors of one length, without not-a-number.
  /// - Returns: The places of the vectors in the list.
  /// - Complexity: O(n log n) for up to three objectives, O(n²) beyond.
  package static func indices(_ payoffs: [[Double]]) -> [Int] {
    guard let first = payoffs.first else { return [] }
    // From large to small in lexicographic order: nothing is dominated by
    // what comes after it.
    let order = payoffs.indices.sorted {
      payoffs[$1].lexicographicallyPrecedes(payoffs[$0])
        || payoffs[$0] == payoffs[$1] && $0 < $1
    }
    let kept: [Int]
    switch first.count {
    case 0: kept = [0]
    case 1: kept = Array(order.prefix(1))
    case 2: kept = twoObjectives(payoffs, order)
    case 3: kept = threeObjectives(payoffs, order)
    default: kept = manyObjectives(payoffs, order)
    }
    return kept.sorted()
  }

  /// Keeps what rises in the second objective.
  private static func twoObjectives(
    _ payoffs: [[Double]], _ order: [Int]
  ) -> [Int] {
    var highest = -Double.infinity
    var kept: [Int] = []
    for k in order where payoffs[k][1] > highest || kept.isEmpty {
      highest = payoffs[k][1]
      kept.append(k)
    }
    return kept
  }

  /// Keeps a staircase of the second and third objective and looks up each
  /// vector in it.
  ///
  /// Reference: Kung, Luccio and Preparata, On finding the maxima of a set of
  /// vectors, Journal of the ACM 22, 1975.
  private static func threeObjectives(
    _ payoffs: [[Double]], _ order: [Int]
  ) -> [Int] {
    var stairs = MaximumTree(payoffs.map { $0[1] })
    var kept: [Int] = []
    for k in order {
      if let third = stairs.maximum(from: payoffs[k][1]),
        third >= payoffs[k][2]
      {
        continue
      }
      stairs.insert(payoffs[k][2], at: payoffs[k][1])
      kept.append(k)
    }
    return kept
  }

  private static func manyObjectives(
    _ payoffs: [[Double]], _ order: [Int]
  ) -> [Int] {
    var kept: [Int] = []
    for k in order {
      let isCovered = kept.contains { other in
        zip(payoffs[other], payoffs[k]).allSatisfy { $0 >= $1 }
      }
      if !isCovered { kept.append(k) }
    }
    return kept
  }
}
