/// The end of a ray that meets a gap of the front: below a point of it, or to
/// the left of one.
struct FrontGap {
  /// The identity of that point.
  let owner: Int?
  /// The end of the ray, which is no point of the front.
  let end: CriticalPoint
}

/// Two neighbours on the front, by how much a point between them helps.
struct FrontSegment: Comparable {
  /// The neighbours' places in the list of points.
  let left: Int
  let right: Int
  /// How far they are apart, in extents of the front.
  let step: Double
  /// How much a point between them helps.
  let priority: Double

  static func < (a: FrontSegment, b: FrontSegment) -> Bool {
    (a.priority, b.left, b.right) < (b.priority, a.left, a.right)
  }
}

/// Two points in order, by their identities.
struct FrontLink: Hashable {
  private let left: Int?
  private let right: Int?

  /// The link from one point to another.
  init(_ p: CriticalPoint, _ q: CriticalPoint) { (left, right) = (p.id, q.id) }
}
