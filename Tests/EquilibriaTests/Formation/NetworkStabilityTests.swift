import Equilibria
import Testing

@Suite struct NetworkStabilityTests {
  /// The connections model of Jackson and Wolinsky (1996) with three players:
  /// a direct link gives δ − c, a friend's friend δ².
  static func connections(_ delta: Double, _ cost: Double) -> NetworkTable {
    let pairs = NetworkTable.allPairs(of: 3)
    return NetworkTable(players: 3, pairs: pairs) { network in
      let linked = pairs.indices.filter { network >> $0 & 1 == 1 }
      return (0..<3).map { player in
        let own = linked.count {
          pairs[$0].first == player || pairs[$0].second == player
        }
        let far = own == 1 && linked.count == 2 ? 1.0 : 0
        return Double(own) * (delta - cost) + far * delta * delta
      }
    }
  }

  /// Welfare is the sum of what all earn.
  @Test func welfareIsTheSumOfPayoffs() {
    let table = Self.connections(0.8, 0.3)
    let star = 4 * (0.8 - 0.3) + 2 * 0.64
    let known = [0, 1, 1, star, 1, star, star, 6 * (0.8 - 0.3)]
    for (found, value) in zip(table.welfare, known) {
      #expect(abs(found - value) < 1e-12)
    }
    #expect(table.errors.allSatisfy { $0 == 0 })
  }

  /// Cheap links: the complete network, alone stable and efficient.
  @Test func cheapLinksAreAllMade() {
    let judged = NetworkStability(Self.connections(0.8, 0.1))
    #expect(judged.stable == [7])
    #expect(judged.efficient == [7])
    #expect(judged.undecided.isEmpty)
  }

  /// Links dearer than the loss of going round: the three stars.
  @Test func middlingLinksMakeStars() throws {
    let table = Self.connections(0.8, 0.3)
    let judged = NetworkStability(table)
    #expect(judged.stable.sorted() == [3, 5, 6])
    #expect(judged.efficient.sorted() == [3, 5, 6])
    let tie = try #require(judged.nearestTie)
    #expect(abs(tie - (0.8 - 0.64 - 0.3).magnitude) < 1e-12)
  }

  /// From nothing each star is as likely.
  @Test func everyStarIsAsLikely() {
    let dynamics = NetworkDynamics(Self.connections(0.8, 0.3), from: 0)
    #expect(dynamics.closedClasses.map(\.networks) == [[3], [5], [6]])
    for end in dynamics.closedClasses {
      #expect(abs(end.probability - 1.0 / 3) < 1e-15)
    }
  }

  /// Two players of whom one always wants what is not: the process never ends.
  @Test func cyclesAreFound() {
    let pairs = NetworkTable.allPairs(of: 2)
    let table = NetworkTable(players: 2, pairs: pairs) { network in
      network == 0 ? [0, 0] : [1, 0]
    }
    #expect(NetworkDynamics(table, from: 0).closedClasses[0].networks == [1])
    let three = NetworkTable.allPairs(of: 3)
    // Pairs in turn prefer the next network of a ring of single links.
    let ring = NetworkTable(players: 3, pairs: three) { network in
      switch network {
      case 0: [0, 0, 0]
      case 1: [1, 1, 0]
      case 3: [2, 0, 2]
      case 2: [0, 0, 3]
      default: [-9, -9, -9]
      }
    }
    let classes = NetworkDynamics(ring, from: 0).closedClasses
    #expect(classes.reduce(0) { $0 + $1.probability } == 1)
  }

  /// Errors of payoffs leave open what they may decide, and nothing else.
  @Test(arguments: [(1e-12, false), (0.5, true)])
  func errorsLeaveOpen(error: Double, isOpen: Bool) {
    let known = Self.connections(0.8, 0.1)
    var table = NetworkTable(players: 3, pairs: known.pairs)
    for network in 0..<known.networkCount {
      table.set(
        network, payoffs: known.payoffs(in: network),
        welfare: known.welfare[network], error: network == 7 ? error : 1e-12)
    }
    let judged = NetworkStability(table)
    #expect(judged.undecided.contains(7) == isOpen)
    #expect(!judged.undecided.contains(0))
  }

  /// Two networks of nearly the same welfare: which is best is open.
  @Test func theBestMayBeOpen() {
    let pairs = NetworkTable.allPairs(of: 2)
    var table = NetworkTable(players: 2, pairs: pairs)
    table.set(0, payoffs: [1, 1], welfare: 2, error: 0, welfareError: 1e-3)
    table.set(
      1, payoffs: [0, 0], welfare: 2 - 1e-4, error: 0, welfareError: 1e-3)
    #expect(NetworkStability(table).undecided == [0, 1])
    table.set(1, payoffs: [0, 0], welfare: 1, error: 0, welfareError: 1e-3)
    #expect(NetworkStability(table).undecided.isEmpty)
  }

  /// Welfare that differs by more than its errors is no tie, however little it
  /// is; the greatest comes first.
  @Test func tiesAreWhatErrorsLeaveOpen() {
    let pairs = NetworkTable.allPairs(of: 2)
    func judged(_ more: Double, error: Double) -> NetworkStability {
      var table = NetworkTable(players: 2, pairs: pairs)
      table.set(0, payoffs: [1, 1], welfare: 2, error: 0, welfareError: error)
      table.set(
        1, payoffs: [1, 1], welfare: 2 + more, error: 0, welfareError: error)
      return NetworkStability(table)
    }
    #expect(judged(5e-10, error: 1e-13).efficient == [1])
    #expect(judged(5e-10, error: 1e-9).efficient == [1, 0])
    #expect(judged(5e-10, error: 0).efficient == [1, 0])
    #expect(judged(-5e-10, error: 1e-13).efficient == [0])
    #expect(judged(2e-9, error: 0).efficient == [1])
  }

  /// Without pairs there is no gain that could be near a tie.
  @Test func withoutPairsThereIsNoTie() {
    let lonely = NetworkTable(players: 2, pairs: []) { _ in [1, 2] }
    let judged = NetworkStability(lonely)
    #expect(judged.nearestTie == nil && judged.stable == [0])
    #expect(judged.efficient == [0])
  }

  /// With side payments a link is there if the two gain together.
  @Test func paymentsMakeLinks() {
    let pairs = NetworkTable.allPairs(of: 2)
    let table = NetworkTable(players: 2, pairs: pairs) { network in
      network == 0 ? [0, 0] : [3, -1]
    }
    let judged = NetworkStability(table)
    #expect(judged.stable == [0])
    #expect(judged.stableWithTransfers == [1])
  }
}
