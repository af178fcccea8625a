import Equilibria
import Games

/// Links of a cluster that are made and cut in rounds, while the firms adjust
/// what they share.
///
/// In a round each candidate pair meets once, in random order, and compares its
/// two-firm equilibrium with and without a link, all else as it is. Without
/// noise a link stays if neither loses by it and is made if besides one gains;
/// with noise T a firm agrees with probability 1/(1 + exp(−Δ/T)). After the
/// round everybody's best responses come to rest.
public struct FormationSimulation: Sendable {
  /// A change of a number of the cluster before a round.
  public struct Event: Sendable {
    /// The round, counting from 1.
    public var round: Int
    /// The address of the number.
    public var parameter: ClusterParameter
    /// Its new value.
    public var value: Double

    /// A change before a round.
    ///
    /// - Parameters:
    ///   - round: The round, counting from 1.
    ///   - parameter: The address of the number.
    ///   - value: Its new value.
    public init(round: Int, parameter: ClusterParameter, value: Double) {
      self.round = round
      self.parameter = parameter
      self.value = value
    }
  }

  /// The most rounds.
  public var rounds: Int
  /// The seed of the random numbers.
  public var seed: UInt64
  /// The noise T ≥ 0 of decisions, in the unit of payoffs.
  public var noise: Double
  /// What changes on the way.
  public var events: [Event]
  /// Is asked before each round whether to go on.
  public var monitor: Monitor

  /// A simulation with its parameters.
  ///
  /// - Parameters:
  ///   - rounds: The most rounds.
  ///   - seed: The seed of the random numbers.
  ///   - noise: The noise T ≥ 0 of decisions.
  ///   - events: What changes on the way.
  ///   - monitor: Is asked before each round whether to go on.
  public init(
    rounds: Int, seed: UInt64 = 1, noise: Double = 0, events: [Event] = [],
    monitor: Monitor = .unattended
  ) {
    precondition(noise >= 0, "noise is not negative")
    self.rounds = rounds
    self.seed = seed
    self.noise = noise
    self.events = events
    self.monitor = monitor
  }

  /// The run of a cluster.
  ///
  /// - Throws: `ScenarioError` if an event sets a number out of its range, or
  ///   if uniform links are too many to write out.
  /// - Complexity: O(candidates · steps of a two-firm equilibrium) a round, and
  ///   the sweeps after it.
  public func run(
    _ cluster: Cluster, _ linking: Linking
  ) throws(ScenarioError) -> FormationRun {
    var state = try FormationState(cluster, linking)
    var random = SplitMix64(seed: seed)
    var records = [state.record(round: 0, changes: 0, stage: .start)]
    var rested = false
    for round in 1...max(1, rounds) where round <= rounds {
      guard monitor.continues("rounds", done: round - 1, of: rounds) else {
        break
      }
      for event in events where event.round == round {
        try state.apply(event)
      }
      let before = state.snapshot
      let changes = state.meet(noise: noise, &random)
      state.rest()
      var record = state.record(round: round, changes: changes, stage: .start)
      record.compare(with: before, state)
      record.name(after: records[round - 1].stage)
      records.append(record)
      rested = record.stage == .resting
      let isOver = noise == 0 && events.allSatisfy { $0.round <= round }
      if rested && isOver { break }
    }
    return FormationRun(
      cluster: state.candidates.cluster, simulation: self, rounds: records,
      links: state.links, levels: state.levels,
      hasRested: rested && noise == 0)
  }
}

/// What happened in a simulation.
public struct FormationRun: Sendable {
  /// The cluster, with every number as it was set last.
  public let cluster: Cluster
  /// The simulation.
  public let simulation: FormationSimulation
  /// The start and each round.
  public let rounds: [FormationRecord]
  /// The links at the end.
  public let links: [NetworkTable.Pair]
  /// The levels at the end.
  public let levels: [Double]
  /// Whether nothing would change any more.
  public let hasRested: Bool
}

extension FormationSimulation.Event {
  /// A change of the number with an address.
  ///
  /// - Parameters:
  ///   - round: The round, counting from 1.
  ///   - address: The address of the number in a cluster.
  ///   - value: Its new value.
  ///   - cluster: The cluster.
  /// - Throws: `ScenarioError` for an address that the cluster does not have or
  ///   a value out of range.
  public init(
    _ round: Int, _ address: String, _ value: Double, in cluster: Cluster
  ) throws(ScenarioError) {
    let parameter = try ClusterParameter(address, in: cluster)
    var trial = cluster
    try parameter.set(value, in: &trial)
    self.init(round: round, parameter: parameter, value: value)
  }
}
