import Coopetition

/// Three chemical firms in a trap: what each lever of policy does to the worst
/// equilibrium, and which of them ends the trap.
@main
enum ClosingTheGap {
  static func main() throws {
    let policies = try Scenario(
      path: "Examples/three-firms/three-firms.yaml"
    ).policies()
    let today = policies.today
    let proof = today.isComplete ? "proven" : "numerical"
    let worst = NumberText.fixed(today.worst, decimals: 3)
    let best = NumberText.fixed(today.best, decimals: 3)
    print(
      "Today \(today.equilibria) equilibria, welfare \(worst) to \(best), "
        + proof)

    for response in policies.levers {
      let step =
        response.step.map { NumberText.percent($0, decimals: 0) } ?? ""
      let best = NumberText.fixed(response.state.best, decimals: 3)
      var line = "\(response.name) \(step): best \(best)"
      if let escape = response.escape {
        let proof = response.isEscapeProven ? "proven" : "numerical"
        let share = NumberText.percent(escape, decimals: 1)
        line += ", ends the trap at \(share), \(proof)"
      }
      print(line)
    }
  }
}
