import LinearAlgebra
import Scalars
import TestSupport
import Testing

@testable import Equilibria

@Suite struct DiffusionTests {
  /// Every pair linked alike, so that full use presses with 1.
  static func complete(_ n: Int) throws -> SparseMatrix {
    var triplets: [(row: Int, column: Int, value: Double)] = []
    for i in 0..<n {
      for j in 0..<n where i != j {
        triplets.append((i, j, 1 / Double(n - 1)))
      }
    }
    return try SparseMatrix(rows: n, columns: n, triplets: triplets)
  }

  /// Each node is pressed by the one before it alone.
  static func circle(_ n: Int) throws -> SparseMatrix {
    try SparseMatrix(
      rows: n, columns: n,
      triplets: (0..<n).map { (row: $0, column: ($0 + n - 1) % n, value: 1) })
  }

  static func innovation(
    _ n: Int, _ p: Double, _ q: Double, _ r: Double = 0, seeds: [Int] = []
  ) -> Diffusion.Innovation {
    Diffusion.Innovation(
      insight: Array(repeating: p, count: n),
      imitation: Array(repeating: q, count: n),
      abandonment: Array(repeating: r, count: n), seeds: seeds)
  }

  static func course(_ diffusion: Diffusion) throws -> AdoptionCourse {
    try #require(DiffusionChain(diffusion)).courses()[0]
  }

  @Test func expectedTimesOfABirthChainAddUp() throws {
    let (n, p, q) = (7, 0.04, 0.5)
    let diffusion = Diffusion(
      pressure: try Self.complete(n), innovations: [Self.innovation(n, p, q)],
      horizon: 20)
    let times = try Self.course(diffusion).expectedTimes
    for (percentage, time) in zip(AdoptionCourse.percentages, times) {
      let goal = AdoptionCourse.nodes(percentage, of: n)
      let sum = (0..<goal).reduce(0.0) { sum, k in
        let hazard = p + q * Double(k) / Double(n - 1)
        return sum + 1 / (Double(n - k) * hazard)
      }
      #expect(abs(try #require(time) - sum) < 1e-12 * sum)
    }
  }

  @Test func firstAdoptionIsExponential() throws {
    let n = 5
    let diffusion = Diffusion(
      pressure: SparseMatrix(rows: n, columns: n),
      innovations: [Self.innovation(n, 0.3, 0.5)], horizon: 4, discount: 0.1)
    let course = try Self.course(diffusion)
    for (time, share) in zip(course.times, course.share) {
      #expect(abs(share + Double.expMinusOne(-0.3 * time)) < 1e-12)
    }
    let delay = -Double.expMinusOne(-1.2) / 0.3
    let use =
      -Double.expMinusOne(-0.4) / 0.1 + Double.expMinusOne(-1.6) / 0.4
    for i in 0..<n {
      #expect(abs(course.delay[i] - delay) < 1e-12)
      #expect(abs(course.use[i] - use) < 1e-12)
    }
    #expect(course.inequality < 1e-12)
    #expect(abs(course.area - (1 - delay / 4)) < 1e-12)
  }

  /// Fibich and Gibori (2010): on a circle where each node is pressed by one,
  /// `1 − exp(−(p+q)t + q(1 − e^(−pt))/p)` as the circle grows; a circle of n
  /// has it up to what n independent nodes do.
  @Test func longCircleFollowsItsFormula() throws {
    let (n, p, q) = (12, 0.1, 0.3)
    let diffusion = Diffusion(
      pressure: try Self.circle(n), innovations: [Self.innovation(n, p, q)],
      horizon: 3)
    let course = try Self.course(diffusion)
    for (time, share) in zip(course.times, course.share) {
      let exponent =
        -(p + q) * time - q * Double.expMinusOne(-p * time) / p
      #expect(abs(share + Double.expMinusOne(exponent)) < 1e-9)
    }
  }

  /// The same holds where each node is pressed by both neighbours with half the
  /// weight.
  @Test func longCircleOfTwoSidesFollowsTheSameFormula() throws {
    let (n, p, q) = (12, 0.1, 0.3)
    let pressure = try SparseMatrix(
      rows: n, columns: n,
      triplets: (0..<n).flatMap { i in
        [(i + 1) % n, (i + n - 1) % n].map { (row: i, column: $0, value: 0.5) }
      })
    let course = try Self.course(
      Diffusion(
        pressure: pressure, innovations: [Self.innovation(n, p, q)],
        horizon: 3))
    for (time, share) in zip(course.times, course.share) {
      let exponent =
        -(p + q) * time - q * Double.expMinusOne(-p * time) / p
      #expect(abs(share + Double.expMinusOne(exponent)) < 1e-9)
    }
  }

  /// Kermack and McKendrick (1927): where a practice is dropped at rate r and
  /// nobody has it by insight, `1 − z = (1 − z₀) e^(−q z/r)` have never had it
  /// in the end, as the number of firms grows.
  @Test func abandonedPracticesReachTheFinalSizeOfEpidemics() throws {
    let (n, q, r, seeds) = (120, 1.0, 0.5, 12)
    let first = Double(seeds) / Double(n)
    var size = 1.0
    for _ in 0..<200 { size = 1 - (1 - first) * Double.exp(-q * size / r) }
    let diffusion = Diffusion(
      pressure: try Self.complete(n),
      innovations: [
        Self.innovation(n, 0, q, r, seeds: Array(0..<seeds))
      ], horizon: 60)
    let field = DiffusionMeanField().course(of: diffusion, count: 1)
    let reached = try #require(field.share[0].last)
    #expect(abs(reached - size) < 2 / Double(n))
    let runs = DiffusionSimulation(runs: 40, seed: 5).courses(
      of: diffusion, values: Array(repeating: 0, count: n))
    let error = runs.errors[0].final
    #expect(abs(runs.courses[0].final - size) < 4.5 * error + 5 / Double(n))
  }

