import Games

/// What keeps a cluster from its optimum: nothing much, coordination or
/// incentives.
public enum ClusterStateKind: String, Sendable, CaseIterable {
  /// What is gained even in the worst equilibrium.
  case aligned
  /// What is lost for want of coordination: a better equilibrium exists, and
  /// once there a cluster stays.
  case trap
  /// What is lost for want of incentives: no equilibrium gains it.
  case dilemma
}

/// The state of a cluster: three parts of what could be gained, which add up
/// to 1.
///
/// With E_low and E_high the least and the greatest efficiency among the
/// equilibria that are not proven unstable (all, if there are none such):
/// `aligned = E_low`, `trap = E_high − E_low`, `dilemma = 1 − E_high`.
public struct ClusterState: Sendable {
  /// The parts, in the order of their kinds.
  public var parts: [Double]
  /// What is proven to hold the parts, rounding and the bound on the optimum
  /// included.
  public var enclosures: [Interval]
  /// The equilibrium of least welfare.
  public var worst: Standing
  /// The equilibrium of greatest welfare.
  public var best: Standing
  /// The social optimum.
  public var optimum: Standing
  /// How many equilibria were found, unstable ones included.
  public var equilibria: Int
  /// Whether it is proven that there is no other equilibrium.
  public var isComplete: Bool
  /// Whether it is proven that the largest part is the largest.
  public var isProven: Bool

  /// A profile and what it means.
  public struct Standing: Sendable, Equatable {
    /// The sharing levels.
    public var levels: [Double]
    /// The sum of all payoffs less subsidies.
    public var welfare: Double
    /// What is lost to rivals over what is gained,
    /// `−(leakage + stealing) / (innovation + saving + premium)`; nil if
    /// nothing is gained, or without channels.
    public var leakageShare: Double?
  }

  /// The kinds by falling part, the first of equals first.
  private var order: [ClusterStateKind] {
    ClusterStateKind.allCases.enumerated().sorted {
      (parts[$0.offset], $1.offset) > (parts[$1.offset], $0.offset)
    }.map(\.element)
  }

  /// The kind of the largest part.
  public var kind: ClusterStateKind { order[0] }

  /// The kind of the second largest part.
  public var next: ClusterStateKind { order[1] }

  /// How much larger the first part is than the second.
  public var margin: Double {
    let falling = parts.sorted(by: >)
    return falling[0] - falling[1]
  }
}

extension ClusterState {
  /// The state of a game whose equilibria and optimum are known; nil without
  /// an equilibrium.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - equilibria: Its equilibria; at least one.
  ///   - optimum: Its optimum.
  ///   - isComplete: Whether there is proven to be no other equilibrium.
  ///   - spansAll: Whether every equilibrium is proven to lie between the
  ///     given ones in every payoff.
  /// - Complexity: O(the game's payoffs) an equilibrium.
  init?(
    of game: any ScenarioGame, equilibria: [Equilibrium],
    optimum: SocialOptimum, isComplete: Bool, spansAll: Bool = false
  ) {
    let usable = equilibria.filter { $0.stability != .unstable }
    let candidates = usable.isEmpty ? equilibria : usable
    let welfares = candidates.map { game.welfare(at: $0.levels) }
    guard let least = welfares.min(), let most = welfares.max(),
      let worst = welfares.firstIndex(of: least),
      let best = welfares.firstIndex(of: most)
    else { return nil }
    // Where nothing could be gained there is nothing to divide into parts.
    func efficiency(_ welfare: Double) -> Double {
      let share = game.efficiency(of: welfare, optimum: optimum.welfare)
      return share.isFinite ? share : 1
    }
    let (low, high) = (efficiency(least), efficiency(most))
    parts = [low, high - low, 1 - high]
    enclosures = Self.enclosures(of: game, candidates, optimum, (low, high))
    self.worst = Standing(candidates[worst].levels, in: game)
    self.best = Standing(candidates[best].levels, in: game)
    self.optimum = Standing(optimum.levels, in: game)
    self.equilibria = equilibria.count
    self.isComplete = isComplete
    isProven = false
    let isDecided = candidates.allSatisfy {
      $0.isProven && (spansAll || $0.stability != .undecided)
    }
    isProven = isDecided && (isComplete || spansAll) && isLargestCertain
  }

  /// Whether the enclosure of the largest part is above the others.
  private var isLargestCertain: Bool {
    let kinds = ClusterStateKind.allCases
    guard let first = kinds.firstIndex(of: kind) else { return false }
    return enclosures.indices.allSatisfy {
      $0 == first || enclosures[$0].upper < enclosures[first].lower
    }
  }

  /// Intervals that hold the parts.
  private static func enclosures(
    of game: any ScenarioGame, _ candidates: [Equilibrium],
    _ optimum: SocialOptimum, _ efficiencies: (low: Double, high: Double)
  ) -> [Interval] {
    let nobody = game.welfareEnclosure(
      over: game.strategies.lowerBounds.map { Interval($0) })
    let reached = game.welfareEnclosure(
      over: optimum.levels.map { Interval($0) }
    ).lower
    let top = Interval(
      lower: reached, upper: max(reached, optimum.upperBound))
    let gain = top - nobody
    guard gain.isPositive else {
      // Nothing can be gained but for rounding.
      let (low, high) = efficiencies
      return [Interval(low), Interval(high - low), Interval(1 - high)]
    }
    let all = candidates.map { equilibrium in
      let box =
        equilibrium.certificate.box
        ?? equilibrium.levels.map { Interval($0) }
      return (game.welfareEnclosure(over: box) - nobody) / gain
    }
    let low = Interval(
      lower: all.map(\.lower).min() ?? 0, upper: all.map(\.upper).min() ?? 0)
    let high = Interval(
      lower: all.map(\.lower).max() ?? 0, upper: all.map(\.upper).max() ?? 0)
    let trap = all.count == 1 ? Interval.zero : Interval.max(high - low, 0)
    return [low, trap, 1 - high]
  }
}

extension Certificate {
  /// The box in which the equilibrium is proven to lie.
  fileprivate var box: Box? {
    if case .proven(let box, _) = self { box } else { nil }
  }
}

extension Game {
  /// An enclosure of the welfare over a box.
  fileprivate func welfareEnclosure(over box: Box) -> Interval {
    var gradient = [Interval](repeating: .zero, count: box.count)
    return JointObjective.welfare(of: self)
      .enclosure(over: box, gradient: &gradient)
  }
}

extension ClusterState.Standing {
  /// The standing of a profile.
  init(_ levels: [Double], in game: any ScenarioGame) {
    self.levels = levels
    welfare = game.welfare(at: levels)
    var totals: [String: Double] = [:]
    for (channel, amounts) in game.breakdown(at: levels) {
      totals[channel] = amounts.reduce(0, +)
    }
    func total(_ names: [String]) -> Double {
      names.reduce(0) { $0 + (totals[$1] ?? 0) }
    }
    let earned = total([Innovation.name, Saving.name, PremiumChannel.name])
    let lost = total([Leakage.name, Stealing.name])
    leakageShare = earned > 0 ? max(0, -lost) / earned : nil
  }
}
