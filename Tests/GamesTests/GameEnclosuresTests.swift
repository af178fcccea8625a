import Games
import LinearAlgebra
import TestSupport
import Testing

/// Enclosures over a box hold at every profile of the box, and are narrow at
/// a single profile.
struct GameEnclosuresTests {
  /// What was not computed because the work was to stop is not claimed.
  @Test func nothingIsKnownIfTheWorkIsToStop() {
    let game = Trap()
    let box = game.strategies.box
    var gradient = box
    var jacobian = [Interval](repeating: .zero, count: 4)
    var isSmooth = true
    Cancellation.asking({ true }) {
      game.pseudoGradientEnclosure(
        over: box, into: &gradient, jacobian: &jacobian)
      isSmooth = game.isSmooth(over: box, in: [0, 1])
    }
    #expect(gradient == [.entire, .entire])
    #expect(jacobian.allSatisfy { $0 == .entire })
    #expect(!isSmooth)
    #expect(game.isSmooth(over: box, in: [0, 1]))
  }

  @Test(arguments: GameDerivativesTests.games)
  func enclosuresHoldAtProfilesOfTheBox(game: Ensemble) {
    var random = SplitMix64(seed: 4)
    for _ in 0..<5 {
      let box = game.randomBox(&random)
      let enclosures = Enclosures(game, over: box)
      for _ in 0..<10 {
        let levels = box.map { random.number(in: $0.lower...$0.upper) }
        #expect(enclosures.hold(game, at: levels))
      }
    }
  }

  @Test(arguments: GameDerivativesTests.games)
  func aSumIsEnclosedWithOrWithoutItsGradient(game: Ensemble) {
    var random = SplitMix64(seed: 14)
    for _ in 0..<5 {
      let box = game.randomBox(&random)
      let weights = random.numbers(game.playerCount, in: -1...2)
      var gradient = box
      #expect(
        game.weightedEnclosure(weights, over: box)
          == game.weightedEnclosure(weights, over: box, gradient: &gradient))
    }
  }

  @Test(arguments: GameDerivativesTests.games)
  func enclosuresAtAProfileAreNarrow(game: Ensemble) {
    var random = SplitMix64(seed: 4)
    let levels = game.randomProfile(&random)
    let enclosures = Enclosures(game, over: levels.map { Interval($0) })
    #expect(enclosures.hold(game, at: levels))
    #expect(enclosures.width < 1e-11)
  }

  @Test(arguments: GameDerivativesTests.games)
  func marginalBoundsHoldTheOwnVariable(game: Ensemble) {
    var random = SplitMix64(seed: 6)
    for _ in 0..<5 {
      let box = game.randomBox(&random)
      var bounds = box.map { _ in MarginalBounds.unknown }
      game.marginalBounds(over: box, into: &bounds)
      for _ in 0..<10 {
        let levels = box.map { random.number(in: $0.lower...$0.upper) }
        for v in box.indices {
          #expect(bounds[v].hold(game, v, in: box, at: levels))
        }
      }
    }
  }

  @Test func nothingIsKnownOfAnUnknownBound() {
    let unknown = MarginalBounds.unknown
    for part in [unknown.atLower, unknown.atUpper, unknown.slope] {
      #expect(part == .entire)
    }
  }
}

/// Every enclosure that a game offers over a box.
struct Enclosures {
  let payoffs: [Interval]
  let own: [OwnEnclosure]
  var gradient: [Interval]
  var sameGradient: [Interval]
  var jacobian: [Interval]
  let weights: [Double]
  var weighted = Interval.zero
  var weightedAlone = Interval.zero
  var weightedGradient: [Interval]
  var weightedGradientAlone: [Interval]
  var weightedHessian: [Interval]

  init(_ game: some Game, over box: Box) {
    let n = box.count
    let players = 0..<game.playerCount
    payoffs = players.map { game.payoffEnclosure(of: $0, over: box) }
    own = players.map { game.ownEnclosure(of: $0, over: box) }
    gradient = [Interval](repeating: .entire, count: n)
    sameGradient = gradient
    jacobian = [Interval](repeating: .entire, count: n * n)
    game.pseudoGradientEnclosure(over: box, into: &gradient)
    game.pseudoGradientEnclosure(
      over: box, into: &sameGradient, jacobian: &jacobian)
    weights = players.map { Double($0 % 3) - 0.5 }
    weightedGradient = gradient
    weightedGradientAlone = gradient
    weightedHessian = jacobian
    weighted = game.weightedEnclosure(
      weights, over: box, gradient: &weightedGradient,
      hessian: &weightedHessian)
    weightedAlone = game.weightedEnclosure(
      weights, over: box, gradient: &weightedGradientAlone)
  }

  /// The widest enclosure.
  var width: Double {
    let parts =
      payoffs + gradient + sameGradient + jacobian + weightedGradient
      + weightedGradientAlone + weightedHessian + [weighted, weightedAlone]
    let owned = own.flatMap { [$0.value] + $0.gradient + $0.hessian }
    return (parts + owned).reduce(0) { max($0, $1.width) }
  }

  /// Whether every enclosure holds what the game says at a profile.
  func hold(_ game: some Game, at levels: [Double]) -> Bool {
    let n = levels.count
    let values = game.payoffs(at: levels)
    var slopes = levels
    var matrix = Matrix(rows: n, columns: n)
    game.pseudoGradient(at: levels, into: &slopes, jacobian: &matrix)
    var weightedSlopes = levels
    var hessian = matrix
    game.weightedGradient(weights, at: levels, into: &weightedSlopes)
    game.weightedHessian(weights, at: levels, into: &hessian)
    let total = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    return hold(values, payoffs) && hold(slopes, gradient)
      && hold(slopes, sameGradient)
      && hold(rows(matrix), jacobian)
      && hold([total, total], [weighted, weightedAlone])
      && hold(weightedSlopes, weightedGradient)
      && hold(weightedSlopes, weightedGradientAlone)
      && hold(rows(hessian), weightedHessian)
      && own.indices.allSatisfy { player in
        let owned = game.strategies.variables(of: player)
        let block = matrix.submatrix(Array(owned))
        return own[player].value.holds(values[player])
          && hold(slopes.elements(of: owned), own[player].gradient)
          && hold(rows(block), own[player].hessian)
      }
  }

  private func hold(_ values: [Double], _ enclosures: [Interval]) -> Bool {
    values.count == enclosures.count
      && zip(values, enclosures).allSatisfy { $1.holds($0) }
  }

  private func rows(_ matrix: Matrix) -> [Double] {
    matrix.transposed().elements
  }
}

extension MarginalBounds {
  /// Whether the bounds of a variable hold with the others at a profile.
  func hold(
    _ game: some Game, _ variable: Int, in box: Box, at levels: [Double]
  ) -> Bool {
    var levels = levels
    let inside = game.jacobian(at: levels)[variable, variable]
    levels[variable] = box[variable].lower
    let lower = game.pseudoGradient(at: levels)[variable]
    levels[variable] = box[variable].upper
    let upper = game.pseudoGradient(at: levels)[variable]
    return slope.holds(inside) && atLower.holds(lower) && atUpper.holds(upper)
  }
}
