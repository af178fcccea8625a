import LinearAlgebra

/// Whether an equilibrium is alone in a region though some variables may leave
/// their bounds, where their slopes are zero.
///
/// Let z be how far another equilibrium lies away, A the negative Jacobian in
/// between and `g = A z`: then `g_v = 0` for v inside its bounds, and
/// `z_v g_v ≤ 0` for v in W, those who may leave. The variables fall into groups
/// of which the members depend on each other and on groups before. Where z
/// vanishes in those, it does in a group
///
/// 1. from which nobody may leave, if A is regular,
/// 2. if A is a P-matrix,
/// 3. or if `(A⁻¹)_WW` is, since `z_W = (A⁻¹)_WW g_W`: the group moves the same
///    way with and without those who may leave,
/// 4. or if, for `S = ((A⁻¹)_WW)⁻¹` with distances from bounds as variables,
///    `pᵀ S < 0` for some `p > 0`: as soon as some leave, slopes inward weighted
///    by p have a positive sum, and somebody wants to go as far as it can.
///
/// In the last case the corner repels: the equilibrium is unstable and of index
/// 0, since it vanishes if leaving is favoured a little. So it is with sharing
/// without costs, which is worth nothing as long as nobody shares.
///
/// Reference: Gale and Nikaido, Mathematische Annalen 159, 1965; Robinson,
/// Mathematics of Operations Research 5, 1980; Cottle, Pang and Stone, The
/// Linear Complementarity Problem, 1992, chapter 3.
struct WeakComplementarity {
  enum Verdict { case alone, repelled }

  /// The negative Jacobians of all that may move.
  let matrix: IntervalMatrix
  /// Who may leave a bound, and the sign of a move away from it.
  let leaving: [Int: Double]
  /// Who of them has a slope of exactly zero at the bound, and cannot reach the
  /// other one.
  let driven: Set<Int>

  /// What is proven; nil if nothing is.
  ///
  /// - Complexity: O(order³).
  func verdict() -> Verdict? {
    var result = Verdict.alone
    for group in groups {
      guard let verdict = verdict(of: group) else { return nil }
      if verdict == .repelled { result = .repelled }
    }
    return result
  }

  /// The variables that depend on each other.
  private var groups: [[Int]] {
    let order = matrix.order
    var links = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0..<order where matrix[i, j] != .zero { links[i, j] = 1 }
    }
    let (starts, indices) =
      StronglyConnectedComponents(of: SparseMatrix(dense: links)).members
    return zip(starts, starts.dropFirst()).map { start, end in
      indices[start..<end].map(Int.init)
    }
  }

  private func verdict(of group: [Int]) -> Verdict? {
    let block = matrix.submatrix(group)
    let weak = group.indices.filter { leaving[group[$0]] != nil }
    if !weak.isEmpty && block.isPMatrix { return .alone }
    let response = weak.count < group.count ? block.inverse : nil
    if weak.isEmpty { return response == nil ? nil : .alone }
    let moves = response?.submatrix(weak)
    if moves?.isPMatrix == true { return .alone }
    guard let slopes = response == nil ? block : moves?.inverse,
      weak.count == group.count || response != nil,
      weak.allSatisfy({ driven.contains(group[$0]) })
    else { return nil }
    let signs = weak.map { leaving[group[$0]] ?? 1 }
    return Self.repels(slopes, signs) ? .repelled : nil
  }

  /// Whether positive weights make every column of every matrix negative, rows
  /// and columns times some signs.
  private static func repels(
    _ matrix: IntervalMatrix, _ signs: [Double]
  ) -> Bool {
    let places = signs.indices
    func element(_ i: Int, _ j: Int) -> Interval {
      signs[i] == signs[j] ? matrix[i, j] : -matrix[i, j]
    }
    var worst = Matrix(rows: signs.count, columns: signs.count)
    for i in places { for j in places { worst[j, i] = element(i, j).upper } }
    guard let weights = slowestMode(worst), weights.allSatisfy({ $0 > 0 })
    else { return false }
    return places.allSatisfy { j in
      places.reduce(Interval.zero) {
        $0 + Interval(weights[$1]) * element($1, j)
      }.isNegative
    }
  }

  /// The sizes of the eigenvector of the least real eigenvalue.
  private static func slowestMode(_ matrix: Matrix) -> [Double]? {
    guard matrix.elements.allSatisfy(\.isFinite),
      let modes = try? GeneralEigendecomposition(matrix)
    else { return nil }
    let values = modes.eigenvalues
    let slowest = values.indices.filter { values[$0].imaginary == 0 }
      .min { values[$0].real < values[$1].real }
    return slowest.map { k in
      values.indices.map { abs(modes.realParts[$0, k]) }
    }
  }
}
