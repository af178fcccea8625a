/// What an alliance changes between its members.
///
/// The defaults change nothing but that members decide together.
public struct AllianceTerms: Sendable, Equatable {
  /// Whether the alliance is one player that maximises what its members earn
  /// together (`decides`).
  public var decidesJointly = true
  /// The least right a of a member to use what another discloses (`access`).
  public var access = 0.0
  /// The factor g ≥ 0 on complementarity between members
  /// (`complementarity`).
  public var complementarity = 1.0
  /// The factor r ≥ 0 on rivalry between members (`rivalry`).
  public var rivalry = 1.0
  /// The factor l in [0, 1] on what leaks from members to anybody
  /// (`leakage`).
  public var leakage = 1.0
  /// The factor k ≥ 0 on members' costs of sharing (`cost`).
  public var cost = 1.0
  /// The least sharing levels, one for all members or one for each firm
  /// (`duty`).
  public var duty = Duty.uniform(0)
  /// What an alliance costs, shared equally by its members
  /// (`overhead.fixed`).
  public var fixedOverhead = 0.0
  /// What membership costs (`overhead.member`).
  public var memberOverhead = 0.0
  /// Whether members bear risk with the tolerance of all (`pooling`).
  public var isPooling = false
  /// Whether a member is in distress only if all members fail (`guarantee`).
  public var isGuaranteed = false

  /// Terms that change nothing but that members decide together.
  public init() {}

  /// Least levels.
  public enum Duty: Sendable, Equatable {
    /// One for all.
    case uniform(Double)
    /// One for each firm of the cluster.
    case perFirm([Double])

    /// The least level of a firm.
    func level(of firm: Int) -> Double {
      switch self {
      case .uniform(let level): level
      case .perFirm(let levels): levels[firm]
      }
    }

    /// Whether some firm has one.
    var isSome: Bool {
      switch self {
      case .uniform(let level): level > 0
      case .perFirm(let levels): levels.contains { $0 > 0 }
      }
    }
  }

  /// What a member pays of the overhead of an alliance of a size.
  func overhead(members: Int) -> Double {
    fixedOverhead / Double(members) + memberOverhead
  }

  /// The terms with what partners bring.
  func with(_ partners: [AlliancePartner]) -> AllianceTerms {
    var terms = self
    for partner in partners {
      terms.fixedOverhead += partner.fee - partner.grant
      terms.complementarity *= partner.complementarity
      terms.rivalry *= partner.rivalry
      terms.leakage *= partner.leakage
      terms.cost *= partner.cost
      terms.access = max(terms.access, partner.access)
      terms.isPooling = terms.isPooling || partner.isPooling
      terms.isGuaranteed = terms.isGuaranteed || partner.isGuaranteed
    }
    return terms
  }
}

/// Who takes part in an alliance without knowledge of its own, such as an
/// intermediary, a bank or a government.
public struct AlliancePartner: Sendable, Equatable {
  /// The name.
  public var name: String
  /// What it is.
  public var role = ""
  /// What the alliance pays it.
  public var fee = 0.0
  /// What it pays the alliance.
  public var grant = 0.0
  /// Factors on the terms of the same names.
  public var complementarity = 1.0
  /// The factor on rivalry.
  public var rivalry = 1.0
  /// The factor on leakage.
  public var leakage = 1.0
  /// The factor on costs of sharing.
  public var cost = 1.0
  /// The least right of use.
  public var access = 0.0
  /// Whether it pools the members' risk.
  public var isPooling = false
  /// Whether it makes members guarantee for each other.
  public var isGuaranteed = false

  /// A partner that changes nothing.
  public init(_ name: String) { self.name = name }
}
