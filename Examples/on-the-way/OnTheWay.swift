import Coopetition

/// Three chemical firms on the way: where today's sharing ends, what tips it,
/// and how soon an innovation has reached half of them.
@main
enum OnTheWay {
  static func main() throws {
    let scenario = try Scenario(
      path: "Examples/three-firms/three-firms.yaml")

    let evolution = try EvolutionStudy(starts: 1_000).evolution(of: scenario)
    let proof = evolution.isPathProven ? "proven" : "numerical"
    if let end = evolution.path.reached {
      let levels = evolution.attractors.equilibria[end].map {
        NumberText.fixed($0, decimals: 2)
      }
      print("Sharing ends at \(levels.joined(separator: " ")), \(proof)")
    }
    if let tipping = evolution.tipping {
      let share = NumberText.percent(tipping.threshold, decimals: 1)
      let proof = tipping.isProven ? "proven" : "numerical"
      print("From \(share) of the caps on it would rise, \(proof)")
    }

    for sharing in [SharingChoice.best, .optimum] {
      let spread = try SpreadStudy(levels: sharing).spread(of: scenario)
      guard case .course(let course, _) = spread.answer,
        let half = course.innovations[0].crossing(0.5)
      else { continue }
      let time = NumberText.fixed(half, decimals: 2)
      print("Sharing \(sharing.name): half have adopted at \(time)")
    }
  }
}
