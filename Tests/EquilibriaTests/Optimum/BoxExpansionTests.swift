import Games
import TestSupport
import Testing

@testable import Equilibria

/// `−(x − ¼)² − (y + ¼)²`.
private struct Hill: Game {
  let strategies = StrategySpace(variables: [[-1...1, -1...1]])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y) = (levels[0] - 0.25, levels[1] + 0.25)
    return -(x * x) - y * y
  }
}

/// `x y`, which rises in y where x > 0, and then in x.
private struct Saddle: Game {
  let strategies = StrategySpace(variables: [[1...2, -1...1]])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    levels[0] * levels[1]
  }
}

/// `x³ − x² + 2x/5`: rising, and convex from 1/3 on.
private struct Cubic: Game {
  let strategies = StrategySpace(variables: [[0.34...1]])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let x = levels[0]
    return x * x * x - x * x + 0.4 * x
  }
}

/// Curved in every variable and with mixed terms.
private struct Waves: Game {
  let strategies = StrategySpace(variables: [
    Array(repeating: -2...2, count: 3)
  ])
  let coefficients: [Double]

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y, z) = (levels[0], levels[1], levels[2])
    let c = coefficients.map { S($0) }
    let wave = c[0] * S.sin(x + 2 * y) + c[1] * x * z
    return wave - c[2] * y * y * z + c[3] * x + c[4] * z
  }
}

@Suite struct BoxExpansionTests {
  private func expansion<G: Game>(
    of game: G
  ) -> BoxExpansion<JointObjective<G, Utilitarian>> {
    BoxExpansion(of: .welfare(of: game), over: game.strategies.box)
  }

  @Test func aConcaveQuadraticIsBoundedExactly() {
    var expansion = expansion(of: Hill())
    let goesOn = expansion.expand(above: -.infinity)
    #expect(!goesOn)
    #expect(expansion.bound >= 0 && expansion.bound < 1e-13)
    #expect(relativeDistance(expansion.candidate, [0.25, -0.25]) < 1e-13)
    #expect(expansion.box == Hill().strategies.box)
    #expect(expansion.free == [0, 1])
  }

  @Test func variablesMoveToTheirBetterEnds() {
    var expansion = expansion(of: Saddle())
    let goesOn = expansion.expand(above: -.infinity)
    #expect(!goesOn)
    #expect(expansion.box == [Interval(2), Interval(1)])
    #expect(expansion.free.isEmpty)
    #expect(expansion.bound >= 2 && expansion.bound < 2 + 1e-14)
  }

  /// Over the box and about its middle the slope has no sign; about the lower
  /// end, where it is least, it is 0.067 and more.
  @Test func aCornerShowsThatAConvexFunctionRises() {
    var expansion = expansion(of: Cubic())
    let goesOn = expansion.expand(above: -.infinity)
    #expect(goesOn)
    #expect(expansion.box == [Interval(1)])
    let goesFurther = expansion.expand(above: -.infinity)
    #expect(!goesFurther)
    #expect(expansion.bound >= 0.4 && expansion.bound < 0.4 + 1e-14)
  }

  @Test func goesNoFurtherThanTheCutoff() {
    var expansion = expansion(of: Hill())
    let goesOn = expansion.expand(above: 100)
    #expect(!goesOn)
    #expect(expansion.bound <= 100)
    #expect(expansion.free.isEmpty)
  }

  /// No point lies above the bound, and what is cut off is no better than the
  /// nearest point of what is left.
  @Test func nothingIsLost() {
    var random = SplitMix64(seed: 41)
    var cuts = 0
    for _ in 0..<200 {
      let game = Waves(coefficients: random.numbers(5, in: -1...1))
      let objective = JointObjective.welfare(of: game)
      let box = (0..<3).map { _ in
        let lower = random.number(in: -2...1.5)
        return Interval(
          lower: lower, upper: lower + random.number(in: 0.01...0.5))
      }
      var expansion = BoxExpansion(of: objective, over: box)
      var rounds = 0
      while rounds < 3, expansion.expand(above: -.infinity) { rounds += 1 }
      cuts += expansion.box == box ? 0 : 1
      for _ in 0..<20 {
        let point = box.map { random.number(in: $0.lower...$0.upper) }
        let nearest = zip(point, expansion.box).map {
          min(max($0, $1.lower), $1.upper)
        }
        let value = objective.value(at: point)
        #expect(value <= expansion.bound)
        #expect(value <= objective.value(at: nearest) + 1e-14)
      }
    }
    #expect(cuts > 50)
  }
}
