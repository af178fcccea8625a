/// What a scenario file describes: a cluster of firms or a game of formulas,
/// with the sections that its studies read.
///
/// ```swift
/// let scenario = try Scenario(path: "chem.yaml")
/// switch scenario.subject {
/// case .cluster(let cluster): print(try SharingGame(cluster).equilibria())
/// case .formulas(let game): print(game.equilibria())
/// }
/// ```
public struct Scenario: Sendable {
  /// Who plays what.
  public enum Subject: Sendable {
    /// Firms that play the standard sharing game.
    case cluster(Cluster)
    /// A game of one's own.
    case formulas(FormulaGame)
  }

  /// Who plays what.
  public var subject: Subject
  /// The sections of the file, checked.
  var sections: [any ScenarioSection] = []

  /// A scenario without sections.
  public init(_ subject: Subject) { self.subject = subject }

  /// A cluster of firms without sections.
  public static func cluster(_ cluster: Cluster) -> Scenario {
    Scenario(.cluster(cluster))
  }

  /// A game of one's own without sections.
  public static func formulas(_ game: FormulaGame) -> Scenario {
    Scenario(.formulas(game))
  }

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
    case .cluster: subject = .cluster(try file.cluster())
    case .formulas: subject = .formulas(try file.game())
    }
    sections = try ScenarioSections.read(
      in: SectionContext(file: file, subject: subject))
  }

  /// The section of a kind, if the file has it.
  func section<Section: ScenarioSection>(_ kind: Section.Type) -> Section? {
    for case let section as Section in sections { return section }
    return nil
  }

  /// The name of the cluster or of the game.
  public var name: String {
    switch subject {
    case .cluster(let cluster): cluster.name
    case .formulas(let game): game.name
    }
  }

  /// The game that is played.
  ///
  /// - Throws: `ScenarioError` if a cluster was changed to something
  ///   inadmissible, or if its payoffs are beyond the largest double.
  public func game() throws(ScenarioError) -> any ScenarioGame {
    switch subject {
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
