import Equilibria
import Games
import LinearAlgebra

/// How fast innovations reach whom, at one sharing or at another.
public struct SpreadStudy: Sendable {
  /// How the course of a diffusion is found.
  public enum Method: String, Sendable, CaseIterable {
    /// By the Markov chain of all states.
    case exact
    /// By many runs.
    case simulation
  }

  /// The sharing at which knowledge flows; that of the scenario if it is nil.
  public var levels: SharingChoice?
  /// The method; nil for the exact one where there are few enough states.
  public var method: Method?
  /// How many runs a simulation has.
  public var runs: Int
  /// The seed of a simulation.
  public var seed: UInt64
  /// Sharing levels to compare; the first is what the others are compared
  /// with.
  public var compared: [SharingChoice]
  /// A number whose effect on the measures is wanted.
  public var effect: String?
  /// The search for equilibria, where levels are those of one.
  public var search: BranchAndPrune
  /// Is asked whether to go on.
  public var monitor: Monitor

  /// A study with its parameters.
  public init(
    levels: SharingChoice? = nil, method: Method? = nil, runs: Int = 1_000,
    seed: UInt64 = 1,
    compared: [SharingChoice] = [], effect: String? = nil,
    search: BranchAndPrune = BranchAndPrune(),
    monitor: Monitor = .unattended
  ) {
    self.levels = levels
    self.method = method
    self.runs = runs
    self.seed = seed
    self.compared = compared
    self.effect = effect
    self.search = search
    self.monitor = monitor
  }

  /// More links than this are not written out for a cluster whose links are
  /// uniform.
  static let linkLimit = 10_000_000
  /// More products of links and steps than this are too many for the mean
  /// field.
  private static let meanFieldLimit = 4e9

  /// Answers for a scenario.
  ///
  /// - Throws: an error that names what is wrong: games of formulas, no flow
  ///   of knowledge, no equilibrium to take levels from; or that the work was
  ///   stopped before one was found.
  public func spread(
    of scenario: Scenario
  ) throws(ScenarioError) -> Spread {
    let cluster = try scenario.cluster("spread")
    try cluster.checkUniformSharing()
    let plan = plan(for: scenario, cluster)
    let flows = try KnowledgeFlows(cluster)
    var sharing = try LevelsOfChoices(scenario, search: search)
    let chosen = try sharing.levels(of: plan.levels)
    if plan.rule == .threshold {
      return Spread(
        cluster: cluster, plan: plan, levels: chosen,
        answer: .threshold(flows.thresholds(plan, at: chosen)))
    }
    let diffusion = flows.diffusion(plan, at: chosen)
    let result = course(diffusion, values: plan.value)
    var columns: [Spread.Column] = []
    for choice in compared {
      let own = try sharing.levels(of: choice)
      columns.append(
        Spread.Column(
          choice: choice, levels: own,
          course: course(flows.diffusion(plan, at: own), values: plan.value)))
    }
    return Spread(
      cluster: cluster, plan: plan, levels: chosen,
      answer: .course(result, seed: seed), compared: columns,
      effect: try effect.map { key throws(ScenarioError) in
        try effect(of: key, on: scenario)
      })
  }

  private func plan(
    for scenario: Scenario, _ cluster: Cluster
  ) -> DiffusionSection {
    var plan =
      scenario.section(DiffusionSection.self)
      ?? DiffusionSection(firms: cluster.firms.count)
    plan.levels = levels ?? plan.levels
    return plan
  }

  /// The part of a number by which it is changed for its effect.
  private static let nudge = 0.01

  /// The course after a small change of a number, with the same luck: upwards,
  /// or downwards where the number cannot be larger.
  private func effect(
    of key: String, on scenario: Scenario
  ) throws(ScenarioError) -> Spread.Effect {
    let number = try ScenarioNumber(key, in: scenario.subject)
    let today = try number.value(in: scenario.subject)
    let step = Self.nudge * (today == 0 ? 1 : abs(today))
    let change = number.range.contains(today + step) ? step : -step
    var changed = scenario
    try number.set(today + change, in: &changed.subject)
    let cluster = try changed.cluster("spread")
    let plan = plan(for: changed, cluster)
    var sharing = try LevelsOfChoices(changed, search: search)
    let flows = try KnowledgeFlows(cluster)
    let diffusion = flows.diffusion(
      plan, at: try sharing.levels(of: plan.levels))
    return Spread.Effect(
      key: key, value: today, change: change,
      course: course(diffusion, values: plan.value))
  }

  /// Whether a scenario has too many states for the exact method, in words.
  public func problem(
    with scenario: Scenario
  ) throws(ScenarioError) -> String? {
    guard method == .exact else { return nil }
    let cluster = try scenario.cluster("spread")
    try cluster.checkUniformSharing()
    let plan =
      scenario.section(DiffusionSection.self)
      ?? DiffusionSection(firms: cluster.firms.count)
    let n = cluster.firms.count
    let isAbandoned = plan.innovations.contains {
      $0.abandonment.contains { $0 > 0 }
    }
    let digits = n * plan.innovations.count
    let most = isAbandoned ? 10 : 16
    guard digits > most else { return nil }
    return "--method exact takes at most \(most) pairs of a firm and an "
      + "innovation (\(DiffusionChain.stateLimit) states); there are \(digits)."
  }

