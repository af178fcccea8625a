import ArgumentParser

/// A range of numbers, written `0:0.6`.
struct NumberRange: ExpressibleByArgument {
  let range: ClosedRange<Double>

  init?(argument: String) {
    let ends = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = Double(ends[0]), let to = Double(ends[1]),
      from.isFinite, to.isFinite, from <= to
    else { return nil }
    range = from...to
  }
}
