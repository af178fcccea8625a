import Reports

/// The platform on which knowledge is exchanged, and who runs it.
public struct Platform: Sendable, Hashable {
  /// Who earns the platform's profit.
  public enum Operator: Sendable, Hashable {
    /// Nobody: fees go to providers whole, and the platform costs nothing.
    case none
    /// A service institution that is none of the firms; its profit counts as
    /// welfare.
    case service
    /// The firm of that name.
    case firm(String)

    /// How it is named: `none`, `service` or the firm.
    var name: String {
      switch self {
      case .none: "none"
      case .service: "service"
      case .firm(let name): name
      }
    }
  }

  /// Who earns the platform's profit (`platform.operator`).
  public var `operator`: Operator
  /// The share μ_P of every fee, in [0, 1], that the operator keeps
  /// (`platform.margin`).
  public var margin: Double
  /// The cost k ≥ 0 of a unit of knowledge flow (`platform.cost.linear`).
  public var linearCost: Double
  /// The cost k₀ ≥ 0 whatever flows (`platform.cost.fixed`).
  public var fixedCost: Double

  /// A platform with the defaults of a scenario file: nobody runs it.
  ///
  /// - Parameters:
  ///   - operator: who earns the platform's profit
  ///   - margin: the share μ_P of every fee that the operator keeps
  ///   - linearCost: the cost k ≥ 0 of a unit of knowledge flow
  ///   - fixedCost: the cost k₀ ≥ 0 whatever flows
  public init(
    operator: Operator = .none, margin: Double = 0, linearCost: Double = 0,
    fixedCost: Double = 0
  ) {
    self.operator = `operator`
    self.margin = margin
    self.linearCost = linearCost
    self.fixedCost = fixedCost
  }
}

extension Platform {
  /// The position of the firm that operates the platform, if one does.
  func operatingFirm(among firms: [Firm]) -> Int? {
    guard case .firm(let name) = self.operator else { return nil }
    return firms.firstIndex { $0.name == name }
  }

  /// Throws unless an operator is there for what needs one, and is known.
  func validate(firms: [Firm]) throws(ScenarioError) {
    let place = "platform.operator"
    switch self.operator {
    case .service: break
    case .none:
      guard margin != 0 || linearCost != 0 || fixedCost != 0 else { return }
      throw ScenarioError(
        at: place,
        "missing; margin and cost are those of service or of a firm")
    case .firm(let name):
      guard !firms.contains(where: { $0.name == name }) else { return }
      throw .unknown(
        "firm", name, among: firms.map(\.name), at: place, saying: "no")
    }
  }
}

extension ScenarioError {
  /// A firm that is not there, with the nearest name.
  static func unknownFirm(
    _ name: String, among firms: [Firm], at place: String?
  ) -> ScenarioError {
    unknown("firm", name, among: firms.map(\.name), at: place)
  }

  /// Something that is not there, with the nearest name, said in a sentence with
  /// a start of its own: of who moves first and who runs a platform the shorter
  /// one is promised.
  static func unknown(
    _ noun: String, _ name: String, among names: [String], at place: String?,
    saying start: String = "there is no"
  ) -> ScenarioError {
    let nearest = NearestKey.nearest(to: name, among: names)
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    let shown = DocumentNode.shortened(name)
    return ScenarioError(at: place, "\(start) \(noun) \(shown)\(hint)")
  }
}
