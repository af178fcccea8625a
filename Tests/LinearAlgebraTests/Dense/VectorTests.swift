import LinearAlgebra
import Testing

@Suite struct VectorTests {
  @Test(arguments: 0..<20)
  func dotOfWholeNumbersIsExact(count: Int) {
    let x = (0..<count).map { Double($0 + 1) }
    let squares = count * (count + 1) * (2 * count + 1) / 6
    #expect(Vector.dot(x, x) == Double(squares))
  }

  @Test func addsAMultiple() {
    var y = [1.0, 2, 3]
    Vector.add(-2, times: [1, 1, 2], to: &y)
    #expect(y == [-1, 0, -1])
  }

  @Test func maximumNorm() {
    #expect(Vector.maximumNorm([]) == 0)
    #expect(Vector.maximumNorm([1, -3, 2]) == 3)
    #expect(Vector.maximumNorm([1, .nan, 2]).isNaN)
    #expect(Vector.maximumNorm([.infinity, 1]) == .infinity)
  }

  @Test func euclideanNormSurvivesExtremes() {
    #expect(Vector.euclideanNorm([3, 4]) == 5)
    #expect(abs(Vector.euclideanNorm([3e200, 4e200]) / 5e200 - 1) < 1e-15)
    #expect(abs(Vector.euclideanNorm([3e-200, 4e-200]) / 5e-200 - 1) < 1e-15)
    #expect(Vector.euclideanNorm([]) == 0)
    #expect(Vector.euclideanNorm([.nan, 1]).isNaN)
  }
}
