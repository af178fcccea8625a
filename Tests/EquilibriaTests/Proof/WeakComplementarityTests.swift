import Games
import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

/// `u_i = log(1 + x_{i+1} (1 + x_i)) − c x_i²` around a ring: without costs,
/// sharing is worth nothing as long as nobody else shares.
private struct Ring: Game {
  let strategies: StrategySpace
  let cost: Double

  init(players: Int, cost: Double = 0) {
    strategies = StrategySpace(players: players, levels: 0...1)
    self.cost = cost
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let own = levels[player]
    let other = levels[(player + 1) % levels.count]
    return S.log(onePlus: other * (1 + own)) - S(cost) * own * own
  }
}

/// The ring seen from the other end of every interval.
private struct MirroredRing: Game {
  let ring: Ring
  var strategies: StrategySpace { ring.strategies }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    ring.payoff(of: player, at: levels.map { 1 - $0 })
  }
}

/// `u_1 = x y`, `u_2 = −x y`: at (0, 0) both slopes are zero, yet only one
/// rises; every (x, 0) is an equilibrium.
private struct Pursuit: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player == 0 ? levels[0] * levels[1] : -levels[0] * levels[1]
  }
}

/// All solutions of `(A z + q)_F = 0`, `z_W ≥ 0`, `(A z + q)_W ≥ 0`, one of them
/// zero for each of W, by trying who is at the bound.
private func indexSum(
  _ matrix: Matrix, _ q: [Double], leaving: [Int]
) -> Int {
  let order = matrix.rows
  var sum = 0
  for choice in 0..<1 << leaving.count {
    let resting = leaving.indices.filter { choice >> $0 & 1 == 0 }
      .map { leaving[$0] }
    let moving = (0..<order).filter { !resting.contains($0) }
    var block = Matrix(rows: moving.count, columns: moving.count)
    for (i, v) in moving.enumerated() {
      for (j, w) in moving.enumerated() { block[i, j] = matrix[v, w] }
    }
    var z = [Double](repeating: 0, count: order)
    var sign = 1.0
    if !moving.isEmpty {
      guard let factors = try? LUFactorization(block) else { continue }
      let solution = factors.solve(moving.map { -q[$0] })
      for (i, v) in moving.enumerated() { z[v] = solution[i] }
      sign = factors.determinantSign
    }
    let isSolution = leaving.allSatisfy { v in
      let slack = (0..<order).reduce(q[v]) { $0 + matrix[v, $1] * z[$1] }
      return resting.contains(v) ? slack >= 0 : z[v] >= 0
    }
    if isSolution { sum += Int(sign) }
  }
  return sum
}

/// Two who encourage each other, one who encourages both, and one who listens,
/// all without costs: as long as the two do nothing, the others may do anything.
private struct Audience: Game {
  let strategies = StrategySpace(players: 4, levels: 0...1)
  /// What the first two lose by what they do.
  let cost: Double
  let hasSpeaker: Bool

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let own = levels[player]
    switch player {
    case 0, 1:
      let speaker: S = hasSpeaker ? levels[3] : 0
      return own * (levels[1 - player] + speaker) - S(cost) * own * own
    case 2: return own * (levels[0] + levels[1])
    default: return hasSpeaker ? own * levels[2] : -own
    }
  }
}

/// `u_1 = 0`, `u_2 = x_1 x_2`.
private struct Follower: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player == 0 ? 0 * levels[0] : levels[0] * levels[1]
  }
}

struct WeakComplementarityTests {
  private func verdict(
    _ matrix: Matrix, leaving: [Int]
  ) -> WeakComplementarity.Verdict? {
    WeakComplementarity(
      matrix: IntervalMatrix(matrix),
      leaving: Set(leaving),
      driven: Set(leaving)
    ).verdict()
  }

  /// Random matrices with some who may leave; a part of them has none against
  /// others, as among firms that encourage each other.
  private func example(
    using random: inout SplitMix64
  ) -> (matrix: Matrix, leaving: [Int]) {
    let order = Int.random(in: 1...5, using: &random)
    var matrix = Matrix(rows: order, columns: order)
    let others = random.happens(0.6) ? -1...0.0 : -1...1
    for i in 0..<order {
      for j in 0..<order where random.happens(0.6) {
        matrix[i, j] = random.number(in: others)
      }
      matrix[i, i] = random.happens(0.2) ? 0 : random.number(in: 0...1.5)
    }
    return (matrix, (0..<order).filter { _ in random.happens(0.7) })
  }

  /// However the problem is disturbed, the signs of its solutions add up to the
  /// index: that of those inside if it is alone, 0 if it repels.
  @Test func verdictsAgreeWithTheSolutionsNearby() throws {
    var random = SplitMix64(seed: 21)
    var counts: [WeakComplementarity.Verdict: Int] = [:]
    for _ in 0..<3_000 {
      let (matrix, leaving) = example(using: &random)
      guard let verdict = verdict(matrix, leaving: leaving) else { continue }
      counts[verdict, default: 0] += 1
      let inside = (0..<matrix.rows).filter { !leaving.contains($0) }
      let block = IntervalMatrix(matrix).submatrix(inside)
      let index = verdict == .alone ? block.determinantSign : 0
      for _ in 0..<5 {
        let q = random.numbers(matrix.rows, in: -1...1)
        #expect(indexSum(matrix, q, leaving: leaving) == index)
      }
    }
    #expect(counts[.alone, default: 0] > 500)
    #expect(counts[.repelled, default: 0] > 200)
  }

