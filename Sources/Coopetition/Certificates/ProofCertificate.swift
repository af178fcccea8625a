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
  /// The digest of the game; see ``ScenarioGame/digest``.
  public var digest: String
  /// The names of the players, in order.
  public var players: [String]
  /// What is claimed of each proven equilibrium.
  package var claims: [CompletenessCheck.Claim]
  /// Whether it is claimed that there is no other equilibrium.
  public var isComplete: Bool
  /// The theorems by which there is at most one equilibrium.
  public var uniqueness: [UniquenessTheorem]
  /// The social optimum; nil if it is not proven.
  package var optimum: OptimumCheck.Claim?
  /// How the search divided the strategy space.
  package var tree: SearchTree

  /// The certificate of an analysis; nil if it searched for no proof.
  public init?(_ analysis: Analysis) {
    guard let tree = analysis.tree else { return nil }
    scenario = analysis.game.name
    digest = analysis.game.digest
    players = analysis.game.playerNames
    claims = analysis.equilibria.compactMap {
      .init($0.supported ?? $0.equilibrium)
    }
    // Sets of equilibria are no claims that a check knows.
    isComplete =
      analysis.isComplete && analysis.components.isEmpty
      && claims.count == analysis.equilibria.count
    uniqueness = analysis.uniqueness
    // Nor are optima under constraints, whose multipliers are levels, too.
    let searched = analysis.game.searched.game
    let isFree = searched.strategies.dimension == analysis.optimum.levels.count
    optimum =
      analysis.optimum.isProven && isFree ? .init(analysis.optimum) : nil
    self.tree = tree
  }

  /// A certificate that is read part by part.
  init(
    scenario: String, digest: String, players: [String],
    claims: [CompletenessCheck.Claim], isComplete: Bool,
    uniqueness: [UniquenessTheorem], optimum: OptimumCheck.Claim?,
    tree: SearchTree
  ) {
    self.scenario = scenario
    self.digest = digest
    self.players = players
    self.claims = claims
    self.isComplete = isComplete
    self.uniqueness = uniqueness
    self.optimum = optimum
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
  /// - Parameters:
  ///   - game: The game of the scenario.
  ///   - check: The check of the tree, with its limit.
  /// - Returns: Whether all that is claimed is proven.
  /// - Complexity: One contraction for each node of the tree, and a search that
  ///   bounds the optimum.
  public func check(
    _ game: some ScenarioGame,
    by check: CompletenessCheck = CompletenessCheck()
  ) -> Outcome {
    guard game.name == scenario else {
      return .refused("it is about \(scenario), not about \(game.name)")
    }
    guard game.playerNames == players else {
      return .refused("its players are not those of the scenario")
    }
    guard game.digest == digest else {
      return .refused("its digest is not that of the scenario")
    }
    let searched = game.searched
    let dimension = searched.game.strategies.dimension
    guard
      claims.allSatisfy({
        $0.levels.count == dimension && $0.box.count == dimension
      }), (optimum?.levels.count ?? dimension) == dimension
    else {
      return .refused("the scenario has \(dimension) levels")
    }
    let verdict = verdict(
      check.verdict(on: claims, tree: tree, of: searched.game), on: searched)
    if let reason = refusal(of: verdict) { return .refused(reason) }
    let proven =
      searched.theorems
      + check.proven(uniqueness, of: searched.game, claims: claims)
    if let theorem = uniqueness.first(where: { !proven.contains($0) }) {
      return .refused("the theorem \(theorem.rawValue) cannot be proven")
    }
    if let optimum, !OptimumCheck().holds(optimum, in: game) {
      return .refused("the optimum cannot be proven")
    }
    return .holds(verdict)
  }

  /// A verdict on the game that was searched, as one on the scenario's.
  private func verdict(
    _ verdict: CompletenessCheck.Verdict, on searched: SearchedGame
  ) -> CompletenessCheck.Verdict {
    switch verdict {
    case .incomplete where claims.count == 1 && !searched.theorems.isEmpty:
      .complete
    case .complete where !searched.isExhaustive: .incomplete(openParts: 1)
    default: verdict
    }
  }

  /// Why a verdict on the equilibria is not what is claimed.
  private func refusal(of verdict: CompletenessCheck.Verdict) -> String? {
    switch verdict {
    case .complete: nil
    case .incomplete where !isComplete: nil
    case .incomplete(let parts):
      "\(NumberText.counted(parts, "part")) of the strategy space may "
        + "hold other equilibria, though it claims to be complete"
    case .unproven(let claim): "equilibrium \(claim + 1) cannot be proven"
    case .contradicted(let claim):
      "what it claims of equilibrium \(claim + 1) is not so"
    case .malformed: "its tree is none"
    case .interrupted(let boxes):
      "the check ended after \(boxes) of \(tree.nodes.count) boxes"
    }
  }
}
