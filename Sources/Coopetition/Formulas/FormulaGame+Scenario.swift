#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FormulaGame {
  /// Reads a game of formulas from a scenario file.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  /// - Complexity: O(bytes of the file).
  public init(scenario path: String) throws(ScenarioError) {
    self = try ScenarioFile(path: path).game()
  }

  /// Reads a game of formulas from a scenario file.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  /// - Precondition: the location is a file's.
  /// - Complexity: O(bytes of the file).
  public init(scenario location: URL) throws(ScenarioError) {
    precondition(location.isFileURL, "a scenario is read from a file")
    try self.init(scenario: location.path)
  }

  /// Reads a game of formulas from a scenario that is at hand as text.
  ///
  /// - Parameters:
  ///   - text: the scenario, in YAML 1.2 or JSON
  ///   - name: the name that errors start with
  /// - Throws: the first thing that is wrong, with its file and place.
  /// - Complexity: O(bytes of the text).
  public init(
    yaml text: String, named name: String = "game.yaml"
  )
    throws(ScenarioError)
  {
    self = try ScenarioFile(text: text, named: name).game()
  }
}

extension ScenarioFile {
  /// The game of formulas that the file describes.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  /// - Complexity: O(bytes of the file).
  public func game() throws(ScenarioError) -> FormulaGame {
    try FormulaReader(file: self).game()
  }
}
