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

extension FrontCurve {
  /// Puts the ends of the pieces between the ends of a segment on the front if
  /// there is a gap, and goes on beside it; false if there is none.
  mutating func settle(
    _ segment: FrontSegment, of points: inout [CriticalPoint],
    _ open: inout Heap<FrontSegment>
  ) -> Bool {
    guard search.solver.isDense,
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
    guard search.solver.isDense, search.found.count > 2 else { return }
    var rounds = 0
    while rounds < Self.settlingLimit, settleOnce() {
      search.tidy()
      rounds += 1
    }
    search.tidy()
    dropSurplus()
  }

  /// Settles what it can; whether the front has changed so that there may be
  /// more to settle.
  private mutating func settleOnce() -> Bool {
    let steps = zip(search.found, search.found.dropFirst()).map {
      search.distance($0, $1)
    }
    let usual = steps.sorted()[steps.count / 2]
    for (p, q) in zip(search.found, search.found.dropFirst()) {
      let isSettled =
        pieceEnds.contains(p.id) && pieceEnds.contains(q.id)
      guard !isSettled,
        isGap(p, q) || search.distance(p, q) > Self.suspicion * usual
      else { continue }
      if let better = overtaking(p, q) {
        search.found.append(better)
        return true
      }
      guard let (upper, lower) = pieceEnds(between: p, q) else { continue }
      search.found += [upper, lower]
      gaps.removeAll { $0.owner == p.id || $0.owner == q.id }
      closed.remove(FrontLink(p, q))
      return true
    }
    return false
  }

  /// Whether neighbours are known to be separated by a gap.
  private func isGap(_ p: CriticalPoint, _ q: CriticalPoint) -> Bool {
    closed.contains(FrontLink(p, q))
      || gaps.contains { gap in
        (gap.owner == p.id || gap.owner == q.id)
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
    guard var (upper, lower) = ends,
      search.distance(upper, lower) > Self.leastWidth * search.distance(p, q)
    else { return nil }
    search.identify(&upper)
    search.identify(&lower)
    pieceEnds.formUnion([upper.id, lower.id])
    closed.insert(FrontLink(upper, lower))
    return (upper, lower)
  }

  /// The end of one neighbour's piece, if it dominates the other neighbour.
  mutating func overtaking(
    _ p: CriticalPoint, _ q: CriticalPoint
  ) -> CriticalPoint? {
    guard search.solver.isDense, p.isReal && q.isReal else { return nil }
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
    let weights = search.extents.indices.map {
      ($0 == player ? 1 : Self.turnTie) / search.extents[$0]
    }
    let levels = search.solver.maximum(of: weights, from: point.levels)
    guard var turn = search.solver.point(at: levels),
      turn.payoffs[player] >= point.payoffs[player],
      turn.payoffs[1 - player] <= point.payoffs[1 - player]
    else { return nil }
    turn.multipliers = weights
    turn.residual = search.solver.residual(at: levels, weights: weights)
    return turn
  }

  /// The point on the piece of p whose payoff is that of a turn, or a little
  /// more: Newton's method along the tangent of the front, which falls by
  /// `λ_rival / λ_player` for each unit that the rival gains.
  private mutating func cut(
    of p: CriticalPoint, at turn: CriticalPoint, along player: Int
  ) -> CriticalPoint? {
    let rival = 1 - player
    let goal = turn.payoffs[player] + Self.before * search.extents[player]
    var point = p
    for _ in 0..<Self.cutLimit {
      let miss = point.payoffs[player] - goal
      if abs(miss) <= Self.before / 2 * search.extents[player] {
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
        let next = search.solver.correct(
          PascolettiSerafini(reference: reference, direction: search.extents),
          from: point), next.multipliers.allSatisfy({ $0 > 0 })
      else { return nil }
      point = next
    }
    return nil
  }

  /// Drops the points that cover least, if there are more than were asked for.
  private mutating func dropSurplus() {
    guard search.tracing.resolution == nil else { return }
    while search.found.count > search.tracing.points {
      let inner = search.found.indices.dropFirst().dropLast().filter {
        !pieceEnds.contains(search.found[$0].id)
      }
      guard let least = inner.min(by: { share($0) < share($1) }) else { return }
      search.found.remove(at: least)
    }
  }

  /// The area that only one point of the front covers.
  private func share(_ k: Int) -> Double {
    (search.found[k].payoffs[0] - search.found[k - 1].payoffs[0])
      * (search.found[k].payoffs[1] - search.found[k + 1].payoffs[1])
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
