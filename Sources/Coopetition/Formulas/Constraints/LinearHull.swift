import Games

/// What a linear condition with uncertain slopes leaves of a box.
enum LinearHull {
  /// Shrinks a box to where `value + Σ_w slopes_w (x_w − centre_w)` can be in
  /// the target.
  ///
  /// - Returns: False if it can nowhere be.
  static func shrink(
    _ box: inout Box, centre: [Double], value: Interval, slopes: [Interval],
    target: Interval
  ) -> Bool {
    let used = slopes.indices.filter { slopes[$0] != .zero }
    let terms = used.map { slopes[$0] * (box[$0] - Interval(centre[$0])) }
    var before = [value]
    for term in terms { before.append(before[before.count - 1] + term) }
    guard before[terms.count].intersection(target) != nil else { return false }
    var after = Interval.zero
    for k in terms.indices.reversed() {
      let v = used[k]
      let others = before[k] + after
      after += terms[k]
      guard !slopes[v].contains(Double.zero), others.isBounded,
        slopes[v].isBounded
      else {
        continue
      }
      let reach = (target - others) / slopes[v]
      guard
        let rest = box[v].intersection(Interval(centre[v]) + reach)
      else { return false }
      box[v] = rest
    }
    return true
  }
}
