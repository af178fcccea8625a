import Equilibria
import Games
import Testing

/// Cournot's followers of one leader: p = 120 − Q, costs 12 and 20.
private struct StackelbergGraph: Game {
  let followers: Int
  var leaderCost = 12.0
  /// How many units of money the payoffs are counted in.
  var unit = 1.0
  var strategies: StrategySpace {
    StrategySpace(
      levels: Array(repeating: 0...120, count: followers + 1))
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let cost: S = player == followers ? S(leaderCost) : 20
    let total = levels.reduce(S.zero, +)
    return S(unit) * levels[player] * (120 - total - cost)
  }
}

/// Two partners whose effort pays beyond a threshold, which a planner lowers
/// at a cost: the graph's last variable. Welfare jumps where the equilibrium
/// without effort vanishes.
private struct ThresholdCommitmentGraph: Game {
  /// How many units of money the payoffs are counted in.
  var unit = 1.0
  let strategies = StrategySpace(
    variables: [[0...1], [0...1], [0...1], []])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let help = levels[2]
    switch player {
    case 0, 1:
      let (own, other) = (levels[player], levels[1 - player])
      return S(unit) * (own * (2 * other + help - S(0.4)) - own * own / 2)
    case 2: return S(unit) * (levels[0] + levels[1] - help)
    default: return levels[0] - S(0.5)
    }
  }
}

@Suite struct CommitmentSearchTests {
  @Test(arguments: [1, 2, 3])
  func stackelbergsLeaderIsFound(followers: Int) throws {
    let family = GameFamily(graph: StackelbergGraph(followers: followers))
    for selection in [Commitment.Selection.worst, .best] {
      let found = CommitmentSearch().solve(
        Commitment(family, selection: selection, today: [0]))
      // q = (A − (m + 1) c_L + m c_F) / 2, profit q² / (m + 1).
      let m = Double(followers)
      let output = (120 - (m + 1) * 12 + m * 20) / 2
      let value = try #require(found.value)
      #expect(abs(value - output * output / (m + 1)) < 1e-6)
      #expect(
        abs(try #require(found.best).parameters[0] - output) < 1e-3 * output)
      #expect(found.bound >= value)
      #expect(found.isProven)
      #expect(found.isAttained)
    }
  }

  /// The gap is relative to what is read, whatever money is counted in.
  @Test(arguments: [1e-6, 1, 1e6])
  func theGapKnowsNoUnit(unit: Double) throws {
    let family = GameFamily(graph: StackelbergGraph(followers: 2, unit: unit))
    let found = CommitmentSearch().solve(Commitment(family, today: [0]))
    let value = try #require(found.value)
    // The closed form above for two followers.
    #expect(abs(value / unit - 62 * 62 / 3) < 1e-6)
    #expect(found.isProven)
    #expect(try #require(found.gap) <= 1e-3 * value)
  }

  /// A leader whose costs are too high does best by nothing, which is worth 0.
  @Test(arguments: [1e-6, 1])
  func nothingIsProvenToo(unit: Double) throws {
    let family = GameFamily(
      graph: StackelbergGraph(followers: 1, leaderCost: 130, unit: unit))
    let found = CommitmentSearch().solve(Commitment(family, today: [60]))
    #expect(found.value == 0)
    #expect(found.isProven)
    #expect(found.progress.boxes < 1_000)
  }

  /// Nobody makes an effort as long as help ≤ 0.4: the worst equilibrium is
  /// best just beyond, where the limit of the value is 2 − 0.4, whatever money is
  /// counted in.
  @Test(arguments: [1e-6, 1, 1e6])
  func theValueAtAJumpIsALimit(unit: Double) throws {
    let family = GameFamily(graph: ThresholdCommitmentGraph(unit: unit))
    let found = CommitmentSearch().solve(
      Commitment(family, constraintCount: 1, today: [0]))
    let value = try #require(found.value)
    let best = try #require(found.best)
    #expect(abs(value / unit - 1.6) < 1e-5)
    #expect(best.parameters[0] > 0.4)
    #expect(best.parameters[0] < 0.4 + 2e-6)
    #expect(best.isComplete)
    #expect(!found.isAttained)
    #expect(found.bound >= unit * (1.6 - 1e-9))
  }

  /// A budget that binds is used up, and no setting within the gap is left out
  /// of the bound.
  @Test(arguments: [1e-3, 0.1])
  func aBindingConstraintIsReached(gap: Double) throws {
    let family = GameFamily(graph: BudgetGraph())
    let found = CommitmentSearch(gap: gap).solve(
      Commitment(family, constraintCount: 1, today: [0]))
    let value = try #require(found.value)
    #expect(abs(value - 0.5) < 1e-7)
    #expect(found.best?.isFeasible == true)
    #expect(found.bound >= 0.5)
    #expect(found.isProven && found.isAttained)
  }

  @Test func theBestEquilibriumNeedsNoHelp() throws {
    let family = GameFamily(graph: ThresholdCommitmentGraph())
    let found = CommitmentSearch().solve(
      Commitment(
        family, constraintCount: 1, selection: .best, today: [0]))
    #expect(abs(try #require(found.value) - 2) < 1e-6)
    #expect(found.isProven)
  }

  /// Where one equilibrium is about to become three no branch is proven to
  /// exist, and yet what can be earned there is bounded.
  @Test func aCuspIsBounded() throws {
    let family = GameFamily(graph: CuspGraph())
    let found = CommitmentSearch().solve(Commitment(family, today: [0, 0]))
    let value = try #require(found.value)
    // The root of u³ = 0.1 u + 0.05.
    #expect(abs(value - (0.1 + 0.1 * (0.5 + 0.4574855855))) < 1e-8)
    #expect(found.isProven)
    #expect(found.bound >= value)
  }

  /// Of commitments that are all worth the same today's is kept.
  @Test(arguments: [0, 0.3, 1])
  func whatChangesNothingIsNotChanged(today: Double) throws {
    let found = CommitmentSearch().solve(
      Commitment(GameFamily(graph: IdleGraph()), today: [today]))
    let best = try #require(found.best)
    #expect(best.parameters == [today])
    #expect(abs(try #require(found.value) - 0.5) < 1e-12)
  }

  /// A follower whose payoff has several local maxima plays the best of them:
  /// the others count neither in values nor in bounds, whichever of two players
  /// leads. What the leader earns is computed on a grid of both levels.
  @Test(arguments: [0, 1], [Commitment.Selection.worst, .best])
  func onlyBestRepliesCount(
    leader: Int, selection: Commitment.Selection
  ) throws {
    let graph = WavyGraph(leader: leader)
    let found = CommitmentSearch().solve(
      Commitment(GameFamily(graph: graph), selection: selection, today: [0.5]))
    let value = try #require(found.value)
    let known = graph.valueOnGrid(steps: 400)
    #expect(value >= known - 1e-4)
    #expect(found.bound >= known - 1e-4)
    #expect(value <= known + 2e-3)
    #expect(found.isProven)
  }

  /// A commitment that is known beforehand is not forgotten, and a search
  /// without boxes does no worse than it.
  @Test func whatIsKnownCounts() throws {
    let family = GameFamily(graph: WavyGraph(leader: 0))
    var search = CommitmentSearch()
    search.boxLimit = 0
    let commitment = Commitment(family, selection: .best, today: [1])
    let blind = search.solve(commitment)
    let found = search.solve(commitment, from: [[0.2882, 0.2135]])
    #expect(try #require(found.value) >= 0.2426)
    #expect(try #require(blind.value) <= #require(found.value))
  }

  /// What was not found is not attained.
  @Test func nothingIsNotAttained() {
    let found = CommitmentSearch().solve(
      Commitment(
        GameFamily(graph: HopelessGraph()), constraintCount: 1, today: [0]))
    #expect(found.best == nil)
    #expect(!found.isAttained)
  }

  @Test func infeasibilityIsProven() {
    let family = GameFamily(graph: HopelessGraph())
    let found = CommitmentSearch().solve(
      Commitment(family, constraintCount: 1, today: [0]))
    #expect(found.value == nil)
    #expect(found.isInfeasible)
  }
}

/// Two equal players whose equilibria are the roots of `u³ = a u + b` about ½,
/// with a cusp at `a = b = 0`; the committer earns more the greater both are.
private struct CuspGraph: Game {
  let strategies = StrategySpace(
    variables: [[0...1], [0...1], [-0.1...0.1, -0.05...0.05]])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    guard player < 2 else { return levels[2] + S(0.1) * levels[0] }
    let (own, other) = (levels[player], levels[1 - player])
    let u = other - S(0.5)
    let aim = other - u * u * u + levels[2] * u + levels[3]
    return own * aim - own * own / 2
  }
}

