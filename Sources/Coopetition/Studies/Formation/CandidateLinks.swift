import Equilibria
import LinearAlgebra

/// The pairs of firms of a cluster of whom one can use what the other knows,
/// and the cluster in which some of them are linked.
struct CandidateLinks {
  /// The cluster, with every link a stored one.
  private(set) var cluster: Cluster
  /// The pairs in order, the first firm rising, then the second.
  let pairs: [NetworkTable.Pair]
  /// The usefulness γ of the pairs' links, and no other.
  private let usefulness: SparseMatrix
  /// The pair of each stored element of the usefulness.
  private let pairOfElement: [Int32]

  /// More links between firms than this are not written out.
  static let linkLimit = 20_000_000

  /// The candidates of a cluster.
  ///
  /// - Throws: `ScenarioError` if uniform links are too many to write out.
  /// - Complexity: O(links · log links a firm).
  init(_ cluster: Cluster) throws(ScenarioError) {
    let flows = SharingData(cluster).flows
    let links = try cluster.storedComplementarity
    usefulness = links.filter { i, j, _ in
      flows.element(i, j) > 0 || flows.element(j, i) > 0
    }
    var pairs: [NetworkTable.Pair] = []
    let ties = usefulness + usefulness.transposed()
    for i in 0..<ties.rows {
      for (j, _) in ties[row: i] where i < j { pairs.append(.init(i, j)) }
    }
    self.pairs = pairs
    pairOfElement = Self.pairs(pairs, of: usefulness)
    self.cluster = cluster
    self.cluster.complementarity = .network(usefulness)
  }

  /// The place among the pairs of each element of a matrix.
  private static func pairs(
    _ pairs: [NetworkTable.Pair], of matrix: SparseMatrix
  ) -> [Int32] {
    var starts = Array(repeating: 0, count: matrix.rows + 1)
    for pair in pairs { starts[pair.first + 1] += 1 }
    for i in 0..<matrix.rows { starts[i + 1] += starts[i] }
    var result: [Int32] = []
    result.reserveCapacity(matrix.nonzeroCount)
    for i in 0..<matrix.rows {
      for (j, _) in matrix[row: i] {
        let pair = NetworkTable.Pair(i, j)
        var (low, high) = (starts[pair.first], starts[pair.first + 1])
        while low < high {
          let middle = (low + high) / 2
          if pairs[middle].second < pair.second {
            low = middle + 1
          } else {
            high = middle
          }
        }
        result.append(Int32(low))
      }
    }
    return result
  }

  /// The place of a pair; nil if it is no candidate.
  func place(of pair: NetworkTable.Pair) -> Int? {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if (pairs[middle].first, pairs[middle].second)
        < (pair.first, pair.second)
      {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < pairs.count && pairs[low] == pair ? low : nil
  }

  /// The cluster in which only some pairs are linked.
  ///
  /// - Complexity: O(firms + candidates).
  func cluster(linking isLinked: (_ pair: Int) -> Bool) -> Cluster {
    var element = 0
    var linked = cluster
    linked.complementarity = .network(
      usefulness.filter { _, _, _ in
        defer { element += 1 }
        return isLinked(Int(pairOfElement[element]))
      })
    return linked
  }

  /// Changes numbers of the cluster other than its links.
  mutating func update(
    _ change: (inout Cluster) throws(ScenarioError) -> Void
  ) throws(ScenarioError) {
    try change(&cluster)
  }
}

extension Cluster {
  /// The usefulness of every pair as stored elements.
  fileprivate var storedComplementarity: SparseMatrix {
    get throws(ScenarioError) {
      switch complementarity {
      case .network(let matrix): return matrix.filter { $2 != 0 && $0 != $1 }
      case .uniform(let weight):
        let count = firms.count
        guard count * (count - 1) <= CandidateLinks.linkLimit else {
          throw .tooManyLinks(firms: count)
        }
        let pattern = firms.indices.map { i in
          weight == 0 ? [] : firms.indices.filter { $0 != i }
        }
        var matrix = SparseMatrix(pattern: pattern)
        matrix.updateValues { _, _, _ in weight }
        return matrix
      }
    }
  }
}

extension ScenarioError {
  /// Uniform links between too many firms to write them out.
  static func tooManyLinks(firms: Int) -> ScenarioError {
    ScenarioError(
      at: "complementarity",
      "uniform links between \(firms) firms are too many to tell apart; "
        + "give an edge list")
  }
}
