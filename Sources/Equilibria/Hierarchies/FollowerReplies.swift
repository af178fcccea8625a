import Games
import LinearAlgebra

/// What followers reply whose payoffs are not known to be concave in their own
/// variables: there a zero of the marginal payoffs need be no equilibrium,
/// since another reply, far away, may earn more.
struct FollowerReplies {
  private let family: GameFamily
  /// The followers whose payoffs are not proven to be concave.
  private let doubtful: [Int]

  /// How far a reply must gain, relative to 1 + |payoff|, to count.
  private static let leastGain = 1e-8

  init(_ family: GameFamily) {
    self.family = family
    func open<G: Game>(_ graph: G) -> [Int] {
      (0..<family.owner).filter { player in
        let own = graph.strategies.variables(of: player)
        guard !own.isEmpty else { return false }
        let curvature = graph.ownEnclosure(
          of: player, over: graph.strategies.box
        ).hessian
        return !curvature.map { -$0 }.isPositiveSemidefinite(order: own.count)
      }
    }
    doubtful = open(family.graph)
  }

  /// Whether zeros of the marginal payoffs are equilibria, as is proven.
  private var areConcave: Bool { doubtful.isEmpty }

  /// A profile in which a follower replies better; nil if none is seen.
  func improvement(on levels: [Double], in game: some Game) -> [Double]? {
    for player in doubtful {
      if let better = improvement(of: player, on: levels, in: game) {
        return better
      }
    }
    return nil
  }

  private func improvement(
    of player: Int, on levels: [Double], in game: some Game
  ) -> [Double]? {
    let here = game.payoff(of: player, at: levels)
    let reply = BestSample(game, player: player).reply(to: levels)
    let gain = game.payoff(of: player, at: reply) - here
    return gain > Self.leastGain * (1 + abs(here)) ? reply : nil
  }

  /// Whether it is proven that no equilibrium lies in a box of levels, at any
  /// parameters of another, since a follower would deviate.
  func excludeEquilibria(in levels: Box, over parameters: Box) -> Bool {
    // Where bounds move a reply may be out of reach.
    guard !areConcave, family.bounds == nil else { return false }
    let game = family.game(at: parameters.midpoint)
    let box = levels + parameters
    func open<G: Game>(_ graph: G) -> Bool {
      doubtful.contains { player in
        guard
          let better = improvement(of: player, on: levels.midpoint, in: game)
        else { return false }
        let own = graph.strategies.variables(of: player)
        return DeviationProof(graph, player: player, around: box)
          .provesGain(by: own.map { better[$0] })
      }
    }
    return open(family.graph)
  }
}

/// The best reply of a player among samples, one variable after the other.
private struct BestSample<G: Game> {
  let game: G
  let player: Int

  /// Into how many parts each interval is divided.
  private static var parts: Int { 16 }
  /// How often the best of them is narrowed.
  private static var cuts: Int { 20 }
  /// How often each of several variables is moved.
  private static var sweeps: Int { 2 }

  init(_ game: G, player: Int) {
    self.game = game
    self.player = player
  }

  func reply(to levels: [Double]) -> [Double] {
    let own = game.strategies.variables(of: player)
    var reply = levels
    for _ in 0..<(own.count > 1 ? Self.sweeps : 1) {
      for v in own { reply[v] = best(v, in: reply) }
    }
    return reply
  }

  /// The best value seen of a variable, the present one included. The best of
  /// those away from it is narrowed.
  private func best(_ v: Int, in levels: [Double]) -> Double {
    let (low, high) = (
      game.strategies.lowerBounds[v], game.strategies.upperBounds[v]
    )
    var step = (high - low) / Double(Self.parts)
    let present = sample(levels[v], v, levels)
    let grid = (0...Self.parts).map {
      sample(min(low + Double($0) * step, high), v, levels)
    }
    var far = grid.filter { abs($0.level - present.level) > step }
      .max { $0.payoff < $1.payoff }
    for _ in 0..<Self.cuts {
      step /= 2
      guard let centre = far else { break }
      for level in [centre.level - step, centre.level + step] {
        let here = sample(min(max(level, low), high), v, levels)
        if let best = far, here.payoff > best.payoff { far = here }
      }
    }
    return ([present] + grid + [far].compactMap { $0 })
      .reduce(present) { $1.payoff > $0.payoff ? $1 : $0 }.level
  }

  private func sample(
    _ level: Double, _ v: Int, _ levels: [Double]
  ) -> (level: Double, payoff: Double) {
    var moved = levels
    moved[v] = level
    let payoff = game.payoff(of: player, at: moved)
    return (level, payoff.isNaN ? -.infinity : payoff)
  }
}
