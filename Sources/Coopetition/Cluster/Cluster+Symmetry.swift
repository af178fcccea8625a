import LinearAlgebra

extension Cluster {
  /// Firms are compared with each other up to this number of them.
  private static let symmetryLimit = 400

  /// Groups of firms that differ in nothing but their names, neither in
  /// themselves nor in their links: exchanging two of a group leaves the cluster
  /// as it is.
  ///
  /// - Parameter areAlike: Whether two firms are alike in what is derived from
  ///   the cluster for each.
  /// - Returns: The groups of at least two firms; empty above 400 firms.
  /// - Complexity: O(firms²).
  func interchangeableFirms(
    where areAlike: (Int, Int) -> Bool
  ) -> [[Int]] {
    guard firms.count <= Self.symmetryLimit else { return [] }
    let rates = [policy.subsidy, policy.price].map {
      $0.rates(count: firms.count)
    }
    let candidates = grouped(firms.indices) { i, j in
      firms[i].hasSameNumbers(as: firms[j]) && areAlike(i, j)
        && rates.allSatisfy { $0[i] == $0[j] }
    }
    guard candidates.contains(where: { $0.count > 1 }) else { return [] }
    var matrices = [complementarity, rivalry].map {
      $0.matrix(order: firms.count).dense
    }
    if case .links = access { matrices.append(access.matrix(for: firms).dense) }
    return candidates.filter { $0.count > 1 }.flatMap { candidate in
      grouped(candidate) { i, j in
        matrices.allSatisfy { $0.isUnchanged(byExchanging: i, j) }
      }
    }.filter { $0.count > 1 }
  }

  /// Groups of alike elements; each is compared with the first of a group.
  private func grouped(
    _ elements: some Sequence<Int>, _ areAlike: (Int, Int) -> Bool
  ) -> [[Int]] {
    var groups: [[Int]] = []
    for element in elements {
      if let k = groups.firstIndex(where: { areAlike($0[0], element) }) {
        groups[k].append(element)
      } else {
        groups.append([element])
      }
    }
    return groups
  }
}

extension Firm {
  /// Whether a firm differs in its name at most.
  fileprivate func hasSameNumbers(as other: Firm) -> Bool {
    var renamed = other
    renamed.name = name
    return self == renamed
  }
}

extension Matrix {
  /// Whether the matrix stays the same when two indices are exchanged in rows
  /// and columns; its diagonal does not count.
  fileprivate func isUnchanged(byExchanging i: Int, _ j: Int) -> Bool {
    self[i, j] == self[j, i]
      && (0..<rows).allSatisfy { k in
        k == i || k == j
          || self[i, k] == self[j, k] && self[k, i] == self[k, j]
      }
  }
}
