@_spi(Benchmarks) import Coopetition
import Games
import Measurement

/// Times sweeps of best responses of firms that share with each partner beside
/// those of firms that share with all alike, over the same links.
///
///     DirectedSweeps FIRMS
///
/// Prints the milliseconds of the processor that the fastest of five runs took,
/// with a level for each partner and with one for all: for the first three
/// sweeps from the caps, in which nearly everybody moves, and for one in which
/// nobody does.
@main
enum DirectedSweeps {
  /// A run: seconds of the sweeps that move, and of the one that rests.
  private typealias Run = (moving: Double, resting: Double)
  private static let movingSweeps = 3
  /// After so many sweeps hardly anybody moves any more.
  private static let settlingSweeps = 30

  static func main() throws {
    guard CommandLine.arguments.count == 2,
      let firms = Int(CommandLine.arguments[1])
    else {
      print("usage: DirectedSweeps FIRMS")
      return
    }
    var cluster = try ClusterGenerator(
      firms: firms, degree: 10, kind: .regional, seed: 7
    ).cluster()
    let game = try SharingGame(cluster)
    cluster.model.sharing = .firms
    var trial = try DirectedSweepTrial(cluster)
    let standard = fastest { play(game) }
    let directed = fastest { play(&trial) }
    print("\(firms) firms, \(trial.levelCount) levels towards partners")
    report("first sweeps from the caps", directed.moving, standard.moving)
    report("a sweep where nobody moves", directed.resting, standard.resting)
  }

  private static func play(_ game: SharingGame) -> Run {
    var profile = SweepProfile(
      game, at: game.strategies.upperBounds, inBlocks: false)
    // Nobody is left out, however surely at a bound.
    func sweep() { _ = profile.sweep(game, restMargin: .infinity) }
    let moving = seconds { for _ in 0..<movingSweeps { sweep() } }
    for _ in 0..<settlingSweeps { sweep() }
    return (moving, seconds { sweep() })
  }

  private static func play(_ trial: inout DirectedSweepTrial) -> Run {
    trial.start(fromCaps: true)
    let moving = seconds { for _ in 0..<movingSweeps { _ = trial.sweep() } }
    trial.start(fromCaps: false)
    var move = 0.0
    let resting = seconds { move = trial.sweep() }
    precondition(move == 0, "nobody moves where nobody shares")
    return (moving, resting)
  }

  private static func seconds(_ work: () -> Void) -> Double {
    let start = ProcessUsage.seconds
    work()
    return ProcessUsage.seconds - start
  }

  private static func fastest(_ run: () -> Run) -> Run {
    (0..<5).reduce((.infinity, .infinity)) { best, _ in
      let (moving, resting) = run()
      return (min(best.0, moving), min(best.1, resting))
    }
  }

  private static func report(
    _ what: String, _ directed: Double, _ standard: Double
  ) {
    print(what, 1e3 * directed, 1e3 * standard, separator: "\t")
  }
}
