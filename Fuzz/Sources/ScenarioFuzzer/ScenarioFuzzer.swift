import Coopetition
import Foundation

/// Reads scenario files that were changed at random, analyses what is admissible
/// with little effort, and holds each claim against payoffs at points.
///
/// The arguments are the number of files, the seed, where the file in work is
/// kept, and the files to change. It ends at the first false claim, and at an
/// analysis of more than 20 seconds of processor; after a crash the file that is
/// kept shows what led to it.
@main
enum ScenarioFuzzer {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count > 3, let count = Int(arguments[1]),
      let seed = UInt64(arguments[2])
    else {
      print("usage: ScenarioFuzzer COUNT SEED KEPT FILE…")
      exit(64)
    }
    let kept = arguments[3]
    let names = Array(arguments.dropFirst(3))
    let texts = try names.map {
      try String(contentsOfFile: $0, encoding: .utf8)
    }
    let mutation = TextMutation(corpus: texts)
    var random = SplitMix64(seed: seed)
    var tally = Tally()
    for number in 0..<count {
      let place = random.below(texts.count)
      let text = mutation.mutated(texts[place], &random)
      try text.write(toFile: kept, atomically: false, encoding: .utf8)
      let start = clock()
      if let fault = tally.fault(in: text, named: names[place], &random) {
        print("file \(number), from \(names[place]), kept in \(kept): \(fault)")
        exit(1)
      }
      let seconds = (clock() - start) / clock_t(CLOCKS_PER_SEC)
      if seconds > 20 {
        print(
          "file \(number), from \(names[place]), kept in \(kept): \(seconds) s")
        exit(1)
      }
    }
    print(tally.summary)
  }

  /// How often what was found.
  private struct Tally {
    var refused = 0
    var analysed = 0
    var complete = 0
    var proven = 0
    var large = 0

    var summary: String {
      "\(refused + analysed + large) files: \(refused) refused, \(analysed) "
        + "analysed, \(large) too large for it; \(proven) proven equilibria, "
        + "\(complete) complete lists; none false"
    }

    mutating func fault(
      in text: String, named name: String, _ random: inout SplitMix64
    ) -> String? {
      let scenario: Scenario
      let game: any ScenarioGame
      do {
        let folder = name.split(separator: "/").dropLast()
          .joined(separator: "/")
        let file = try ScenarioFile(
          text: text, directory: folder.isEmpty ? "." : folder)
        scenario = try Scenario(file)
        game = try scenario.game()
      } catch {
        refused += 1
        return "\(error)".isEmpty ? "an error without words" : nil
      }
      guard game.strategies.dimension <= ScenarioFuzzer.mostVariables else {
        large += 1
        return nil
      }
      var analyzer = Analyzer(search: BranchAndPrune(boxLimit: 50))
      analyzer.maximization.boxLimit = 50
      analyzer.bargains = false
      let analysis = game.analyze(using: analyzer)
      analysed += 1
      if analysis.isComplete { complete += 1 }
      proven += analysis.equilibria.count { $0.equilibrium.isProven }
      // With noise nobody maximises the payoff alone.
      if case .cluster(let cluster) = scenario.subject, cluster.model.noise > 0
      {
        return nil
      }
      return Judgement(game: game, analysis: analysis).fault(&random)
    }
  }

  /// Games with more variables are only read.
  private static let mostVariables = 8
}
