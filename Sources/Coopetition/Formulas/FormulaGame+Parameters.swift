import Reports

extension FormulaGame {
  /// The names of the parameters.
  public var parameterNames: [String] {
    program.source.parameters.map(\.name)
  }

  /// The value of a parameter.
  ///
  /// - Throws: an error with the nearest name if there is no such parameter.
  public func parameter(_ name: String) throws(ScenarioError) -> Double {
    parameterValues[try position(ofParameter: name)]
  }

  /// Changes a parameter; nothing is compiled again.
  ///
  /// - Parameters:
  ///   - name: The name of the parameter.
  ///   - value: Its new value.
  /// - Throws: an error if there is no such parameter or the value is not
  ///   finite.
  /// - Complexity: O(parameters).
  public mutating func setParameter(
    _ name: String, to value: Double
  )
    throws(ScenarioError)
  {
    let position = try position(ofParameter: name)
    try AdmissibleRange.finite.check(value, at: "parameters.\(name)")
    parameterValues[position] = value
  }

  /// The same game with a parameter that has another value.
  ///
  /// - Throws: an error if there is no such parameter or the value is not
  ///   finite.
  public func with(
    _ name: String, _ value: Double
  ) throws(ScenarioError)
    -> FormulaGame
  {
    var game = self
    try game.setParameter(name, to: value)
    return game
  }

  /// The game in which a parameter is a variable, owned by one more player
  /// who always earns 0.
  ///
  /// Its derivatives and enclosures are then those of the game at every value
  /// of the parameter: the last column of the Jacobian holds the derivatives
  /// of the pseudo-gradient in the parameter. The equilibria of the new game
  /// are the graph of those of this one over the parameter.
  ///
  /// - Parameters:
  ///   - name: The name of the parameter.
  ///   - range: The values of the parameter.
  /// - Returns: The game with one variable and one player more.
  /// - Throws: an error if there is no such parameter or the range is not
  ///   finite.
  public func openingParameter(
    _ name: String, to range: ClosedRange<Double>
  )
    throws(ScenarioError) -> FormulaGame
  {
    let position = try position(ofParameter: name)
    var source = program.source
    for k in source.parameters.indices {
      source.parameters[k].value = parameterValues[k]
    }
    source.parameters.remove(at: position)
    let owner = FormulaPlayer(
      playerNames.contains(name) ? "parameter \(name)" : name,
      [.init(name, from: range.lowerBound, to: range.upperBound)], payoff: "0")
    source.players.append(owner)
    return try FormulaGame(source)
  }

  private func position(
    ofParameter name: String
  ) throws(ScenarioError)
    -> Int
  {
    let names = parameterNames
    if let position = names.firstIndex(of: name) { return position }
    guard !names.isEmpty else {
      throw ScenarioError(at: name, "the game has no parameters")
    }
    throw ScenarioError(
      at: name, NearestKey.message(for: name, among: names))
  }
}
