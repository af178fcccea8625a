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
