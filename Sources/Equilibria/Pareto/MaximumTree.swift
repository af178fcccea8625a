/// The largest value over all keys from a given one on, for keys known
/// beforehand: a Fenwick tree of maxima over the keys in falling order.
struct MaximumTree {
  private let keys: [Double]
  private var maxima: [Double]

  init(_ keys: [Double]) {
    self.keys = Set(keys).sorted(by: >)
    maxima = Array(repeating: -.infinity, count: self.keys.count + 1)
  }

  /// The largest value at keys of at least `key`; nil if there is none.
  ///
  /// - Complexity: O(log n).
  func maximum(from key: Double) -> Double? {
    var position = rank(key)
    var largest: Double?
    while position > 0 {
      if maxima[position] > largest ?? -.infinity {
        largest = maxima[position]
      }
      position -= position & -position
    }
    return largest
  }

  /// Puts a value at a key.
  ///
  /// - Complexity: O(log n).
  mutating func insert(_ value: Double, at key: Double) {
    var position = rank(key)
    while position < maxima.count {
      maxima[position] = max(maxima[position], value)
      position += position & -position
    }
  }

  /// How many keys are at least `key`.
  private func rank(_ key: Double) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] >= key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
