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
    /// Nobody: yearly figures and judgements alone, with their name.
    case figures(name: String)
  }

  /// Who plays what.
  public var subject: Subject
  /// What of the file was ignored, a line each.
  public private(set) var notes: [String] = []
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
    case .cluster:
      let (cluster, notes) = try ClusterReader(file: file).read()
      subject = .cluster(cluster)
      self.notes = notes
    case .formulas: subject = .formulas(try file.game())
    case .figures: subject = .figures(name: try file.nameOfFigures())
    case .worths:
      _ = try WorthTable(file)
      throw ScenarioError(
        file: file.name,
        "says what coalitions are worth; only alliances reads it")
    }
    sections = try ScenarioSections.read(
      in: SectionContext(file: file, subject: subject))
  }

  /// The section of a kind, if the file has it.
  func section<Section: ScenarioSection>(_ kind: Section.Type) -> Section? {
    for case let section as Section in sections { return section }
    return nil
  }

  /// Whether the file has a section with a key.
  package func hasSection(_ key: String) -> Bool {
    sections.contains { type(of: $0).key == key }
  }

  /// The name of the cluster or of the game.
  public var name: String {
    switch subject {
    case .cluster(let cluster): cluster.name
    case .formulas(let game): game.name
    case .figures(let name): name
    }
  }

  /// Whether somebody plays: false for figures alone.
  public var hasGame: Bool {
    if case .figures = subject { false } else { true }
  }

  /// The number of firms; 0 without a cluster.
  public var firmCount: Int {
    if case .cluster(let cluster) = subject { cluster.firms.count } else { 0 }
  }

  /// The game that is played.
  ///
  /// - Parameter keepsConstraints: Whether the caller keeps the constraints
  ///   and simplices of a game of formulas.
  /// - Returns: The game.
  /// - Throws: `ScenarioError` if a cluster was changed to something
  ///   inadmissible, if its payoffs are beyond the largest double, if there
  ///   are figures alone, or if there are constraints that would be ignored or
  ///   that no profile keeps.
  public func game(
    keepsConstraints: Bool = false
  ) throws(ScenarioError) -> any ScenarioGame {
    switch subject {
    case .cluster(let cluster):
      return try cluster.variant(of: Self.bounded(cluster.game()))
    case .formulas(let game):
      if !keepsConstraints { try game.refuseConstraints() }
      try game.checkFeasible()
      return game
    case .figures: throw ScenarioError(at: "firms", "is missing")
    }
  }

  /// The game, if its payoffs are numbers where they are largest.
  private static func bounded(
    _ game: any ScenarioGame
  ) throws(ScenarioError) -> any ScenarioGame {
    guard game.welfare(at: game.strategies.upperBounds).isFinite else {
      throw ScenarioError(
        "payoffs are beyond \(Double.greatestFiniteMagnitude) when everybody "
          + "shares; smaller units are needed")
    }
    return game
  }
}

extension ScenarioFile {
  /// The name of a file of figures alone, whose keys are checked.
  fileprivate func nameOfFigures() throws(ScenarioError) -> String {
    do {
      let root = ScenarioValue(node: document, place: nil)
      let values = try root.values(
        of: ["name"] + ScenarioSections.keys(of: .figures))
      return try values["name"]?.text() ?? stem
    } catch {
      throw error.inFile(name)
    }
  }
}
