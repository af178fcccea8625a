extension Scenario {
  /// The games that differ in one number of the scenario.
  ///
  /// - Parameters:
  ///   - address: The number: an address of ``ClusterParameter``, or the name
  ///     of a parameter of a game of formulas.
  ///   - range: The values that it is to take.
  /// - Returns: The family; see ``Cluster/family(varying:over:)``.
  /// - Throws: an error that names the address and says what there is.
  package func family(
    varying address: String, over range: ClosedRange<Double>
  ) throws(ScenarioError) -> GameFamily {
    try scenarioFamily(varying: address, over: range).family
  }

  /// The same, with how its variables are told.
  func scenarioFamily(
    varying address: String, over range: ClosedRange<Double>
  ) throws(ScenarioError) -> ScenarioFamily {
    try checkSize()
    switch subject {
    case .cluster(let cluster):
      return try cluster.scenarioFamily(
        varying: ClusterParameter(address, in: cluster), over: range)
    case .formulas(let game):
      return ScenarioFamily(try game.family(varying: address, over: range))
    case .figures: throw ScenarioError(at: "firms", "is missing")
    }
  }

  /// Games of more variables are neither followed nor differentiated: both
  /// take dense matrices, and time that grows with the cube.
  static let mostVariables = 100

  /// Throws if the scenario has too many variables to be followed.
  func checkSize() throws(ScenarioError) {
    let count = try game().strategies.dimension
    guard count <= Self.mostVariables else {
      throw ScenarioError(
        at: name,
        "has \(count) variables; at most \(Self.mostVariables) can be followed")
    }
  }
}
