import Equilibria
import LinearAlgebra

/// Times the direct solution of a dense linear-quadratic game; see
/// `run-dense` for the comparison with numpy.
///
///     DenseNetwork [PLAYERS]
@main
struct DenseNetwork {
  static func main() throws {
    let count =
      CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 4000
    var network = Matrix(rows: count, columns: count)
    var state: UInt64 = 1
    for i in 0..<count {
      for j in 0..<count where i != j {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        network[i, j] = Double(state >> 40) / Double(1 << 24)
      }
    }
    let game = LinearQuadraticGame(
      benefits: Array(repeating: 1, count: count),
      interaction: 1 / Double(count),
      network: .sparse(SparseMatrix(dense: network)), levels: 0...10)
    for _ in 0..<3 {
      let start = ContinuousClock.now
      let levels = try game.interiorProfile()
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let residual = game.pseudoGradient(at: levels).reduce(0) {
        max($0, abs($1))
      }
      print("\(seconds) s, residual \(residual)")
    }
  }
}
