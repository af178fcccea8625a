import LinearAlgebra

/// Whether an equilibrium is alone in a region though some variables may leave
/// their bounds, where their slopes are zero.
///
/// Let z be how far another equilibrium lies away, A the negative Jacobian in
/// between and `g = A z`: then `g_v = 0` for v inside its bounds, and
/// `z_v g_v ≤ 0` for v in W, those who may leave. The variables fall into groups
/// of which the members depend on each other and on other groups. Where z
/// vanishes in those, it does in a group
///
/// 1. from which nobody may leave, if A is regular,
/// 2. if A is a P-matrix,
/// 3. or if `(A⁻¹)_WW` is, since `z_W = (A⁻¹)_WW g_W`: the group moves the same
///    way with and without those who may leave,
/// 4. or if, for `S = ((A⁻¹)_WW)⁻¹` with distances from bounds as variables,
///    `pᵀ S < 0` for some `p > 0`: as soon as some leave, slopes inward weighted
///    by p have a positive sum, and somebody wants to go as far as it can.
///    Others need not rest before if they do not lower that sum.
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

  /// The negative Jacobians of all that may move, with distances from bounds as
  /// variables for those who may leave.
  let matrix: IntervalMatrix
  /// Who may leave a bound.
  let leaving: Set<Int>
  /// Who of them has a slope of exactly zero at the bound, and cannot reach the
  /// other one.
  let driven: Set<Int>

  /// What is proven; nil if nothing is.
  ///
  /// - Complexity: O(order³) for each group that has to wait for another one.
  func verdict() -> Verdict? {
    var result = Verdict.alone
    var open = groups
    var resting: Set<Int> = []
    while !open.isEmpty {
      let before = open.count
      open.removeAll {
        let group = $0.filter { !resting.contains($0) }
        if isAlone(group, resting) {
          resting.formUnion(group)
          return true
        }
        guard let held = repelled(by: group, resting) else { return false }
        resting.formUnion(held)
        result = .repelled
        return true
      }
      guard open.count < before else { return nil }
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

  /// Whether a group rests, by 1 to 3, if some others do.
  private func isAlone(_ group: [Int], _ resting: Set<Int>) -> Bool {
    guard dependsOnly(on: resting, group) else { return false }
    let block = matrix.submatrix(group)
    let weak = places(of: group)
    if weak.isEmpty { return group.isEmpty || block.inverse != nil }
    return block.isPMatrix || block.inverse?.submatrix(weak).isPMatrix == true
  }

  /// Who rests, by 4, because a group repels; nil if it does not.
  ///
  /// Others who encourage it rest too, as far as the group does not rest
  /// without them.
  private func repelled(by group: [Int], _ resting: Set<Int>) -> Set<Int>? {
    let weak = places(of: group)
    let members = weak.map { group[$0] }
    guard !weak.isEmpty, driven.isSuperset(of: members) else { return nil }
    let isMixed = weak.count < group.count
    guard !isMixed || dependsOnly(on: resting, group) else { return nil }
    let block = matrix.submatrix(group)
    let slopes = isMixed ? block.inverse?.submatrix(weak).inverse : block
    guard let weights = slopes?.weightsOfNegativeColumns else { return nil }
    var held = Set(group)
    for j in 0..<matrix.order where !held.contains(j) && !resting.contains(j) {
      let sum = zip(members, weights).reduce(Interval.zero) {
        $0 + Interval($1.1) * matrix[$1.0, j]
      }
      if sum == .zero { continue }
      guard leaving.contains(j), sum.isNonpositive else { return nil }
      if sum.isNegative { held.insert(j) }
    }
    return held
  }

  /// The places in a group of those who may leave.
  private func places(of group: [Int]) -> [Int] {
    group.indices.filter { leaving.contains(group[$0]) }
  }

  private func dependsOnly(on resting: Set<Int>, _ group: [Int]) -> Bool {
    let inside = Set(group)
    return (0..<matrix.order).allSatisfy { j in
      inside.contains(j) || resting.contains(j)
        || group.allSatisfy { matrix[$0, j] == .zero }
    }
  }
}

extension IntervalMatrix {
  /// Positive numbers by which rows are weighted so that every column of every
  /// matrix has a negative sum; nil if none are found.
  ///
  /// They are the leading mode of the worst matrix, negative and transposed.
  fileprivate var weightsOfNegativeColumns: [Double]? {
    var rises = Matrix(rows: order, columns: order)
    for i in 0..<order {
      for j in 0..<order { rises[j, i] = -self[i, j].upper }
    }
    guard rises.elements.allSatisfy(\.isFinite),
      let weights = (try? GeneralEigendecomposition(rises))?.leadingMode,
      weights.allSatisfy({ $0 > 0 })
    else { return nil }
    let areNegative = (0..<order).allSatisfy { j in
      (0..<order).reduce(Interval.zero) {
        $0 + Interval(weights[$1]) * self[$1, j]
      }.isNegative
    }
    return areNegative ? weights : nil
  }
}
