import Games

/// Claims about the equilibria of a scenario with what it takes to check them
/// without a search.
///
/// ```swift
/// let analysis = try cluster.analyze()
/// if let certificate = ProofCertificate(analysis) {
///   print(certificate.json.description)
///   print(certificate.check(try SharingGame(cluster)))
/// }
/// ```
public struct ProofCertificate: Sendable, Equatable {
  /// The name of the scenario.
  public var scenario: String
  /// The names of the players, in order.
  public var players: [String]
  /// What is claimed of each proven equilibrium.
  public var claims: [CompletenessCheck.Claim]
  /// Whether it is claimed that there is no other equilibrium.
  public var isComplete: Bool
  /// How the search divided the strategy space.
  public var tree: SearchTree

  /// The certificate of an analysis; nil if it searched for no proof.
  public init?(_ analysis: Analysis) {
    guard let tree = analysis.tree else { return nil }
    self.init(
      scenario: analysis.game.name, players: analysis.game.playerNames,
      claims: analysis.equilibria.map(\.equilibrium).filter(\.isProven).map {
        .init(levels: $0.levels, stability: $0.stability, index: $0.index)
      },
      isComplete: analysis.isComplete, tree: tree)
  }

  init(
    scenario: String, players: [String], claims: [CompletenessCheck.Claim],
    isComplete: Bool, tree: SearchTree
  ) {
    self.scenario = scenario
    self.players = players
    self.claims = claims
    self.isComplete = isComplete
    self.tree = tree
  }

  /// What a check of a certificate says.
  public enum Outcome: Sendable, Equatable {
    /// All that is claimed is proven.
    case holds(CompletenessCheck.Verdict)
    /// The certificate is refused, for the reason given.
    case refused(String)
  }

  /// Checks the claims against a game, without a search.
  ///
  /// - Parameter game: The game of the scenario.
  /// - Returns: Whether all that is claimed is proven.
  /// - Complexity: One contraction for each node of the tree.
  public func check(_ game: some ScenarioGame) -> Outcome {
    guard game.name == scenario else {
      return .refused("it is about \(scenario), not about \(game.name)")
    }
    guard game.playerNames == players else {
      return .refused("its players are not those of the scenario")
    }
    let dimension = game.strategies.dimension
    guard claims.allSatisfy({ $0.levels.count == dimension }) else {
      return .refused("the scenario has \(dimension) levels")
    }
    let verdict = CompletenessCheck().verdict(on: claims, tree: tree, of: game)
    return switch verdict {
    case .complete: .holds(verdict)
    case .incomplete where !isComplete: .holds(verdict)
    case .incomplete(let parts):
      .refused(
        "\(parts) \(parts == 1 ? "part" : "parts") of the strategy space may "
          + "hold other equilibria, though it claims to be complete")
    case .unproven(let claim):
      .refused("equilibrium \(claim + 1) cannot be proven")
    case .contradicted(let claim):
      .refused("what it claims of equilibrium \(claim + 1) is not so")
    case .malformed: .refused("its tree is none")
    }
  }
}
