import Games
import LinearAlgebra
import TestSupport
import Testing

struct AggregateStateTests {
  @Test(arguments: Clubs.all)
  func valuesAreThoseOfTheDefinition(game: Clubs) {
    var random = SplitMix64(seed: 2)
    let levels = game.randomProfile(&random)
    let plain = game.plain
    let state = AggregateState(
      game.aggregates, count: game.aggregates.count, at: levels)
    for i in levels.indices {
      let values = state.values(of: i, at: levels)
      for k in game.aggregates.indices {
        let exact = product(plain.matrices[k][i], levels)
        #expect(relativeDistance(values[k], exact) < 1e-14)
        let alone = game.aggregates[k].value(of: i, at: levels)
        #expect(relativeDistance(alone, exact) < 1e-14)
        let own = game.aggregates[k].ownWeight(of: i)
        #expect(relativeDistance(own, plain.matrices[k][i][i]) < 1e-15)
      }
    }
  }

  @Test(arguments: Clubs.all)
  func enclosuresHoldTheValues(game: Clubs) {
    var random = SplitMix64(seed: 3)
    let box = game.randomBox(&random)
    let plain = game.plain
    let state = AggregateState(
      game.aggregates, count: game.aggregates.count, at: box)
    for _ in 0..<10 {
      let levels = box.map { random.number(in: $0.lower...$0.upper) }
      for i in box.indices {
        let values = state.values(of: i, at: box)
        for k in game.aggregates.indices {
          let exact = product(plain.matrices[k][i], levels)
          #expect(values[k].holds(exact, slack: 1e-14))
        }
      }
    }
  }

  @Test(arguments: Clubs.all.filter { !$0.hasComposition })
  func oneLevelChangesAtATime(game: Clubs) {
    var random = SplitMix64(seed: 4)
    var levels = game.randomProfile(&random)
    let count = game.aggregates.count
    var state = AggregateState(game.aggregates, count: count, at: levels)
    for _ in 0..<50 {
      let player = Int.random(in: levels.indices, using: &random)
      let level = random.number(in: 0...1)
      state.update(player, from: levels[player], to: level)
      levels[player] = level
    }
    let fresh = AggregateState(game.aggregates, count: count, at: levels)
    for i in levels.indices {
      for k in 0..<count {
        let old = state.values(of: i, at: levels)[k]
        let new = fresh.values(of: i, at: levels)[k]
        #expect(relativeDistance(old, new) < 1e-13)
      }
    }
  }

  @Test(arguments: Clubs.all)
  func theTransposedMapIsTheTransposedMatrix(game: Clubs) {
    var random = SplitMix64(seed: 5)
    let n = game.strategies.dimension
    let factors = random.numbers(n, in: -1...1)
    let plain = game.plain
    for (k, aggregate) in game.aggregates.enumerated() {
      let start = random.numbers(n, in: -1...1)
      var gradient = start
      aggregate.addTransposed(factors, to: &gradient)
      var enclosure = start.map { Interval($0) }
      aggregate.addTransposed(factors.map { Interval($0) }, to: &enclosure)
      for j in 0..<n {
        let exact = (0..<n).reduce(start[j]) {
          $0 + factors[$1] * plain.matrices[k][$1][j]
        }
        #expect(relativeDistance(gradient[j], exact) < 1e-13)
        #expect(enclosure[j].holds(exact))
        let terms = (0..<n).reduce(abs(start[j])) {
          $0 + abs(factors[$1] * plain.matrices[k][$1][j])
        }
        #expect(enclosure[j].width < 1e-12 * max(1, terms))
      }
    }
  }

  /// So many columns that several threads share them.
  @Test func theTransposedMapOfManyIsTheTransposedMatrix() throws {
    let n = 40_000
    var random = SplitMix64(seed: 6)
    var links = TripletList()
    for i in 0..<n {
      let columns = Set(
        (0..<3).map { _ in Int.random(in: 0..<n, using: &random) })
      for j in columns {
        links.append(row: i, column: j, value: random.number(in: 0...1))
      }
    }
    let matrix = try SparseMatrix(rows: n, columns: n, triplets: links)
    let scaled = ScaledSparseMatrix(
      matrix, factors: BlockUniformMatrix(uniform: 0.5, order: n))
    let factors = random.numbers(n, in: -1...1)
    for network in [StructuredMatrix.sparse(matrix), .scaled(scaled)] {
      let aggregate = LinearAggregate(.network(network))
      var exact = [Double](repeating: 0, count: n)
      aggregate.addTransposed(factors, to: &exact)
      var enclosure = exact.map { _ in Interval.zero }
      aggregate.addTransposed(factors.map { Interval($0) }, to: &enclosure)
      #expect(
        (0..<n).allSatisfy {
          enclosure[$0].holds(exact[$0]) && enclosure[$0].width < 1e-13
        })
      let transposed = network.transposed()
      for j in stride(from: 0, to: n, by: 1_999) {
        let expected = transposed.rowProduct(j, factors)
        #expect(abs(exact[j] - expected) < 1e-13)
      }
    }
  }

  @Test func errorsOfCoefficientsAreCovered() {
    let aggregate = LinearAggregate(.weightedSum([2, 1]), relativeError: 0.25)
    let value = aggregate.value(of: 0, at: [Interval(1), Interval(4)])
    #expect(value.contains(Interval(4.5...7.5)))
    #expect(aggregate.ownWeightEnclosure(of: 0).contains(Interval(1.5...2.5)))
    #expect(aggregate.value(of: 1, at: [1.0, 4.0]) == 6)
  }

  private func product(_ row: [Double], _ levels: [Double]) -> Double {
    zip(row, levels).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

extension Clubs {
  fileprivate var hasComposition: Bool {
    aggregates.contains {
      if case .composition = $0.form { true } else { false }
    }
  }
}
