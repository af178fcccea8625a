import Games
import LinearAlgebra

/// The failures of an innovation system and the responses to them, on one
/// cluster: what a step of each lever does, and from which intensity on it ends
/// the trap of the bad equilibrium.
public struct Policies: Sendable {
  /// The name of the scenario.
  public var scenario: String
  /// The names of the firms.
  public var firms: [String]
  /// What happens without a policy.
  public var today: State
  /// The levers, then what the same money does otherwise.
  public var levers: [Response]
  /// Levers that were left out since nothing says what they cost.
  public var leftOut: [Lever]
  /// How long it took, in seconds.
  public var seconds: Double

  /// The equilibria of a cluster in brief.
  public struct State: Sendable {
    /// How many equilibria there are.
    public var equilibria: Int
    /// The least welfare among them.
    public var worst: Double
    /// The greatest welfare among them.
    public var best: Double
    /// The payoffs in the worst.
    public var payoffs: [Double]
    /// Whether it is proven that there is no other.
    public var isComplete: Bool
  }

  /// What a lever does.
  public struct Response: Sendable {
    /// The name of the lever; `subsidy` or `alliance` for money that is paid
    /// to firms.
    public var name: String
    /// Its intensity, or the rate of the subsidy; nil for an alliance, which
    /// has none.
    public var step: Double?
    /// What happens then.
    public var state: State
    /// By how much welfare in the worst equilibrium rises: the most that the
    /// step may cost.
    public var worth: Double
    /// What each firm gains, from worst to worst equilibrium.
    public var gains: [Double]
    /// How many firms lose by it.
    public var losers: Int
    /// The least intensity from which on the worst equilibrium is as good as
    /// the best today; nil if there is none up to 1.
    public var escape: Double?
    /// Whether that is proven, to within 1e-6.
    public var isEscapeProven: Bool
  }

  /// What moving from the worst to the best equilibrium is worth.
  public var coordination: Double { today.best - today.worst }

  /// The lever that raises welfare in the worst equilibrium most; nil if none
  /// raises it.
  public var bestLever: Response? {
    levers.filter { $0.worth > 0 }.max { $0.worth < $1.worth }
  }
}

/// The section `policies` of a scenario: how strong the levers are and what
/// they cost.
struct PoliciesSection: ScenarioSection {
  static let key = "policies"
  var step: Double?
  var money: Double?
  /// The linear and the quadratic cost of levers.
  var costs: [Lever: (linear: Double, quadratic: Double)] = [:]

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    let costs = Lever.allCases.flatMap { lever in
      ["linear", "quadratic"].map { "levers.\(lever.rawValue).cost.\($0)" }
    }
    let values = try value.values(of: ["step", "money"] + costs)
    step = try values["step"]?.number(.unit)
    money = try values["money"]?.number(.nonNegative)
    for lever in Lever.allCases {
      let place = "levers.\(lever.rawValue).cost."
      let linear = try values[place + "linear"]?.number(.nonNegative)
      let quadratic = try values[place + "quadratic"]?.number(.nonNegative)
      guard linear != nil || quadratic != nil else { continue }
      self.costs[lever] = (linear ?? 0, quadratic ?? 0)
    }
  }

  /// The intensity, at most 1, that some money buys of a lever.
  static func intensity(
    _ money: Double, _ cost: (linear: Double, quadratic: Double)
  ) -> Double {
    guard cost.quadratic > 0 else {
      return cost.linear > 0 ? min(1, money / cost.linear) : 1
    }
    let root =
      (cost.linear * cost.linear + 2 * cost.quadratic * money).squareRoot()
    return min(1, (root - cost.linear) / cost.quadratic)
  }
}

extension Scenario {
  /// Compares the responses to failures of the cluster.
  ///
  /// - Parameters:
  ///   - step: The intensity of every lever; nil for what the scenario says, or
  ///     0.1.
  ///   - money: What every lever may cost, in place of a common step where the
  ///     scenario says what levers cost; a subsidy and an alliance get it too.
  ///   - options: How hard to look.
  /// - Returns: The comparison.
  /// - Throws: an error if the scenario is no cluster that plays the standard
  ///   game.
  public func policies(
    step: Double? = nil, money: Double? = nil,
    _ options: CommitmentOptions = CommitmentOptions()
  ) throws(ScenarioError) -> Policies {
    guard case .cluster(let cluster) = subject else {
      throw ScenarioError("policies are for a cluster of firms")
    }
    try cluster.requireCommonLevels()
    try cluster.checkVariant()
    let clock = ContinuousClock()
    let start = clock.now
    let section = section(PoliciesSection.self)
    let common = step ?? section?.step ?? 0.1
    let money = money ?? section?.money
    // What is wrong with the alliance that gets it too is said at once.
    if money != nil { _ = try allianceSettings() }
    let costs = section?.costs ?? [:]
    let today = cluster.state(options)
    var policies = Policies(
      scenario: cluster.name, firms: cluster.firms.map(\.name), today: today,
      levers: [], leftOut: [], seconds: 0)
    for lever in Lever.allCases {
      var intensity = common
      if let money, !costs.isEmpty {
        guard let cost = costs[lever] else {
          policies.leftOut.append(lever)
          continue
        }
        intensity = PoliciesSection.intensity(money, cost)
      }
      let response = cluster.response(lever, intensity, today, options)
      guard !Cancellation.isRequested else { break }
      policies.levers.append(response)
    }
    if let money, !Cancellation.isRequested {
      policies.levers += try support(money, cluster, today, options)
    }
    policies.seconds = (clock.now - start) / .seconds(1)
    return policies
  }
}

