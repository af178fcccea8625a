import TestSupport
import Testing

@testable import Coopetition

@Suite struct PairMeetingTests {
  /// What is kept up to date while links come and go is what is found anew.
  @Test(arguments: UInt64(1)...4)
  func settlingIsBeginningAnew(seed: UInt64) throws {
    let cluster = try RandomCluster(firms: 4...5).cluster(seed: seed)
    let candidates = try CandidateLinks(cluster)
    var isLinked = candidates.pairs.map { _ in false }
    var levels = cluster.firms.map { 0.5 * $0.cap }
    var meeting = PairMeeting(candidates, candidates.cluster { isLinked[$0] })
    meeting.begin(at: levels)
    let places = Array(candidates.pairs.indices)
    for place in places + places.filter({ $0 % 2 == 0 }) {
      _ = meeting.compare(place, isLinked: isLinked[place], levels)
      isLinked[place].toggle()
      meeting.settle(place, isLinked, &levels)
      var anew = PairMeeting(candidates, candidates.cluster { isLinked[$0] })
      anew.begin(at: levels)
      for other in places {
        let kept = meeting.compare(other, isLinked: isLinked[other], levels)
        let found = anew.compare(other, isLinked: isLinked[other], levels)
        let size = 1 + abs(found.first) + abs(found.second)
        #expect(abs(kept.first - found.first) < 1e-9 * size)
        #expect(abs(kept.second - found.second) < 1e-9 * size)
      }
    }
  }
}
