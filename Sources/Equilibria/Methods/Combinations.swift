/// The subsets of a size of 0..<count, each rising, in lexicographic order.
package struct Combinations: Sequence, IteratorProtocol {
  private let count: Int
  private var upcoming: [Int]?

  /// The subsets of a size.
  ///
  /// - Precondition: the size is not negative and at most the count.
  package init(of count: Int, choosing size: Int) {
    precondition(size >= 0 && size <= count, "no subset is so large")
    self.count = count
    upcoming = Array(0..<size)
  }

  /// How many subsets there are; the largest integer if they are more.
  package static func count(of count: Int, choosing size: Int) -> Int {
    var result = 1
    for k in 0..<Swift.min(size, count - size) {
      let (product, overflows) = result.multipliedReportingOverflow(
        by: count - k)
      guard !overflows else { return Int.max }
      result = product / (k + 1)
    }
    return result
  }

  /// The next subset; nil after the last.
  package mutating func next() -> [Int]? {
    guard let current = upcoming else { return nil }
    var following = current
    let size = current.count
    guard
      let place = current.indices.last(where: {
        current[$0] < count - size + $0
      })
    else {
      upcoming = nil
      return current
    }
    following[place] += 1
    for k in following.indices[(place + 1)...] {
      following[k] = following[k - 1] + 1
    }
    upcoming = following
    return current
  }
}