/// One player whom nothing moves from ½, which the committer earns.
private struct IdleGraph: Game {
  let strategies = StrategySpace(variables: [[0...1], [0...1]])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player == 0 ? levels[0] / 2 - levels[0] * levels[0] / 2 : levels[0]
  }
}

/// One player who never does what a constraint asks for.
private struct HopelessGraph: Game {
  let strategies = StrategySpace(variables: [[0...1], [0...1], []])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    switch player {
    case 0: levels[0] * levels[1] / 2 - levels[0] * levels[0]
    case 1: -levels[1]
    default: levels[0] - S(0.5)
    }
  }
}

/// One player who does what is paid for, `s = y`, within a budget of ¼ for
/// `y s`.
private struct BudgetGraph: Game {
  let strategies = StrategySpace(variables: [[0...1], [0...1], []])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    switch player {
    case 0: levels[0] * levels[1] - levels[0] * levels[0] / 2
    case 1: levels[0]
    default: S(0.25) - levels[0] * levels[1]
    }
  }
}

/// Two players whose payoffs wave in their own levels; the level of the one
/// that leads is the graph's last variable.
private struct WavyGraph: Game {
  let leader: Int
  let strategies = StrategySpace(levels: [0...1, 0...1])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y) =
      leader == 0 ? (levels[1], levels[0]) : (levels[0], levels[1])
    return (player == 1) == (leader == 0) ? first(x, y) : second(x, y)
  }

  private func first<S: Scalar>(_ x: S, _ y: S) -> S {
    S(0.066) * x - S(0.2805) * x * x + S(0.668) * x * threshold(y)
      + S(0.282) * S.sin(S(7.461) * x) - S(0.215) * y
  }

  private func second<S: Scalar>(_ x: S, _ y: S) -> S {
    S(0.343) * y - S(0.3555) * y * y + S(0.285) * y * threshold(x)
      + S(0.137) * S.sin(S(6.116) * y) + S(0.47) * x
  }

  private func threshold<S: Scalar>(_ level: S) -> S {
    1 / (1 + S.exp(S(-9.876) * (level - S(0.464))))
  }

  /// What the leader earns at most on a grid of its levels, if the follower
  /// plays the best level of the same grid.
  func valueOnGrid(steps: Int) -> Double {
    let grid = (0...steps).map { Double($0) / Double(steps) }
    return grid.map { own in
      let reply = grid.max {
        payoff(of: 0, at: [$0, own]) < payoff(of: 0, at: [$1, own])
      }
      return payoff(of: 1, at: [reply ?? 0, own])
    }.max() ?? -.infinity
  }
}
