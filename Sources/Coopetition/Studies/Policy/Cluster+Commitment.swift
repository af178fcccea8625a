extension Cluster {
  /// Throws unless firms share with all alike. Commitments are judged in no
  /// other game.
  func requireCommonLevels() throws(ScenarioError) {
    guard model.sharing == .uniform else {
      throw ScenarioError(
        at: "model.sharing",
        "policies and first movers are of firms that share with all alike")
    }
  }

  /// Throws unless the game of firms that share all or nothing or choose
  /// imprecisely is known wherever some numbers may be set.
  ///
  /// - Parameter lots: The numbers with their ranges.
  /// - Throws: an error that names what the firms choose between, or the
  ///   instrument.
  func checkVariant(settingLots lots: [Lot]) throws(ScenarioError) {
    guard isVariant else { return }
    let numbers = lots.flatMap(\.numbers)
    for corner in [lots.map(\.range.lowerBound), lots.map(\.range.upperBound)] {
      try moving(numbers, to: corner).checkVariant()
    }
    for lot in lots where lot.range.lowerBound == 0 && movesCap(lot.numbers) {
      throw ScenarioError(
        at: lot.instrument.place + ".range",
        "0 is not greater than 0; with model.choice: all caps start above it")
    }
  }
}
