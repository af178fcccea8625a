import Games
import LinearAlgebra
import TestSupport
import Testing

/// What every game gets from its payoff by automatic differentiation, against
/// central differences; players own none to nine variables.
struct GameDerivativesTests {
  static let games = [
    Ensemble(counts: [1], seed: 1), Ensemble(counts: [1, 1], seed: 2),
    Ensemble(counts: [2, 0, 1], seed: 3), Ensemble(counts: [3, 9], seed: 4),
    Ensemble(counts: [0, 8], seed: 5),
    Ensemble(counts: Array(repeating: 1, count: 9), seed: 6),
    Ensemble(counts: Array(repeating: 2, count: 9), seed: 7),
  ]

  private static let step = 0x1p-17

  @Test(arguments: games)
  func payoffGradients(game: Ensemble) {
    let levels = profile(of: game)
    let gradients = game.payoffGradients(at: levels)
    for v in levels.indices {
      let slopes = difference(along: v, at: levels) { game.payoffs(at: $0) }
      for i in slopes.indices {
        #expect(relativeDistance(gradients[i, v], slopes[i]) < 1e-8)
      }
    }
  }

  @Test(arguments: games)
  func pseudoGradient(game: Ensemble) {
    let levels = profile(of: game)
    let gradients = game.payoffGradients(at: levels)
    let slopes = game.pseudoGradient(at: levels)
    for v in levels.indices {
      let owner = game.strategies.owner(of: v)
      #expect(relativeDistance(slopes[v], gradients[owner, v]) < 1e-14)
    }
  }

  @Test(arguments: games)
  func jacobian(game: Ensemble) {
    let levels = profile(of: game)
    var slopes = levels
    var jacobian = Matrix(rows: levels.count, columns: levels.count)
    game.pseudoGradient(at: levels, into: &slopes, jacobian: &jacobian)
    #expect(
      relativeDistance(slopes, game.pseudoGradient(at: levels)) < 1e-14)
    #expect(jacobian == game.jacobian(at: levels))
    for v in levels.indices {
      let column = difference(along: v, at: levels) {
        game.pseudoGradient(at: $0)
      }
      for w in levels.indices {
        #expect(relativeDistance(jacobian[w, v], column[w]) < 1e-7)
      }
    }
  }

  @Test(arguments: games)
  func weightedSums(game: Ensemble) {
    let levels = profile(of: game)
    let weights = weights(of: game)
    let gradient = weightedGradient(of: game, weights, at: levels)
    let n = levels.count
    var hessian = Matrix(rows: n, columns: n)
    game.weightedHessian(weights, at: levels, into: &hessian)
    for v in 0..<n {
      let slope = difference(along: v, at: levels) {
        [zip(weights, game.payoffs(at: $0)).reduce(0) { $0 + $1.0 * $1.1 }]
      }
      #expect(relativeDistance(gradient[v], slope[0]) < 1e-8)
      let column = difference(along: v, at: levels) {
        weightedGradient(of: game, weights, at: $0)
      }
      for w in 0..<n {
        #expect(relativeDistance(hessian[w, v], column[w]) < 1e-7)
        #expect(relativeDistance(hessian[w, v], hessian[v, w]) < 1e-14)
      }
    }
  }

  @Test(arguments: games)
  func derivativesAlongADirection(game: Ensemble) {
    let levels = profile(of: game)
    let weights = weights(of: game)
    var random = SplitMix64(seed: 2)
    let direction = random.numbers(levels.count, in: -1...1)
    var slopes = [Double](repeating: 0, count: game.playerCount)
    game.payoffSlopes(at: levels, along: direction, into: &slopes)
    let gradients = game.payoffGradients(at: levels)
    for i in slopes.indices {
      let exact = levels.indices.reduce(0) {
        $0 + gradients[i, $1] * direction[$1]
      }
      #expect(relativeDistance(slopes[i], exact) < 1e-13)
    }
    let n = levels.count
    var product = [Double](repeating: 0, count: n)
    game.weightedHessianProduct(
      weights, at: levels, along: direction, into: &product)
    var hessian = Matrix(rows: n, columns: n)
    game.weightedHessian(weights, at: levels, into: &hessian)
    for v in 0..<n {
      let exact = (0..<n).reduce(0) { $0 + hessian[v, $1] * direction[$1] }
      #expect(relativeDistance(product[v], exact) < 1e-13)
    }
  }

  @Test func welfareLeavesSubsidiesOut() {
    let game = Cournot(players: 2)
    #expect(game.welfare(at: [0.25, 0.25]) == 0.25)
    let paid = Subsidised()
    #expect(paid.payoffs(at: [1, 0.5]) == [3, 1])
    #expect(paid.welfare(at: [1, 0.5]) == 0)
  }

  private func profile(of game: Ensemble) -> [Double] {
    var random = SplitMix64(seed: 9)
    return game.randomProfile(&random)
  }

  private func weights(of game: Ensemble) -> [Double] {
    var random = SplitMix64(seed: 8)
    return [0] + random.numbers(game.playerCount - 1, in: -1...2)
  }

  private func weightedGradient(
    of game: Ensemble, _ weights: [Double], at levels: [Double]
  ) -> [Double] {
    var gradient = levels
    game.weightedGradient(weights, at: levels, into: &gradient)
    return gradient
  }

  /// A central difference of several numbers along a variable.
  private func difference(
    along variable: Int, at levels: [Double], _ values: ([Double]) -> [Double]
  ) -> [Double] {
    var left = levels
    var right = levels
    left[variable] -= Self.step
    right[variable] += Self.step
    return zip(values(right), values(left)).map {
      ($0 - $1) / (2 * Self.step)
    }
  }
}

/// Players who earn nothing but a subsidy of 3 and of 2.
private struct Subsidised: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)
  let subsidies = [3.0, 2.0]

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    S(subsidies[player]) * levels[player]
  }
}