  @Test func meanFieldOfTheCompleteNetworkIsBass() throws {
    let (n, p, q) = (6, 0.03, 0.38)
    let diffusion = Diffusion(
      pressure: try Self.complete(n), innovations: [Self.innovation(n, p, q)],
      horizon: 20)
    let field = DiffusionMeanField().course(of: diffusion, count: 10)
    let exact = try Self.course(diffusion)
    for (k, share) in field.share[0].enumerated() {
      let time = 2 * Double(k)
      let decay = Double.exp(-(p + q) * time)
      #expect(abs(share - (1 - decay) / (1 + q / p * decay)) < 1e-7)
      #expect(share >= exact.share[20 * k] - 1e-7)
    }
  }

  /// Of one innovation that is never dropped, over random networks.
  @Test func meanFieldIsAnUpperBound() throws {
    var random = TestSupport.SplitMix64(seed: 12)
    for _ in 0..<20 {
      let n = 5
      var triplets: [(row: Int, column: Int, value: Double)] = []
      for i in 0..<n {
        for j in 0..<n where i != j && random.happens(0.6) {
          triplets.append((i, j, random.number(in: 0...2)))
        }
      }
      let diffusion = Diffusion(
        pressure: try SparseMatrix(rows: n, columns: n, triplets: triplets),
        innovations: [
          Diffusion.Innovation(
            insight: random.numbers(n, in: 0...0.1),
            imitation: random.numbers(n, in: 0...1),
            abandonment: Array(repeating: 0, count: n), seeds: [0])
        ], horizon: 10)
      let exact = try Self.course(diffusion)
      let field = DiffusionMeanField()
        .course(of: diffusion, count: AdoptionCourse.steps)
      for (a, b) in zip(exact.share, field.share[0]) { #expect(a <= b + 1e-9) }
      for (a, b) in zip(exact.reach, field.reach[0]) { #expect(a <= b + 1e-9) }
    }
  }

  @Test func simulationAgreesWithTheChain() throws {
    let n = 4
    var weak = Self.innovation(n, 0.05, 0.4, seeds: [1])
    weak.abandonment[2] = 0.3
    for diffusion in [
      Diffusion(
        pressure: try Self.circle(n), innovations: [Self.innovation(n, 0.1, 1)],
        horizon: 5, discount: 0.1),
      Diffusion(
        pressure: try Self.complete(n),
        innovations: [Self.innovation(n, 0.1, 1), weak],
        interactions: [[1, 0.2], [2, 1]], horizon: 5, discount: 0.1),
    ] {
      let values = [1.0, 2, 3, 4]
      let chain = try #require(DiffusionChain(diffusion)).courses()
      let runs = DiffusionSimulation(runs: 4_000, seed: 7).courses(
        of: diffusion, values: values)
      for a in chain.indices {
        for i in 0..<n {
          let error = runs.errors[a].delay[i]
          #expect(
            abs(chain[a].delay[i] - runs.courses[a].delay[i])
              <= 4.5 * error + 1e-12)
        }
        #expect(
          abs(chain[a].gain(values: values) - runs.gains[a])
            <= 4.5 * runs.errors[a].gain)
        #expect(
          abs(chain[a].final - runs.courses[a].final)
            <= 4.5 * runs.errors[a].final)
      }
    }
  }

  @Test func morePressureDelaysNobodyInAnyRun() throws {
    var random = SplitMix64(seed: 3)
    let n = 30
    for run in 0..<20 {
      var links: [(row: Int, column: Int, value: Double)] = []
      for i in 0..<n {
        for j in 0..<n
        where i != j && Double.random(in: 0..<1, using: &random) < 0.1 {
          links.append((i, j, Double.random(in: 0.1...1, using: &random)))
        }
      }
      let low = Diffusion(
        pressure: try SparseMatrix(rows: n, columns: n, triplets: links),
        innovations: [Self.innovation(n, 0.02, 0.5)], horizon: 10)
      for k in links.indices { links[k].value *= 1.2 }
      let high = Diffusion(
        pressure: try SparseMatrix(rows: n, columns: n, triplets: links),
        innovations: low.innovations, horizon: 10)
      let simulation = DiffusionSimulation(runs: 1, seed: 11)
      let slow = simulation.adoptionTimes(of: low, run: run)[0]
      let fast = simulation.adoptionTimes(of: high, run: run)[0]
      #expect(zip(slow, fast).allSatisfy { $0 >= $1 })
      #expect(zip(slow, fast).contains { $0 > $1 })
    }
  }

  @Test func numbersOfThreadsChangeNothing() throws {
    let n = 8
    let diffusion = Diffusion(
      pressure: try Self.complete(n), innovations: [Self.innovation(n, 0.1, 1)],
      horizon: 5)
    let first = DiffusionSimulation(runs: 100, seed: 2).courses(
      of: diffusion, values: [])
    let again = DiffusionSimulation(runs: 100, seed: 2).courses(
      of: diffusion, values: [])
    #expect(first.courses[0].share == again.courses[0].share)
    let other = DiffusionSimulation(runs: 100, seed: 3).courses(
      of: diffusion, values: [])
    #expect(first.courses[0].share != other.courses[0].share)
  }
}
