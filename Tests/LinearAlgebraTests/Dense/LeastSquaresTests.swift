import LinearAlgebra
import TestSupport
import Testing

@Suite("Least squares")
struct LeastSquaresTests {
  @Test("The line through three points, by hand")
  func line() throws {
    let fit = try LeastSquares(
      design: Matrix(rows: [[1, 0], [1, 1], [1, 2]]), response: [1, 2, 4])
    #expect(abs(fit.coefficients[0] - 5.0 / 6) < 1e-14)
    #expect(abs(fit.coefficients[1] - 1.5) < 1e-14)
    #expect(abs(fit.residualSquares - 1.0 / 6) < 1e-14)
    #expect(abs(fit.inverseGram[0, 0] - 5.0 / 6) < 1e-14)
    #expect(abs(fit.inverseGram[0, 1] + 0.5) < 1e-14)
    #expect(abs(fit.inverseGram[1, 1] - 0.5) < 1e-14)
  }

  @Test("Residuals are orthogonal to the columns, whatever their units")
  func orthogonality() throws {
    var random = SplitMix64(seed: 6)
    let design = Matrix(
      rows: (0..<40).map { _ in
        [1, 1e6 * random.number(in: 0...1), 1e-6 * random.number(in: 0...1)]
      })
    let response = random.numbers(40, in: -1...1)
    let fit = try LeastSquares(design: design, response: response)
    for column in 0..<3 {
      let numbers = (0..<40).map { design[$0, column] }
      let length = Vector.euclideanNorm(numbers)
      #expect(abs(Vector.dot(numbers, fit.residuals)) < 1e-12 * length)
    }
    let gram = design.transposed() * design
    let identity = gram * fit.inverseGram
    for i in 0..<3 {
      let scale = gram[i, i].squareRoot()
      for j in 0..<3 {
        let expected = i == j ? 1.0 : 0
        let unit = scale / gram[j, j].squareRoot()
        #expect(abs(identity[i, j] - expected) < 1e-9 * unit)
      }
    }
  }

  @Test("A column that follows from others is named")
  func collinearity() {
    #expect(throws: LinearAlgebraError.singular(pivot: 2)) {
      try LeastSquares(
        design: Matrix(rows: (0..<6).map { [1, Double($0), 2 + Double($0)] }),
        response: [0, 0, 0, 0, 0, 1])
    }
    #expect(throws: LinearAlgebraError.singular(pivot: 0)) {
      try LeastSquares(
        design: Matrix(rows: [[0], [0]]), response: [1, 2])
    }
  }
}
