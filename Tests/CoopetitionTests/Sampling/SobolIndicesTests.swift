import Testing

@testable import Coopetition

@Suite("Sobol indices")
struct SobolIndicesTests {
  /// The outputs of a function of independent uniform inputs at N samples.
  private func values(
    _ samples: Int, inputs k: Int, method: SamplePoints.Method = .sobol,
    _ function: ([Double]) -> Double
  ) -> [[Double]] {
    let points = SamplePoints(dimension: 2 * k, method: method)
    return (0..<samples).map { i in
      let a = (0..<k).map { points[i, $0] }
      let b = (0..<k).map { points[i, k + $0] }
      let mixed = (0..<k).map { j in
        var mixed = a
        mixed[j] = b[j]
        return function(mixed)
      }
      return [function(a), function(b)] + mixed
    }
  }

  @Test("Ishigami's function has the indices of its closed form")
  func ishigami() {
    let outputs = values(1 << 12, inputs: 3) { u in
      let x = u.map { (2 * $0 - 1) * .pi }
      let s = Double.sin(x[1])
      return .sin(x[0]) + 7 * s * s + 0.1 * .pow(x[2], 4) * .sin(x[0])
    }
    let indices = SobolIndices(outputs, inputs: 3, seed: 1)
    // Ishigami and Homma 1990: V = a²/8 + bπ⁴/5 + b²π⁸/18 + ½.
    let first = [0.313905, 0.442411, 0]
    let total = [0.557589, 0.442411, 0.243684]
    #expect(abs(indices.variance - 13.844588) < 0.05)
    for j in 0..<3 {
      #expect(abs(indices.first[j] - first[j]) < 0.01)
      #expect(abs(indices.total[j] - total[j]) < 0.01)
      #expect(indices.firstIntervals[j][0] <= indices.first[j])
      #expect(indices.totalIntervals[j][1] >= indices.total[j])
    }
  }

  @Test("In a sum each input has its share of the variance")
  func sum() {
    let outputs = values(1 << 12, inputs: 3) { $0[0] + 2 * $0[1] + 3 * $0[2] }
    let indices = SobolIndices(outputs, inputs: 3, seed: 1)
    for (j, share) in [1.0 / 14, 4.0 / 14, 9.0 / 14].enumerated() {
      #expect(abs(indices.first[j] - share) < 0.005)
      #expect(abs(indices.total[j] - share) < 0.005)
    }
  }

  /// Sobol 1993: g = Π (|4u_j − 2| + a_j)/(1 + a_j), V_j = 1/(3(1 + a_j)²),
  /// V = Π (1 + V_j) − 1.
  @Test("Sobol's G has the indices of its closed form")
  func sobolsG() {
    let weights = [0, 1, 4.5, 9]
    let outputs = values(1 << 12, inputs: 4) { u in
      zip(u, weights).reduce(1) { product, input in
        product * (abs(4 * input.0 - 2) + input.1) / (1 + input.1)
      }
    }
    let indices = SobolIndices(outputs, inputs: 4, seed: 1)
    let parts = weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let whole = parts.reduce(1) { $0 * (1 + $1) }
    #expect(abs(indices.variance - (whole - 1)) < 0.01)
    for (j, part) in parts.enumerated() {
      let others = whole / (1 + part)
      #expect(abs(indices.first[j] - part / (whole - 1)) < 0.01)
      #expect(abs(indices.total[j] - part * others / (whole - 1)) < 0.01)
    }
  }

  @Test("Inputs in another order have their indices in that order, but noise")
  func permuted() {
    let function: ([Double]) -> Double = { $0[0] + 3 * $0[1] * $0[1] }
    let indices = SobolIndices(
      values(1 << 14, inputs: 2, method: .random, function), inputs: 2, seed: 1)
    let permuted = SobolIndices(
      values(1 << 14, inputs: 2, method: .random) { function([$0[1], $0[0]]) },
      inputs: 2, seed: 1)
    for j in 0..<2 {
      #expect(abs(indices.first[j] - permuted.first[1 - j]) < 0.03)
      #expect(abs(indices.total[j] - permuted.total[1 - j]) < 0.03)
    }
  }

  @Test("A shift of the output changes nothing")
  func shift() {
    let outputs = values(256, inputs: 2) { $0[0] * $0[1] + $0[0] }
    let indices = SobolIndices(outputs, inputs: 2, seed: 4)
    let shifted = SobolIndices(
      outputs.map { $0.map { $0 + 1e6 } }, inputs: 2, seed: 4)
    for j in 0..<2 {
      #expect(abs(indices.first[j] - shifted.first[j]) < 1e-9)
      #expect(abs(indices.total[j] - shifted.total[j]) < 1e-9)
      #expect(indices.total[j] >= 0)
    }
  }

  @Test("A constant has no indices", arguments: [0, 0.3, 1e9])
  func constant(value: Double) {
    let outputs = values(64, inputs: 2) { value + 1e-14 * value * $0[0] }
    let indices = SobolIndices(outputs, inputs: 2, seed: 1)
    #expect(indices.samples == 64)
    #expect(indices.variance == 0)
    #expect(indices.first.isEmpty && indices.totalIntervals.isEmpty)
  }

  @Test("The bootstrap is the same for a seed")
  func seeded() {
    let outputs = values(64, inputs: 2) { $0[0] * $0[0] + $0[1] }
    let indices = SobolIndices(outputs, inputs: 2, seed: 3)
    #expect(indices == SobolIndices(outputs, inputs: 2, seed: 3))
    #expect(indices != SobolIndices(outputs, inputs: 2, seed: 5))
  }
}
