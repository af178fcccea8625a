import Coopetition
import LinearAlgebra
import TestSupport
import Testing

/// Enclosures over boxes against values at points of the boxes.
@Suite struct FormulaGameEnclosuresTests {
  /// Corners, centre and random points of a box.
  private func points(of box: Box, seed: UInt64) -> [[Double]] {
    var random = SplitMix64(seed: seed)
    let inside = (0..<6).map { _ in
      box.map { Double.random(in: $0.lower...$0.upper, using: &random) }
    }
    return inside + [box.map(\.lower), box.map(\.upper), box.midpoint]
  }

  /// Whether an enclosure contains a computed number, whose own error counts.
  private func contains(_ enclosure: Interval, _ value: Double) -> Bool {
    let error = 1e-13 * max(1, abs(value))
    return enclosure.lower - error <= value && value <= enclosure.upper + error
  }

  @Test func payoffsAndPseudoGradientsAreEnclosed() throws {
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for box in game.boxes(21, seed: 1) {
        let ranges = (0..<2).map { formulas.payoffEnclosure(of: $0, over: box) }
        var gradient = [Interval](repeating: .zero, count: 3)
        var slopes = gradient
        var jacobian = [Interval](repeating: .zero, count: 9)
        formulas.pseudoGradientEnclosure(over: box, into: &gradient)
        formulas.pseudoGradientEnclosure(
          over: box, into: &slopes, jacobian: &jacobian)
        #expect(gradient == slopes)
        for point in points(of: box, seed: 2) {
          let payoffs = game.payoffs(at: point)
          #expect(contains(ranges[0], payoffs[0]), "\(game.formula)")
          #expect(contains(ranges[1], payoffs[1]), "\(game.formula)")
          let values = game.pseudoGradient(at: point)
          let derivatives = game.jacobian(at: point)
          for v in 0..<3 {
            #expect(contains(gradient[v], values[v]), "\(game.formula)")
            for w in 0..<3 {
              #expect(
                contains(jacobian[3 * v + w], derivatives[v, w]),
                "\(game.formula)")
            }
          }
        }
      }
    }
  }

  @Test func enclosuresAreNoWiderThanThoseOfJets() throws {
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for box in game.boxes(21, seed: 3) {
        var jacobian = [Interval](repeating: .zero, count: 9)
        var gradient = [Interval](repeating: .zero, count: 3)
        formulas.pseudoGradientEnclosure(
          over: box, into: &gradient, jacobian: &jacobian)
        var byJets = jacobian
        var gradientByJets = gradient
        game.pseudoGradientEnclosure(
          over: box, into: &gradientByJets, jacobian: &byJets)
        for (a, b) in zip(gradient + jacobian, gradientByJets + byJets)
        where b.isBounded {
          #expect(
            a.width <= b.width * (1 + 1e-6) + 1e-13 * max(1, b.magnitude),
            "\(game.formula) over \(box)")
        }
      }
    }
  }

  @Test func ownDerivativesAreEnclosed() throws {
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for box in game.boxes(14, seed: 4) {
        let own = formulas.ownEnclosure(of: 0, over: box)
        #expect(own.gradient.count == 2)
        #expect(own.hessian.count == 4)
        for point in points(of: box, seed: 5) {
          let gradient = game.pseudoGradient(at: point)
          let jacobian = game.jacobian(at: point)
          #expect(contains(own.value, game.payoff(of: 0, at: point)))
          for v in 0..<2 {
            #expect(contains(own.gradient[v], gradient[v]))
            for w in 0..<2 {
              #expect(contains(own.hessian[2 * v + w], jacobian[v, w]))
            }
          }
        }
      }
    }
  }

  @Test func weightedSumsAreEnclosed() throws {
    let weights = [0.75, -2]
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for box in game.boxes(7, seed: 6) {
        var gradient = [Interval](repeating: .zero, count: 3)
        var hessian = [Interval](repeating: .entire, count: 9)
        let sum = formulas.weightedEnclosure(
          weights, over: box, gradient: &gradient, hessian: &hessian)
        for point in points(of: box, seed: 7) {
          let payoffs = game.payoffs(at: point)
          #expect(contains(sum, 0.75 * payoffs[0] - 2 * payoffs[1]))
          var slopes = [Double](repeating: 0, count: 3)
          game.weightedGradient(weights, at: point, into: &slopes)
          for v in 0..<3 { #expect(contains(gradient[v], slopes[v])) }
          var curvature = Matrix(rows: 3, columns: 3)
          game.weightedHessian(weights, at: point, into: &curvature)
          for v in 0..<3 {
            for w in 0..<3 {
              #expect(contains(hessian[3 * v + w], curvature[v, w]))
            }
          }
        }
      }
    }
  }

  @Test func decimalsArePointsAndOperationsAreNot() throws {
    let game = try FormulaGame(
      "g",
      players: [FormulaPlayer("A", ["x": 0...1], payoff: "0.1 + x")])
    #expect(game.payoffEnclosure(of: 0, over: [.zero]) == Interval(0.1) + 0)
    let third = try FormulaGame(
      "g", players: [FormulaPlayer("A", ["x": 0...1], payoff: "x + 1/3")])
    let range = third.payoffEnclosure(of: 0, over: [.zero])
    #expect(range.lower < 1.0 / 3 && 1.0 / 3 < range.upper)
    #expect(range.width < 1e-15)
  }

  @Test func unboundedDerivativesAreNotHidden() throws {
    let game = try FormulaGame(
      "g",
      players: [FormulaPlayer("A", ["x": -1...1], payoff: "tanh(1/x) + x")])
    var gradient = [Interval.zero]
    game.pseudoGradientEnclosure(
      over: [Interval(-1...1)], into: &gradient)
    #expect(!gradient[0].isBounded)
    #expect(
      !game.ownEnclosure(of: 0, over: [Interval(-1...1)])
        .gradient[0].isBounded)
  }
}
