import Coopetition

/// Times the Pareto front of two-firm scenarios, for comparison with NSGA-II
/// (`nsga2.py` beside this file):
///
///     swift run -c release ParetoFronts FILE.yaml ...
///     python nsga2.py FILE.yaml
@main
struct ParetoFronts {
  static func main() throws {
    for path in CommandLine.arguments.dropFirst() {
      let game = try SharingGame(Cluster(scenario: path))
      for points in [100, 200, 1000] { report(game, points) }
    }
  }

  /// Prints the hypervolume over the payoffs of "nobody shares" and the median
  /// time of several runs.
  private static func report(_ game: SharingGame, _ points: Int) {
    let nobody = game.payoffs(at: game.strategies.lowerBounds)
    let clock = ContinuousClock()
    var seconds: [Double] = []
    var volume = 0.0
    for _ in 0..<runs {
      let start = clock.now
      let front = game.paretoFront(points: points, reference: nobody)
      seconds.append((clock.now - start) / .seconds(1))
      volume = Hypervolume.of(front.payoffs, over: nobody)
    }
    let median = seconds.sorted()[runs / 2]
    print(
      "{\"scenario\": \"\(game.cluster.name)\", \"points\": \(points), "
        + "\"hypervolume\": \(volume), \"seconds\": \(median)}")
  }

  private static let runs = 15
}
