import Equilibria
import Games
import LinearAlgebra

/// The states that last: levels in equilibrium at stocks that stay.
///
/// They are the Nash equilibria of a game with twice as many players: the
/// added player i chooses `K_i` in `[r_i/δ_i, K̄_i]` with payoff
/// `K_i (r_i + λ_i φ(q_i (1 + κ s_i))) − ½ δ_i K_i²`, where q_i does not
/// contain K_i. So the list is proven as that of any game.
///
/// Reference: Azariadis and Stachurski, Poverty traps, Handbook of Economic
/// Growth, 2005.
public struct LongRun: Sendable {
  /// A state that lasts.
  public struct State: Sendable {
    /// The levels.
    public var levels: [Double]
    /// The stocks.
    public var knowledge: [Double]
    /// The welfare of a period.
    public var welfare: Double
    /// The spectral radius of the map of stocks on the branch of equilibria;
    /// nil if the branch cannot be followed.
    public var contraction: Double?
    /// Whether the period's equilibrium is stable and stocks return.
    public var isStable: Bool
    /// Whether existence is proven.
    public var isProven: Bool
  }

  /// The states, by rising welfare.
  public var states: [State] = []
  /// Whether it is proven that there is no other.
  public var isComplete = false
  /// The largest stocks that can last; nil if they grow without bound.
  public var largest: [Double]?

  /// More firms than this are not searched for every state.
  static let firmLimit = 12

  /// Two stable states, the less and the more prosperous; nil without a trap.
  public var trap: (low: Int, high: Int, gain: Double)? {
    let stable = states.indices.filter { states[$0].isStable }
    guard let low = stable.first, let high = stable.last, low != high else {
      return nil
    }
    return (low, high, states[high].welfare - states[low].welfare)
  }

  /// Looks for every state of a cluster.
  init(
    _ growth: KnowledgeGrowth, search: BranchAndPrune
  ) throws(ScenarioError) {
    largest = growth.largest
    guard let largest else { return }
    let cluster = growth.cluster
    let isStandard =
      cluster.model.choice == .level && cluster.model.noise == 0
    guard isStandard, cluster.firms.count <= Self.firmLimit else {
      states = try Self.reached(growth)
      return
    }
    let game = SteadyGame(growth, largest: largest)
    let found = search.equilibria(of: game)
    isComplete = found.isComplete
    for equilibrium in found.equilibria {
      states.append(
        try State(
          equilibrium.levels, isProven: equilibrium.isProven, of: game))
    }
    states.sort { $0.welfare < $1.welfare }
  }

  /// The limit on periods of a run to a state.
  private static let periodLimit = 10_000
  /// Stocks have settled when none changes by more than this share.
  private static let settled = 1e-12

  /// The states at the ends of runs from nobody and from everybody sharing.
  private static func reached(
    _ growth: KnowledgeGrowth
  ) throws(ScenarioError) -> [State] {
    var states: [State] = []
    for isHigh in [false, true] {
      let play = EquilibriumPlay(
        growth: growth, selection: .stay, search: BranchAndPrune())
      let start = growth.cluster.firms.map { isHigh ? $0.cap : $0.floor }
      let run = try play.run(
        from: start, periods: periodLimit, discount: 1, until: settled)
      let (stocks, levels) = (
        run.knowledge[run.knowledge.count - 1], run.levels[run.levels.count - 1]
      )
      let known = states.contains { state in
        zip(state.levels, levels).allSatisfy { abs($0 - $1) < 1e-6 }
      }
      guard !known else { continue }
      states.append(
        State(
          levels: levels, knowledge: stocks,
          welfare: run.welfare[run.welfare.count - 1], contraction: nil,
          isStable: true, isProven: false))
    }
    return states.sorted { $0.welfare < $1.welfare }
  }
}

extension LongRun.State {
  /// The state at an equilibrium of the game with stocks.
  fileprivate init(
    _ variables: [Double], isProven: Bool, of game: SteadyGame
  ) throws(ScenarioError) {
    let n = game.firmCount
    levels = Array(variables[..<n])
    knowledge = Array(variables[n...])
    let cluster = game.growth.cluster(with: knowledge)
    let stage = try Scenario(.cluster(cluster)).game()
    welfare = stage.welfare(at: levels)
    contraction = game.contraction(at: variables)
    isStable =
      stage.isStable(at: levels) && contraction.map { $0 < 1 } ?? false
    self.isProven = isProven
  }
}

extension SteadyGame {
  /// The spectral radius of `dK′/dK` with levels on the branch of equilibria:
  /// `I + G_K − G_s F_s⁻¹ F_K` over free levels.
  fileprivate func contraction(at variables: [Double]) -> Double? {
    let n = firmCount
    let jacobian = jacobian(at: variables)
    let free = (0..<n).filter {
      strategies.lowerBounds[$0] < variables[$0]
        && variables[$0] < strategies.upperBounds[$0]
    }
    var own = Matrix(rows: free.count, columns: free.count)
    var cross = Matrix(rows: free.count, columns: n)
    for (a, i) in free.enumerated() {
      for (b, j) in free.enumerated() { own[a, b] = jacobian[i, j] }
      for j in 0..<n { cross[a, j] = -jacobian[i, n + j] }
    }
    var moves = cross
    if !free.isEmpty {
      guard let factors = try? LUFactorization(own) else { return nil }
      moves = factors.solve(cross)
    }
    var map = Matrix.identity(order: n)
    for i in 0..<n {
      for j in 0..<n {
        map[i, j] += jacobian[n + i, n + j]
        for (a, k) in free.enumerated() {
          map[i, j] += jacobian[n + i, k] * moves[a, j]
        }
      }
    }
    let values = try? GeneralEigendecomposition.eigenvalues(of: map)
    return values?.reduce(0) {
      max(
        $0, ($1.real * $1.real + $1.imaginary * $1.imaginary).squareRoot())
    }
  }
}
