import Games
import HeapModule

// Two players: where the front has a gap between neighbours p and q, p having
// more of the second payoff and q of the first, one of its pieces turns back
// and cuts the other off. Either the piece of q turns at T, where the second
// payoff is locally greatest: what the piece of p has to offer is then
// dominated by T from the height of T on downwards. Or the piece of p turns
// where the first payoff is greatest. T belongs to the front; the end of the
// other piece, at T's height, does not quite, since T has more for the other
// player and as much for one: it is taken from a little before.

extension ParetoSearch {
  /// Puts the ends of the pieces between the ends of a segment on the front if
  /// there is a gap, and goes on beside it; false if there is none.
  mutating func settle(
    _ segment: FrontSegment, of points: inout [CriticalPoint],
    _ open: inout Heap<FrontSegment>
  ) -> Bool {
    guard solver.isDense,
      let (upper, lower) = pieceEnds(
        between: points[segment.left], points[segment.right])
    else { return false }
    let count = points.count
    points += [upper, lower]
    for pair in [(segment.left, count), (count + 1, segment.right)] {
      if let next = self.segment(points, pair.0, pair.1) { open.insert(next) }
    }
    return true
  }

  /// Does the same for neighbours that are known to be separated, or so far
  /// apart that they may be, once the front is found.
  mutating func settleGaps() {
    guard solver.isDense, found.count > 2 else { return }
    var rounds = 0
    while rounds < Self.settlingLimit, settleOnce() {
      found = nondominated(found)
      rounds += 1
    }
    found = nondominated(found)
    dropSurplus()
  }

  /// Settles what it can; whether the front has changed so that there may be
  /// more to settle.
  private mutating func settleOnce() -> Bool {
    let steps = zip(found, found.dropFirst()).map { distance($0, $1) }
    let usual = steps.sorted()[steps.count / 2]
    for (p, q) in zip(found, found.dropFirst()) {
      let isSettled =
        pieceEnds.contains(p.payoffs) && pieceEnds.contains(q.payoffs)
      guard !isSettled, isGap(p, q) || distance(p, q) > Self.suspicion * usual
      else { continue }
      if let better = overtaking(p, q) {
        found.append(better)
        return true
      }
      guard let (upper, lower) = pieceEnds(between: p, q) else { continue }
      found += [upper, lower]
      gaps.removeAll { $0.owner == p.payoffs || $0.owner == q.payoffs }
      closed.remove(Self.key(p, q))
      return true
    }
    return false
  }

  /// Whether neighbours are known to be separated by a gap.
  private func isGap(_ p: CriticalPoint, _ q: CriticalPoint) -> Bool {
    closed.contains(Self.key(p, q))
      || gaps.contains { gap in
        (gap.owner == p.payoffs || gap.owner == q.payoffs)
          && gap.end.payoffs[0] >= p.payoffs[0]
          && gap.end.payoffs[0] <= q.payoffs[0]
      }
  }

  /// The ends of the pieces on both sides of a gap; nil if neither turns back
  /// between the neighbours.
  private mutating func pieceEnds(
    between p: CriticalPoint, _ q: CriticalPoint
  ) -> (CriticalPoint, CriticalPoint)? {
    guard p.isReal && q.isReal else { return nil }
    var ends: (CriticalPoint, CriticalPoint)?
    if let turn = turn(of: q, raising: 1, before: p),
      let cut = cut(of: p, at: turn, along: 1)
    {
      ends = (cut, turn)
    } else if let turn = turn(of: p, raising: 0, before: q),
      let cut = cut(of: q, at: turn, along: 0)
    {
      ends = (turn, cut)
    }
    guard let (upper, lower) = ends,
      distance(upper, lower) > Self.leastWidth * distance(p, q)
    else { return nil }
    for end in [upper, lower] { pieceEnds.insert(end.payoffs) }
    closed.insert(Self.key(upper, lower))
    return ends
  }

  /// The end of one neighbour's piece, if it dominates the other neighbour.
  mutating func overtaking(
    _ p: CriticalPoint, _ q: CriticalPoint
  ) -> CriticalPoint? {
    guard solver.isDense, p.isReal && q.isReal else { return nil }
    for (one, other, player) in [(q, p, 1), (p, q, 0)] {
      guard let turn = turn(of: one, raising: player),
        isOff(turn, other, one, along: 1 - player),
        dominates(turn.payoffs, other.payoffs)
      else { continue }
      return turn
    }
    return nil
  }

