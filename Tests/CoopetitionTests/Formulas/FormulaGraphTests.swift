import Testing

@testable import Coopetition

@Suite struct FormulaGraphTests {
  /// The operations of a tape for the payoff of one player.
  private func operations(_ payoff: String) throws -> [FormulaOperation] {
    let game = try FormulaGame.single(payoff)
    return game.program.payoff(of: 0).instructions.map(\.operation)
  }

  @Test func equalPartsAreComputedOnce() throws {
    #expect(try operations("exp(x*y) + exp(y*x)") == [.multiply, .exp, .add])
    #expect(
      try operations("f(x^2, 1) * f(x^2, 1)") == [
        .square, .subtract, .multiply,
      ]
    )
    #expect(try operations("exp(x) - exp(x)") == [.exp, .subtract])
    #expect(try operations("x - x").isEmpty)
    #expect(try operations("x/y + y/x") == [.divide, .divide, .add])
  }

  @Test func exactConstantsAreFolded() throws {
    #expect(try operations("x * (2*3 - 1/4)^2") == [.multiply])
    #expect(try operations("-12*x") == [.multiply])
    #expect(try operations("x*half") == [.multiply])
    #expect(try operations("x + max(1, 2)") == [.add])
  }

  @Test func roundedConstantsAreNotFolded() throws {
    #expect(try operations("x * (1/3)") == [.divide, .multiply])
    #expect(try operations("x + (0.1 + 0.2)") == [.add, .add])
    #expect(try operations("x * exp(1)") == [.exp, .multiply])
    #expect(try operations("x / 0 + 1/0") == [.divide, .divide, .add])
  }

  @Test func powersAreTold() throws {
    #expect(try operations("x^2") == [.square])
    #expect(try operations("x^3") == [.integerPower])
    #expect(try operations("x^-1") == [.integerPower])
    #expect(try operations("x^(1 + 1)") == [.square])
    #expect(try operations("x^1 + x^0") == [.add])
    #expect(try operations("x^0.5") == [.power])
    #expect(try operations("x^p") == [.power])
    #expect(try operations("x^(p + 1)") == [.add, .generalPower])
    #expect(try operations("x^(1/3)") == [.divide, .generalPower])
    #expect(try operations("x^y") == [.generalPower])
  }

  @Test func whatIsNotUsedIsLeftOut() throws {
    let game = try FormulaGame.single("x + 0*half")
    let tape = game.program.payoff(of: 0)
    #expect(tape.parameters.isEmpty)
    #expect(tape.variables == [0])
    #expect(tape.constants == [0])
  }

  @Test func jacobianOfASumOfSquaresIsConstant() throws {
    let game = try FormulaGame.single("-(x - 1)^2 - (y + 2)^2/2")
    let tape = game.program.jacobian
    #expect(
      tape.outputs.map { [$0.row, $0.column] } == [
        [0, 0], [0, 1], [1, 0], [1, 2],
      ])
    #expect(Set(tape.constants) == [2, 1, -2, -1])
  }
}
