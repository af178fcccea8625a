import Games
import LinearAlgebra

/// The directions in which best responses do not contract: where a search has
/// to divide the strategy space, since everything else follows.
///
/// With `M_vw = −J_vw / J_vv` the Jacobian of the best responses at a profile u
/// and concave responses, every other equilibrium s has `s − u ≤ M (s − u)`. A
/// left eigenvector w of M with an eigenvalue above 1 tells on which side of u
/// it lies, by the sign of `w·(s − u)`. As many directions are needed as there
/// are eigenvalues that can exceed 1, one for each group of players that can
/// tip together, however many players there are.
struct SlowDirections {
  /// The left eigenvectors w, the largest element of each being ±1.
  private(set) var directions: [[Double]] = []

  /// Eigenvalues from here on count as slow.
  private static let threshold = 0.9
  /// More directions than this are not worth it.
  private static let limit = 4
  /// Directions with a cosine above this are the same.
  private static let sameness = 0.995
  /// Games of fewer variables are cut along these.
  private static let fewVariables = 4

  /// The directions of a game.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - unstable: Equilibria from which best responses run away.
  ///   - box: A box that holds every equilibrium; its middle is taken if no
  ///     unstable one is known.
  init<G: Game>(_ game: G, unstable: [[Double]], in box: Box) {
    guard game.strategies.dimension >= Self.fewVariables else { return }
    for levels in unstable.isEmpty ? [box.midpoint] : unstable {
      for direction in Self.eigenvectors(game, at: levels) {
        guard directions.count < Self.limit else { return }
        if !directions.contains(where: { Self.isSame($0, direction) }) {
          directions.append(direction)
        }
      }
    }
  }

  /// The left eigenvectors of slow modes at a profile, slowest first.
  private static func eigenvectors<G: Game>(
    _ game: G, at levels: [Double]
  ) -> [[Double]] {
    let strategies = game.strategies
    let free = levels.indices.filter {
      strategies.lowerBounds[$0] < levels[$0]
        && levels[$0] < strategies.upperBounds[$0]
    }
    let jacobian = game.jacobian(at: levels)
    guard free.allSatisfy({ jacobian[$0, $0] < 0 }) else { return [] }
    var transposed = Matrix(rows: free.count, columns: free.count)
    for (i, v) in free.enumerated() {
      for (j, w) in free.enumerated() where v != w {
        transposed[j, i] = -jacobian[v, w] / jacobian[v, v]
      }
    }
    guard let modes = try? GeneralEigendecomposition(transposed) else {
      return []
    }
    return modes.eigenvalues.indices.reversed().compactMap { k in
      let value = modes.eigenvalues[k]
      guard value.imaginary == 0, value.real >= threshold else { return nil }
      var direction = [Double](repeating: 0, count: levels.count)
      for (i, v) in free.enumerated() { direction[v] = modes.realParts[i, k] }
      let largest = direction.reduce(0) { abs($1) > abs($0) ? $1 : $0 }
      return largest == 0 ? nil : direction.map { $0 / largest }
    }
  }

  private static func isSame(_ a: [Double], _ b: [Double]) -> Bool {
    func product(_ x: [Double], _ y: [Double]) -> Double {
      zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return abs(product(a, b))
      > sameness * (product(a, a) * product(b, b)).squareRoot()
  }
}
