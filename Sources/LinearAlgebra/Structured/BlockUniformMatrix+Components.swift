extension BlockUniformMatrix {
  /// Whether no factor is negative, so that no element is.
  var hasNoNegativeFactor: Bool {
    ![rowScale, columnScale, block.elements].contains {
      $0.contains { $0 < 0 }
    }
  }

  /// The irreducible components of a nonnegative matrix, and the matrix
  /// without the links between different ones.
  ///
  /// An index whose row or column vanishes is a component of its own. The
  /// others are linked as their groups are, so a component is made of whole
  /// groups, unless a group is linked to none, not even itself.
  ///
  /// - Complexity: O(rows + groups²).
  var irreducibleParts:
    (components: StronglyConnectedComponents, inner: BlockUniformMatrix)
  {
    let isLinked = (0..<rows).map { rowScale[$0] != 0 && columnScale[$0] != 0 }
    var innerBlock = blockOfMembers(where: isLinked)
    let parts = StronglyConnectedComponents(
      of: SparseMatrix(dense: innerBlock))
    var hasLinks = Array(repeating: false, count: parts.count)
    for g in 0..<groupCount {
      for h in 0..<groupCount where innerBlock[g, h] != 0 {
        if parts.component[g] == parts.component[h] {
          hasLinks[Int(parts.component[g])] = true
        } else {
          innerBlock[g, h] = 0
        }
      }
    }
    var count = parts.count
    let component = (0..<rows).map { i -> Int32 in
      let part = parts.component[Int(groups[i])]
      if isLinked[i] && hasLinks[Int(part)] { return part }
      count += 1
      return Int32(count - 1)
    }
    let mask = isLinked.map { $0 ? 1.0 : 0 }
    let inner = BlockUniformMatrix(
      rowScale: rowScale, block: innerBlock, columnScale: columnScale,
      groups: groups
    ).scaledRows(by: mask).scaledColumns(by: mask)
    return (
      StronglyConnectedComponents(component: component, count: count), inner
    )
  }
  /// The block with zeros for groups in which no index is marked.
  private func blockOfMembers(where isMarked: [Bool]) -> Matrix {
    var hasMembers = Array(repeating: 0.0, count: groupCount)
    for i in 0..<rows where isMarked[i] { hasMembers[Int(groups[i])] = 1 }
    let mask = Matrix(diagonal: hasMembers)
    return mask * block * mask
  }
}
