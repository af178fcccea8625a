import Testing

@testable import Coopetition

@Suite struct FormulaRelationTests {
  @Test(arguments: [
    ("x + y <= 1", "(x + y ) - ( 1)"),
    ("x + y >= 1", "( 1) - (x + y )"),
    ("x = y", "(x ) - ( y)"),
    ("x<=y", "(x) - (y)"),
  ])
  func theExcessIsAtMostZero(text: String, excess: String) throws {
    #expect(try FormulaRelation(text).excess == excess)
  }

  @Test(arguments: [
    ("x + y", "expected <=, >= or = between two formulas", 5),
    ("x < y", "bounds belong to their range; write <=", 2),
    ("x > y", "bounds belong to their range; write >=", 2),
    ("x == y", "write <=, >= or =", 2),
    ("0 <= x <= 1", "a second sign; write two constraints", 7),
    ("", "expected <=, >= or = between two formulas", 0),
  ])
  func whatIsNoRelationIsAnError(
    text: String, message: String, offset: Int
  ) {
    let error = FormulaError(message: message, formula: text, offset: offset)
    #expect(throws: error) { try FormulaRelation(text) }
  }
}
