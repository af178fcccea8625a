/// Sharing levels named by what they are.
public enum SharingChoice: Sendable, Equatable {
  /// The equilibrium of least welfare.
  case worst
  /// The equilibrium of most welfare.
  case best
  /// The most open equilibrium.
  case highest
  /// The least open equilibrium.
  case lowest
  /// The social optimum.
  case optimum
  /// Everybody shares as much as it can.
  case caps
  /// A level for each firm.
  case given([Double])

  /// The choices that have names.
  static let named: [(name: String, choice: SharingChoice)] = [
    ("worst", .worst), ("best", .best), ("highest", .highest),
    ("lowest", .lowest), ("optimum", .optimum), ("caps", .caps),
  ]

  /// All names.
  package static var names: [String] { named.map(\.name) }

  /// The choice of a name; nil if there is none.
  public init?(name: String) {
    guard let found = Self.named.first(where: { $0.name == name }) else {
      return nil
    }
    self = found.choice
  }

  /// Reads a name or a level in [0, 1] for each firm.
  init(_ value: ScenarioValue, firms: Int) throws(ScenarioError) {
    if case .list(let nodes) = value.node {
      guard nodes.count == firms else {
        throw ScenarioError(
          at: value.place,
          "\(NumberText.counted(nodes.count, "number")) for "
            + NumberText.counted(firms, "firm"))
      }
      self = .given(try value.numbers(.unit))
      return
    }
    let names = Self.names.joined(separator: ", ")
    guard case .scalar(let text, _) = value.node,
      let choice = SharingChoice(name: text)
    else {
      throw value.mismatch("one of \(names) or \(firms) numbers")
    }
    self = choice
  }

  /// The name of the choice.
  public var name: String {
    Self.named.first { $0.choice == self }?.name ?? "given"
  }

  /// Whether equilibria have to be known.
  var needsEquilibria: Bool {
    switch self {
    case .worst, .best, .highest, .lowest: true
    default: false
    }
  }
}
