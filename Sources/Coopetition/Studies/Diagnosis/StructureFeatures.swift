import LinearAlgebra

/// What the flows of knowledge that a cluster allows look like.
///
/// `A_ij = α_i γ_ij τ_ij K_j cap_j` is the most that firm i can use of firm j
/// (j ≠ i), `T = Σ A`, `out_j = Σ_i A_ij`, `in_i = Σ_j A_ij`. Everything is 0
/// if T is.
public struct StructureFeatures: Sendable, Equatable {
  /// One source: `(max out / T − 1/n) / (1 − 1/n)`.
  public var leadership = 0.0
  /// Knowledge from those who take none: `Σ out_j` over firms with `in_j = 0`,
  /// over T.
  public var outside = 0.0
  /// Both ways: `Σ_ij min(A_ij, A_ji) / T` (Squartini et al. 2013).
  public var reciprocity = 0.0
  /// To rivals: `x / (x + mean ρ)` with `x = Σ A_ij ρ_ji / T`; 0 if nobody is
  /// a rival, ½ if rivals receive as much as others.
  public var exposure = 0.0
  /// Many sources a firm: `Σ_i in_i (1 − Σ_j A_ij² / in_i²) / T`.
  public var breadth = 0.0
  /// The concentration of knowledge, `Σ (K_i / Σ K)²`.
  public var concentration = 0.0
  /// The number of pairs with A_ij > 0.
  public var links = 0
  /// The links over all ordered pairs of firms.
  public var density = 0.0

  /// The features of a cluster.
  ///
  /// - Complexity: One pass over the links and over their reverse;
  ///   O(firms · log firms) where links are uniform among tiers.
  public init(_ cluster: Cluster) {
    self.init(SharingData(cluster))
  }

  init(_ data: SharingData) {
    let firms = data.cluster.firms
    let n = Double(firms.count)
    concentration = data.knowledgeShares.reduce(0) { $0 + $1 * $1 }
    let unit = Self.unit(for: firms)
    let flows = data.flows.scaledColumns(by: firms.map { $0.cap * unit })
    let sums = FlowSums(flows)
    links = sums.links
    let total = sums.total
    guard total > 0 else { return }
    density = Double(links) / (n * (n - 1))
    let largest = sums.outflow.max() ?? 0
    leadership = (largest / total - 1 / n) / (1 - 1 / n)
    outside =
      firms.indices.reduce(0) {
        $0 + (sums.inflow[$1] == 0 ? sums.outflow[$1] : 0)
      } / total
    reciprocity = max(0, flows.mutualFlow / total)
    let spread = firms.indices.reduce(0) { sum, i in
      let inflow = sums.inflow[i]
      return inflow > 0 ? sum + inflow - sums.squares[i] / inflow : sum
    }
    breadth = spread / total
    let leaked = firms.indices.reduce(0) {
      $0 + data.leaked[$1] * (firms[$1].cap * unit)
    }
    let mean = data.rivalry.sum / (n * (n - 1))
    exposure = mean == 0 ? 0 : leaked / total / (leaked / total + mean)
  }
}

extension StructureFeatures {
  /// A power of two that makes the largest knowledge about 1: features do not
  /// depend on units, but squares of large flows are no numbers.
  private static func unit(for firms: [Firm]) -> Double {
    let largest = firms.reduce(0) { max($0, $1.knowledge) }
    guard largest.isNormal else { return 1 }
    return Double(sign: .plus, exponent: -largest.exponent, significand: 1)
  }
}

/// Sums over rows and columns of flows.
private struct FlowSums {
  /// The sum of each row.
  var inflow: [Double]
  /// The sum of each column.
  var outflow: [Double]
  /// The sum of the squares of each row.
  var squares: [Double]
  /// How many flows are positive.
  var links = 0

  var total: Double { inflow.reduce(CompensatedSum(), +).value }

  init(_ flows: StructuredMatrix) {
    if case .blockUniform(let matrix) = flows {
      inflow = matrix.rowSums
      outflow = matrix.transposed().rowSums
      squares = matrix.squared.rowSums
      links = matrix.positiveCount
      return
    }
    let zeros = [Double](repeating: 0, count: flows.rows)
    (inflow, outflow, squares) = (zeros, zeros, zeros)
    for i in 0..<flows.rows {
      var (sum, square) = (0.0, 0.0)
      flows.forEachElement(inRow: i) { j, value in
        guard i != j && value > 0 else { return }
        sum += value
        square += value * value
        outflow[j] += value
        links += 1
      }
      (inflow[i], squares[i]) = (sum, square)
    }
  }
}