  private func course(
    _ diffusion: Diffusion, values: [Double]
  ) -> Spread.Course {
    let field = meanField(diffusion)
    if method != .simulation, let chain = DiffusionChain(diffusion) {
      let courses = chain.courses()
      return Spread.Course(
        innovations: courses, gains: courses.map { $0.gain(values: values) },
        meanField: field, sample: nil)
    }
    let simulation = DiffusionSimulation(
      runs: runs, seed: seed, monitor: monitor)
    let outcome = simulation.courses(of: diffusion, values: values)
    return Spread.Course(
      innovations: outcome.courses, gains: outcome.gains, meanField: field,
      sample: outcome)
  }

  /// The mean field; nil if it would take too long.
  private func meanField(
    _ diffusion: Diffusion
  ) -> DiffusionMeanField.Course? {
    let method = DiffusionMeanField()
    let steps = 4 * diffusion.horizon * Double(method.stepsPerPeriod)
    let links = Double(
      diffusion.pressure.nonzeroCount + diffusion.nodeCount)
    let work = steps * links * Double(diffusion.innovations.count)
    guard work <= Self.meanFieldLimit else { return nil }
    return method.course(of: diffusion, count: AdoptionCourse.steps)
  }
}

/// The levels that names of sharing stand for, each found once.
struct LevelsOfChoices {
  private let game: any ScenarioGame
  private let search: BranchAndPrune
  private var equilibria: EquilibriumList?

  /// The key that says which levels are meant.
  private static let key = "diffusion.levels"

  init(
    _ scenario: Scenario, search: BranchAndPrune
  ) throws(ScenarioError) {
    game = try scenario.game()
    self.search = search
  }

  mutating func levels(
    of choice: SharingChoice
  ) throws(ScenarioError) -> [Double] {
    switch choice {
    case .given(let levels): return levels
    case .caps: return game.strategies.upperBounds
    case .optimum:
      let optimum = game.standard.socialOptimum().levels
      guard !Cancellation.isRequested else { throw .stopped(at: Self.key) }
      return optimum
    default: break
    }
    let list =
      equilibria
      ?? EquilibriumList(of: game, using: search, provesStability: false)
    equilibria = list
    guard let place = list.place(of: choice) else {
      guard !Cancellation.isRequested else { throw .stopped(at: Self.key) }
      throw ScenarioError(
        at: Self.key,
        "no equilibrium was found; write caps or a level for each firm")
    }
    return list.outcomes[place].levels
  }
}

/// What firms can use of each other, and how it presses.
struct KnowledgeFlows {
  private let flows: SparseMatrix
  private let caps: [Double]
  /// `Q̄`: the mean of what a firm receives when all share what they can.
  private let scale: Double

  /// The flows of a cluster.
  init(_ cluster: Cluster) throws(ScenarioError) {
    let matrix = SharingData(cluster).flows
    caps = cluster.firms.map(\.cap)
    let n = cluster.firms.count
    if case .blockUniform = matrix, n * n > SpreadStudy.linkLimit {
      throw ScenarioError(
        at: "complementarity",
        "is uniform over \(n) firms; spread follows at most "
          + "\(SpreadStudy.linkLimit) links")
    }
    flows = matrix.sparse
    let received = flows.scaledColumns(by: caps).rowSums
    scale = received.reduce(0, +) / Double(n)
    guard scale > 0 else {
      throw ScenarioError(
        at: "diffusion.levels",
        "no knowledge can flow: complementarity, absorption or access is zero "
          + "for every pair")
    }
  }

  /// The diffusion of a plan at sharing levels.
  func diffusion(_ plan: DiffusionSection, at levels: [Double]) -> Diffusion {
    Diffusion(
      pressure: flows.scaledColumns(by: levels.map { $0 / scale }),
      innovations: plan.innovations.map {
        Diffusion.Innovation(
          insight: $0.insight, imitation: $0.imitation,
          abandonment: $0.abandonment, seeds: $0.seeds)
      },
      interactions: plan.interactions, horizon: plan.horizon,
      discount: plan.discount)
  }

  /// Adoption by thresholds of the first innovation of a plan.
  func thresholds(
    _ plan: DiffusionSection, at levels: [Double]
  ) -> ThresholdAdoption {
    ThresholdAdoption(
      flows: flows.scaledColumns(by: levels),
      capacities: flows.scaledColumns(by: caps).rowSums,
      thresholds: plan.threshold, seeds: plan.innovations[0].seeds)
  }
}

extension StructuredMatrix {
  /// The stored elements.
  fileprivate var sparse: SparseMatrix {
    switch self {
    case .sparse(let matrix): matrix
    case .scaled(let matrix): matrix.sparse
    case .blockUniform(let matrix): SparseMatrix(dense: matrix.dense)
    }
  }
}

extension Scenario {
  /// The cluster that a study needs.
  ///
  /// - Throws: an error if the scenario is a game of formulas, or has figures
  ///   alone.
  func cluster(_ study: String) throws(ScenarioError) -> Cluster {
    try cluster(
      insteadOfFormulas: "\(study) is for clusters, not games of formulas")
  }

  /// The cluster, or what is said of a game of formulas.
  func cluster(
    insteadOfFormulas message: String
  ) throws(ScenarioError) -> Cluster {
    switch subject {
    case .cluster(let cluster): return cluster
    case .formulas: throw ScenarioError(message)
    case .figures: throw ScenarioError(at: "firms", "is missing")
    }
  }
}
