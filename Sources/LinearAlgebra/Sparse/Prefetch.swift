internal import CLAPACKE

extension UnsafePointer<Double> {
  /// Asks for the numbers at some places ahead of their use, so that they are
  /// in the cache by then; nothing waits for them.
  ///
  /// - Complexity: O(places).
  public func prefetch(_ places: UnsafeBufferPointer<Int32>) {
    for place in places { coopetition_prefetch(self + Int(place)) }
  }
}
