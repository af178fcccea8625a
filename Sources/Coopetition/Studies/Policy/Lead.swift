import Games
import LinearAlgebra

/// What each player would do by moving first, and what it would gain.
public struct Lead: Sendable {
  /// The name of the scenario.
  public var scenario: String
  /// The names of the players.
  public var players: [String]
  /// The leaders.
  public var leaders: [Leader]
  /// How long it took, in seconds.
  public var seconds: Double

  /// A player that moves first.
  public struct Leader: Sendable {
    /// Its name.
    public var name: String
    /// Its best first move if the worst equilibrium of the others follows.
    public var worst: Move
    /// Its best first move if the best one follows.
    public var best: Move
    /// Its least and greatest payoff in an equilibrium of all; nil if none is
    /// known.
    public var nash: (worst: Double, best: Double)?
    /// Whether it is proven that no other equilibrium of all exists.
    public var isNashComplete = true
  }

  /// A first move and what follows.
  public struct Move: Sendable {
    /// What the leader commits to.
    public var level: [Double]
    /// What it earns.
    public var payoff: Double?
    /// The welfare.
    public var welfare: Double?
    /// The whole profile.
    public var levels: [Double]
    /// What was found.
    package var solution: CommitmentSolution

    /// What the leader earns in the worst equilibrium at its level, if it is
    /// proven that all are known.
    fileprivate var leastPayoff: Double? {
      guard let best = solution.best, best.isComplete else { return nil }
      return best.equilibria.map(\.objective).min()
    }
  }
}

extension Scenario {
  /// By default so many players are tried as leaders.
  private static let mostLeaders = 30

  /// Lets players move first, one at a time.
  ///
  /// - Parameters:
  ///   - leaders: Their names, positions as `firms[0]` or tiers; empty for all,
  ///     up to 30.
  ///   - options: How hard to look.
  /// - Returns: What each would do.
  /// - Throws: an error for a name that is none of the players, or one who has
  ///   nothing to choose.
  public func lead(
    _ leaders: [String] = [], _ options: CommitmentOptions = CommitmentOptions()
  ) throws(ScenarioError) -> Lead {
    let clock = ContinuousClock()
    let start = clock.now
    if case .cluster(let cluster) = subject {
      try cluster.requireCommonLevels()
    }
    let game = try game()
    var chosen = try PlayerAddress(of: game)
      .distinctPlayers(leaders, at: "--leader", saying: "no")
    func chooses(_ player: Int) -> Bool {
      !game.strategies.variables(of: player).isEmpty
    }
    if leaders.isEmpty {
      chosen = Array(
        (0..<game.playerCount).filter(chooses).prefix(Self.mostLeaders))
    }
    if let idle = chosen.first(where: { !chooses($0) }) {
      throw ScenarioError(
        at: "--leader", "\(game.playerNames[idle]) has nothing to choose")
    }
    let found = game.equilibria(using: options.search.equilibria)
    let profiles = found.equilibria.map(\.levels)
    let nash = profiles.map { game.payoffs(at: $0) }
    var result = Lead(
      scenario: name, players: game.playerNames, leaders: [], seconds: 0)
    for player in chosen where !Cancellation.isRequested {
      let payoffs = nash.map { $0[player] }
      var known: (Double, Double)?
      if let least = payoffs.min(), let most = payoffs.max() {
        known = (least, most)
      }
      let (worst, best) = try moves(of: player, options, from: profiles)
      result.leaders.append(
        Lead.Leader(
          name: game.playerNames[player], worst: worst, best: best,
          nash: known, isNashComplete: found.isComplete))
    }
    result.seconds = (clock.now - start) / .seconds(1)
    return result
  }

