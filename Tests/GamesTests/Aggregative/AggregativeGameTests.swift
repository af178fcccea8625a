import Games
import LinearAlgebra
import TestSupport
import Testing

/// What an aggregative game says through its aggregates is what a plain game
/// with the same payoffs says.
struct AggregativeGameTests {
  private let tolerance = 1e-13

  @Test(arguments: Clubs.all)
  func payoffs(game: Clubs) {
    let (levels, _) = profile(of: game)
    let plain = game.plain.payoffs(at: levels)
    #expect(relativeDistance(game.payoffs(at: levels), plain) < tolerance)
    for i in levels.indices {
      let alone = game.payoff(of: i, at: levels)
      #expect(relativeDistance(alone, plain[i]) < tolerance)
    }
  }

  @Test(arguments: Clubs.all)
  func pseudoGradientAndJacobian(game: Clubs) {
    let (levels, _) = profile(of: game)
    let n = levels.count
    var slopes = levels
    var jacobian = Matrix(rows: n, columns: n, repeating: .nan)
    game.pseudoGradient(at: levels, into: &slopes, jacobian: &jacobian)
    let plain = game.plain
    let exact = plain.pseudoGradient(at: levels)
    #expect(relativeDistance(slopes, exact) < tolerance)
    #expect(
      relativeDistance(game.pseudoGradient(at: levels), exact) < tolerance)
    #expect(
      relativeDistance(
        jacobian.elements, plain.jacobian(at: levels).elements) < tolerance)
  }

  @Test(arguments: Clubs.all)
  func gradientsOfPayoffs(game: Clubs) {
    let (levels, direction) = profile(of: game)
    let exact = game.plain.payoffGradients(at: levels)
    #expect(
      relativeDistance(
        game.payoffGradients(at: levels).elements, exact.elements) < tolerance)
    var slopes = levels
    var exactSlopes = levels
    game.payoffSlopes(at: levels, along: direction, into: &slopes)
    game.plain.payoffSlopes(at: levels, along: direction, into: &exactSlopes)
    #expect(relativeDistance(slopes, exactSlopes) < tolerance)
  }

  @Test(arguments: Clubs.all)
  func weightedSums(game: Clubs) {
    let (levels, direction) = profile(of: game)
    let weights = levels.indices.map { Double($0 % 3) - 0.5 }
    let n = levels.count
    let plain = game.plain
    var found = levels
    var exact = levels
    game.weightedGradient(weights, at: levels, into: &found)
    plain.weightedGradient(weights, at: levels, into: &exact)
    #expect(relativeDistance(found, exact) < tolerance)
    game.weightedHessianProduct(
      weights, at: levels, along: direction, into: &found)
    plain.weightedHessianProduct(
      weights, at: levels, along: direction, into: &exact)
    #expect(relativeDistance(found, exact) < tolerance)
    var hessian = Matrix(rows: n, columns: n, repeating: .nan)
    var exactHessian = hessian
    game.weightedHessian(weights, at: levels, into: &hessian)
    plain.weightedHessian(weights, at: levels, into: &exactHessian)
    #expect(
      relativeDistance(hessian.elements, exactHessian.elements) < tolerance)
  }

  @Test(arguments: Clubs.all)
  func enclosuresHoldThePlainGame(game: Clubs) {
    var random = SplitMix64(seed: 12)
    for _ in 0..<5 {
      let box = game.randomBox(&random)
      let enclosures = Enclosures(game, over: box)
      var bounds = box.map { _ in MarginalBounds.unknown }
      game.marginalBounds(over: box, into: &bounds)
      for _ in 0..<10 {
        let levels = box.map { random.number(in: $0.lower...$0.upper) }
        #expect(enclosures.hold(game.plain, at: levels))
        for v in box.indices {
          #expect(bounds[v].hold(game.plain, v, in: box, at: levels))
        }
      }
    }
  }

  @Test(arguments: Clubs.all)
  func enclosuresAtAProfileAreNarrow(game: Clubs) {
    let (levels, _) = profile(of: game)
    let enclosures = Enclosures(game, over: levels.map { Interval($0) })
    #expect(enclosures.hold(game.plain, at: levels))
    #expect(enclosures.width < 1e-10)
  }

  @Test(arguments: Clubs.all)
  func regretsAgree(game: Clubs) {
    let (levels, _) = profile(of: game)
    let search = DeviationSearch()
    let found = game.regrets(at: levels, search: search)
    let exact = game.plain.regrets(at: levels, search: search)
    for (a, b) in zip(found, exact) {
      #expect(a.holds(b.midpoint, slack: 1e-9) && a.width < 1e-9)
    }
  }

  private func profile(of game: Clubs) -> ([Double], [Double]) {
    var random = SplitMix64(seed: 21)
    let levels = game.randomProfile(&random)
    return (levels, random.numbers(levels.count, in: -1...1))
  }
}
