import Games
import TestSupport
import Testing

struct StabilityTests {
  @Test(arguments: [
    ([[-1, 0], [0, -2]], Stability.stable),
    ([[-1, 2], [2, -1]], .unstable),
    ([[-1, 0.5], [0.5, -1]], .stable),
    ([[-0.1, 1], [-1, -0.1]], .stable),
    ([[0.1, 1], [-1, 0.1]], .unstable),
    ([[0, 1], [-1, 0]], .undecided),
    ([[-1, 1], [1, -1]], .undecided),
    ([[1]], .unstable),
    ([[0]], .undecided),
    // The eigenvalues are −a + b and −a + b (−1 ± i√3)/2.
    ([[-1, 1.9, 0], [0, -1, 1.9], [1.9, 0, -1]], .unstable),
    ([[-1, -1.9, 0], [0, -1, -1.9], [-1.9, 0, -1]], .stable),
    ([[-1, -2.1, 0], [0, -1, -2.1], [-2.1, 0, -1]], .unstable),
  ])
  func freeVariablesByEigenvalues(matrix: [[Double]], expected: Stability) {
    let game = LinearField(matrix)
    #expect(game.stability(at: game.rest) == expected)
    #expect(game.isStable(at: game.rest) == (expected == .stable))
  }

  // F = 1 at the upper and −1 at the lower bound, or the reverse.
  @Test(arguments: [
    (0.0, 1.0, Stability.stable), (0.0, -1.0, .unstable),
    (0.0, 0.0, .undecided), (1.0, -1.0, .stable), (1.0, 1.0, .unstable),
    (1.0, 0.0, .undecided),
  ])
  func boundsByTheSignOfTheSlope(
    level: Double, distance: Double, expected: Stability
  ) {
    let game = LinearField([[-1]], rest: [level - distance])
    #expect(game.stability(at: [level]) == expected)
  }

  @Test func whoIsAtABoundLeavesTheFreeBlock() {
    // Player 0 alone would be unstable, but it is strictly at its bound.
    let game = LinearField([[4, 0], [0, -1]], rest: [0.5, 0.5])
    #expect(game.stability(at: [0, 0.5]) == .stable)
    #expect(game.stability(at: [1, 0.5]) == .stable)
    #expect(game.stability(at: [0.5, 0.5]) == .unstable)
  }

  @Test func boundsThatCoincideDoNotCount() {
    let game = LinearField(
      [[4, 0], [0, -1]], rest: [0.3, 0.5], levels: [0.3...0.3, 0...1])
    #expect(game.stability(at: [0.3, 0.5]) == .stable)
  }

  @Test func instabilityAtABoundWinsOverDoubt() {
    let game = LinearField([[-1, 0], [0, -1]], rest: [0, 0.4])
    #expect(game.stability(at: [0, 0]) == .unstable)
    #expect(game.stability(at: [0, 0.4]) == .undecided)
  }

  @Test func theToleranceIsRelativeToTheJacobian() {
    for scale in [1e-9, 1, 1e9] {
      let calm = LinearField([[-1 * scale, 0], [0, -1e-6 * scale]])
      #expect(calm.isStable(at: [0.5, 0.5]))
      let flat = LinearField([[-1 * scale, 0], [0, -1e-13 * scale]])
      #expect(flat.stability(at: [0.5, 0.5]) == .undecided)
    }
  }

  @Test func theTrapIsUnstable() {
    #expect(Trap().stability(at: [0.5, 0.5]) == .unstable)
    #expect(Trap().stability(at: [0, 0]) == .undecided)
  }

  // S Λ S⁻¹ with a triangular S of ones on and above the diagonal.
  @Test(arguments: 1..<20 as Range<UInt64>)
  func theLargestRealPartDecides(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let n = Int.random(in: 1...6, using: &random)
    var eigenvalues = random.numbers(n, in: -3 ... -0.1)
    let isStable = random.happens(0.5)
    if !isStable { eigenvalues[n - 1] = 0.2 }
    let matrix = (0..<n).map { i in
      (0..<n).map { j in
        var sum = 0.0
        for k in i..<n where k == j { sum += eigenvalues[k] }
        for k in i..<n where k + 1 == j { sum -= eigenvalues[k] }
        return sum
      }
    }
    let game = LinearField(matrix)
    #expect(
      game.stability(at: game.rest) == (isStable ? .stable : .unstable))
  }
}
