extension BlockUniformMatrix {
  /// The elementwise product of two matrices of one order, `a_ij · b_ij`.
  ///
  /// Its groups are the pairs of groups that occur.
  ///
  /// - Precondition: the orders agree; at most 255 pairs of groups occur.
  /// - Complexity: O(rows + pairs²).
  public func elementwiseProduct(
    _ other: BlockUniformMatrix
  ) -> BlockUniformMatrix {
    precondition(rows == other.rows, "the orders must agree")
    let (pairs, merged) = mergedGroups(with: other)
    var product = Matrix(rows: pairs.count, columns: pairs.count)
    for (g, from) in pairs.enumerated() {
      for (h, to) in pairs.enumerated() {
        product[g, h] =
          block[from.own, to.own] * other.block[from.other, to.other]
      }
    }
    return BlockUniformMatrix(
      rowScale: zip(rowScale, other.rowScale).map { $0 * $1 }, block: product,
      columnScale: zip(columnScale, other.columnScale).map { $0 * $1 },
      groups: merged)
  }

  /// The pairs of groups that occur, in the order of their first members.
  private func mergedGroups(
    with other: BlockUniformMatrix
  ) -> (pairs: [(own: Int, other: Int)], groups: [UInt8]) {
    var pairs: [(own: Int, other: Int)] = []
    var names: [Int: UInt8] = [:]
    let merged = zip(groups, other.groups).map { own, other in
      let key = Int(own) << 8 | Int(other)
      if let known = names[key] { return known }
      precondition(pairs.count < Int(UInt8.max), "too many pairs of groups")
      let name = UInt8(pairs.count)
      names[key] = name
      pairs.append((Int(own), Int(other)))
      return name
    }
    return (pairs, merged)
  }
}

extension SparseMatrix {
  /// The elementwise product with a matrix of groups, `a_ij · b_ij`.
  ///
  /// Elements on the diagonal, where the other matrix is zero, are left out.
  ///
  /// - Precondition: the sizes agree.
  /// - Complexity: O(rows + nonzeroCount).
  public func elementwiseProduct(_ other: BlockUniformMatrix) -> SparseMatrix {
    precondition(
      rows == other.rows && columns == other.columns, "the sizes must agree")
    var result = removingDiagonal()
    result.updateValues { i, j, value in value * other.element(i, j) }
    return result
  }
}

extension StructuredMatrix {
  /// The elementwise product of two matrices of one size, `a_ij · b_ij`.
  ///
  /// It is sparse if one of them is.
  ///
  /// - Precondition: the sizes agree; the product of two matrices of groups
  ///   has at most 255 pairs of groups.
  /// - Complexity: O(the numbers that both store).
  public func elementwiseProduct(_ other: StructuredMatrix) -> StructuredMatrix
  {
    switch (self, other) {
    case (.sparse(let a), .sparse(let b)): .sparse(a.elementwiseProduct(b))
    case (.sparse(let a), .blockUniform(let b)),
      (.blockUniform(let b), .sparse(let a)):
      .sparse(a.elementwiseProduct(b))
    case (.scaled(let a), let b), (let b, .scaled(let a)):
      StructuredMatrix.sparse(a.sparse).elementwiseProduct(b)
    case (.blockUniform(let a), .blockUniform(let b)):
      .blockUniform(a.elementwiseProduct(b))
    }
  }
}
