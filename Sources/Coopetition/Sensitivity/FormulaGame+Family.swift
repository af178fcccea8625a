extension FormulaGame {
  /// The games that differ in one parameter.
  ///
  /// - Parameters:
  ///   - name: The name of the parameter.
  ///   - range: The values that it is to take.
  /// - Returns: The family; its graph is ``openingParameter(_:to:)``.
  /// - Throws: an error if there is no such parameter or the range is not
  ///   finite.
  package func family(
    varying name: String, over range: ClosedRange<Double>
  ) throws(ScenarioError) -> GameFamily {
    GameFamily(graph: try openingParameter(name, to: range)) { [self] values in
      do {
        return try with(name, values[0])
      } catch {
        preconditionFailure("\(error)")
      }
    }
  }
}
