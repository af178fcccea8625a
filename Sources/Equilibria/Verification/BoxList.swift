import Games

/// Boxes of one dimension, stored one after the other, so that thousands are
/// looked through fast.
struct BoxList: Sendable {
  /// The lower and the upper end of each interval, box by box.
  private var ends: [Double] = []
  private var dimension = 0
  /// The number of boxes.
  private(set) var count = 0

  /// A list of boxes.
  ///
  /// - Precondition: All have the same dimension.
  init(_ boxes: [Box] = []) {
    for box in boxes { append(box) }
  }

  /// Adds a box.
  ///
  /// - Precondition: It has the dimension of the others.
  mutating func append(_ box: Box) {
    precondition(count == 0 || box.count == dimension, "another dimension")
    dimension = box.count
    for interval in box {
      ends.append(interval.lower)
      ends.append(interval.upper)
    }
    count += 1
  }

  /// A box.
  subscript(place: Int) -> Box {
    (0..<dimension).map { v in
      let (lower, upper) = interval(v, of: place)
      return Interval(lower: lower, upper: upper)
    }
  }

  /// Whether a box holds a profile.
  func holds(_ levels: [Double]) -> Bool {
    contains { v, lower, upper in lower <= levels[v] && levels[v] <= upper }
  }

  /// Whether a box holds another one.
  func holds(_ box: Box) -> Bool {
    contains { v, lower, upper in
      lower <= box[v].lower && box[v].upper <= upper
    }
  }

  /// Whether a box lies in another one, all of whose intervals of some variables
  /// it spans.
  func hasOne(in box: Box, spanning variables: Set<Int> = []) -> Bool {
    contains { v, lower, upper in
      variables.contains(v)
        ? lower <= box[v].lower && box[v].upper <= upper
        : box[v].lower <= lower && upper <= box[v].upper
    }
  }

  /// The places of the boxes that have a point in common with another one.
  func places(meeting box: Box) -> [Int] {
    (0..<count).filter { place in
      isTrue(of: place) { v, lower, upper in
        box[v].lower <= upper && lower <= box[v].upper
      }
    }
  }

  /// Whether some box has intervals all of which fulfil a condition.
  private func contains(
    _ condition: (_ variable: Int, _ lower: Double, _ upper: Double) -> Bool
  ) -> Bool {
    (0..<count).contains { isTrue(of: $0, condition) }
  }

  private func isTrue(
    of place: Int,
    _ condition: (_ variable: Int, _ lower: Double, _ upper: Double) -> Bool
  ) -> Bool {
    for v in 0..<dimension {
      let (lower, upper) = interval(v, of: place)
      if !condition(v, lower, upper) { return false }
    }
    return true
  }

  private func interval(_ variable: Int, of place: Int) -> (Double, Double) {
    let start = 2 * (place * dimension + variable)
    return (ends[start], ends[start + 1])
  }
}