  /// Whether a turn leaves the neighbour across the gap behind in a payoff.
  private func isOff(
    _ turn: CriticalPoint, _ other: CriticalPoint, _ one: CriticalPoint,
    along player: Int
  ) -> Bool {
    let margin = Self.rim * abs(one.payoffs[player] - other.payoffs[player])
    return turn.payoffs[player] > other.payoffs[player] + margin
  }

  /// The point where a payoff is greatest on the piece of a point, if it is
  /// less than that of the neighbour across the gap.
  private func turn(
    of point: CriticalPoint, raising player: Int, before other: CriticalPoint
  ) -> CriticalPoint? {
    guard let turn = turn(of: point, raising: player) else { return nil }
    let margin =
      Self.rim * abs(point.payoffs[player] - other.payoffs[player])
    let isBetween =
      turn.payoffs[player] < other.payoffs[player] - margin
      && isOff(turn, other, point, along: 1 - player)
    return isBetween ? turn : nil
  }

  /// The point where a payoff is greatest on the piece of a point.
  private func turn(
    of point: CriticalPoint, raising player: Int
  ) -> CriticalPoint? {
    let weights = extents.indices.map {
      ($0 == player ? 1 : Self.turnTie) / extents[$0]
    }
    let levels = solver.maximum(of: weights, from: point.levels)
    guard var turn = solver.point(at: levels),
      turn.payoffs[player] >= point.payoffs[player],
      turn.payoffs[1 - player] <= point.payoffs[1 - player]
    else { return nil }
    turn.multipliers = weights
    turn.residual = solver.residual(at: levels, weights: weights)
    return turn
  }

  /// The point on the piece of p whose payoff is that of a turn, or a little
  /// more: Newton's method along the tangent of the front, which falls by
  /// `λ_rival / λ_player` for each unit that the rival gains.
  private mutating func cut(
    of p: CriticalPoint, at turn: CriticalPoint, along player: Int
  ) -> CriticalPoint? {
    let rival = 1 - player
    let goal = turn.payoffs[player] + Self.before * extents[player]
    var point = p
    for _ in 0..<Self.cutLimit {
      let miss = point.payoffs[player] - goal
      if abs(miss) <= Self.before / 2 * extents[player] {
        let isBetween =
          point.payoffs[rival] >= p.payoffs[rival]
          && point.payoffs[rival] < turn.payoffs[rival]
        return isBetween ? point : nil
      }
      var reference = point.payoffs
      reference[player] = goal
      if point.multipliers[rival] > 0 {
        reference[rival] +=
          miss * point.multipliers[player] / point.multipliers[rival]
      }
      guard reference[rival] < turn.payoffs[rival],
        let next = solver.correct(
          PascolettiSerafini(reference: reference, direction: extents),
          from: point), next.multipliers.allSatisfy({ $0 > 0 })
      else { return nil }
      point = next
    }
    return nil
  }

  /// Drops the points that cover least, if there are more than were asked for.
  private mutating func dropSurplus() {
    guard tracing.resolution == nil else { return }
    while found.count > tracing.points {
      let inner = found.indices.dropFirst().dropLast().filter {
        !pieceEnds.contains(found[$0].payoffs)
      }
      guard let least = inner.min(by: { share($0) < share($1) }) else { return }
      found.remove(at: least)
    }
  }

  /// The area that only one point of the front covers.
  private func share(_ k: Int) -> Double {
    (found[k].payoffs[0] - found[k - 1].payoffs[0])
      * (found[k].payoffs[1] - found[k + 1].payoffs[1])
  }

  /// From how many usual steps on neighbours may be separated by a gap.
  private static var suspicion: Double { 3 }
  /// How near, as a share, to the rim of the rectangle of two neighbours a
  /// piece may turn.
  private static var rim: Double { 1e-4 }
  /// The least width of a gap beside the distance of the neighbours between
  /// which it is looked for; what is less is an end where the front is steep.
  private static var leastWidth: Double { 0.01 }
  /// What the other player counts where a payoff is greatest.
  private static var turnTie: Double { 1e-10 }
  /// How far before its end, in extents, a piece that is cut off is left.
  private static var before: Double { 1e-10 }
  /// How many gaps are settled at most once the front is found.
  private static var settlingLimit: Int { 200 }
  /// The limit on steps to the end of a piece.
  private static var cutLimit: Int { 30 }
}
