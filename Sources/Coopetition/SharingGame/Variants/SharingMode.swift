import Equilibria

/// What firms choose between (`model.choice`).
public enum SharingMode: String, Sendable, CaseIterable {
  /// Any level up to the cap.
  case level
  /// Everything up to the cap, or nothing.
  case all
}

extension Cluster {
  /// Throws if firms set their levels for each tier or partner.
  func checkUniformSharing() throws(ScenarioError) {
    guard model.sharing != .uniform else { return }
    throw ScenarioError(
      at: "model.sharing", "this question works with uniform")
  }

  /// Throws if firms share all or nothing, or choose imprecisely.
  ///
  /// - Parameter question: What works with levels that are chosen exactly.
  /// - Throws: an error that names the key.
  func checkCertainChoice(of question: String) throws(ScenarioError) {
    guard model.choice == .all || model.noise > 0 else { return }
    throw ScenarioError(
      at: model.choice == .all ? "model.choice" : "model.noise",
      "\(question) works with levels that are chosen without noise; leave "
        + "model.choice and model.noise out")
  }

  /// The game with levels and without noise, for questions that know no other.
  ///
  /// - Throws: an error if the cluster plays another one.
  func standardGame() throws(ScenarioError) -> SharingGame {
    try checkCertainChoice(of: "this question")
    return try SharingGame(self)
  }

  /// The game that the keys `model.choice` and `model.noise` ask for.
  ///
  /// - Parameter game: The cluster's game with levels and without noise.
  /// - Returns: That game, or one that is made of it.
  /// - Throws: an error if royalties or floors stand against them.
  func variant(
    of game: any ScenarioGame
  ) throws(ScenarioError) -> any ScenarioGame {
    let key = model.choice == .all ? "model.choice" : "model.noise"
    guard model.choice == .all || model.noise > 0 else { return game }
    guard model.sharing == .uniform else {
      try checkCertainChoice(of: "model.sharing: \(model.sharing.rawValue)")
      return game
    }
    guard let game = game as? SharingGame else {
      throw ScenarioError(at: key, "takes no royalties")
    }
    guard firms.allSatisfy({ $0.floor == 0 }) else {
      throw ScenarioError(at: key, "takes no floors of sharing levels")
    }
    let base: any ScenarioGame & RespondingGame =
      model.choice == .all ? WithholdingGame(game) : game
    return model.noise > 0 ? ImpreciseGame(base, noise: model.noise) : base
  }
}
