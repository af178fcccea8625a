import Games
import LinearAlgebra

/// Who should collect and process which information, and what firms would do
/// of their own accord.
public struct CollectionDivision: Sendable {
  /// The name of the scenario.
  public var scenario: String
  /// The firms.
  public var firms: [String]
  /// The topics.
  public var topics: [String]
  /// The part of what each firm (column) collects that reaches another (row).
  public var reach: Matrix
  /// The division of greatest welfare.
  public var optimum: Optimum
  /// What firms collect alone.
  public var alone: Alone
  /// The payment for each firm's task, topic by topic, that makes the optimum
  /// an equilibrium.
  public var bounties: [[Double]]
  /// The fee on each firm's task outside the optimum, topic by topic.
  public var fees: [[Double]]
  /// How long it took, in seconds.
  public var seconds = 0.0
  /// How many prices of topics and nodes of searches it took.
  public var evaluations: Int

  /// What all payments cost.
  public var outlay: Double {
    bounties.reduce(0) { $0 + $1.reduce(0, +) }
  }

  /// The best division found, with a bound on all others.
  public struct Optimum: Sendable {
    /// The collectors of each topic, as positions of firms.
    public var collectors: [[Int]]
    /// What it is worth.
    public var welfare: Double
    /// What no division exceeds; proven in intervals.
    public var bound: Double
    /// Whether the search ended by itself and closed the gap.
    public var isProven: Bool
    /// What all work costs.
    public var processing: Double
    /// The hours that each firm works for others.
    public var processed: [Double]
    /// The hours of its own that each firm has done by others.
    public var sold: [Double]
    /// The prices of an hour that clear the market; nil without trade.
    public var hourPrice: ClosedRange<Double>?

    /// How much better another division could be, at most.
    public var gap: Double { max(0, bound - welfare) }
  }

  /// The pure equilibria of firms that decide for themselves.
  public struct Alone: Sendable {
    /// How many there are; nil if that is beyond counting.
    public var count: Int?
    /// The least welfare among them; nil if there is none.
    public var worst: Double?
    /// The greatest welfare among them.
    public var best: Double?
    /// The sets of collectors of each topic, an equilibrium being one of
    /// each; nil where a limit binds.
    public var topics: [[[Int]]]?
    /// The equilibria as a whole where a limit binds: the collectors of each
    /// topic.
    public var profiles: [[[Int]]]?
    /// Whether there is proven to be no other.
    public var isComplete: Bool
  }

  /// The methods of a division and their limits.
  public struct Method: Sendable {
    /// The most prices of topics, and the most nodes of a search.
    public var effort: Int
    /// The sharing levels at which topics pass on; nil for those of the file.
    public var levels: SharingLevels?
    /// What is told how far the division is.
    public var monitor: Monitor

    /// The methods; by default a million nodes.
    public init(
      effort: Int = 1_000_000, levels: SharingLevels? = nil,
      monitor: Monitor = .unattended
    ) {
      self.effort = effort
      self.levels = levels
      self.monitor = monitor
    }
  }
}

extension Scenario {
  /// Divides the collection and processing of information among the firms.
  ///
  /// - Parameter method: The methods and their limits.
  /// - Returns: The best division, what firms do alone, and the payments that
  ///   bring the one about.
  /// - Throws: an error if the scenario has no firms or no topics, or if the
  ///   work was stopped before the sharing levels were known.
  /// - Complexity: Exponential in the worst case; see `DivisionSearch`.
  public func divide(
    using method: CollectionDivision.Method = CollectionDivision.Method()
  ) throws(ScenarioError) -> CollectionDivision {
    let clock = ContinuousClock()
    let start = clock.now
    guard case .cluster(let cluster) = subject else {
      throw ScenarioError(at: "firms", "missing; only firms divide topics")
    }
    guard let section = section(DivisionSection.self), !section.topics.isEmpty
    else {
      throw .missing(
        "division.topics", "add what is collected",
        sample: SectionSample.division)
    }
    let levels = try levels(method.levels ?? section.levels)
    let problem = CollectionProblem(section, cluster, levels: levels)
    let search = DivisionSearch(
      effort: method.effort, monitor: method.monitor)
    let found = search.optimum(of: problem)
    let alone = LoneCollection(nodeLimit: method.effort)
      .equilibria(of: problem)
    var division = CollectionDivision(
      scenario: name, firms: cluster.firms.map(\.name),
      topics: section.topics.map(\.name), reach: problem.reach,
      optimum: CollectionDivision.Optimum(
        found, problem, tolerance: search.tolerance),
      alone: CollectionDivision.Alone(alone, problem), bounties: [], fees: [],
      evaluations: found.evaluations + alone.nodes)
    let payments = DivisionBounties(
      problem, found.division,
      hourPrice: division.optimum.hourPrice?.lowerBound)
    (division.bounties, division.fees) = (payments.bounties, payments.fees)
    division.seconds = (clock.now - start) / .seconds(1)
    return division
  }

