import HeapModule

// Two players: once the segments are so short that the front is nearly
// straight along each, the points that are left are spread over them.

extension FrontCurve {
  /// Puts points into segments, as many into each as reduces what the
  /// staircase leaves out most: k points in a segment leave a (k + 1)th.
  mutating func spread(
    _ segments: [FrontSegment], over points: inout [CriticalPoint]
  ) {
    var shares = Heap(segments.map { FrontShare(segment: $0, count: 0) })
    for _ in points.count..<max(points.count, search.tracing.points) {
      guard let share = shares.popMax() else { return }
      shares.insert(
        FrontShare(segment: share.segment, count: share.count + 1))
    }
    for share in shares.unordered where share.count > 0 {
      fill(share.segment, with: share.count, in: &points)
    }
  }

  /// Puts points into a segment at even distances, from its left to its right.
  private mutating func fill(
    _ segment: FrontSegment, with count: Int, in points: inout [CriticalPoint]
  ) {
    let (p, q) = (points[segment.left], points[segment.right])
    var last = p
    for k in 1...count {
      let problem = Self.problem(
        from: p, to: q, share: Double(k) / Double(count + 1))
      guard !search.isCancelled else { return }
      var point = search.solve(
        problem, between: last, and: q, share: 1 / Double(count + 2 - k))
      guard !search.isInterrupted else { return }
      guard lies(point, between: last, q) else { return }
      search.identify(&point)
      points.append(point)
      last = point
    }
  }
}

/// A segment into which a number of points is to be put, by how much one more
/// helps: a priority A becomes A / (k + 1).
struct FrontShare: Comparable {
  let segment: FrontSegment
  let count: Int

  private var gain: Double {
    segment.priority / Double((count + 1) * (count + 2))
  }

  static func < (a: FrontShare, b: FrontShare) -> Bool {
    (a.gain, b.segment.left) < (b.gain, a.segment.left)
  }
}
