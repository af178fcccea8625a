import Games
import LinearAlgebra

/// What was understood of a scenario, and what looks like a mistake.
public struct ScenarioSummary: Sendable {
  /// The name and the number of players.
  public let title: String
  /// What else there is: links, isolated firms, numbers that look wrong.
  public let remarks: [String]

  /// The summary of a scenario.
  ///
  /// - Throws: `ScenarioError` if the scenario cannot be played.
  /// - Complexity: O(firms + links).
  public init(_ scenario: Scenario) throws(ScenarioError) {
    guard scenario.hasGame else {
      (title, remarks) = ("\(scenario.name), figures", [])
      return
    }
    let game = try scenario.game(keepsConstraints: true)
    title = NumberText.title(
      game.name, game.playerCount, game.playerNoun, after: ",")
    switch scenario.subject {
    case .cluster(let cluster): remarks = Self.remarks(on: cluster)
    case .formulas(let game):
      remarks =
        game.simplices.filter { !$0.isEmpty }.map {
          "shares of 1: " + $0.joined(separator: ", ")
        } + game.constraints.map { "constraint: \($0.name)" }
    case .figures: remarks = []
    }
  }

  private static func remarks(on cluster: Cluster) -> [String] {
    let count = cluster.firms.count
    guard count > 1 else { return [] }
    var remarks = [
      sentence(on: cluster.complementarity, named: "complementarity", count),
      sentence(on: cluster.rivalry, named: "rivalry", count),
    ]
    remarks += variants(of: cluster.model) + isolated(in: cluster)
    if cluster.complementarity.isEmpty {
      remarks.append(
        "nobody can use the knowledge of another; set complementarity, or "
          + "firms have no reason to share")
    }
    if cluster.firms.allSatisfy({ $0.linearCost == 0 && $0.quadraticCost == 0 })
    {
      remarks.append(
        "no firm has a cost of sharing; set cost.linear or cost.quadratic, or "
          + "firms may be indifferent")
    }
    return remarks
  }

  /// How the game differs from that of levels that are chosen precisely.
  private static func variants(of model: InnovationModel) -> [String] {
    let noise = model.noise.shortDescription
    return
      (model.choice == .all
      ? ["each firm shares all it can or nothing (model.choice)"] : [])
      + (model.noise > 0
        ? ["firms choose imprecisely, by \(noise) of money (model.noise)"] : [])
  }

  private static func sentence(
    on links: Links, named name: String, _ count: Int
  ) -> String {
    switch links {
    case .uniform(let weight):
      return "\(name): \(weight.shortDescription) between any two"
    case .network(let matrix):
      let density = Double(matrix.nonzeroCount) / Double(count * (count - 1))
      let most = matrix.values.reduce(0, max)
      let text =
        "\(name): \(NumberText.counted(matrix.nonzeroCount, "link")), density "
        + NumberText.percent(density)
      return most > Self.mostPlausible
        ? text + "; weights up to \(most.shortDescription): percentages?" : text
    }
  }

  /// The firms that neither use nor provide knowledge, if others do.
  private static func isolated(in cluster: Cluster) -> [String] {
    guard case .network(let matrix) = cluster.complementarity,
      !cluster.complementarity.isEmpty
    else { return [] }
    var isLinked = [Bool](repeating: false, count: cluster.firms.count)
    for row in 0..<matrix.rows {
      let places = matrix.rowStarts[row]..<matrix.rowStarts[row + 1]
      if !places.isEmpty { isLinked[row] = true }
      for place in places { isLinked[Int(matrix.columnIndices[place])] = true }
    }
    let names = zip(cluster.firms, isLinked).filter { !$0.1 }.map(\.0.name)
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(mostNames).joined(separator: ", ")
    let rest = names.count - mostNames
    return [
      "without a link: \(shown)" + (rest > 0 ? " and \(rest) more" : "")
    ]
  }

  /// Weights above this look like percentages.
  private static let mostPlausible = 20.0
  /// How many isolated firms are named.
  private static let mostNames = 5
}
