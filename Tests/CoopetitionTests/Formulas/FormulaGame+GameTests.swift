import Coopetition
import LinearAlgebra
import Testing

/// Formulas against the same games in Swift, which are differentiated by jets.
@Suite struct FormulaGameGameTests {
  private static let tolerance = 1e-14

  private func expectEqual(
    _ a: [Double], _ b: [Double], _ formula: String,
    within tolerance: Double = Self.tolerance
  ) {
    #expect(a.count == b.count)
    let scale = b.reduce(1) { max($0, abs($1)) }
    for (a, b) in zip(a, b) {
      #expect(abs(a - b) <= tolerance * scale, "\(formula)")
    }
  }

  @Test func payoffsAreThoseOfSwift() throws {
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for profile in game.profiles(50, seed: 1) {
        let expected = game.payoffs(at: profile)
        expectEqual(
          formulas.payoffs(at: profile), expected, game.formula, within: 1e-15)
        for player in 0..<2 {
          let payoff = formulas.payoff(of: player, at: profile)
          expectEqual([payoff], [expected[player]], game.formula, within: 1e-15)
        }
      }
    }
  }

  @Test func pseudoGradientIsThatOfJets() throws {
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for profile in game.profiles(50, seed: 2) {
        let expected = game.pseudoGradient(at: profile)
        expectEqual(
          formulas.pseudoGradient(at: profile), expected, game.formula)
      }
    }
  }

  @Test func jacobianIsThatOfJets() throws {
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for profile in game.profiles(50, seed: 3) {
        var gradient = [Double](repeating: .nan, count: 3)
        var jacobian = Matrix(rows: 3, columns: 3, repeating: .nan)
        formulas.pseudoGradient(
          at: profile, into: &gradient, jacobian: &jacobian)
        expectEqual(
          gradient, game.pseudoGradient(at: profile), game.formula)
        expectEqual(
          jacobian.elements, game.jacobian(at: profile).elements, game.formula)
      }
    }
  }

  @Test func payoffGradientsAreThoseOfJets() throws {
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for profile in game.profiles(20, seed: 4) {
        expectEqual(
          formulas.payoffGradients(at: profile).elements,
          game.payoffGradients(at: profile).elements, game.formula)
      }
    }
  }

  @Test func weightedDerivativesAreThoseOfJets() throws {
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for profile in game.profiles(20, seed: 5) {
        let weights = [0.25, 1.5]
        var gradient = [Double](repeating: .nan, count: 3)
        var expected = gradient
        formulas.weightedGradient(weights, at: profile, into: &gradient)
        game.weightedGradient(weights, at: profile, into: &expected)
        expectEqual(gradient, expected, game.formula)
        var hessian = Matrix(rows: 3, columns: 3, repeating: .nan)
        var expectedHessian = hessian
        formulas.weightedHessian(weights, at: profile, into: &hessian)
        game.weightedHessian(weights, at: profile, into: &expectedHessian)
        expectEqual(hessian.elements, expectedHessian.elements, game.formula)
      }
    }
  }

  @Test func everyScalarIsAccepted() throws {
    typealias First = Jet<Double, 3>
    typealias Second = Jet<Jet<Double, 8>, 1>
    for game in HandwrittenGame.all {
      let formulas = try game.formulas()
      for profile in game.profiles(5, seed: 6) {
        let first = profile.indices.map { First(profile[$0], along: $0) }
        let a = formulas.payoff(of: 1, at: first)
        let b = game.payoff(of: 1, at: first)
        expectEqual(
          (0..<3).map { a.slopes[$0] }, (0..<3).map { b.slopes[$0] },
          game.formula)
        let second = profile.map {
          Second(value: Jet($0, along: 2), slopes: [Jet(0.5)])
        }
        let c = formulas.payoff(of: 0, at: second).slopes[0].slopes[2]
        let d = game.payoff(of: 0, at: second).slopes[0].slopes[2]
        expectEqual([c], [d], game.formula)
      }
    }
  }

  @Test func playersOfWeightZeroDoNotCount() throws {
    let game = try FormulaGame(
      "g",
      players: [
        FormulaPlayer("A", ["x": 0...1], payoff: "x - x^2"),
        FormulaPlayer("B", ["y": 0...1], payoff: "log(x)*y"),
      ])
    var gradient = [Double](repeating: .nan, count: 2)
    game.weightedGradient([1, 0], at: [0, 0.5], into: &gradient)
    #expect(gradient == [1, 0])
    var hessian = Matrix(rows: 2, columns: 2, repeating: .nan)
    game.weightedHessian([1, 0], at: [0, 0.5], into: &hessian)
    #expect(hessian.elements == [-2, 0, 0, 0])
  }

  @Test func powersHaveDerivativesAtZero() throws {
    let game = try FormulaGame(
      "g", parameters: ["a": 1.5, "b": 2],
      players: [
        FormulaPlayer("A", ["x": 0...1], payoff: "x^a + x^b - x^2.5 + x^3")
      ])
    #expect(game.pseudoGradient(at: [0]) == [0])
    let smooth = try game.with("a", 3)
    #expect(smooth.jacobian(at: [0]).elements == [2])
    #expect(try game.with("a", 1).pseudoGradient(at: [0]) == [1])
    #expect(try game.with("a", 0).jacobian(at: [0]).elements == [2])
  }

  @Test func sigmoidSharingHasItsThreeEquilibria() throws {
    let found = try FormulaGame(yaml: sigmoidSharing).equilibria()
    let levels = found.equilibria.map(\.levels).sorted { $0[0] < $1[0] }
    #expect(found.isComplete)
    #expect(levels.count == 3)
    let expected = [0.0025492357736855, 0.5, 0.9974507642263145]
    for (found, expected) in zip(levels, expected) {
      #expect(abs(found[0] - expected) < 1e-13)
      #expect(abs(found[1] - expected) < 1e-13)
    }
  }

  @Test func bilinearGameHasItsThreeEquilibria() throws {
    let game = try FormulaGame(
      "bilinear",
      players: [
        FormulaPlayer("A", ["x": 0...1], payoff: "x*(2*y - 0.8)"),
        FormulaPlayer("B", ["y": 0...1], payoff: "y*(2*x - 0.8)"),
      ])
    let found = game.equilibria()
    let levels = found.equilibria.map(\.levels).sorted { $0[0] < $1[0] }
    #expect(found.isComplete)
    #expect(levels == [[0, 0], [0.4, 0.4], [1, 1]])
  }
}
