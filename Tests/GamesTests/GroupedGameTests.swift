import Games
import LinearAlgebra
import Testing

private struct Cubes: Game {
  let strategies = StrategySpace(players: 3, levels: -1...2)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (own, next) = (levels[player], levels[(player + 1) % 3])
    return own * own * next - S(Double(player)) * next
  }
}

@Suite struct GroupedGameTests {
  private let game = GroupedGame(Cubes(), [[2, 0], [1]])
  private let levels = [0.5, -0.25, 1.5]

  @Test func sumsThePayoffsOfMembers() {
    let own = Cubes().payoffs(at: levels)
    #expect(game.payoffs(at: levels) == [own[2] + own[0], own[1]])
    #expect(abs(game.payoff(of: 0, at: levels) - own[2] - own[0]) < 1e-15)
    #expect(game.playerCount == 2)
    #expect(game.strategies.dimension == 3)
  }

  @Test func derivativesAgreeWithTheDefaults() {
    let gradients = game.payoffGradients(at: levels)
    var direct = levels
    game.weightedGradient([2, 3], at: levels, into: &direct)
    for v in levels.indices {
      let sum = 2 * gradients[0, v] + 3 * gradients[1, v]
      #expect(abs(direct[v] - sum) < 1e-14)
    }
    var hessian = Matrix(rows: 3, columns: 3)
    game.weightedHessian([2, 3], at: levels, into: &hessian)
    var product = levels
    game.weightedHessianProduct(
      [2, 3], at: levels, along: [0, 1, 0], into: &product)
    for v in levels.indices { #expect(abs(product[v] - hessian[v, 1]) < 1e-14) }
    var slopes = [0.0, 0]
    game.payoffSlopes(at: levels, along: [0, 1, 0], into: &slopes)
    #expect(abs(slopes[0] - gradients[0, 1]) < 1e-14)
  }

  @Test func enclosuresHoldThePayoffs() {
    let box = levels.map { Interval(($0 - 0.1)...($0 + 0.1)) }
    var gradient = [Interval](repeating: .zero, count: 3)
    let sum = game.weightedEnclosure([2, 3], over: box, gradient: &gradient)
    let payoffs = game.payoffs(at: levels)
    #expect(sum.contains(2 * payoffs[0] + 3 * payoffs[1]))
    #expect(game.payoffEnclosure(of: 0, over: box).contains(payoffs[0]))
  }

  @Test func heldVariablesKeepTheirLevel() {
    let held = GroupedGame(Cubes(), [[0], [1]], held: [nil, nil, 0.25])
    #expect(held.strategies.lowerBounds == [-1, -1, 0.25])
    #expect(held.strategies.upperBounds == [2, 2, 0.25])
  }

  @Test func groupsOwnTheVariablesOfTheirMembers() {
    #expect(Array(game.strategies.variables(of: 0)) == [0, 2])
    #expect(Array(game.strategies.variables(of: 1)) == [1])
  }

  // Each slope is that of the group's sum, and so are its slopes.
  @Test func slopesAreThoseOfTheSums() {
    let gradients = game.payoffGradients(at: levels)
    var jacobian = Matrix(rows: 3, columns: 3)
    var slopes = levels
    game.pseudoGradient(at: levels, into: &slopes, jacobian: &jacobian)
    #expect(slopes == game.pseudoGradient(at: levels))
    for (v, group) in [0, 1, 0].enumerated() {
      #expect(abs(slopes[v] - gradients[group, v]) < 1e-14)
    }
    let box = levels.map { Interval($0) }
    var enclosure = box
    var matrix = [Interval](repeating: .zero, count: 9)
    game.pseudoGradientEnclosure(over: box, into: &enclosure, jacobian: &matrix)
    for v in 0..<3 {
      #expect(enclosure[v].contains(slopes[v]))
      for w in 0..<3 { #expect(matrix[v * 3 + w].contains(jacobian[v, w])) }
    }
    let own = game.ownEnclosure(of: 0, over: box)
    #expect(own.gradient == [enclosure[0], enclosure[2]])
    #expect(own.hessian == [matrix[0], matrix[2], matrix[6], matrix[8]])
  }

  @Test func marginalBoundsHoldOverTheBox() {
    let box = levels.map { Interval(($0 - 0.2)...($0 + 0.2)) }
    var bounds = [MarginalBounds](repeating: .unknown, count: 3)
    game.marginalBounds(over: box, into: &bounds)
    for corner in 0..<8 {
      let at = box.indices.map {
        corner >> $0 & 1 == 1 ? box[$0].upper : box[$0].lower
      }
      let slopes = game.pseudoGradient(at: at)
      for v in 0..<3 {
        let end = corner >> v & 1 == 1 ? bounds[v].atUpper : bounds[v].atLower
        #expect(end.contains(slopes[v]))
      }
    }
  }
}
