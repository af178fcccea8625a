import Games

/// A box that branch and bound has still to examine; the larger bound comes
/// first, then the older box.
struct OpenBox: Comparable {
  let box: Box
  /// No value over the box is greater.
  let bound: Double
  /// How many boxes were created before this one.
  let order: Int

  static func < (a: OpenBox, b: OpenBox) -> Bool {
    (a.bound, -a.order) < (b.bound, -b.order)
  }

  static func == (a: OpenBox, b: OpenBox) -> Bool { a.order == b.order }
}
