import Games
import TestSupport
import Testing

struct BoxTests {
  private let box = [Interval(0...4), Interval(-1...1), Interval(2...2)]

  @Test func sizeAndMiddle() {
    #expect(box.midpoint == [2, 0, 2])
    #expect(box.width >= 4 && relativeDistance(box.width, 4) < 1e-15)
    #expect(Box().width == 0)
  }

  @Test func membership() {
    let inside: [Profile<Double>] = [[0, 1, 2], [4, -1, 2]]
    #expect(inside.allSatisfy { box.contains($0) })
    let outside: Profile<Double> = [0, 1, 2.0.nextUp]
    #expect(!box.contains(outside))
    #expect(box.contains(box))
    #expect(box.contains([Interval(1...2), Interval(0), Interval(2)]))
    #expect(!box.contains([Interval(1...5), Interval(0), Interval(2)]))
  }

  @Test func intersection() {
    let other = [Interval(3...9), Interval(-2...0), Interval(2...3)]
    let common = [Interval(3...4), Interval(-1...0), Interval(2...2)]
    #expect(box.intersection(other) == common)
    #expect(other.intersection(box) == common)
    let apart = [Interval(5...9), Interval(-2...0), Interval(2...3)]
    #expect(box.intersection(apart) == nil)
  }

  @Test func bisectionHalvesTheWidest() {
    let halves = box.bisected
    #expect(halves.map { $0[0] } == [Interval(0...2), Interval(2...4)])
    #expect(halves.allSatisfy { $0[1] == box[1] && $0[2] == box[2] })
    #expect(
      box.bisected(along: 1).map { $0[1] }
        == [Interval(-1...0), Interval(0...1)])
    #expect(box.bisected(along: 2).isEmpty)
    #expect(Box().bisected.isEmpty)
  }

  @Test func neighbouringDoublesAreNotHalved() {
    let thin = [Interval(lower: 1, upper: 1.0.nextUp)]
    #expect(thin.bisected.isEmpty)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func halvesCoverTheBox(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let box = StrategySpace(players: 3, levels: -2...5).box
    let halves = box.bisected.flatMap(\.bisected)
    for _ in 0..<100 {
      let point = random.numbers(3, in: -2...5)
      #expect(halves.contains { $0.contains(point) })
    }
    #expect(halves.allSatisfy { box.contains($0) })
  }
}
