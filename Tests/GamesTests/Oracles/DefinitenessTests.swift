import Scalars
import Testing

@testable import Games

@Suite struct DefinitenessTests {
  /// Nothing, by a dominant diagonal, by a Cholesky factorisation, and by one of
  /// what is not zero.
  @Test(arguments: [
    [0.0], [2, 1, 1, 2], [1, 2, 2, 4.1], [1, 2, 0, 2, 4.1, 0, 0, 0, 0],
  ])
  func semidefiniteMatricesAreProven(elements: [Double]) {
    let order = elements.count == 9 ? 3 : elements.count == 4 ? 2 : 1
    #expect(
      elements.map { Interval($0) }.isPositiveSemidefinite(order: order))
  }

  @Test(arguments: [[-1e-300], [1, 2, 2, 3.9], [0, 1e-9, 1e-9, 1]])
  func othersAreNot(elements: [Double]) {
    let order = elements.count == 4 ? 2 : 1
    #expect(
      !elements.map { Interval($0) }.isPositiveSemidefinite(order: order))
  }
}