  /// Matrices with `A z = 0` for some who leave and `A z ≥ 0` for the others: a
  /// ray of solutions, and nothing is proven.
  @Test func raysOfSolutionsAreNotMissed() {
    var random = SplitMix64(seed: 22)
    for _ in 0..<2_000 {
      var (matrix, leaving) = example(using: &random)
      let movers = leaving.filter { _ in random.happens(0.7) }
      guard let first = movers.first else { continue }
      let z = (0..<matrix.rows).map { v in
        movers.contains(v)
          ? random.number(in: 0.1...1)
          : leaving.contains(v) ? 0 : random.number(in: -1...1)
      }
      for v in 0..<matrix.rows {
        let sum = z.indices.reduce(0) { $0 + matrix[v, $1] * z[$1] }
        let isHeld = movers.contains(v) || !leaving.contains(v)
        if isHeld || sum < 0 { matrix[v, first] -= sum / z[first] }
      }
      // The last digits of the matrix are rounded.
      var rounded = IntervalMatrix(matrix)
      for i in 0..<matrix.rows {
        rounded[i, first] = rounded[i, first] + Interval(-1e-14...1e-14)
      }
      let verdict = WeakComplementarity(
        matrix: rounded,
        leaving: Set(leaving),
        driven: Set(leaving)
      ).verdict()
      #expect(verdict == nil)
    }
  }

  /// A corner of a game, over a region that reaches as far from it.
  private func isRepelled(
    _ game: some Game, at level: Double
  ) throws -> Bool {
    let count = game.strategies.dimension
    let proof = EquilibriumProof(
      game, levels: Array(repeating: level, count: count)
    ).result()
    return proof?.stability == .unstable && proof?.index == 0
      && proof.map { $0.region.allSatisfy { $0.width > 1e-3 } } == true
  }

  @Test(arguments: [2, 3, 7])
  func cornersWithoutCostsRepel(players: Int) throws {
    let ring = Ring(players: players)
    #expect(try isRepelled(ring, at: 0))
    #expect(try isRepelled(MirroredRing(ring: ring), at: 1))
    #expect(try isRepelled(Ring(players: players, cost: 0.3), at: 0))
  }

  @Test func costsAndPursuitDoNotRepel() throws {
    #expect(try !isRepelled(Ring(players: 2, cost: 0.7), at: 0))
    #expect(try !isRepelled(Pursuit(), at: 0))
    #expect(
      EquilibriumProof(Ring(players: 3, cost: 0.7), levels: [0, 0, 0])
        .result()?.index == 1)
  }

  // Nobody shares, and everybody shares all: nothing else, and only the latter
  // lasts.
  @Test(arguments: [2, 3, 5])
  func searchesAreComplete(players: Int) {
    let game = Ring(players: players)
    let set = game.equilibria()
    #expect(set.isComplete)
    #expect(set.equilibria.map(\.stability) == [.unstable, .stable])
    #expect(set.equilibria.map(\.index) == [0, 1])
    for (equilibrium, level) in zip(set.equilibria, [0.0, 1]) {
      #expect(equilibrium.levels.allSatisfy { $0 == level })
      #expect(game.regret(at: equilibrium.levels).upper <= 1e-12)
    }
  }

  /// A listener may do anything as long as nobody speaks: a line of equilibria,
  /// beside the one where all do all they can.
  @Test func whoListensToNobodyMakesALine() {
    let game = Audience(cost: 0.3, hasSpeaker: false)
    let set = game.equilibria()
    #expect(set.isComplete)
    #expect(set.components.count == 1)
    #expect(set.equilibria.contains { $0.levels == [1, 1, 1, 0] })
    for equilibrium in set.equilibria {
      #expect(game.regret(at: equilibrium.levels).upper <= 1e-12)
    }
  }

  /// What the first does makes no difference to it; the second does nothing or
  /// all it can, or anything while the first does nothing: two lines that meet.
  @Test func linesThatMeetAreToldApart() {
    let game = Follower()
    let set = game.equilibria()
    #expect(set.components.count == 2)
    #expect(Set(set.components.map(\.indifferent)) == [[0], [1]])
    for component in set.components {
      #expect(component.isProven)
      #expect(game.regret(at: component.levels).upper <= 1e-12)
      // One end of each line and the middle: nobody gains by leaving.
      for share in [0.0, 0.5, 1] {
        let levels = component.box.map {
          $0.lower + share * ($0.upper - $0.lower)
        }
        #expect(game.regret(at: levels).upper <= 1e-12)
      }
    }
  }

  /// A speaker who listens to the listener is held by the two whom it moves.
  @Test func encouragementFromOutsideIsHeld() {
    let matrix = Matrix(rows: [
      [0, -1, 0, -1], [-1, 0, 0, -1], [-1, -1, 0, 0], [0, 0, 0, 1],
    ])
    #expect(verdict(matrix, leaving: [0, 1, 2, 3]) == nil)
    var others = matrix
    others[3, 3] = 0
    #expect(verdict(others, leaving: [0, 1, 3]) == nil)
    let alone = Matrix(rows: [[0, -1, -1], [-1, 0, -1], [0, 0, 0]])
    #expect(verdict(alone, leaving: [0, 1, 2]) == .repelled)
    #expect(
      verdict(Matrix(rows: [[0, -1], [0, 0]]), leaving: [0, 1]) == nil)
  }
}
