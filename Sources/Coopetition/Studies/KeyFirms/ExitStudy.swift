import Equilibria
import Games

/// Whose exit costs the cluster most: groups of firms leave, and those who
/// stay play the game of the smaller cluster.
///
/// All groups are tried if there are few; otherwise a group grows by the firm
/// that adds most to the loss, and members are then exchanged for others while
/// that adds to it. Where levels are linear in the network, as in the game of
/// Ballester, Calvó-Armengol and Zenou (Econometrica 74, 2006, 1403-1417), the
/// loss is submodular and the first stage reaches 1 − 1/e of the largest.
public struct ExitStudy: Sendable {
  /// What is lost.
  public enum Loss: String, Sendable, CaseIterable {
    /// The loss of welfare.
    case welfare
    /// The loss of the knowledge shared, `Σ_i K_i s_i`.
    case sharing
    /// The loss of those who stay.
    case others
  }

  /// How many firms leave together.
  public var groupSize: Int
  /// What the groups are ordered by.
  public var loss: Loss
  /// Which equilibrium is compared.
  public var selection: EquilibriumEnd
  /// The most groups that are all tried.
  public var groupLimit: Int
  /// Is asked before each group whether to go on.
  public var monitor: Monitor

  /// A study with its parameters.
  ///
  /// - Parameters:
  ///   - groupSize: How many firms leave together.
  ///   - loss: What the groups are ordered by.
  ///   - selection: Which equilibrium is compared.
  ///   - groupLimit: The most groups that are all tried.
  ///   - monitor: Is asked before each group whether to go on.
  /// - Precondition: Somebody leaves.
  public init(
    groupSize: Int = 1, loss: Loss = .welfare,
    selection: EquilibriumEnd = .highest, groupLimit: Int = 20_000,
    monitor: Monitor = .unattended
  ) {
    precondition(groupSize > 0, "somebody leaves")
    self.groupSize = groupSize
    self.loss = loss
    self.selection = selection
    self.groupLimit = groupLimit
    self.monitor = monitor
  }

  /// The exits from a cluster.
  ///
  /// - Throws: `ScenarioError` if the cluster has fewer firms than leave.
  /// - Complexity: One solution of the game a group: O(firms + links) a sweep.
  public func exits(
    from cluster: Cluster
  ) throws(ScenarioError) -> ExitAnalysis {
    let count = cluster.firms.count
    guard groupSize <= count else {
      throw ScenarioError(
        "key --leave \(groupSize): the cluster has "
          + NumberText.counted(count, "firm"))
    }
    var trial = try ExitTrial(cluster, self)
    let groups = Combinations.count(of: count, choosing: groupSize)
    let isComplete =
      groups <= groupLimit ? trial.tryAll() : trial.growAndExchange()
    return ExitAnalysis(
      cluster: cluster, study: self, levels: trial.levels,
      welfare: trial.welfare, exits: trial.sorted, groupCount: groups,
      isComplete: isComplete)
  }
}

/// What the exit of each group costs, the worst first.
public struct ExitAnalysis: Sendable {
  /// The cluster.
  public let cluster: Cluster
  /// How it was studied.
  public let study: ExitStudy
  /// The levels with everybody there.
  public let levels: [Double]
  /// The welfare with everybody there.
  public let welfare: Double
  /// The exits that were tried, the worst first.
  public let exits: [Exit]
  /// The number of groups that there are.
  public let groupCount: Int
  /// Whether all of them were tried.
  public let isComplete: Bool

  /// The exit of a group.
  public struct Exit: Sendable {
    /// The places of the firms that leave, rising.
    public let firms: [Int]
    /// The fall of welfare.
    public let welfareLoss: Double
    /// What the leavers earned, net of subsidies.
    public let ownPayoff: Double
    /// The fall of the knowledge shared, `Σ_i K_i s_i`.
    public let sharingLoss: Double
    /// The fall of the sum of levels.
    public let levelsLoss: Double

    /// What those who stay lose.
    public var othersLoss: Double { welfareLoss - ownPayoff }
  }
}

extension ExitAnalysis.Exit {
  /// The loss of a kind.
  func loss(_ kind: ExitStudy.Loss) -> Double {
    switch kind {
    case .welfare: welfareLoss
    case .sharing: sharingLoss
    case .others: othersLoss
    }
  }
}
