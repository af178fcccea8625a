/// The end of a ray that meets a gap of the front: below a point of it, or to
/// the left of one.
struct FrontGap {
  /// The payoffs of that point.
  let owner: [Double]
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