  /// The levels by their names.
  private func levels(
    _ levels: SharingLevels
  ) throws(ScenarioError) -> [Double] {
    if case .given(let numbers) = levels { return numbers }
    guard let state = StateSearch().state(of: try game()) else {
      let key = "division.levels"
      guard !Cancellation.isRequested else { throw .stopped(at: key) }
      throw ScenarioError(at: key, "no equilibrium was found")
    }
    switch levels {
    case .worst: return state.worst.levels
    case .best: return state.best.levels
    default: return state.optimum.levels
    }
  }
}

extension CollectionProblem {
  /// A bound on the relative error of a product of four numbers.
  private static let relativeError = 4 * Double.ulpOfOne

  /// The problem of a cluster at given sharing levels.
  fileprivate init(
    _ section: DivisionSection, _ cluster: Cluster, levels: [Double]
  ) {
    let (firms, topics) = (cluster.firms, section.topics)
    var reach = Matrix.identity(order: firms.count)
    for i in firms.indices {
      for j in firms.indices where i != j {
        let flow =
          firms[i].absorptiveCapacity * cluster.complementarity.weight(i, j)
          * cluster.access.right(of: i, to: j, among: firms) * levels[j]
        reach[i, j] = min(1, flow)
      }
    }
    func matrix(_ numbers: (DivisionSection.Topic) -> [Double]) -> Matrix {
      Matrix(rows: topics.map(numbers)).transposed()
    }
    self.init(
      reach: reach, reachError: Self.relativeError, values: matrix(\.values),
      costs: matrix(\.costs), work: topics.map(\.work),
      market: HourMarket(costs: section.hourCosts, offers: section.offers),
      limits: section.limits)
  }
}

extension CollectionDivision.Optimum {
  fileprivate init(
    _ found: OptimalDivision, _ problem: CollectionProblem, tolerance: Double
  ) {
    let market = problem.market.clear(problem.hours(found.division))
    self.init(
      collectors: found.division, welfare: found.welfare, bound: found.bound,
      isProven: found.gap
        <= 2 * tolerance * problem.size(of: found.welfare),
      processing: market.cost, processed: market.processed, sold: market.sold,
      hourPrice: market.price)
  }
}

extension CollectionDivision.Alone {
  fileprivate init(
    _ found: LoneCollection.Equilibria, _ problem: CollectionProblem
  ) {
    switch found.form {
    case .profiles(let profiles):
      let welfares = profiles.map { problem.welfareAlone($0) }
      self.init(
        count: profiles.count, worst: welfares.min(), best: welfares.max(),
        topics: nil, profiles: profiles, isComplete: found.isComplete)
    case .topics(let topics):
      let welfares = topics.enumerated().map { topic, sets in
        sets.map { problem.earningsAlone(topic, $0) }
      }
      let isPossible = welfares.allSatisfy { !$0.isEmpty }
      func sum(_ pick: ([Double]) -> Double?) -> Double? {
        isPossible ? welfares.reduce(0) { $0 + (pick($1) ?? 0) } : nil
      }
      self.init(
        count: Self.product(topics.map(\.count)), worst: sum { $0.min() },
        best: sum { $0.max() }, topics: topics, profiles: nil,
        isComplete: found.isComplete)
    }
  }

  /// The product of some counts; nil if it is beyond the largest integer.
  private static func product(_ counts: [Int]) -> Int? {
    guard !counts.contains(0) else { return 0 }
    var product = 1
    for count in counts {
      let (next, isBeyond) = product.multipliedReportingOverflow(by: count)
      if isBeyond { return nil }
      product = next
    }
    return product
  }
}
