import Games
import LinearAlgebra

/// What will happen in a cluster or another game, what would be best, how far
/// apart they are and what closes the gap.
public struct Analysis: Sendable {
  /// The game that was analysed.
  public var game: any ScenarioGame
  /// The equilibria, by falling welfare.
  public var equilibria: [Outcome]
  /// Whether it is proven that there is no other equilibrium.
  public var isComplete: Bool
  /// Parts of the strategy space that may hold further equilibria.
  public var undecided: [Box]
  /// Sets of equilibria, of each of which one is among ``equilibria``.
  public var components: [EquilibriumComponent] = []
  /// Theorems by which there is at most one equilibrium.
  public var uniqueness: [UniquenessTheorem]
  /// The social optimum.
  public var optimum: SocialOptimum
  /// The prices of anarchy and of stability; nil if no equilibrium is proven
  /// or welfare may not be positive.
  public var price: PriceOfAnarchy?
  /// What bargaining over the stable equilibrium of least welfare comes to, by
  /// Nash's solution; nil if it was not looked for or if no stable equilibrium
  /// is known.
  public var bargaining: BargainingOutcome?
  /// The subsidy that makes the optimum an equilibrium at the least outlay; nil
  /// for a game without subsidies.
  public var subsidy: ImplementingSubsidy?
  /// How the analysis was done.
  public var solver: SolverReport
  /// What else is proven, in words.
  public var statements: [String] = []
  /// How the search divided the strategy space; nil if there was no search
  /// for every equilibrium.
  package var tree: SearchTree?
  /// Generalised equilibria in which one player alone bears a constraint that
  /// several share.
  public var constraintEnds: [ConstraintEnd] = []

  /// An equilibrium with what it means for the firms.
  public struct Outcome: Sendable {
    /// The equilibrium and what is proven of it.
    public var equilibrium: Equilibrium
    /// What each firm earns.
    public var payoffs: [Double]
    /// The sum of all payoffs less subsidies.
    public var welfare: Double
    /// What each channel adds to each firm's payoff: a pass over the links each
    /// time it is asked for.
    public var channels: [Channel] { makeChannels() }
    private let makeChannels: @Sendable () -> [Channel]

    /// What one channel adds to each firm's payoff.
    public typealias Channel = (channel: String, amounts: [Double])
    /// What a commitment does; nil if the scenario makes none.
    public var commitment: CommitmentOutcome?
    /// `(W(s*) − W(0)) / (W(optimum) − W(0))`; not a number if "nobody shares"
    /// breaks a constraint.
    public var efficiency: Double
    /// The constraints there; empty if the game has none.
    public var constraints: [ConstraintOutcome] = []
    /// The equilibrium with the multipliers of constraints after the levels;
    /// nil if the game has none.
    public var supported: Equilibrium?

    /// An equilibrium with its payoffs.
    init(
      equilibrium: Equilibrium, payoffs: [Double], welfare: Double,
      channels: @autoclosure @escaping @Sendable () -> [Channel],
      commitment: CommitmentOutcome?, efficiency: Double
    ) {
      self.equilibrium = equilibrium
      self.payoffs = payoffs
      self.welfare = welfare
      makeChannels = channels
      self.commitment = commitment
      self.efficiency = efficiency
    }

    /// The sharing level of each firm.
    public var levels: [Double] { equilibrium.levels }
    /// Whether small deviations are known to die out.
    public var isStable: Bool { equilibrium.isStable }
    /// What is proven.
    public var certificate: Certificate { equilibrium.certificate }
  }

  /// Nash's bargaining solution; nil if nobody can be made better off without
  /// harm to others, or if there was no ``bargaining``.
  public var bargain: Bargain? { bargaining?.bargain }

  /// The efficiency of each equilibrium, in order.
  public var efficiency: [Double] { equilibria.map(\.efficiency) }
}

extension [Analysis.Outcome] {
  /// Of equilibria by falling welfare the stable one of least welfare, over
  /// which is bargained; one that is not proven only if none is.
  var disagreement: Analysis.Outcome? {
    let isProven = contains(where: \.equilibrium.isProven)
    return last {
      $0.isStable && ($0.equilibrium.isProven || !isProven)
        && $0.payoffs.allSatisfy(\.isFinite)
    }
  }
}

/// How an analysis was done.
public struct SolverReport: Sendable {
  /// The method that looked for equilibria.
  public var method: String
  /// How long it took.
  public var seconds: Double
  /// Sweeps, boxes and Newton runs.
  public var evaluations: Int
  /// Why the search for equilibria stopped.
  public var termination: Termination
  /// The counts of a search for every equilibrium; nil if there was none.
  package var work: EquilibriumSet.Work?
  /// What was left out because it would take too long, with the reason.
  public var skipped: [(key: String, reason: String)] = []
}

extension Cluster {
  /// Analyses the cluster: every equilibrium, the optimum, the gap and what
  /// closes it.
  ///
  /// - Parameter analyzer: The methods and their limits.
  /// - Returns: The analysis.
  /// - Throws: `ScenarioError` if the cluster was changed to something
  ///   inadmissible.
  public func analyze(
    using analyzer: Analyzer = Analyzer()
  ) throws(ScenarioError) -> Analysis {
    try game().analyze(using: analyzer)
  }
}

extension Cluster {
  /// Analyses the cluster without blocking the caller; cancelling the task ends
  /// the search, and what is known is returned.
  ///
  /// - Parameters:
  ///   - analyzer: The methods and their limits.
  ///   - progress: Hears how far the search is.
  /// - Returns: The analysis.
  /// - Throws: `ScenarioError` if the cluster was changed to something
  ///   inadmissible.
  @concurrent
  public func analyze(
    using analyzer: Analyzer = Analyzer(),
    progress: @escaping @Sendable (Monitor.Event) -> Void
  ) async throws(ScenarioError) -> Analysis {
    var analyzer = analyzer
    analyzer.search.monitor = Monitor {
      progress($0)
      return !Cancellation.isRequested
    }
    return try analyze(using: analyzer)
  }
}

extension Analysis {
  /// Whether it is proven that each equilibrium is one, that there is no
  /// other, and that the optimum is the best.
  var isProven: Bool {
    isComplete && optimum.isProven
      && equilibria.allSatisfy { $0.equilibrium.isProven }
  }
}

extension Scenario {
  /// Analyses the game that is played.
  ///
  /// - Parameter analyzer: The methods and their limits.
  /// - Returns: The analysis.
  /// - Throws: `ScenarioError` if the scenario was changed to something
  ///   inadmissible.
  func analyze(
    using analyzer: Analyzer = Analyzer()
  ) throws(ScenarioError) -> Analysis {
    try game(keepsConstraints: true).analyze(using: analyzer)
  }
}