extension Cluster {
  fileprivate func state(_ options: CommitmentOptions) -> Policies.State {
    func open<G: ScenarioGame>(_ game: G) -> Policies.State {
      let found = game.equilibria(using: options.search.equilibria)
      return Policies.State(
        found.equilibria.map {
          (game.payoffs(at: $0.levels), game.welfare(at: $0.levels))
        }, isComplete: found.isComplete)
    }
    return open(uncheckedVariant)
  }

  fileprivate func response(
    _ lever: Lever, _ step: Double, _ today: Policies.State,
    _ options: CommitmentOptions
  ) -> Policies.Response {
    let commitment = escape(by: lever, today)
    let state = commitment.state(at: [step], options)
    var precise = options
    precise.search.gap = escapeGap
    precise.search.size = 1
    let escape = commitment.solve(precise)
    var response = Policies.Response(
      lever.rawValue, step: step, from: today, to: state)
    response.escape = escape.value.map { 0 - $0 }
    response.isEscapeProven = escape.isProven || escape.isInfeasible
    return response
  }

  /// The least intensity at which even the worst equilibrium is as good as the
  /// best one today: a commitment that wants little of the lever.
  private func escape(
    by lever: Lever, _ today: Policies.State
  ) -> ClusterDesign {
    let slack = escapeTolerance * max(abs(today.best), today.size)
    let instrument = Instrument(
      "levers.\(lever.rawValue)", over: 0...1, place: "levers")
    let lot = Lot(
      instrument: instrument, group: nil, today: 0, range: 0...1,
      numbers: lever.numbers(of: self, parameter: 0), isTransfer: false)
    return ClusterDesign(
      self, [lot], DesignSection([instrument]),
      objective: .less(parameter: 0),
      constraints: [.efficiency(least: today.best - slack)], selection: .worst)
  }
}

extension ClusterDesign {
  /// What follows some parameters.
  func state(
    at parameters: [Double], _ options: CommitmentOptions
  ) -> Policies.State {
    let found = options.search.equilibria.equilibria(
      of: family.family.game(at: parameters))
    return Policies.State(
      found.equilibria.map { family.earnings($0.levels, at: parameters) },
      isComplete: found.isComplete)
  }
}

extension Policies.State {
  /// The size of the payoffs in the worst equilibrium.
  fileprivate var size: Double { payoffs.reduce(0) { max($0, abs($1)) } }

  /// Equilibria in brief.
  ///
  /// - Parameters:
  ///   - outcomes: Payoffs and welfare in each.
  ///   - isComplete: Whether it is proven that there is no other.
  init(
    _ outcomes: [(payoffs: [Double], welfare: Double)], isComplete: Bool
  ) {
    let worst = outcomes.min { $0.welfare < $1.welfare }
    self.init(
      equilibria: outcomes.count, worst: worst?.welfare ?? .nan,
      best: outcomes.map(\.welfare).max() ?? .nan,
      payoffs: worst?.payoffs ?? [], isComplete: isComplete)
  }
}

extension Policies.Response {
  /// What happens by a move from one state to another.
  init(
    _ name: String, step: Double?, from today: Policies.State,
    to state: Policies.State
  ) {
    let gains = zip(state.payoffs, today.payoffs).map { $0 - $1 }
    let size = max(today.size, state.size)
    self.init(
      name: name, step: step, state: state, worth: state.worst - today.worst,
      gains: gains, losers: gains.count { $0 < -lossTolerance * size },
      escape: nil, isEscapeProven: false)
  }
}

/// A loss that is rounding, on the scale of the payoffs.
private let lossTolerance = 1e-9
/// By how much less than today's best counts as good as it, on the scale of
/// welfare and payoffs: rounding.
private let escapeTolerance = 1e-11
/// How near the least intensity, from 0 to 1, is to be known.
private let escapeGap = 1e-6