  /// The first moves for either selection, each tried for the other too: the
  /// best equilibrium at a level earns no less than the worst there.
  private func moves(
    of player: Int, _ options: CommitmentOptions, from profiles: [[Double]]
  ) throws(ScenarioError) -> (worst: Lead.Move, best: Lead.Move) {
    func move(
      _ selection: Commitment.Selection, _ profiles: [[Double]]
    ) throws(ScenarioError) -> Lead.Move {
      try self.move(of: player, selection, options, from: profiles)
    }
    let worst = try move(.worst, profiles)
    let best = try move(.best, profiles + [worst.levels].filter { !$0.isEmpty })
    guard let least = best.leastPayoff,
      CommitmentSearch.exceeds(least, worst.payoff),
      !Cancellation.isRequested
    else { return (worst, best) }
    let again = try move(.worst, profiles + [best.levels])
    let isBetter = again.payoff.map {
      CommitmentSearch.exceeds($0, worst.payoff)
    }
    return (isBetter == true ? again : worst, best)
  }

  private func move(
    of player: Int, _ selection: Commitment.Selection,
    _ options: CommitmentOptions, from profiles: [[Double]]
  ) throws(ScenarioError) -> Lead.Move {
    switch subject {
    case .cluster(let cluster):
      cluster.move(of: player, selection, options, from: profiles)
    case .formulas(let game):
      try game.move(of: player, selection, options, from: profiles)
    case .figures: throw ScenarioError(at: "firms", "is missing")
    }
  }
}

extension Cluster {
  fileprivate func move(
    of firm: Int, _ selection: Commitment.Selection,
    _ options: CommitmentOptions, from profiles: [[Double]]
  ) -> Lead.Move {
    let leader = firms[firm]
    var instrument = Instrument(
      "level", over: leader.floor...leader.cap, place: "lead")
    instrument.grouping = .firm
    let numbers = [Keys.floor, Keys.cap].map {
      NumberTable.Varied(
        place: NumberTable.place(ofKey: $0, firm: firm), parameter: 0)
    }
    // A cap is what others share that share all or nothing, so that there the
    // level itself is the parameter, and no number of the cluster moves.
    let lot = Lot(
      instrument: instrument, group: leader.name, today: nil,
      range: instrument.range, numbers: isVariant ? [] : numbers,
      isTransfer: false)
    let design = ClusterDesign(
      self, [lot], DesignSection([instrument]), objective: .payoff(firm),
      selection: selection, leader: isVariant ? firm : nil)
    let solution = design.solve(
      options,
      from: isVariant ? [] : profiles.map { $0 + [$0[firm]] })
    let levels = solution.selectedLevels
    return Lead.Move(
      level: solution.best?.parameters ?? [], payoff: solution.value,
      welfare: solution.best.map {
        design.cluster(at: $0.parameters).uncheckedVariant.welfare(at: levels)
      }, levels: levels, solution: solution)
  }
}

extension FormulaGame {
  fileprivate func move(
    of player: Int, _ selection: Commitment.Selection,
    _ options: CommitmentOptions, from profiles: [[Double]]
  ) throws(ScenarioError) -> Lead.Move {
    let leader = program.source.players[player]
    let middle = leader.variables.map { ($0.lowerBound + $0.upperBound) / 2 }
    let commitment = try commitment(
      to: leader.variables, leader: player, objective: leader.payoff,
      selection: selection, today: middle)
    let own = strategies.variables(of: player)
    let solution = options.search.solve(
      commitment,
      from: profiles.map { levels in
        levels[..<own.startIndex] + levels[own.endIndex...]
          + levels.elements(of: own)
      })
    var levels = solution.selectedLevels
    if let best = solution.best {
      levels.insert(contentsOf: best.parameters, at: own.startIndex)
    }
    return Lead.Move(
      level: solution.best?.parameters ?? [], payoff: solution.value,
      welfare: levels.isEmpty ? nil : welfare(at: levels), levels: levels,
      solution: solution)
  }
}

extension CommitmentSolution {
  /// The levels of the equilibrium that counts; empty if there is none.
  var selectedLevels: [Double] {
    guard let best, let selected = best.selected else { return [] }
    return best.equilibria[selected].equilibrium.levels
  }
}
