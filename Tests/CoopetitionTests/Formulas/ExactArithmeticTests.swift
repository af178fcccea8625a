import TestSupport
import Testing

@testable import Coopetition

@Suite struct ExactArithmeticTests {
  @Test func exactResultsAreGiven() {
    #expect(ExactArithmetic.sum(0.5, 0.25) == 0.75)
    #expect(ExactArithmetic.sum(1, 0x1p-52) == 1 + .ulpOfOne)
    #expect(ExactArithmetic.sum(0.1, -0.1) == 0)
    #expect(ExactArithmetic.product(3, -12) == -36)
    #expect(ExactArithmetic.product(0, 1e300) == 0)
    #expect(ExactArithmetic.quotient(1, 8) == 0.125)
    #expect(ExactArithmetic.quotient(0, 3) == 0)
    #expect(ExactArithmetic.power(10, 22) == 1e22)
    #expect(ExactArithmetic.power(2, -3) == 0.125)
    #expect(ExactArithmetic.power(7, 0) == 1)
  }

  @Test func roundedResultsAreNot() {
    #expect(ExactArithmetic.sum(0.1, 0.2) == nil)
    #expect(ExactArithmetic.sum(1, 0x1p-53) == nil)
    #expect(ExactArithmetic.sum(1e300, 1e-300) == nil)
    #expect(ExactArithmetic.product(0.1, 0.1) == nil)
    #expect(ExactArithmetic.quotient(1, 3) == nil)
    #expect(ExactArithmetic.quotient(0.1, 0.3) == nil)
    #expect(ExactArithmetic.power(10, 23) == nil)
    #expect(ExactArithmetic.power(10, -1) == nil)
    #expect(ExactArithmetic.power(1, 65) == nil)
  }

  @Test func overflowUnderflowAndZeroDivisorsAreNot() {
    #expect(ExactArithmetic.sum(1e308, 1e308) == nil)
    #expect(ExactArithmetic.product(1e200, 1e200) == nil)
    #expect(ExactArithmetic.product(1e-200, 1e-200) == nil)
    #expect(ExactArithmetic.product(0x1p-1000, 0x1p-10) == nil)
    #expect(ExactArithmetic.quotient(1, 0) == nil)
    #expect(ExactArithmetic.quotient(0, 0) == nil)
    #expect(ExactArithmetic.power(0, -1) == nil)
  }

  @Test func randomResultsAgreeWithWideArithmetic() {
    var random = TestSupport.SplitMix64(seed: 1)
    for _ in 0..<10_000 {
      let a = Int64.random(in: -(1 << 40)...(1 << 40), using: &random)
      let b = Int64.random(in: -(1 << 16)...(1 << 16), using: &random)
      let product = ExactArithmetic.product(Double(a), Double(b))
      #expect(product == Double(exactly: a * b))
      let sum = ExactArithmetic.sum(Double(a), Double(b) * 0x1p-30)
      let scaled = a << 30 + b
      let isExact = Int(exactly: a << 30 + b) != nil
      if isExact, abs(a) < 1 << 32 {
        #expect((sum != nil) == (Double(exactly: scaled) != nil))
      }
    }
  }
}
