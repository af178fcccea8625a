import Games
import TestSupport
import Testing

struct SharpSlopesTests {
  /// The gradient that comes with a Hessian contains that of every point.
  @Test(arguments: Clubs.all)
  func gradientsContainThoseOfPoints(clubs: Clubs) {
    var random = SplitMix64(seed: 6)
    let n = clubs.strategies.dimension
    for _ in 0..<5 {
      let box = (0..<n).map { _ in
        let ends = random.numbers(2, in: 0...1).sorted()
        return Interval(lower: ends[0], upper: ends[1])
      }
      let weights = random.numbers(n, in: -1...1)
      var gradient = [Interval](repeating: .zero, count: n)
      var plain = gradient
      var hessian = [Interval](repeating: .zero, count: n * n)
      _ = clubs.weightedEnclosure(
        weights, over: box, gradient: &gradient, hessian: &hessian)
      _ = clubs.weightedEnclosure(weights, over: box, gradient: &plain)
      for v in 0..<n {
        #expect(gradient[v].width <= plain[v].width * (1 + 1e-12))
      }
      for _ in 0..<50 {
        let levels = box.map { random.number(in: $0.lower...$0.upper) }
        var slopes = [Double](repeating: 0, count: n)
        clubs.weightedGradient(weights, at: levels, into: &slopes)
        for v in 0..<n {
          let slack = Interval(lower: -1e-12, upper: 1e-12)
          #expect((gradient[v] + slack).contains(slopes[v]))
        }
      }
    }
  }
}
