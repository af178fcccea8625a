/// A number of a scenario that has an address, of a cluster or of a game of
/// formulas alike.
///
/// Addresses of clusters are those of ``ClusterParameter``; those of games of
/// formulas are the names of their parameters.
struct ScenarioNumber: Sendable, Hashable {
  private enum Place: Hashable {
    case cluster(ClusterParameter)
    case parameter(String)
  }

  private let place: Place

  /// The number at an address.
  ///
  /// - Throws: an error that names the address and says what there is.
  init(
    _ address: String, in subject: Scenario.Subject
  ) throws(ScenarioError) {
    switch subject {
    case .cluster(let cluster):
      place = .cluster(try ClusterParameter(address, in: cluster))
    case .formulas(let game):
      guard game.parameterNames.contains(address) else {
        throw ScenarioError(
          at: address,
          NearestKey.message(for: address, among: game.parameterNames))
      }
      place = .parameter(address)
    case .figures: throw ScenarioError(at: address, "there is no game")
    }
  }

  /// The address, a firm given by its position.
  var path: String {
    switch place {
    case .cluster(let parameter): parameter.path
    case .parameter(let name): name
    }
  }

  /// The values that the number may take.
  var range: AdmissibleRange {
    switch place {
    case .cluster(let parameter): parameter.range
    case .parameter: .finite
    }
  }

  /// The value in a scenario; 1 for a factor on links.
  ///
  /// - Throws: an error if the scenario has no such number.
  func value(in subject: Scenario.Subject) throws(ScenarioError) -> Double {
    switch (place, subject) {
    case (.cluster(let parameter), .cluster(let cluster)):
      return parameter.value(in: cluster)
    case (.parameter(let name), .formulas(let game)):
      return try game.parameter(name)
    default: throw missing
    }
  }

  /// Puts a value in the place of the number.
  ///
  /// - Throws: an error that names the address when the value is out of
  ///   range, or if the scenario has no such number.
  func set(
    _ value: Double, in subject: inout Scenario.Subject
  ) throws(ScenarioError) {
    switch (place, subject) {
    case (.cluster(let parameter), .cluster(var cluster)):
      try parameter.set(value, in: &cluster)
      subject = .cluster(cluster)
    case (.parameter(let name), .formulas(var game)):
      try game.setParameter(name, to: value)
      subject = .formulas(game)
    default: throw missing
    }
  }

  private var missing: ScenarioError {
    ScenarioError(at: path, "is no number of this scenario")
  }
}
