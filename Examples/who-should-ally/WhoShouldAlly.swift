import Coopetition

/// Three chemical firms: what each alliance earns, which of them last, and how
/// all three can divide what they earn together.
@main
enum WhoShouldAlly {
  static func main() throws {
    let scenario = try Scenario(
      path: "Examples/three-firms/three-firms.yaml")
    let answer = try scenario.alliances()
    let names = answer.candidateNames
    func title(_ coalition: Coalition) -> String {
      coalition.members.map { names[$0] }.joined(separator: "+")
    }

    for bits in 3..<8 where bits.nonzeroBitCount > 1 {
      let coalition = Coalition(bits: bits)
      guard let chosen = answer.outcome(of: coalition)?.selected else {
        continue
      }
      let welfare = NumberText.fixed(chosen.welfare, decimals: 3)
      print("\(title(coalition)): welfare \(welfare)")
    }
    print(answer.isProven ? "All proven" : "Not all proven")

    for rule in [AllianceSettings.Division.own, .equal] {
      let stable = answer.stable(under: rule).map(title)
      print("Stable under \(rule.rawValue): \(stable.joined(separator: ", "))")
    }

    for division in answer.value?.divisions ?? []
    where ["shapley", "nucleolus"].contains(division.name) {
      let shares = division.shares.map { NumberText.fixed($0, decimals: 3) }
      print("\(division.name): \(shares.joined(separator: " "))")
    }
  }
}
