import Games
import LinearAlgebra
import TestSupport
import Testing

@Suite struct LinearAggregateCompositionTests {
  private func isComposition(_ aggregate: LinearAggregate) -> Bool {
    if case .composition = aggregate.form { true } else { false }
  }

  @Test(arguments: [1, 2, 7, 12])
  func fewProductsAreThoseOfTheComposition(n: Int) {
    var random = SplitMix64(seed: 31)
    let networks = [
      random.network(n, hasDiagonal: false), random.blocks(n),
      random.network(n, hasDiagonal: false), random.blocks(n),
    ]
    let levels = random.numbers(n, in: 0...1)
    for (outer, inner) in zip(networks, networks.dropFirst()) {
      let found = LinearAggregate(composing: outer, with: inner)
      #expect(!isComposition(found))
      let composition = LinearAggregate(.composition(outer, of: inner))
      for i in 0..<n {
        let row = composition.form.row(i, order: n)
        let exact = zip(row, levels).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(relativeDistance(found.value(of: i, at: levels), exact) < 1e-14)
        let box = levels.map { Interval($0) }
        #expect(
          found.value(of: i, at: box).contains(
            composition.value(of: i, at: levels)))
      }
    }
  }

  /// What is left of a large own part is nothing, not its rounding.
  @Test func whatTwoReceiveFromOthersIsExactlyNothing() {
    var random = SplitMix64(seed: 32)
    for _ in 0..<20 {
      let (outer, inner) = (random.pair(0...1), random.pair(1e299...1e300))
      let found = LinearAggregate(composing: outer, with: inner)
      let levels = random.numbers(2, in: 0...1)
      var values = levels
      found.multiply(levels, into: &values)
      #expect(values == [0, 0])
      var gradient = [0.0, 0.0]
      found.addTransposed(levels, to: &gradient)
      #expect(gradient == [0, 0])
    }
  }

  @Test func manyProductsStayAComposition() {
    let order = 1_001
    let uniform = StructuredMatrix.blockUniform(
      BlockUniformMatrix(uniform: 0.5, order: order))
    #expect(isComposition(LinearAggregate(composing: uniform, with: uniform)))
  }

  /// The rounding of one denormal product is covered, to 0 too.
  @Test(arguments: [1e-160, 1e-165])
  func oneDenormalProductIsCovered(weight: Double) {
    var outer = Matrix(rows: 3, columns: 3)
    var inner = outer
    outer[0, 1] = weight
    inner[1, 2] = weight
    let found = LinearAggregate(
      composing: .sparse(SparseMatrix(dense: outer)),
      with: .sparse(SparseMatrix(dense: inner)))
    #expect(!isComposition(found))
    let value = found.value(
      of: 0, at: [Interval(0), Interval(0), Interval(1)])
    // The latter product is no double but 0.
    let product = weight * weight
    #expect(value.lower <= product && value.upper > 0)
    #expect(value.upper <= 1.01 * product + 3 * .leastNonzeroMagnitude)
  }

  /// Where a product overflows or is denormal its error is not relative.
  @Test(arguments: [1e300, 1e-200])
  func productsOutOfRangeStayAComposition(weight: Double) {
    let uniform = StructuredMatrix.blockUniform(
      BlockUniformMatrix(uniform: weight, order: 3))
    #expect(isComposition(LinearAggregate(composing: uniform, with: uniform)))
  }

  @Test func errorsOfElementsAreCovered() {
    let pair = StructuredMatrix.blockUniform(
      BlockUniformMatrix(uniform: 2, order: 3))
    let found = LinearAggregate(
      composing: pair, with: pair, relativeError: 0.01)
    // Off the diagonal: 2 · 2, each factor between 1.98 and 2.02.
    let value = found.value(of: 0, at: [Interval(0), Interval(1), Interval(0)])
    #expect(value.contains(Interval(3.9204...4.0804)))
  }
}

extension SplitMix64 {
  /// Two weights off the diagonal.
  fileprivate mutating func pair(
    _ range: ClosedRange<Double>
  ) -> StructuredMatrix {
    var matrix = Matrix(rows: 2, columns: 2)
    matrix[0, 1] = number(in: range)
    matrix[1, 0] = number(in: range)
    return .sparse(SparseMatrix(dense: matrix))
  }
}
