import Games
import HeapModule

/// The front between two players: a curve, perhaps in pieces, whose points are
/// in order.
///
/// The segment between two neighbours p and q is cut by the problem from its
/// middle along (Δu_1, Δu_2): its ray runs from the lower to the upper corner
/// of the rectangle that p and q span, so it meets the front between them, or
/// the solution is p or q: then the front has a gap there, and the ray ends
/// below p or to the left of q. From that end, which is no point of the front,
/// the search goes on to the other side of the gap.
struct FrontCurve<G: Game> {
  /// What is known; its points, once identified, are known by their identity.
  var search: ParetoSearch<G>
  /// Whether the points were spread over coarse segments.
  private var isSpread = false
  /// The largest step between neighbours that are not separated by a gap.
  private(set) var widestStep = 0.0
  /// How many gaps there are.
  private(set) var gapCount = 0
  /// Where rays ended in gaps.
  var gaps: [FrontGap] = []
  /// The ends of pieces of the front.
  var pieceEnds: Set<Int?> = []
  /// Neighbours between which nothing lies.
  var closed: Set<FrontLink> = []

  /// The curve through the points that a search started with.
  init(_ search: ParetoSearch<G>) { self.search = search }

  /// Refines segments until what was asked for is reached or only gaps are
  /// left, and again with the pieces that were missed.
  mutating func refine() {
    refineSegments()
    for _ in 0..<Self.explorationRounds {
      guard !search.isExhausted, search.explore() else { break }
      refineSegments()
    }
    settleGaps()
    measureSteps()
  }

  private mutating func refineSegments() {
    for _ in 0..<Self.roundLimit {
      let before = search.found.count
      search.tidy()
      guard let front = refineOnce() else { break }
      search.found = front
      if isReached(front.count) && before == search.found.count { break }
    }
    search.tidy()
  }

  private func isReached(_ count: Int) -> Bool {
    count >= search.tracing.points || search.isExhausted
  }

  /// Refines the segments between the points found; starts over when one of
  /// them turns out to be dominated. Nil if nothing is left to refine.
  private mutating func refineOnce() -> [CriticalPoint]? {
    var points = withGaps(search.found)
    var open = Heap<FrontSegment>()
    for k in points.indices.dropLast() {
      if let next = segment(points, k, k + 1) { open.insert(next) }
    }
    guard !open.isEmpty else { return nil }
    let coarse =
      isSpread ? search.tracing.points : search.tracing.points / Self.coarseness
    while let worst = open.max, !isFine(worst, points.count, of: coarse) {
      open.removeMax()
      let (p, q) = (points[worst.left], points[worst.right])
      let problem = Self.problem(from: p, to: q, share: 0.5)
      var point = search.solve(problem, between: p, and: q)
      // What was not solved to its end says nothing of gaps.
      if search.isInterrupted { return points.filter(\.isReal) }
      if !isSpread { climbHills(from: &point, problem) }
      if !lies(point, between: p, q) {
        if isNew(point, beside: p, q, problem) {
          return points.filter(\.isReal) + [point]
        }
        if let better = overtaking(p, q) {
          return points.filter(\.isReal) + [better]
        }
        if settle(worst, of: &points, &open) { continue }
        guard let end = gapEnd(at: point, between: p, q, problem) else {
          closed.insert(FrontLink(p, q))
          continue
        }
        point = end
      }
      search.identify(&point)
      points.append(point)
      let k = points.count - 1
      for pair in [(worst.left, k), (k, worst.right)] {
        if let next = segment(points, pair.0, pair.1) { open.insert(next) }
      }
    }
    if !isSpread {
      isSpread = true
      spread(open.unordered, over: &points)
    }
    return points.filter(\.isReal)
  }

  /// Looks for a better hill along the variables and climbs it.
  private mutating func climbHills(
    from point: inout CriticalPoint, _ problem: PascolettiSerafini
  ) {
    guard let better = search.betterHill(than: point, by: problem.advance)
    else {
      return
    }
    let climbed = search.solver.climb(problem, from: better)
    if climbed.advance > point.advance { point = climbed }
  }

  /// Where a ray ends beside a neighbour that solves its problem; nil if that
  /// is at the corner of the rectangle: then nothing lies between.
  private mutating func gapEnd(
    at point: CriticalPoint, between p: CriticalPoint, _ q: CriticalPoint,
    _ problem: PascolettiSerafini
  ) -> CriticalPoint? {
    let share = point.advance + 0.5
    guard share > Self.endShare, share < 1 - Self.endShare,
      p.payoffs[0] < q.payoffs[0]
    else { return nil }
    let isBelow = point.payoffs[1] > problem.reference[1]
    let owner = isBelow ? p : q
    let isOwner = (0..<2).allSatisfy {
      abs(point.payoffs[$0] - owner.payoffs[$0])
        <= Self.endShare * problem.direction[$0]
    }
    guard owner.isReal && isOwner else { return nil }
    var end = owner
    end.isReal = false
    end.residual = .infinity
    let other = isBelow ? 1 : 0
    end.payoffs[other] =
      problem.reference[other] + point.advance * problem.direction[other]
    search.identify(&end)
    gaps.append(FrontGap(owner: owner.id, end: end))
    return end
  }

