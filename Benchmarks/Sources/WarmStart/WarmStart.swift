import AllocationCounter
import Coopetition

/// Times Newton's method on three firms from a warm start: the environment
/// steps back and forth between two values, and each solve starts at the
/// equilibrium of the other value.
@main
enum WarmStart {
  static let environments = [1.4, 1.41]
  static let batches = 401
  static let pairs = 200

  static func main() throws {
    var cluster = try Cluster(scenario: CommandLine.arguments[1])
    let games = try environments.map { environment in
      cluster.environment = environment
      return try SharingGame(cluster)
    }
    let solver = SemismoothNewton(tolerance: 1e-12)
    var workspace = SemismoothNewton.Workspace(games[0])
    let steps = solvePairs(games, solver, &workspace, count: 2)

    var times: [Double] = []
    times.reserveCapacity(batches)
    let before = allocation_count()
    for _ in 0..<batches {
      let start = ContinuousClock.now
      _ = solvePairs(games, solver, &workspace, count: pairs)
      let time = ContinuousClock.now - start
      times.append(time / .microseconds(1) / Double(2 * pairs))
    }
    let allocations = allocation_count() - before
    times.sort()
    let solves = 2 * pairs * batches
    print("levels", workspace.levels.map { NumberText.fixed($0, decimals: 9) })
    print("Newton steps:", steps)
    print("median", NumberText.significant(times[batches / 2]), "µs a solve,")
    print("fastest", NumberText.significant(times[0]), "µs;")
    print(allocations, "allocations in", solves, "solves")
  }

  /// Solves both games in turn, each from where the other one ended, and
  /// returns the Newton steps of the last solve.
  static func solvePairs(
    _ games: [SharingGame], _ solver: SemismoothNewton,
    _ workspace: inout SemismoothNewton.Workspace, count: Int
  ) -> Int {
    var steps = 0
    for _ in 0..<count {
      for game in games { steps = solver.run(game, &workspace).iterations }
    }
    return steps
  }
}
