/// Which constraint stops a move along an edge.
///
/// Among the constraints that are met within the tolerance, the one that is
/// approached fastest keeps the edges well apart. Slacks, which are most of the
/// constraints and have no upper bound, are looked at eight at a time: whether
/// one of them falls below a value decides whether any of them matters.
///
/// Reference: Harris, Pivot selection methods of the Devex LP code,
/// Mathematical Programming 5, 1973.
struct RatioTest {
  private typealias Pair = SIMD2<Double>

  private let rates: UnsafeBufferPointer<Double>
  private let values: UnsafeBufferPointer<Double>
  private let lower: UnsafeBufferPointer<Double>
  private let upper: UnsafeBufferPointer<Double>
  private let levels: Int

  /// How many slacks are looked at at a time.
  private static let block = 8

  /// What stops a move; nil if nothing does before some length.
  ///
  /// - Parameters:
  ///   - rates: How fast levels and slacks change.
  ///   - values: Where they are.
  ///   - lower: Their lower bounds; those of slacks are zero.
  ///   - upper: Their upper bounds; slacks have none.
  ///   - levels: How many levels come before the slacks.
  ///   - length: How far the move may go.
  /// - Returns: The place of the level or slack.
  static func blocking(
    _ rates: [Double], _ values: [Double], _ lower: [Double],
    _ upper: [Double], levels: Int, before length: Double
  ) -> Int? {
    rates.withUnsafeBufferPointer { rates in
      values.withUnsafeBufferPointer { values in
        lower.withUnsafeBufferPointer { lower in
          upper.withUnsafeBufferPointer { upper in
            RatioTest(
              rates: rates, values: values, lower: lower, upper: upper,
              levels: levels
            ).blocking(before: length)
          }
        }
      }
    }
  }

  private func blocking(before length: Double) -> Int? {
    let limit = limit(before: length)
    return limit < length ? fastest(within: limit) : nil
  }

  /// How far the move can go if bounds give way by the tolerance.
  private func limit(before length: Double) -> Double {
    let tolerance = DualSimplex.tolerance
    var limit = length
    func look(at i: Int) {
      let room = room(i) + tolerance
      let speed = abs(rates[i])
      if speed > DualSimplex.leastRate, room < limit * speed {
        limit = room / speed
      }
    }
    for i in 0..<levels { look(at: i) }
    var start = levels
    while let end = nextBlock(
      from: &start, within: limit, fallingTo: -tolerance)
    {
      for i in start..<end { look(at: i) }
      start = end
    }
    return limit
  }

  /// The constraint that is approached fastest of those that are met.
  private func fastest(within limit: Double) -> Int? {
    var best: Int?
    var fastest = DualSimplex.leastRate
    func look(at i: Int) {
      let speed = abs(rates[i])
      if speed > fastest, room(i) <= limit * speed {
        (best, fastest) = (i, speed)
      }
    }
    for i in 0..<levels { look(at: i) }
    var start = levels
    while let end = nextBlock(from: &start, within: limit, fallingTo: 0) {
      for i in start..<end { look(at: i) }
      start = end
    }
    return best
  }

  /// The room of a level or a slack in the direction of its rate.
  @inline(__always)
  private func room(_ i: Int) -> Double {
    rates[i] < 0 ? values[i] - lower[i] : upper[i] - values[i]
  }

  /// The end of the next slacks of which one falls to a value within a limit;
  /// nil if none does. Their first one takes the place of `start`.
  @inline(__always)
  private func nextBlock(
    from start: inout Int, within limit: Double, fallingTo least: Double
  ) -> Int? {
    let count = rates.count
    while start &+ Self.block <= count {
      var low = Pair(repeating: .infinity)
      for i in Swift.stride(from: start, to: start &+ Self.block, by: 2) {
        let value =
          Pair(values[i], values[i &+ 1])
          + limit * Pair(rates[i], rates[i &+ 1])
        low.replace(with: value, where: value .< low)
      }
      if min(low[0], low[1]) <= least { return start &+ Self.block }
      start &+= Self.block
    }
    return start < count ? count : nil
  }
}
