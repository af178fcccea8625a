import Equilibria
import Games

/// Levels and stocks period by period under one kind of play.
public struct GrowthRun: Sendable {
  /// How levels arise in each period.
  public enum Play: String, Sendable, CaseIterable {
    /// An equilibrium of the period.
    case equilibrium
    /// A path of each firm, best against those of the others.
    case foresight
    /// The path of largest discounted welfare.
    case planner
  }

  /// Which equilibrium of a period is played.
  public enum Selection: String, Sendable, CaseIterable {
    /// That to which the last period's levels settle.
    case stay
    /// That of most welfare.
    case best
    /// That of least welfare.
    case worst
    /// The most open.
    case highest
    /// The least open.
    case lowest

    /// The sharing that is meant; nil where it depends on the past.
    var choice: SharingChoice? { SharingChoice(name: rawValue) }
  }

  /// A change to another equilibrium because the one that was followed ended.
  public struct Switch: Sendable {
    /// The period in which it happens.
    public var period: Int
    /// The levels before.
    public var from: [Double]
    /// The levels after.
    public var to: [Double]
  }

  /// How levels arise.
  public var play: Play
  /// Which equilibria are played; nil for other plays.
  public var selection: Selection?
  /// The stocks at the start of each period, and after the last.
  public var knowledge: [[Double]]
  /// The levels in each period.
  public var levels: [[Double]]
  /// What each firm earns in each period.
  public var payoffs: [[Double]]
  /// The welfare of each period.
  public var welfare: [Double]
  /// The openness of each period.
  public var openness: [Double]
  /// The switches between equilibria.
  public var switches: [Switch] = []
  /// With the end term, what each firm and all together have; nil where there
  /// is none.
  public var values: [Double]?
  /// The periods over which firms look ahead; nil where they do not.
  public var horizon: Int?
  /// The first-order residual of a path; nil where periods are equilibria.
  public var residual: Double?
  /// The value of the next period.
  var discount: Double

  /// `Σ_t d^t W(t)`.
  public var presentValue: Double {
    welfare.reversed().reduce(0) { $1 + discount * $0 }
  }
}

extension GrowthRun {
  /// Follows levels that are given.
  init(
    _ play: Play, _ growth: KnowledgeGrowth, levels: [[Double]],
    discount: Double
  ) throws(ScenarioError) {
    self.init(
      play: play, knowledge: [growth.start], levels: [], payoffs: [],
      welfare: [], openness: [], discount: discount)
    for sharing in levels {
      let cluster = growth.cluster(with: knowledge[knowledge.count - 1])
      append(sharing, in: try Scenario(.cluster(cluster)).game(), growth)
    }
  }

  /// Adds a period.
  mutating func append(
    _ sharing: [Double], in game: any ScenarioGame, _ growth: KnowledgeGrowth
  ) {
    let stocks = knowledge[knowledge.count - 1]
    levels.append(sharing)
    payoffs.append(game.payoffs(at: sharing))
    welfare.append(game.welfare(at: sharing))
    let disclosed = zip(stocks, sharing).reduce(0) { $0 + $1.0 * $1.1 }
    openness.append(disclosed / stocks.reduce(0, +))
    knowledge.append(growth.next(stocks, sharing: sharing))
  }
}
