/// What a scenario says of alliances: who may ally, under which terms, and how
/// what follows is judged.
public struct AllianceSettings: Sendable {
  /// What the others do while an alliance is judged.
  public enum Others: String, CaseIterable, Sendable {
    /// Each of them is alone.
    case alone
    /// The other candidates are one alliance too.
    case together
    /// They share nothing.
    case withholding
  }

  /// Which of several equilibria counts.
  public enum Selection: String, CaseIterable, Sendable {
    /// That of least welfare.
    case worst
    /// That of most welfare.
    case best
    /// That of greatest openness.
    case highest
    /// That of least openness.
    case lowest
  }

  /// How an alliance divides what its members earn together.
  public enum Division: String, CaseIterable, Sendable {
    /// Everybody keeps what it earns.
    case own
    /// The gain over nobody allied in equal parts.
    case equal
    /// The gain by knowledge.
    case knowledge
    /// The gain by what was used of each by others.
    case contribution
    /// What each would have outside, and the surplus in equal parts.
    case outside
  }

  /// What alliances are for.
  public var kind = AllianceKind.research
  /// The terms, those of partners not included.
  public var terms = AllianceKind.research.terms
  /// Who takes part without knowledge of its own.
  public var partners: [AlliancePartner] = []
  /// The players who may ally, in the order of the file.
  public var candidates: [Int]
  /// The alliances that are judged: one of all candidates unless the file
  /// says otherwise.
  public var structure: [[Int]]
  /// Whether the file names the structure.
  public var hasStructure = false
  /// What the others do.
  public var others = Others.alone
  /// Which of several equilibria counts.
  public var selection = Selection.worst
  /// The division that is reported first.
  public var division = Division.outside
  /// A partition of the candidates; empty if there is none.
  public var unions: [[Int]] = []

  /// The settings of a scenario that says nothing.
  public init(playerCount: Int) {
    candidates = Array(0..<playerCount)
    structure = playerCount > 1 ? [candidates] : []
  }
}
