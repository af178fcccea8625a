extension Cluster {
  /// Throws unless the firms play the standard game: one level each, chosen
  /// exactly. Commitments are judged in no other.
  func requireStandardGame() throws(ScenarioError) {
    guard model.sharing == .uniform else {
      throw ScenarioError(
        at: "model.sharing",
        "policies and first movers are of firms that share with all alike")
    }
    guard model.choice == .level else {
      throw ScenarioError(
        at: "model.choice",
        "policies and first movers are of firms that choose a level")
    }
    guard model.noise == 0 else {
      throw ScenarioError(
        at: "model.noise",
        "policies and first movers are of firms that choose exactly")
    }
  }
}
