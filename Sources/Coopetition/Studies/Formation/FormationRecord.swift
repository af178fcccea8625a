import LinearAlgebra
import Networks

/// How the network of a simulation looks after a round.
public struct FormationRecord: Sendable {
  /// What a round is, by what changed.
  public enum Stage: String, Sendable {
    /// Before the first round.
    case start
    /// New links make more of the change of flows than new levels do.
    case linking
    /// New levels make more of it.
    case strengthening
    /// Nothing changed.
    case resting
    /// The first round after a rest in which something changed.
    case breakthrough
  }

  /// The round, 0 at the start.
  public let round: Int
  /// How many links were made or cut.
  public let changes: Int
  /// How many pairs are linked.
  public let links: Int
  /// The share of all pairs that are linked.
  public let density: Double
  /// The mean number of links of a firm.
  public let meanDegree: Double
  /// The largest number of links of a firm.
  public let largestDegree: Int
  /// The number of connected parts.
  public let components: Int
  /// The share of the firms in the largest part.
  public let largestComponent: Double
  /// The share of pairs with a common partner who are linked.
  public let transitivity: Double
  /// The mean level.
  public let meanLevel: Double
  /// How many firms share anything.
  public let sharingFirms: Int
  /// The sum of all inflows.
  public let flow: Double
  /// The sum of all payoffs less subsidies and the costs of links.
  public let welfare: Double
  /// The change of flow by links made and cut.
  public private(set) var extensive = 0.0
  /// The change of flow by levels.
  public private(set) var intensive = 0.0
  /// The largest change of a level.
  private(set) var largestMove = 0.0
  /// What the round was.
  public private(set) var stage: Stage

  /// A level that moved less counts as resting.
  static let leastMove = 1e-9
}

extension FormationRecord {
  init(
    round: Int, changes: Int, links isLinked: [Bool],
    state: borrowing FormationState, stage: Stage
  ) {
    let levels = state.levels
    let count = levels.count
    let network = DirectedNetwork(
      incoming: state.linkedFlows.filter { $2 > 0 })
    let degrees = network.partnerCounts
    self.round = round
    self.changes = changes
    self.stage = stage
    links = network.pairCount
    let pairs = Double(count) * Double(count - 1) / 2
    density = pairs > 0 ? Double(links) / pairs : 0
    meanDegree = 2 * Double(links) / Double(count)
    largestDegree = degrees.max() ?? 0
    let parts = ConnectedComponents.weak(of: network)
    components = parts.count
    largestComponent = parts.largestShare
    transitivity = Triads(of: network).transitivity
    meanLevel = levels.reduce(0, +) / Double(count)
    sharingFirms = levels.count { $0 > Self.leastMove }
    flow = (state.linkedFlows * levels).reduce(0, +)
    welfare = state.welfare
  }

  /// Splits the change of flow since a snapshot exactly:
  /// Δ(g a s) = Δg · a · mean s + mean g · a · Δs.
  mutating func compare(
    with before: FormationState.Snapshot, _ state: FormationState
  ) {
    let (levels, isLinked) = (state.levels, state.isLinked)
    state.forEachFlow { pair, provider, weight in
      let (old, new) = (before.isLinked[pair], isLinked[pair])
      guard old || new else { return }
      let (was, is_) = (before.levels[provider], levels[provider])
      if old != new {
        extensive += (new ? 1 : -1) * weight * ((was + is_) / 2)
      }
      intensive += (old == new ? 1 : 0.5) * weight * (is_ - was)
    }
    largestMove = zip(before.levels, levels).reduce(0) {
      max($0, abs($1.0 - $1.1))
    }
  }

  /// Names the round by what changed and what the one before was.
  mutating func name(after last: Stage) {
    if changes == 0 && largestMove < Self.leastMove {
      stage = .resting
    } else if last == .resting {
      stage = .breakthrough
    } else {
      stage = abs(extensive) >= abs(intensive) ? .linking : .strengthening
    }
  }
}