  /// The points with the ends of the gaps between them.
  private func withGaps(_ points: [CriticalPoint]) -> [CriticalPoint] {
    var result: [CriticalPoint] = []
    for (k, point) in points.enumerated() {
      let ends = gaps.filter { $0.owner == point.id }.map(\.end)
      let below = ends.filter { $0.payoffs[0] == point.payoffs[0] }
        .min { $0.payoffs[1] < $1.payoffs[1] }
      let left = ends.filter { $0.payoffs[1] == point.payoffs[1] }
        .min { $0.payoffs[0] < $1.payoffs[0] }
      if let left, k > 0, left.payoffs[0] > points[k - 1].payoffs[0] {
        result.append(left)
      }
      result.append(point)
      if let below, k + 1 < points.count,
        below.payoffs[1] > points[k + 1].payoffs[1]
      {
        result.append(below)
      }
    }
    return result
  }

  /// The problem whose ray starts on the segment between two points, at a
  /// share of its length, and runs across it.
  static func problem(
    from p: CriticalPoint, to q: CriticalPoint, share: Double
  ) -> PascolettiSerafini {
    PascolettiSerafini(
      reference: (0..<2).map {
        p.payoffs[$0] + share * (q.payoffs[$0] - p.payoffs[$0])
      },
      direction: (0..<2).map { abs(p.payoffs[$0] - q.payoffs[$0]) })
  }

  /// Whether a segment, the worst one, need not be cut.
  private func isFine(
    _ segment: FrontSegment, _ count: Int, of points: Int
  ) -> Bool {
    if search.isExhausted { return true }
    guard count >= points else { return false }
    return search.tracing.resolution.map { segment.step <= $0 } ?? true
  }

  /// The segment between two points of a list; nil if it is a gap or too
  /// short.
  func segment(
    _ points: [CriticalPoint], _ left: Int, _ right: Int
  ) -> FrontSegment? {
    let (p, q) = (points[left], points[right])
    let step = search.distance(p, q)
    guard step > Self.shortest, p.payoffs[0] < q.payoffs[0],
      p.payoffs[1] > q.payoffs[1], !closed.contains(FrontLink(p, q))
    else { return nil }
    let share = step * (search.tracing.reference == nil ? 1.0 / 4 : 1.0 / 16)
    let priority =
      search.tracing.resolution == nil ? lostArea(p, q) + share * share : step
    return FrontSegment(
      left: left, right: right, step: step, priority: priority)
  }

  /// The area between two neighbours that their staircase leaves out, as far
  /// as it lies beyond the reference, in extents.
  private func lostArea(_ p: CriticalPoint, _ q: CriticalPoint) -> Double {
    let floor = search.tracing.reference ?? [-.infinity, -.infinity]
    let wide = q.payoffs[0] - max(p.payoffs[0], floor[0])
    let high = p.payoffs[1] - max(q.payoffs[1], floor[1])
    return max(0, wide) / search.extents[0] * max(0, high) / search.extents[1]
  }

  /// Whether a point lies between two neighbours, off their rectangle's rim.
  func lies(
    _ point: CriticalPoint, between p: CriticalPoint, _ q: CriticalPoint
  ) -> Bool {
    let edge = Self.endShare
    let wide = q.payoffs[0] - p.payoffs[0]
    let high = p.payoffs[1] - q.payoffs[1]
    return point.payoffs[0] >= p.payoffs[0] + edge * wide
      && point.payoffs[0] <= q.payoffs[0] - edge * wide
      && point.payoffs[1] >= q.payoffs[1] + edge * high
      && point.payoffs[1] <= p.payoffs[1] - edge * high
  }

  /// Whether a point that does not lie between two neighbours says something
  /// new: that it dominates one of them.
  private func isNew(
    _ point: CriticalPoint, beside p: CriticalPoint, _ q: CriticalPoint,
    _ problem: PascolettiSerafini
  ) -> Bool {
    let margin = problem.direction.map { $0 * Self.endShare }
    return [p, q].contains { end in
      (0..<2).allSatisfy { point.payoffs[$0] >= end.payoffs[$0] - margin[$0] }
        && (0..<2).contains {
          point.payoffs[$0] > end.payoffs[$0] + margin[$0]
        }
        && dominates(point.payoffs, end.payoffs)
    }
  }

  /// Sets the widest step and the number of gaps.
  private mutating func measureSteps() {
    widestStep = 0
    gapCount = 0
    let all = withGaps(search.found)
    for (p, q) in zip(search.found, search.found.dropFirst()) {
      let isGap =
        closed.contains(FrontLink(p, q))
        || all.contains {
          !$0.isReal && $0.payoffs[0] >= p.payoffs[0]
            && $0.payoffs[0] <= q.payoffs[0]
        }
      if isGap {
        gapCount += 1
      } else {
        widestStep = max(widestStep, search.distance(p, q))
      }
    }
  }

  /// The share of the points after which the others are spread over the
  /// segments instead of cutting them in two.
  private static var coarseness: Int { 5 }
  /// How often refinement starts over.
  private static var roundLimit: Int { 400 }
  /// How often pieces that were missed are looked for.
  private static var explorationRounds: Int { 6 }
  /// Segments up to this length, in extents, are not cut.
  private static var shortest: Double { 1e-7 }
  /// The share of a segment at either end within which a point is its end.
  private static var endShare: Double { 1e-4 }
}
