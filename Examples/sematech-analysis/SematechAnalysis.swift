import Coopetition

/// The founders of Sematech: who shares by itself, and what it would take that
/// all do.
@main
enum SematechAnalysis {
  static func main() throws {
    let path =
      CommandLine.arguments.dropFirst().first
      ?? "Examples/sematech-1991/sematech-1991.yaml"
    let cluster = try Cluster(scenario: path)
    let analysis = try cluster.analyze()

    let proof = analysis.isComplete ? "and no other, proven" : "perhaps others"
    print("\(analysis.equilibria.count) equilibrium, \(proof)")
    for outcome in analysis.equilibria {
      let sharing = zip(cluster.firms, outcome.levels).filter { $0.1 > 0 }
      for (firm, level) in sharing {
        print("  \(firm.name) shares \(NumberText.significant(level))")
      }
      let efficiency = 100 * outcome.efficiency
      print("  efficiency \(NumberText.fixed(efficiency, decimals: 1)) %")
    }

    guard let subsidy = analysis.subsidy else { return }
    let outlay = NumberText.significant(subsidy.outlay)
    print("The optimum is an equilibrium for a subsidy of \(outlay):")
    for (firm, rate) in zip(cluster.firms, subsidy.rates) where rate > 0 {
      print("  \(firm.name) \(NumberText.significant(rate)) per unit of level")
    }
  }
}