extension StructuredMatrix {
  /// The sum of all elements off the diagonal.
  fileprivate var sum: Double {
    if case .blockUniform(let matrix) = self {
      return matrix.rowSums.reduce(CompensatedSum(), +).value
    }
    var sum = CompensatedSum()
    for i in 0..<rows {
      forEachElement(inRow: i) { j, value in if i != j { sum += value } }
    }
    return sum.value
  }

  /// Σ_ij min(a_ij, a_ji).
  fileprivate var mutualFlow: Double {
    if case .blockUniform(let matrix) = self { return matrix.mutualFlow }
    let reverse = transposed()
    var received = [Double](repeating: 0, count: columns)
    var sum = CompensatedSum()
    for i in 0..<rows {
      forEachElement(inRow: i) { j, value in received[j] = value }
      var row = 0.0
      reverse.forEachElement(inRow: i) { j, value in
        if i != j { row += min(value, received[j]) }
      }
      forEachElement(inRow: i) { j, _ in received[j] = 0 }
      sum += row
    }
    return sum.value
  }
}

extension BlockUniformMatrix {
  /// The matrix of the squares.
  fileprivate var squared: BlockUniformMatrix {
    var square = block
    for k in square.elements.indices { square.elements[k] *= block.elements[k] }
    return BlockUniformMatrix(
      rowScale: rowScale.map { $0 * $0 }, block: square,
      columnScale: columnScale.map { $0 * $0 }, groups: groups)
  }

  /// How many elements are positive.
  fileprivate var positiveCount: Int {
    var (givers, takers) = (
      [Int](repeating: 0, count: groupCount),
      [Int](repeating: 0, count: groupCount)
    )
    var count = 0
    for i in 0..<rows {
      let group = Int(groups[i])
      if rowScale[i] > 0 { takers[group] += 1 }
      if columnScale[i] > 0 { givers[group] += 1 }
      let isBoth = rowScale[i] > 0 && columnScale[i] > 0
      if isBoth && block[group, group] > 0 { count -= 1 }
    }
    for g in 0..<groupCount {
      for h in 0..<groupCount where block[g, h] > 0 {
        count += takers[g] * givers[h]
      }
    }
    return count
  }

  /// Σ_ij min(a_ij, a_ji).
  ///
  /// With `x = columnScale / rowScale` a pair of groups has
  /// `min(a_ij, a_ji) = rowScale[i] rowScale[j] min(b_gh x_j, b_hg x_i)`, so
  /// sorting each group by x tells which is the less.
  fileprivate var mutualFlow: Double {
    let members = (0..<groupCount).map { group in
      (0..<rows).filter { Int(groups[$0]) == group && rowScale[$0] > 0 }
        .sorted { ratio($0) < ratio($1) }
    }
    var sum = CompensatedSum()
    for g in 0..<groupCount {
      for h in 0..<groupCount {
        sum += mutualFlow(members[g], members[h], block[g, h], block[h, g])
      }
    }
    for i in 0..<rows where rowScale[i] > 0 {
      let group = Int(groups[i])
      sum += -(rowScale[i] * columnScale[i] * block[group, group])
    }
    return sum.value
  }

  private func ratio(_ i: Int) -> Double { columnScale[i] / rowScale[i] }

  /// Σ rowScale[i] rowScale[j] min(there · x_j, back · x_i) over the members
  /// of two groups, each by rising x.
  private func mutualFlow(
    _ first: [Int], _ second: [Int], _ there: Double, _ back: Double
  ) -> Double {
    // Receivers i ahead of the place have there · x_j ≤ back · x_i for the
    // members j of the second group passed so far.
    var (below, passed) = (CompensatedSum(), 0)
    var rest = second.reduce(CompensatedSum()) { $0 + rowScale[$1] }
    var sum = CompensatedSum()
    for i in first {
      let own = back * ratio(i)
      while passed < second.count, there * ratio(second[passed]) <= own {
        let j = second[passed]
        below += rowScale[j] * there * ratio(j)
        rest += -rowScale[j]
        passed += 1
      }
      let others = passed == second.count ? 0 : rest.value
      sum += rowScale[i] * (below.value + own * others)
    }
    return sum.value
  }
}
