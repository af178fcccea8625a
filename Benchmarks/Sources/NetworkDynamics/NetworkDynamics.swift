import Coopetition
import Equilibria
import LinearAlgebra
import Measurement

/// Times one diffusion among generated firms and the multipliers of their
/// sharing game; see `run-dynamics` for the peers.
///
///     NetworkDynamics FOLDER FIRMS
///
/// The links and rates of the diffusion are left in the folder as raw numbers.
@main
enum NetworkDynamics {
  static func main() throws {
    guard CommandLine.arguments.count == 3,
      let firms = Int(CommandLine.arguments[2])
    else {
      print("usage: NetworkDynamics FOLDER FIRMS")
      return
    }
    let cluster = try ClusterGenerator(
      firms: firms, degree: 10, kind: .regional, seed: 7
    ).cluster()
    guard case .network(let links) = cluster.complementarity else { return }
    print("firms \(firms), links \(links.nonzeroCount)")
    let diffusion = diffusion(over: links)
    try export(diffusion, to: CommandLine.arguments[1])
    spread(diffusion)
    try shock(SharingGame(cluster))
  }

  /// Bass's rates; on average a firm whose sources have all adopted imitates at
  /// the rate q.
  private static func diffusion(over links: SparseMatrix) -> Diffusion {
    let n = links.rows
    let mean = links.rowSums.reduce(0, +) / Double(n)
    func same(_ rate: Double) -> [Double] { Array(repeating: rate, count: n) }
    return Diffusion(
      pressure: links.scaledRows(by: same(1 / mean)),
      innovations: [
        Diffusion.Innovation(
          insight: same(0.03), imitation: same(0.38), abandonment: same(0))
      ], horizon: 10)
  }

  private static func spread(_ diffusion: Diffusion) {
    let simulation = DiffusionSimulation(runs: 1, seed: 1)
    var times: [Double] = []
    let seconds = bestOf(3) {
      times = simulation.adoptionTimes(of: diffusion, run: 0)[0]
    }
    let share = times.reduce(0) { $0 + ($1 <= diffusion.horizon ? 1.0 : 0) }
    print("diffusion: \(seconds) s")
    print("  share after 10 periods \(share / Double(times.count))")
  }

  private static func shock(_ game: SharingGame) throws {
    let levels = game.solve(BestResponseSweeps(tolerance: 1e-10)).levels
    let ones = levels.map { _ in 1.0 }
    var found: IterativeSolution?
    let seconds = bestOf(3) {
      found = NetworkMultipliers(game, at: levels)?.weighted(by: ones)
    }
    guard let found else { return }
    print("multipliers: \(seconds) s")
    print("  residual \(found.residual), largest \(found.x.max() ?? .nan)")
  }

  private static func bestOf(_ count: Int, _ body: () -> Void) -> Double {
    (0..<count).reduce(.infinity) { best, _ in
      min(best, ContinuousClock().measure(body) / .seconds(1))
    }
  }

  /// Writes who presses on whom at which rate, adopters in rows.
  private static func export(
    _ diffusion: Diffusion, to folder: String
  ) throws {
    var rates = diffusion.pressure.transposed()
    rates.updateValues { _, firm, weight in
      diffusion.innovations[0].imitation[firm] * weight
    }
    try RawNumbers.write(rates.rowStarts, to: "\(folder)/starts.bin")
    try RawNumbers.write(rates.columnIndices, to: "\(folder)/columns.bin")
    try RawNumbers.write(rates.values, to: "\(folder)/rates.bin")
    try RawNumbers.write(
      diffusion.innovations[0].insight, to: "\(folder)/insight.bin")
  }
}
