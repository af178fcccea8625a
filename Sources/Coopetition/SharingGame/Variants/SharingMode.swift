import Equilibria

/// What firms choose between (`model.choice`).
public enum SharingMode: String, Sendable, CaseIterable {
  /// Any level up to the cap.
  case level
  /// Everything up to the cap, or nothing.
  case all
}

extension Cluster {
  /// Whether firms share all or nothing, or choose imprecisely.
  var isVariant: Bool { model.choice == .all || model.noise > 0 }

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
    guard isVariant else { return }
    throw ScenarioError(
      at: model.choice == .all ? "model.choice" : "model.noise",
      "\(question) works with levels that are chosen without noise; leave "
        + "model.choice and model.noise out")
  }

  /// Throws if royalties or floors stand against what firms choose between or
  /// how imprecisely they choose.
  ///
  /// - Throws: an error that names the key.
  func checkVariant() throws(ScenarioError) {
    guard isVariant else { return }
    let key = model.choice == .all ? "model.choice" : "model.noise"
    guard SharingGame.carries(self) else {
      throw ScenarioError(
        at: key,
        policy.royalty != 0
          ? "takes no royalties"
          : "takes no prices by provider where there are stealing and an "
            + "operating firm")
    }
    guard firms.allSatisfy({ $0.floor == 0 }) else {
      throw ScenarioError(at: key, "takes no floors of sharing levels")
    }
  }

  /// The game that the keys `model.choice` and `model.noise` ask for.
  ///
  /// - Parameter game: The cluster's game with levels and without noise.
  /// - Returns: That game, or one that is made of it.
  /// - Throws: an error if royalties or floors stand against them.
  func variant(
    of game: any ScenarioGame
  ) throws(ScenarioError) -> any ScenarioGame {
    guard isVariant else { return game }
    guard model.sharing == .uniform else {
      try checkCertainChoice(of: "model.sharing: \(model.sharing.rawValue)")
      return game
    }
    try checkVariant()
    return (game as? SharingGame)?.played ?? game
  }

  /// The game that the firms of an admissible cluster play, who share with all
  /// alike.
  var uncheckedVariant: any ScenarioGame {
    let game = uncheckedGame
    return (game as? SharingGame)?.played ?? game
  }
}
