import Coopetition

/// Where the founders of Sematech stand, and where the growth of the United
/// States came from between 1909 and 1949 (Solow 1957).
@main
enum WhereWeStand {
  static func main() throws {
    let cluster = try Scenario(
      path: "Examples/sematech-1991/sematech-1991.yaml"
    ).diagnose()
    if let state = cluster.state, let path = cluster.path {
      let proof = state.isProven ? "proven" : "numerical"
      print("State: \(state.kind.rawValue), \(proof)")
      for (kind, part) in zip(ClusterStateKind.allCases, state.parts) {
        print("  \(kind.rawValue) \(NumberText.fixed(part, decimals: 3))")
      }
      print("Path: \(path.verdict), nearest \(path.path.rawValue)")
    }

    let growth = try Scenario(
      path: "Examples/solow-1957/solow-1957.yaml"
    ).diagnose().growth
    if let growth, let probability = growth.modes.probabilities?.max() {
      let points = NumberText.fixed(100 * growth.growth, decimals: 2)
      print("Growth: \(points) points a year")
      for (mode, value) in zip(GrowthMode.allCases, growth.modes.values) {
        let points = NumberText.fixed(100 * value, decimals: 2)
        print("  \(mode.rawValue) \(points)")
      }
      print(
        "  most by \(growth.modes.mode.rawValue) with probability "
          + NumberText.fixed(probability, decimals: 2))
    }
  }
}
