/// Pearson's correlation of two lists; nil if either has one value only.
///
/// - Precondition: the lists are equally long.
/// - Complexity: O(length).
func correlation(_ x: [Double], _ y: [Double]) -> Double? {
  precondition(x.count == y.count, "the lists must be equally long")
  guard !isFlat(x) && !isFlat(y) else { return nil }
  let (meanX, meanY) = (mean(x), mean(y))
  var (xx, xy, yy) = (0.0, 0.0, 0.0)
  for (x, y) in zip(x, y) {
    let (dx, dy) = (x - meanX, y - meanY)
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  return xy / (xx.squareRoot() * yy.squareRoot())
}

/// Spearman's correlation: Pearson's of the ranks; nil if a list has one value
/// only.
///
/// - Complexity: O(length · log length).
func rankCorrelation(_ x: [Double], _ y: [Double]) -> Double? {
  correlation(ranks(x), ranks(y))
}

/// The rank of each number from 1 up; equal numbers share their mean rank.
func ranks(_ numbers: [Double]) -> [Double] {
  let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
  var result = Array(repeating: 0.0, count: numbers.count)
  var start = 0
  while start < order.count {
    let value = numbers[order[start]]
    let end = order[start...].firstIndex { numbers[$0] != value }
    let tied = start..<(end ?? order.count)
    let rank = Double(tied.lowerBound + tied.upperBound + 1) / 2
    for place in tied { result[order[place]] = rank }
    start = tied.upperBound
  }
  return result
}

private func mean(_ numbers: [Double]) -> Double {
  numbers.reduce(0, +) / Double(numbers.count)
}

private func isFlat(_ numbers: [Double]) -> Bool {
  numbers.allSatisfy { $0 == numbers[0] }
}
