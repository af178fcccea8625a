import Scalars

/// A step function in the plane, given by its corners, and the lines that lie
/// on one side of all of them.
///
/// A set of points `(a, x)` that is covered by finitely many quadrants, each
/// `a ≥ a_j` and `x ≤ x_j`, lies below each line of rising slope that lies
/// above the corners `(a_j, x_j)`; so does the polygon through the corners.
@usableFromInline
struct Staircase: Sendable {
  /// A corner.
  @usableFromInline
  struct Corner: Sendable {
    @usableFromInline var a: Double
    @usableFromInline var x: Double

    @inlinable
    init(a: Double, x: Double) {
      self.a = a
      self.x = x
    }
  }

  /// A line `x = slope · a + offset`.
  @usableFromInline
  struct Line: Sendable {
    @usableFromInline var slope: Double
    @usableFromInline var offset: Double

    @inlinable
    init(slope: Double, offset: Double) {
      (self.slope, self.offset) = (slope, offset)
    }

    /// A level that the line does not exceed at some a.
    @inlinable
    func level(at a: Double) -> Double {
      (Interval(slope) * Interval(a) + Interval(offset)).upper
    }

    /// Where the line crosses another one, or the end of a range that is
    /// nearest to it.
    @inlinable
    func crossing(_ other: Line, from low: Double, to high: Double) -> Double {
      let a = (other.offset - offset) / (slope - other.slope)
      return a.isFinite ? min(max(a, low), high) : low
    }

    /// The line moved up until no corner lies above it.
    @inlinable
    func raised(above corners: [Corner]) -> Line {
      let least = corners.reduce(offset) {
        max($0, (Interval($1.x) - Interval(slope) * Interval($1.a)).upper)
      }
      return Line(slope: slope, offset: least)
    }
  }

  /// The corners, by rising a.
  @usableFromInline var corners: [Corner] = []

  @inlinable
  init() {}

  /// The corners in any order.
  @inlinable
  init(_ corners: [Corner]) {
    self.corners = corners.sorted { ($0.a, $0.x) < ($1.a, $1.x) }
  }

  /// The sides of the corners' convex hull that rise and lie above all
  /// corners.
  ///
  /// - Complexity: O(corners²).
  @usableFromInline
  var linesAbove: [Line] {
    var hull: [Corner] = []
    for corner in corners {
      while let last = hull.last {
        let isHidden =
          hull.count == 1
          ? last.a == corner.a && last.x <= corner.x
          : rise(hull[hull.count - 2], last) <= rise(last, corner)
        guard isHidden else { break }
        hull.removeLast()
      }
      hull.append(corner)
    }
    return zip(hull, hull.dropFirst()).compactMap { left, right in
      let slope = rise(left, right)
      guard slope > 0, slope.isFinite else { return nil }
      return Line(slope: slope, offset: -.infinity).raised(above: corners)
    }
  }

  /// The slope from one corner to another; infinite if they have the same a.
  private func rise(_ left: Corner, _ right: Corner) -> Double {
    left.a < right.a ? (right.x - left.x) / (right.a - left.a) : .infinity
  }
}
