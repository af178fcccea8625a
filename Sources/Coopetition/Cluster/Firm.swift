/// A firm of a cluster: what it knows, what it can use, what it risks.
///
/// All numbers are in the reader's units of money unless they are stocks or
/// fractions. The documentation of each property names its symbol in the
/// standard sharing game and its key in a scenario file.
public struct Firm: Sendable, Hashable {
  /// The name, unique in its cluster (`name`).
  public var name: String
  /// How hard the firm's information is to get elsewhere (`tier`).
  ///
  /// Changing it leaves ``irreplaceability`` as it is.
  public var tier: Tier?
  /// The knowledge stock K > 0 (`knowledge`).
  public var knowledge: Double
  /// The absorptive capacity α in [0, 1], the fraction of accessible
  /// knowledge that the firm can use (`absorption`).
  public var absorptiveCapacity: Double
  /// The value of innovation v ≥ 0 to the firm (`opportunity`).
  public var opportunity: Double
  /// The market value m ≥ 0 at risk per unit of knowledge leaked to a full
  /// rival (`market`).
  public var marketAtRisk: Double
  /// How much of an advantage the firm's own information is, ι in [0, 1]: 1
  /// nobody else has it, 0 anybody has (`irreplaceability`).
  public var irreplaceability: Double
  /// The stand-alone cost of innovation C ≥ 0 that inflow can save
  /// (`innovationCost`).
  public var innovationCost: Double
  /// The cost c ≥ 0 per unit of sharing level (`cost.linear`).
  public var linearCost: Double
  /// The cost e ≥ 0 that grows with half the square of the sharing level
  /// (`cost.quadratic`).
  public var quadraticCost: Double
  /// The largest sharing level, in [0, 1] (`cap`).
  public var cap: Double
  /// The least sharing level, a duty, in [0, cap]; the cap leaves no choice
  /// (`floor`).
  public var floor: Double
  /// The profit b that does not depend on sharing (`base`).
  public var baseProfit: Double
  /// The risk tolerance t > 0 in money; infinite for a firm that minds no
  /// risk (`riskTolerance`).
  public var riskTolerance = Double.infinity
  /// What failing costs the firm, L ≥ 0 (`distress`).
  public var distress = 0.0
  /// What the firm is (`role`).
  public var role = FirmRole.firm
  /// What a contract costs the firm whatever is shared; no key of its own.
  var overhead = 0.0

  /// A firm with the defaults of a scenario file.
  ///
  /// The values are checked when the firm becomes part of a ``Cluster``.
  ///
  /// - Parameters:
  ///   - name: the name, unique in its cluster
  ///   - tier: how hard the firm's information is to get elsewhere
  ///   - knowledge: the knowledge stock K > 0
  ///   - absorptiveCapacity: the absorptive capacity α in [0, 1]
  ///   - opportunity: the value of innovation v ≥ 0
  ///   - marketAtRisk: the market value at risk m ≥ 0
  ///   - irreplaceability: ι in [0, 1]; by default that of the tier, 1
  ///     without a tier
  ///   - innovationCost: the cost of innovation C ≥ 0 that inflow can save
  ///   - linearCost: the cost c ≥ 0 per unit of sharing level
  ///   - quadraticCost: the cost e ≥ 0 on half the square of the level
  ///   - cap: the largest sharing level, in [0, 1]
  ///   - floor: the least sharing level, in [0, cap]
  ///   - baseProfit: the profit b that does not depend on sharing
  public init(
    _ name: String,
    tier: Tier? = nil,
    knowledge: Double = 1,
    absorptiveCapacity: Double = 1,
    opportunity: Double = 1,
    marketAtRisk: Double = 1,
    irreplaceability: Double? = nil,
    innovationCost: Double = 0,
    linearCost: Double = 0,
    quadraticCost: Double = 0,
    cap: Double = 1,
    floor: Double = 0,
    baseProfit: Double = 0
  ) {
    self.name = name
    self.tier = tier
    self.knowledge = knowledge
    self.absorptiveCapacity = absorptiveCapacity
    self.opportunity = opportunity
    self.marketAtRisk = marketAtRisk
    self.irreplaceability = irreplaceability ?? tier?.irreplaceability ?? 1
    self.innovationCost = innovationCost
    self.linearCost = linearCost
    self.quadraticCost = quadraticCost
    self.cap = cap
    self.floor = floor
    self.baseProfit = baseProfit
  }
}

extension Firm {
  /// The numbers of a firm by their scenario keys.
  static let scalarKeys: [ScalarKey<Firm>] = [
    ScalarKey("knowledge", \.knowledge, .positive),
    ScalarKey("absorption", \.absorptiveCapacity, .unit),
    ScalarKey("opportunity", \.opportunity, .nonNegative),
    ScalarKey("market", \.marketAtRisk, .nonNegative),
    ScalarKey("irreplaceability", \.irreplaceability, .unit),
    ScalarKey("innovationCost", \.innovationCost, .nonNegative),
    ScalarKey("cost.linear", \.linearCost, .nonNegative),
    ScalarKey("cost.quadratic", \.quadraticCost, .nonNegative),
    ScalarKey("cap", \.cap, .unit),
    ScalarKey("floor", \.floor, .unit, isShown: false),
    ScalarKey("base", \.baseProfit, .finite),
    ScalarKey(
      "riskTolerance", \.riskTolerance, .tolerance, isShown: false,
      defaultValue: .infinity),
    ScalarKey("distress", \.distress, .nonNegative, isShown: false),
  ]
}

extension Firm {
  /// Throws unless the floor leaves a level to choose.
  func validateFloor(at place: String) throws(ScenarioError) {
    guard floor > cap else { return }
    throw ScenarioError(
      at: place,
      "\(floor.shortDescription) is above the cap \(cap.shortDescription)")
  }
}
