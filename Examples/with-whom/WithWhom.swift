import Coopetition

/// Three chemical firms: which links form and last, who would be missed most,
/// and whom to win first.
@main
enum WithWhom {
  static func main() throws {
    let scenario = try Scenario(
      path: "Examples/three-firms/three-firms.yaml")
    let cluster = try Cluster(
      scenario: "Examples/three-firms/three-firms.yaml")
    func title(_ firms: [Int]) -> String {
      firms.map { cluster.firms[$0].name }.joined(separator: "–")
    }

    if let formation = try NetworkEnumeration().networks(of: scenario) {
      for network in formation.stability.stable {
        let links = formation.table.links(of: network)
          .map { title([$0.first, $0.second]) }
        let share = NumberText.percent(formation.probability(of: network))
        print(
          "Lasts: \(links.isEmpty ? "no link" : links.joined(separator: ", "));",
          "single links end there: \(share)")
      }
    }

    let exits = try ExitStudy().exits(from: cluster)
    for exit in exits.exits {
      let others = NumberText.fixed(exit.othersLoss, decimals: 3)
      print("Without \(title(exit.firms)) the others lose \(others)")
    }

    let seeding = try SeedingStudy().seeding(of: cluster)
    if let smallest = seeding.smallest {
      print("Win first: \(title(smallest.one))")
    }
  }
}
