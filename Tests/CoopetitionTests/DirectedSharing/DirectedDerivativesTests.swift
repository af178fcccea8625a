import Games
import LinearAlgebra
import TestSupport
import Testing

@testable import Coopetition

/// Second derivatives and bounds that are written out, against automatic ones
/// of the payoffs alone.
@Suite struct DirectedDerivativesTests {
  /// The game by its payoffs, all else being automatic.
  private struct ByPayoffs: Game {
    let base: DirectedSharingGame
    var strategies: StrategySpace { base.strategies }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      base.payoff(of: player, at: levels)
    }
  }

  private struct Instance {
    let game: DirectedSharingGame
    let levels: [Double]
    let box: Box
  }

  private func instance(
    _ seed: UInt64, _ sharing: SharingClasses
  ) throws -> Instance {
    var cluster = try RandomCluster(firms: 3...4).cluster(seed: seed)
    for firm in cluster.firms.indices {
      cluster.firms[firm].tier = Tier.allCases[firm % 3]
    }
    cluster.model.sharing = sharing
    cluster.model.stealing = 0.2
    cluster.premium.value = 1.5
    cluster.premium.curvature = Double(seed % 3) / 2
    cluster.model.curvature = [0, 0.5, 1, 1.7][Int(seed % 4)]
    let game = try DirectedSharingGame(cluster)
    var random = TestSupport.SplitMix64(seed: seed)
    let caps = game.strategies.upperBounds
    let levels = caps.map { $0 * random.number(in: 0.1...0.9) }
    let box = zip(levels, caps).map { level, cap in
      Interval(
        lower: level * random.number(in: 0...1),
        upper: level + (cap - level) * random.number(in: 0...1))
    }
    return Instance(game: game, levels: levels, box: box)
  }

  private static let cases = (0..<12 as Range<UInt64>).flatMap { seed in
    [SharingClasses.tiers, .firms].map { (seed, $0) }
  }

  @Test(arguments: cases) func theJacobianIsThatOfThePayoffs(
    seed: UInt64, sharing: SharingClasses
  ) throws {
    let instance = try instance(seed, sharing)
    let expected = ByPayoffs(base: instance.game).jacobian(at: instance.levels)
    let written = instance.game.jacobian(at: instance.levels)
    #expect(relativeDistance(written.elements, expected.elements) < 1e-11)
  }

  @Test(arguments: cases) func theEnclosureHoldsTheJacobian(
    seed: UInt64, sharing: SharingClasses
  ) throws {
    let instance = try instance(seed, sharing)
    let (game, count) = (instance.game, instance.levels.count)
    var gradient = instance.box
    var jacobian = [Interval](repeating: .entire, count: count * count)
    game.pseudoGradientEnclosure(
      over: instance.box, into: &gradient, jacobian: &jacobian)
    let inside = ByPayoffs(base: game).jacobian(at: instance.levels)
    for row in 0..<count {
      for column in 0..<count {
        let enclosure = jacobian[row * count + column]
        #expect(enclosure.inflated.contains(inside[row, column]))
        #expect(enclosure.isBounded)
      }
    }
  }

  /// The marginals at both ends of each interval, whatever others do, and the
  /// own slope lie in the bounds; these are no wider than the automatic ones.
  @Test(arguments: cases) func theBoundsHoldTheMarginals(
    seed: UInt64, sharing: SharingClasses
  ) throws {
    let instance = try instance(seed, sharing)
    let (game, box) = (instance.game, instance.box)
    var bounds = box.map { _ in MarginalBounds.unknown }
    var automatic = bounds
    game.marginalBounds(over: box, into: &bounds)
    ByPayoffs(base: game).marginalBounds(over: box, into: &automatic)
    var random = TestSupport.SplitMix64(seed: seed)
    for _ in 0..<20 {
      var levels = box.map { random.number(in: $0.lower...$0.upper) }
      for v in levels.indices {
        let slope = game.jacobian(at: levels)[v, v]
        #expect(bounds[v].slope.inflated.contains(slope))
        let own = levels[v]
        levels[v] = box[v].lower
        let atLower = game.pseudoGradient(at: levels)[v]
        levels[v] = box[v].upper
        let atUpper = game.pseudoGradient(at: levels)[v]
        levels[v] = own
        #expect(bounds[v].atLower.inflated.contains(atLower))
        #expect(bounds[v].atUpper.inflated.contains(atUpper))
        #expect(bounds[v].over.inflated.contains(atUpper))
      }
    }
    for (written, other) in zip(bounds, automatic) {
      #expect(written.atLower.width <= other.atLower.width * (1 + 1e-9))
    }
  }

  @Test(arguments: cases) func theOwnEnclosureHoldsTheDerivatives(
    seed: UInt64, sharing: SharingClasses
  ) throws {
    let instance = try instance(seed, sharing)
    let game = instance.game
    let point = instance.levels.map { Interval($0) }
    for player in 0..<game.playerCount {
      let expected = ByPayoffs(base: game).ownEnclosure(
        of: player, over: point)
      for (levels, isPoint) in [(point, true), (instance.box, false)] {
        let own = game.ownEnclosure(of: player, over: levels)
        #expect(own.value.inflated.contains(expected.value.midpoint))
        for (ours, theirs) in zip(
          own.gradient + own.hessian, expected.gradient + expected.hessian)
        {
          #expect(ours.inflated.contains(theirs.midpoint))
          #expect(!isPoint || ours.width < 1e-9)
        }
      }
    }
  }
}

extension Interval {
  /// Room for the rounding of a number that it is compared with.
  fileprivate var inflated: Interval {
    let room = 1e-11 * Swift.max(1, magnitude)
    return Interval(lower: lower - room, upper: upper + room)
  }
}
