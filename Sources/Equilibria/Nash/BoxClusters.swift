import Games

extension [Box] {
  /// The boxes joined with those that they touch; as they are if they are very
  /// many.
  public var merged: [Box] {
    let hulls = BoxClusters(self).hulls
    return hulls.isEmpty ? self : hulls
  }
}

/// Boxes joined with those that they touch.
struct BoxClusters {
  /// The smallest box around each cluster.
  private(set) var hulls: [Box] = []

  /// Beyond this many boxes no clusters are formed: they are no isolated
  /// points.
  private static let limit = 1_000

  /// The clusters of some boxes. O(boxes · clusters).
  init(_ boxes: [Box]) {
    guard boxes.count <= Self.limit else { return }
    for box in boxes {
      var hull = box
      var apart: [Box] = []
      for other in hulls {
        if Self.touches(hull, other) {
          hull = zip(hull, other).map { $0.hull($1) }
        } else {
          apart.append(other)
        }
      }
      hulls = apart + [hull]
    }
  }

  /// Whether boxes meet, or are no farther apart than they are wide.
  private static func touches(_ a: Box, _ b: Box) -> Bool {
    zip(a, b).allSatisfy { first, second in
      let gap = max(first.lower - second.upper, second.lower - first.upper)
      return gap <= max(first.width, second.width)
    }
  }
}
