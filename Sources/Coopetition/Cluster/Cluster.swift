/// An industrial cluster: firms, what ties them and the rules they live by.
///
/// It is the data of the standard sharing game, and nothing else. Build one
/// in code or read it from a scenario file:
///
///     let cluster = try Cluster(
///       firms: [Firm("Alpha", knowledge: 1.8), Firm("Beta")],
///       complementarity: .uniform(0.5))
///
/// The properties can be changed freely, for sweeps over a parameter; whoever
/// changes them to values that were not checked calls ``validate()``.
public struct Cluster: Sendable, Hashable {
  /// The name (`name`).
  public var name: String
  /// The innovation environment θ ≥ 0, hard and soft (`environment`).
  public var environment: Double
  /// How inflow becomes innovation (`model`).
  public var model: InnovationModel
  /// The extra profit of an open cluster (`premium`).
  public var premium: Premium
  /// The firms, one or more (`firms`).
  public var firms: [Firm]
  /// The usefulness γ_ij ≥ 0 of j's knowledge to i (`complementarity`).
  public var complementarity: Links
  /// How much ρ_ij ≥ 0 of j's gain is i's loss (`rivalry`).
  public var rivalry: Links
  /// The right τ_ij of i to use what j discloses (`access`).
  public var access: Access
  /// The payments and the prices that a planner sets (`policy`).
  public var policy: Policy
  /// The platform on which knowledge is exchanged (`platform`).
  public var platform: Platform
  /// The probability π in (0, 1] that an innovation succeeds
  /// (`risk.success`).
  public var success = 1.0

  /// A cluster with the defaults of a scenario file.
  ///
  /// Diagonals mean nothing and are dropped.
  ///
  /// - Parameters:
  ///   - name: the name
  ///   - firms: the firms, one or more, names unique
  ///   - environment: the innovation environment θ ≥ 0
  ///   - model: how inflow becomes innovation
  ///   - premium: the extra profit of an open cluster
  ///   - complementarity: the usefulness γ_ij of j's knowledge to i
  ///   - rivalry: how much ρ_ij of j's gain is i's loss
  ///   - access: the right τ_ij of i to use what j discloses
  ///   - policy: the payments and the prices that a planner sets
  ///   - platform: the platform on which knowledge is exchanged
  /// - Throws: the first thing that is wrong, with its place.
  /// - Complexity: O(firms + links).
  public init(
    name: String = "cluster",
    firms: [Firm],
    environment: Double = 1,
    model: InnovationModel = InnovationModel(),
    premium: Premium = Premium(),
    complementarity: Links = .uniform(0),
    rivalry: Links = .uniform(0),
    access: Access = .full,
    policy: Policy = Policy(),
    platform: Platform = Platform()
  ) throws(ScenarioError) {
    self.init(unchecked: firms, name: name)
    self.environment = environment
    self.model = model
    self.premium = premium
    self.complementarity = complementarity.withoutDiagonal()
    self.rivalry = rivalry.withoutDiagonal()
    self.access = access.withoutDiagonal()
    self.policy = policy
    self.platform = platform
    try validate()
  }

  /// A cluster of firms with every other default, for a reader that checks
  /// what it reads.
  init(unchecked firms: [Firm], name: String) {
    self.name = name
    self.firms = firms
    environment = 1
    model = InnovationModel()
    premium = Premium()
    complementarity = .uniform(0)
    rivalry = .uniform(0)
    access = .full
    policy = Policy()
    platform = Platform()
  }
}

extension Cluster {
  /// The numbers of a cluster by their scenario keys.
  static let scalarKeys: [ScalarKey<Cluster>] = [
    ScalarKey("environment", \.environment, .nonNegative),
    ScalarKey("model.reciprocity", \.model.reciprocity, .nonNegative),
    ScalarKey("model.curvature", \.model.curvature, .nonNegative),
    ScalarKey("model.stealing", \.model.stealing, .nonNegative),
    ScalarKey("model.noise", \.model.noise, .nonNegative, isShown: false),
    ScalarKey("premium.value", \.premium.value, .nonNegative),
    ScalarKey("premium.curvature", \.premium.curvature, .nonNegative),
    ScalarKey("policy.royalty", \.policy.royalty, .unit, isShown: false),
    ScalarKey(
      "policy.contribution", \.policy.contribution, .unit, isShown: false),
    ScalarKey("platform.margin", \.platform.margin, .unit, isShown: false),
    ScalarKey(
      "platform.cost.linear", \.platform.linearCost, .nonNegative,
      isShown: false),
    ScalarKey(
      "platform.cost.fixed", \.platform.fixedCost, .nonNegative,
      isShown: false),
    ScalarKey(
      "risk.success", \.success, .positiveUnit, isShown: false,
      defaultValue: 1),
  ]

  /// The numbers of a policy that each firm has one of.
  static let rateFamilies: [RateFamily] = [
    RateFamily("policy.price", \.policy.price, .nonNegative, isShown: false),
    RateFamily(
      "policy.subsidy", \.policy.subsidy, .finite,
      disclosures: \Cluster.policy.disclosureSubsidy),
  ]

  /// Whether the scenario says more of who moves first than a uniform price
  /// and subsidies: then its results show what the commitment does.
  var makesCommitment: Bool {
    policy.royalty != 0 || policy.contribution != 0 || policy.price.isPerFirm
      || platform.operator != .none || firms.contains { $0.floor != 0 }
  }
}

/// A number of a policy that each firm has one of.
struct RateFamily: Sendable {
  typealias DisclosureProperty =
    any WritableKeyPath<Cluster, DisclosureRates?> & Sendable

  let path: String
  let property: any WritableKeyPath<Cluster, Rates> & Sendable
  let range: AdmissibleRange
  /// The numbers for each class of partners, which may stand instead; nil if
  /// there are no such.
  let disclosures: DisclosureProperty?
  /// Whether the number of each firm is listed even where all are alike.
  let isShown: Bool

  init(
    _ path: String, _ property: any WritableKeyPath<Cluster, Rates> & Sendable,
    _ range: AdmissibleRange, disclosures: DisclosureProperty? = nil,
    isShown: Bool = true
  ) {
    self.path = path
    self.property = property
    self.range = range
    self.disclosures = disclosures
    self.isShown = isShown
  }

  /// The numbers of a cluster for each class of partners, if it gives them.
  func rates(in cluster: Cluster) -> DisclosureRates? {
    disclosures.flatMap { cluster[keyPath: $0] }
  }
}
