import HeapModule

/// The directions that were followed, the points they led to, and the cells
/// between them.
struct FrontMesh {
  var directions: [[Double]] = []
  var points: [CriticalPoint] = []
  /// Whether all constraints bind at each point.
  var isProper: [Bool] = []
  /// Where the rays end, in extents from the reference.
  var ends: [[Double]] = []
  var cells = Heap<FrontCell>()
  /// The point at the middle of each edge that was cut, by its two ends.
  var middles: [[Int]: Int] = [:]
}

/// A simplex of directions, by the edge along which it is to be cut.
struct FrontCell: Comparable {
  var vertices: [Int]
  /// The ends of the edge, the first being the lower number.
  var first: Int
  var second: Int
  /// How far the ends of the edge are apart on the front.
  var step: Double
  /// How much a cut helps.
  var priority: Double

  static func < (a: FrontCell, b: FrontCell) -> Bool {
    (a.priority, b.first, b.second) < (b.priority, a.first, a.second)
  }

  static func == (a: FrontCell, b: FrontCell) -> Bool {
    a.vertices == b.vertices
  }
}
