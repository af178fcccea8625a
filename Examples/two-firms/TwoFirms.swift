import Coopetition

/// Two firms built in code: which sharing levels hold by themselves, and which
/// would be best for both together.
@main
enum TwoFirms {
  static func main() throws {
    let cluster = try Cluster(
      name: "Two firms",
      firms: [
        Firm("Alpha", knowledge: 1.5, opportunity: 3, linearCost: 0.6),
        Firm("Beta", absorptiveCapacity: 0.8, opportunity: 4, linearCost: 0.4),
      ],
      model: InnovationModel(reciprocity: 2),
      complementarity: .uniform(1),
      rivalry: .uniform(0.2))
    let analysis = try cluster.analyze()

    let known = analysis.isComplete ? "every" : "some of the"
    print("\(cluster.name), \(known) sharing level that holds by itself:")
    for outcome in analysis.equilibria {
      print(
        outcome.isStable ? "stable  " : "unstable",
        row(outcome.levels), " welfare", NumberText.significant(outcome.welfare)
      )
    }
    print(
      "optimum ", row(analysis.optimum.levels), " welfare",
      NumberText.significant(analysis.optimum.welfare))
  }

  /// The levels of both firms.
  static func row(_ levels: [Double]) -> String {
    levels.map { NumberText.fixed($0, decimals: 4) }.joined(separator: "  ")
  }
}
