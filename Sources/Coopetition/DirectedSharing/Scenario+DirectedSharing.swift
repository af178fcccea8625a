extension Scenario {
  /// Whether firms set their levels for each tier or each partner.
  public var hasDirectedSharing: Bool {
    guard case .cluster(let cluster) = subject else { return false }
    return cluster.model.sharing != .uniform
  }

  /// What happens if firms set their levels for each tier or each partner; nil
  /// unless the scenario says so (`model.sharing`).
  ///
  /// - Parameter analyzer: The methods and their limits.
  /// - Returns: Equilibria with disclosures and attitudes, the optimum, and the
  ///   rates that implement it; ``DirectedAnalysis/report`` tells them.
  /// - Throws: `ScenarioError` if the scenario sets what that game does not
  ///   know.
  public func directedSharing(
    using analyzer: Analyzer = Analyzer()
  ) throws(ScenarioError) -> DirectedAnalysis? {
    guard case .cluster(let cluster) = subject,
      cluster.model.sharing != .uniform
    else { return nil }
    let game = try DirectedSharingGame(cluster)
    return DirectedAnalyzer(analyzer: analyzer).analyze(game)
  }
}
