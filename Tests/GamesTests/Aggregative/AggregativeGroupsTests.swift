import Games
import LinearAlgebra
import TestSupport
import Testing

/// Groups by the aggregates against groups of a plain game with the same
/// payoffs.
@Suite struct AggregativeGroupsTests {
  /// Groups that take turns: the first group is the largest.
  private func groups(_ n: Int) -> [[Int]] {
    let joint = stride(from: 0, to: n, by: 2).map { $0 }
    return [joint]
      + stride(from: 1, to: n, by: 2).map { [$0] }
  }

  private func pair(
    _ game: Clubs
  ) -> (AggregativeGroups<Clubs>, GroupedGame<PlainClubs>) {
    let groups = groups(game.playerCount)
    return (AggregativeGroups(game, groups), GroupedGame(game.plain, groups))
  }

  private func profile(_ n: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    return random.numbers(n, in: 0...1)
  }

  private func box(around levels: [Double], by reach: Double) -> Box {
    levels.map {
      Interval(lower: max(0, $0 - reach), upper: min(1, $0 + reach))
    }
  }

  private func point(in box: Box, seed: UInt64) -> [Double] {
    zip(box, profile(box.count, seed: seed)).map {
      $0.lower + $1 * ($0.upper - $0.lower)
    }
  }

  @Test(arguments: Clubs.all)
  func slopesAgree(game: Clubs) {
    let (groups, plain) = pair(game)
    let n = game.playerCount
    let levels = profile(n, seed: 3)
    var slopes = levels
    var exact = levels
    var jacobian = Matrix(rows: n, columns: n)
    var exactJacobian = jacobian
    groups.pseudoGradient(at: levels, into: &slopes, jacobian: &jacobian)
    plain.pseudoGradient(at: levels, into: &exact, jacobian: &exactJacobian)
    #expect(relativeDistance(slopes, exact) < 1e-12)
    #expect(relativeDistance(groups.pseudoGradient(at: levels), exact) < 1e-12)
    #expect(
      relativeDistance(jacobian.elements, exactJacobian.elements) < 1e-12)
    #expect(
      relativeDistance(groups.payoffs(at: levels), plain.payoffs(at: levels))
        < 1e-12)
  }

  @Test(arguments: Clubs.all)
  func enclosuresHold(game: Clubs) {
    let (groups, plain) = pair(game)
    let n = game.playerCount
    let box = box(around: profile(n, seed: 4), by: 0.1)
    var slopes = box
    var jacobian = [Interval](repeating: .zero, count: n * n)
    groups.pseudoGradientEnclosure(
      over: box, into: &slopes, jacobian: &jacobian)
    var alone = box
    groups.pseudoGradientEnclosure(over: box, into: &alone)
    var bounds = [MarginalBounds](repeating: .unknown, count: n)
    groups.marginalBounds(over: box, into: &bounds)
    for seed in 0..<20 as Range<UInt64> {
      let point = point(in: box, seed: seed)
      let exact = plain.pseudoGradient(at: point)
      let exactJacobian = plain.jacobian(at: point)
      for v in 0..<n {
        #expect(slopes[v].contains(exact[v]) && alone[v].contains(exact[v]))
        for w in 0..<n {
          #expect(jacobian[v * n + w].contains(exactJacobian[v, w]))
        }
        #expect(bounds[v].slope.contains(exactJacobian[v, v]))
        var end = point
        end[v] = box[v].lower
        #expect(
          bounds[v].atLower.contains(plain.pseudoGradient(at: end)[v]))
        end[v] = box[v].upper
        #expect(
          bounds[v].atUpper.contains(plain.pseudoGradient(at: end)[v]))
      }
    }
  }

  // Of every group, those of one included.
  @Test(arguments: Clubs.all)
  func ownEnclosuresHold(game: Clubs) {
    let (groups, plain) = pair(game)
    let n = game.playerCount
    let box = box(around: profile(n, seed: 6), by: 0.05)
    for (group, members) in groups.groups.enumerated() {
      let own = groups.ownEnclosure(of: group, over: box)
      #expect(own.gradient.count == members.count)
      for seed in 0..<10 as Range<UInt64> {
        let point = point(in: box, seed: 20 + seed)
        let slopes = plain.pseudoGradient(at: point)
        let jacobian = plain.jacobian(at: point)
        #expect(own.value.contains(plain.payoff(of: group, at: point)))
        for (k, v) in groups.strategies.variables(of: group).enumerated() {
          #expect(own.gradient[k].contains(slopes[v]))
          for (l, w) in groups.strategies.variables(of: group).enumerated() {
            #expect(
              own.hessian[k * members.count + l].contains(jacobian[v, w]))
          }
        }
      }
    }
  }

  // No deviation that is tried gains more than the bound.
  @Test(arguments: Clubs.all)
  func regretBoundsEveryDeviation(game: Clubs) {
    let (groups, plain) = pair(game)
    let levels = profile(game.playerCount, seed: 5)
    let before = plain.payoffs(at: levels)
    let regrets = groups.regrets(
      at: levels, search: DeviationSearch(boxLimit: 1_000))
    for seed in 0..<200 as Range<UInt64> {
      let other = profile(game.playerCount, seed: seed)
      for (group, members) in groups.groups.enumerated() {
        var deviation = levels
        for v in members {
          deviation[v] = seed % 3 == 0 ? other[v].rounded() : other[v]
        }
        let gain = plain.payoff(of: group, at: deviation) - before[group]
        #expect(gain <= regrets[group].upper + 1e-12)
      }
    }
  }
}
