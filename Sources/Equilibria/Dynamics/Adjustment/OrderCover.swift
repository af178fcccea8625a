import Games
import LinearAlgebra
import Scalars

/// Order intervals that are proven to lie in one basin.
struct OrderCover {
  /// What may be left over.
  static let goal = 0.01
  /// How many corners may be followed.
  private static let cornerLimit = 3_000
  /// After how many corners it is judged whether the goal can be reached.
  private static let trialCount = 100
  /// More players than this have too many intervals on a boundary.
  private static let playerLimit = 4

  let attractors: Attractors
  let limit: Int
  /// The volume that is proven for each equilibrium, rounded down.
  private(set) var volumes: [Double]
  /// The volume that is left, rounded up.
  private(set) var rest = 1.0
  private var corners: [[Double]: Int?] = [:]
  /// Corners proven to go where the lowest and where the highest start goes:
  /// what lies below, or above, goes there too.
  private var below: [[Double]] = []
  private var above: [[Double]] = []

  init(_ attractors: Attractors, limit: Int) {
    self.attractors = attractors
    self.limit = limit
    volumes = attractors.equilibria.map { _ in 0 }
  }

  /// Halves boxes, the largest first, until the goal or the limit is reached.
  mutating func refine(_ goesOn: () -> Bool) {
    let whole = attractors.process.game.strategies.box
    let n = whole.count { !$0.isPoint }
    var open = [whole]
    var next = 0
    while next < open.count, rest > Self.goal || next == 0 {
      guard isWorthwhile(among: n), goesOn() else { return }
      let box = open[next]
      next += 1
      let low = destination(box.map(\.lower))
      if let low, low == destination(box.map(\.upper)) {
        add(next == 1 ? 1 : share(of: box), for: low)
      } else if n <= Self.playerLimit {
        open += box.bisected
      }
    }
  }

  /// Takes a volume that is proven for an equilibrium otherwise.
  mutating func claim(_ volume: Double, for place: Int) {
    volumes[place] = max(volumes[place], volume)
    takeRest()
  }

  private mutating func add(_ volume: Double, for place: Int) {
    volumes[place] = max(0, (Interval(volumes[place]) + Interval(volume)).lower)
    if volume == 1 { volumes[place] = 1 }
    takeRest()
  }

  private mutating func takeRest() {
    let known = volumes.filter { $0 > 0 }
    if known == [1] { rest = 0 }
    let left = known.reduce(Interval(1)) { $0 - Interval($1) }
    rest = min(rest, max(0, left.upper))
  }

  /// The share of all starts that lie in a box, rounded down.
  private func share(of box: Box) -> Double {
    let whole = attractors.process.game.strategies.box
    return zip(box, whole).reduce(Interval(1)) { share, sides in
      let (part, side) = sides
      guard !side.isPoint else { return share }
      return share * (Interval(part.upper) - Interval(part.lower))
        / (Interval(side.upper) - Interval(side.lower))
    }.lower
  }

  /// Whether the goal is near enough: what is left lies along a boundary, so
  /// that to halve it takes twice as many corners for each player but one.
  private func isWorthwhile(among players: Int) -> Bool {
    guard corners.count >= Self.trialCount else { return true }
    let factor = Double.pow(rest / Self.goal, Double(max(1, players - 1)))
    return Double(corners.count) * factor <= Double(Self.cornerLimit)
  }

  private mutating func destination(_ corner: [Double]) -> Int? {
    if let known = corners[corner] { return known }
    let space = attractors.process.game.strategies
    let low = corners[space.lowerBounds] ?? nil
    let high = corners[space.upperBounds] ?? nil
    var found: Int?
    if let low, below.contains(where: { corner.isBelow($0) }) {
      found = low
    } else if let high, above.contains(where: { $0.isBelow(corner) }) {
      found = high
    } else {
      found = attractors.provenDestination(from: corner, limit: limit)
      if let found, found == low { below.append(corner) }
      if let found, found == high { above.append(corner) }
    }
    corners[corner] = .some(found)
    return found
  }
}

extension [Double] {
  /// Whether no number exceeds the one in its place.
  fileprivate func isBelow(_ other: [Double]) -> Bool {
    zip(self, other).allSatisfy { $0 <= $1 }
  }
}
