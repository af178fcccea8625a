import Games
import LinearAlgebra

/// A bound on the rise of a function from the middle of a box, by a concave
/// quadratic.
///
/// With variables t in [−1, 1] about the middle c, slopes g there and the
/// Hessian within M ± R over the box,
///
///     f(x) − f(c) ≤ g·t + ½ tᵀMt + ½ Σ R
///                 ≤ g·t + ½ tᵀ(M − diag α)t + ½ Σ α + ½ Σ R,   α ≥ 0,
///
/// and with α large enough for `diag α − M` to be positive semidefinite the
/// right-hand side is concave: its tangent at any point bounds it. The point
/// is found by coordinate ascent. α is a share of Gershgorin's, as small as
/// Cholesky's method confirms.
///
/// Reference: Adjiman, Dallwig, Floudas and Neumaier 1998; on the proof of
/// definiteness by Cholesky's method in floating point, Rump, Verification of
/// positive definiteness, BIT 46, 2006.
struct QuadraticBound {
  /// No point of the box lies higher above the middle than this.
  private(set) var rise: Double
  /// Where the quadratic is largest, as far as coordinate ascent tells.
  private(set) var maximizer: [Double]

  /// The bound, or nil if the Hessian is unbounded.
  ///
  /// - Parameters:
  ///   - slopes: Enclosures of the slopes at the middle.
  ///   - hessian: An enclosure of the Hessian over the box, row by row.
  ///   - box: The box.
  ///   - variables: Those that are not points.
  init?(
    slopes: [Interval], hessian: [Interval], over box: Box, variables: [Int]
  ) {
    let k = variables.count
    let radii = variables.map { box[$0].radius }
    var matrix = [Double](repeating: 0, count: k * k)
    var spread = Interval.zero
    for i in 0..<k {
      let v = variables[i]
      // The Hessian is symmetric: one triangle tells both.
      for j in i..<k {
        let element =
          hessian[v * box.count + variables[j]]
          * Interval(radii[i]) * Interval(radii[j])
        guard element.isBounded else { return nil }
        matrix[i * k + j] = element.midpoint
        matrix[j * k + i] = element.midpoint
        spread += Interval(element.radius) * (i == j ? 1 : 2)
      }
    }
    guard let convexity = Self.removeConvexity(of: &matrix, order: k) else {
      return nil
    }
    let scaled = (0..<k).map { slopes[variables[$0]] * Interval(radii[$0]) }
    guard scaled.allSatisfy(\.isBounded) else { return nil }
    let peak = Self.ascend(scaled.map(\.midpoint), matrix)
    let top = Self.tangentBound(at: peak, slopes: scaled, matrix)
    rise = (top + (spread + convexity) / 2).upper
    maximizer = box.midpoint
    for i in 0..<k {
      let v = variables[i]
      let level = maximizer[v] + peak[i] * radii[i]
      maximizer[v] = min(max(level, box[v].lower), box[v].upper)
    }
  }

  /// Subtracts `α_i` from the diagonal so that the matrix is proven negative
  /// semidefinite; returns `Σ α`.
  private static func removeConvexity(
    of matrix: inout [Double], order k: Int
  ) -> Interval? {
    let discs = (0..<k).map { i in
      let row = matrix[(i * k)..<(i * k + k)]
      let rest = row.reduce(0) { $0 + abs($1) } - abs(matrix[i * k + i])
      return max(0, matrix[i * k + i] + rest)
    }
    var system = CholeskyWorkspace(capacity: k)
    func isConcave(_ share: Double) -> Bool {
      var trace = 0.0
      for i in 0..<k {
        for j in 0..<i { system[i, j] = -matrix[i * k + j] }
        system[i, i] = share * discs[i] - matrix[i * k + i]
        trace += abs(system[i, i])
      }
      let margin = definitenessMargin * Double(k + 2) * trace
      for i in 0..<k { system[i, i] -= margin + .leastNormalMagnitude }
      return system.factor(order: k)
    }
    var share = 0.0
    if !isConcave(0) {
      var low = 0.0
      share = 1 + shareTolerance
      guard isConcave(share) else { return nil }
      for _ in 0..<bisections {
        let middle = (low + share) / 2
        if isConcave(middle) { share = middle } else { low = middle }
      }
    }
    var total = Interval.zero
    for i in 0..<k {
      let before = Interval(matrix[i * k + i])
      matrix[i * k + i] -= share * discs[i]
      total += before - Interval(matrix[i * k + i])
    }
    return total
  }

  /// Maximises `g·t + ½ tᵀAt` over `[−1, 1]ᵏ` approximately.
  private static func ascend(
    _ slopes: [Double], _ matrix: [Double]
  ) -> [Double] {
    let k = slopes.count
    var t = [Double](repeating: 0, count: k)
    for _ in 0..<sweeps {
      var change = 0.0
      for i in 0..<k {
        var slope = slopes[i]
        for j in 0..<k where j != i { slope += matrix[i * k + j] * t[j] }
        let curvature = -matrix[i * k + i]
        let free = curvature > 0 ? slope / curvature : slope > 0 ? 1 : -1
        let next = min(max(free, -1), 1)
        change = max(change, abs(next - t[i]))
        t[i] = next
      }
      if change < ascentTolerance { break }
    }
    return t
  }

  /// Bounds the concave quadratic over `[−1, 1]ᵏ` by its tangent at t.
  private static func tangentBound(
    at t: [Double], slopes: [Interval], _ matrix: [Double]
  ) -> Interval {
    let k = t.count
    let unit = Interval(-1...1)
    var sum = Interval.zero
    for i in 0..<k {
      var product = Interval.zero
      for j in 0..<k {
        product += Interval(matrix[i * k + j]) * Interval(t[j])
      }
      let here = Interval(t[i])
      sum += (slopes[i] + product / 2) * here
      sum += (slopes[i] + product) * (unit - here)
    }
    return sum
  }

  /// How much of the trace Cholesky's method is given for its rounding, for
  /// each row: well over what Rump's theorem asks for.
  private static let definitenessMargin = 4 * Double.ulpOfOne
  /// How much more than Gershgorin's α is tried.
  private static let shareTolerance = 1e-3
  /// How often the share is halved in the search for the smallest.
  private static let bisections = 6
  /// The limit on sweeps of coordinate ascent.
  private static let sweeps = 30
  /// The change of a sweep at which coordinate ascent stops.
  private static let ascentTolerance = 1e-4
}
