import Games
import LinearAlgebra
import TestSupport
import Testing

@testable import Equilibria

/// Where adjustment ends, and what is said if the work is to stop.
@Suite struct AttractorsTests {
  private let attractors = Crowd(count: 2, base: -0.26, slope: 1.5).attractors

  /// A path that was cut short says so; others do not, even if they end
  /// nowhere.
  @Test func stoppedPathsSaySo() {
    let start = [0.9, 0.8]
    let cut = Cancellation.asking({ true }) {
      attractors.path(from: start, limit: 100)
    }
    #expect(cut.isStopped && cut.reached == nil && cut.levels == [start])
    let whole = attractors.path(from: start, limit: 100)
    #expect(!whole.isStopped && whole.reached == 2)
    let short = attractors.path(from: start, limit: 1)
    #expect(!short.isStopped && short.reached == nil)
    let round = Crowd(count: 2, base: -0.26, slope: 1.5).attractors(rate: 1)
      .path(from: [0, 1], limit: 100)
    #expect(!round.isStopped && round.reached == nil && round.cycle == 2)
  }

  /// Shares of which nothing was looked at are not told.
  @Test func stoppedSharesAreNotTold() throws {
    func measure() -> Attraction? {
      Attraction(attractors, starts: 50, seed: 1, limit: 100)
    }
    #expect(Cancellation.asking({ true }) { measure() == nil })
    let whole = try #require(measure())
    #expect(whole.shares[0].low > 0.5 && whole.shares[2].low > 0.4)
  }

  /// Starts end where the bisection of a line says, whichever way it is asked.
  @Test func destinationsAgree() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<50 {
      let start = [random.number(in: 0...1), random.number(in: 0...1)]
      let end = attractors.destination(from: start, limit: 1_000)
      let back = attractors.returns(to: 0, from: start, limit: 1_000, rest: 0)
      #expect(back == (end == 0))
      if let proven = attractors.provenDestination(from: start, limit: 1_000) {
        #expect(proven == end)
      }
    }
  }
}
