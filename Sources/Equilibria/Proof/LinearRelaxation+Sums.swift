import Games
import LinearAlgebra

// Some conditions depend on the least value of a sum, which the others bound
// better than the intervals of its levels do.
extension LinearRelaxation {
  /// Raises the least values of sums.
  mutating func tighten(_ sums: inout [LinearSum], in box: inout Box) -> Step {
    watched = sums.map { ($0, .infinity) }
    noteSums()
    defer { sums = watched.map(\.sum) }
    for k in watched.indices where !Cancellation.isRequested && isPromising(k) {
      let (step, least) = least(of: watched[k].sum.terms, in: &box)
      guard step == .bounded else { return step }
      watched[k].sum.least = max(watched[k].sum.least, least)
    }
    return .bounded
  }

  /// Whether no vertex comes near what is known of a sum.
  private func isPromising(_ index: Int) -> Bool {
    let (sum, least) = watched[index]
    let width = sum.terms.reduce(0) {
      $0 + $1.coefficient.magnitude * origin[$1.variable].width
    }
    return least > sum.least + Self.nearness * width
  }

  /// Keeps the least values of the sums that are watched at vertices.
  mutating func noteSums() {
    for k in watched.indices {
      var value = 0.0
      for term in watched[k].sum.terms {
        let interval = origin[term.variable]
        let share = program.values[term.variable]
        value +=
          term.coefficient.midpoint * (interval.lower + share * interval.width)
      }
      watched[k].least = min(watched[k].least, value)
    }
  }
}
