import Equilibria

/// The networks of a cluster, judged.
public struct NetworkFormation: Sendable {
  /// The cluster.
  public let cluster: Cluster
  /// What each network earns each firm.
  public let table: NetworkTable
  /// The levels of the firms in each network.
  public let levels: [[Double]]
  /// Which networks nobody undoes, and which are best.
  public let stability: NetworkStability
  /// Where single links lead from the start.
  package let dynamics: NetworkDynamics
  /// Whether the equilibrium of each network is proven to be the highest, or
  /// lowest, with bounds on what it earns: then all comparisons are proven but
  /// those of ``NetworkStability/undecided``.
  public let isProven: Bool

  init(
    cluster: Cluster, table: NetworkTable, levels: [[Double]], start: Int,
    isProven: Bool
  ) {
    self.isProven = isProven
    (self.cluster, self.table, self.levels) = (cluster, table, levels)
    stability = NetworkStability(table)
    dynamics = NetworkDynamics(table, from: start)
  }

  /// The probability to end in a stable network; 0 if it is not reached.
  public func probability(of network: Int) -> Double {
    dynamics.closedClasses.first { $0.networks == [network] }?.probability ?? 0
  }

  /// The cycles of two networks or more that are never left.
  package var closedCycles: [NetworkDynamics.ClosedClass] {
    dynamics.closedClasses.filter { $0.networks.count > 1 }
  }
}
