/// What a scenario file describes: a cluster of firms or a game of formulas.
///
/// ```swift
/// switch try Scenario(path: "chem.yaml") {
/// case .cluster(let cluster): print(try SharingGame(cluster).equilibria())
/// case .formulas(let game): print(game.equilibria())
/// }
/// ```
public enum Scenario: Sendable {
  /// Firms that play the standard sharing game.
  case cluster(Cluster)
  /// A game of one's own.
  case formulas(FormulaGame)

  /// Reads a scenario file; its keys tell what it describes.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  /// - Complexity: O(bytes of the file and of those that it names).
  public init(path: String) throws(ScenarioError) {
    try self.init(ScenarioFile(path: path))
  }

  /// Interprets a scenario file that has been read.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  public init(_ file: ScenarioFile) throws(ScenarioError) {
    switch file.kind {
    case .cluster: self = .cluster(try file.cluster())
    case .formulas: self = .formulas(try file.game())
    }
  }

  /// The name of the cluster or of the game.
  public var name: String {
    switch self {
    case .cluster(let cluster): cluster.name
    case .formulas(let game): game.name
    }
  }

  /// The game that is played.
  ///
  /// - Throws: `ScenarioError` if a cluster was changed to something
  ///   inadmissible, or if its payoffs are beyond the largest double.
  public func game() throws(ScenarioError) -> any ScenarioGame {
    switch self {
    case .cluster(let cluster): try Self.bounded(SharingGame(cluster))
    case .formulas(let game): game
    }
  }

  /// The game, if its payoffs are numbers where they are largest.
  private static func bounded(
    _ game: SharingGame
  ) throws(ScenarioError) -> SharingGame {
    guard game.welfare(at: game.strategies.upperBounds).isFinite else {
      throw ScenarioError(
        "payoffs are beyond \(Double.greatestFiniteMagnitude) when everybody "
          + "shares; smaller units are needed")
    }
    return game
  }
}
