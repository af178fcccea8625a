/// Every vertex of the solution set of a linear complementarity problem in a
/// box, by trying which variables are held at which bound.
///
/// The problem is `F(x) = b − Mx` with `F ≤ 0` where x is at its lower bound
/// 0, `F = 0` in between and `F ≥ 0` at the upper bound: the equilibria of a
/// linear-quadratic game, or the stationary points of a quadratic function.
/// Where solutions form polytopes, their vertices are found.
///
/// Reference: Cottle, Pang and Stone, The Linear Complementarity Problem,
/// 1992, chapter 2.
struct ComplementarityEnumeration {
  /// The rows of M.
  let matrix: [[Double]]
  /// b
  let constant: [Double]
  /// The upper bound of every variable; infinite for none.
  var upperBound = Double.infinity

  /// Where a variable is.
  enum Place: Sendable { case lower, free, upper }

  /// A solution and where its variables are.
  struct Solution: Sendable {
    let levels: [Double]
    let places: [Place]
  }

  /// Numbers below this count as zero.
  private static let zero = 1e-9

  /// The vertices, in lexicographic order from the largest levels down.
  ///
  /// - Complexity: O(2ⁿ n³), or O(3ⁿ n³) with an upper bound.
  func solutions() -> [Solution] {
    var found: [Solution] = []
    let states = upperBound.isFinite ? 3 : 2
    let count = constant.indices.reduce(1) { product, _ in product * states }
    for code in 0..<count {
      var rest = code
      let places = constant.indices.map { _ in
        defer { rest /= states }
        return [Place.lower, .free, .upper][rest % states]
      }
      guard let levels = levels(places), isSolution(levels, places),
        !found.contains(where: { isSame($0.levels, levels) })
      else { continue }
      found.append(Solution(levels: levels, places: places))
    }
    return found.sorted { precedes($0.levels, $1.levels) }
  }

  private func isSame(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) <= Self.zero * (1 + abs($0)) }
  }

  private func precedes(_ a: [Double], _ b: [Double]) -> Bool {
    for (x, y) in zip(a, b) where abs(x - y) > Self.zero * (1 + abs(x)) {
      return x > y
    }
    return false
  }

  /// `b − Mx`
  func slopes(at levels: [Double]) -> [Double] {
    zip(matrix, constant).map { row, b in
      zip(row, levels).reduce(b) { $0 - $1.0 * $1.1 }
    }
  }

  private func isSolution(_ levels: [Double], _ places: [Place]) -> Bool {
    let slopes = slopes(at: levels)
    return places.indices.allSatisfy { i in
      switch places[i] {
      case .lower: slopes[i] <= Self.zero
      case .free:
        levels[i] >= -Self.zero && levels[i] <= upperBound + Self.zero
      case .upper: slopes[i] >= -Self.zero
      }
    }
  }

  /// The levels of given places; nil if the free part is singular.
  private func levels(_ places: [Place]) -> [Double]? {
    let free = places.indices.filter { places[$0] == .free }
    var levels = places.map { $0 == .upper ? upperBound : 0 }
    let rest = slopes(at: levels)
    let solution = Self.solve(
      free.map { i in free.map { matrix[i][$0] } }, free.map { rest[$0] })
    guard let solution else { return nil }
    for (i, level) in zip(free, solution) {
      levels[i] = abs(level) <= Self.zero ? 0 : level
    }
    return levels
  }

  /// Solves a small linear system with a threshold for singularity.
  private static func solve(
    _ matrix: [[Double]], _ rightHandSide: [Double]
  ) -> [Double]? {
    var (a, b) = (matrix, rightHandSide)
    for k in a.indices {
      let pivot = (k..<a.count).max { abs(a[$0][k]) < abs(a[$1][k]) } ?? k
      guard abs(a[pivot][k]) > zero else { return nil }
      a.swapAt(k, pivot)
      b.swapAt(k, pivot)
      for i in a.indices where i != k && a[i][k] != 0 {
        let factor = a[i][k] / a[k][k]
        for j in k..<a.count { a[i][j] -= factor * a[k][j] }
        b[i] -= factor * b[k]
      }
    }
    return a.indices.map { b[$0] / a[$0][$0] }
  }
}

extension ComplementarityEnumeration {
  /// M and b as ratios.
  struct ExactData {
    let matrix: [[Rational]]
    let constant: [Rational]
  }

  /// The exact levels of a solution for exact data and an upper bound of 1 or
  /// none; nil if numbers grow too long.
  func exact(_ solution: Solution, _ data: ExactData) -> [Rational]? {
    let places = solution.places
    let free = places.indices.filter { places[$0] == .free }
    var levels = places.map { Rational($0 == .upper ? 1 : 0) }
    let solved = try? Rational.solve(
      free.map { i in free.map { data.matrix[i][$0] } },
      free.map { i in
        try places.indices.filter { places[$0] == .upper }
          .reduce(data.constant[i]) { try $0.minus(data.matrix[i][$1]) }
      })
    guard let solved else { return nil }
    for (i, level) in zip(free, solved) { levels[i] = level }
    return levels
  }
}
