import Games
import LinearAlgebra

// Local searches from the best commitment known. They judge by what Newton's
// method finds; where they end is judged anew, by a complete search.
extension CommitmentSearch.Search {
  /// How good a commitment is, locally: first feasible, then the value.
  struct Score: Comparable {
    var violation: Double
    var value: Double

    static func < (a: Score, b: Score) -> Bool {
      a.violation != b.violation
        ? a.violation > b.violation : a.value < b.value
    }

    static let none = Score(violation: .infinity, value: -.infinity)
  }

  /// How often a local search is repeated, when judging its end finds
  /// equilibria that it did not know.
  private static let rounds = 3
  /// Up to this number of parameters one is searched inside the other.
  private static let nestedParameters = 2

  /// Improves the commitment known as far as local searches go.
  mutating func polish() {
    for _ in 0..<Self.rounds {
      guard let before = incumbent,
        parameters.monitor.continues(
          "boxes of settings", done: work.boxes)
      else {
        return
      }
      let local = pool
      let score: ([Double]) -> Score = { point in
        guard !Cancellation.isRequested, let here = local.local(at: point)
        else { return .none }
        return Score(violation: max(0, here.violation), value: here.value)
      }
      let end =
        commitment.family.parameterCount <= Self.nestedParameters
        ? NestedSearch(commitment.family.ranges, score: score)
          .maximum(from: before.parameters)
        : ProjectedAscent(commitment, local, score: score)
          .maximum(from: before.parameters)
      if settle(at: end, score) { return }
    }
  }

  /// Judges where a local search ended; where that is next to a jump or on a
  /// constraint, on the safe side of it. True unless equilibria turned up that
  /// it did not know.
  private mutating func settle(
    at end: [Double], _ score: ([Double]) -> Score
  ) -> Bool {
    let expected = score(end)
    guard expected.violation == 0 else { return true }
    let edge = edge(at: end, score)
    for step in edge?.steps ?? [0] {
      let point = stepped(from: end, along: edge?.inward, by: step)
      guard score(point).violation == 0 else { continue }
      let judged = judge(point)
      guard judged.isComplete || commitment.selection == .best else {
        continue
      }
      if !judged.isFeasible, pool.local(at: point)?.violation ?? 1 <= 0 {
        continue  // Feasible but for rounding.
      }
      offer(judged, isAttained: edge?.isJump != true)
      let lacking = expected.value - (judged.value ?? -.infinity)
      return lacking <= Self.jump * sizeRead
    }
    return true
  }

  /// Where a jump or a constraint lies next to a point.
  private struct Edge {
    /// The direction away from it.
    var inward: [Double]
    /// Whether equilibria appear or vanish; otherwise a constraint binds.
    var isJump: Bool

    /// How far from it judging is tried, as shares of the ranges.
    var steps: [Double] {
      isJump
        ? [1e-9, 1e-8, 1e-7, 3e-7, 1e-6] : [0, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8]
    }
  }

  /// How far an edge is looked for.
  private static let look = 1e-7
  /// A change over that distance that counts as a jump, relative to the size of
  /// the number that is read.
  private static let jump = 1e-4

  /// The edge next to a point; nil if there is none.
  private func edge(at point: [Double], _ score: ([Double]) -> Score) -> Edge? {
    let here = score(point)
    var edge = Edge(inward: point.map { _ in 0 }, isJump: false)
    for p in point.indices {
      for sign in [-1.0, 1] {
        var side = point.map { _ in 0.0 }
        side[p] = sign
        let there = score(stepped(from: point, along: side, by: Self.look))
        let change = max(
          there.violation - here.violation, here.value - there.value)
        let isJump = change > Self.jump * sizeRead
        guard isJump || there.violation > here.violation else { continue }
        edge.inward[p] = -sign
        edge.isJump = edge.isJump || isJump
      }
    }
    return edge.inward.contains { $0 != 0 } ? edge : nil
  }

  private func stepped(
    from point: [Double], along direction: [Double]?, by step: Double
  ) -> [Double] {
    guard let direction else { return point }
    return point.indices.map { p in
      let range = commitment.family.ranges[p]
      let moved =
        point[p] + direction[p] * step * (range.upperBound - range.lowerBound)
      return min(max(moved, range.lowerBound), range.upperBound)
    }
  }
}

/// The maximum of a function of one or two parameters near a point, by golden
/// section, one parameter inside the other: kinks and jumps are welcome.
private struct NestedSearch {
  typealias Score = CommitmentSearch.Search.Score

  let ranges: [ClosedRange<Double>]
  let score: ([Double]) -> Score

  /// The half widths of the brackets, one after the other, as shares of the
  /// ranges.
  private static let reaches = [0.1, 1e-3, 1e-5, 1e-7, 1e-9]
  /// How often a bracket is moved on to an end at which the maximum lies.
  private static let moves = 10
  /// How often a bracket is cut: to less than the next one.
  private static let cuts = 14

  init(_ ranges: [ClosedRange<Double>], score: @escaping ([Double]) -> Score) {
    self.ranges = ranges
    self.score = score
  }

  func maximum(from start: [Double]) -> [Double] {
    var best = start
    for reach in Self.reaches {
      for _ in 0..<Self.moves {
        let (point, isInside) = maximum(about: best, 0, reach)
        let isBetter = score(point) > score(best)
        if isBetter { best = point }
        if isInside || !isBetter { break }
      }
    }
    return best
  }

  /// The maximum over the parameters from one on, within a bracket about a
  /// point; whether it lies inside the bracket of the first.
  private func maximum(
    about point: [Double], _ p: Int, _ reach: Double
  ) -> (point: [Double], isInside: Bool) {
    let range = ranges[p]
    let width = range.upperBound - range.lowerBound
    let low = max(range.lowerBound, point[p] - reach * width)
    let high = min(range.upperBound, point[p] + reach * width)
    func inner(_ value: Double) -> [Double] {
      var other = point
      other[p] = value
      guard p + 1 < ranges.count else { return other }
      return maximum(about: other, p + 1, reach).point
    }
    let best = GoldenSection(cuts: Self.cuts).maximum(over: low...high) {
      let other = inner($0)
      return (other, score(other))
    }
    let edge = Self.edge * (high - low)
    let isInside =
      best[p] - low > edge && high - best[p] > edge
      || best[p] - range.lowerBound <= edge
      || range.upperBound - best[p] <= edge
    return (best, isInside)
  }

  /// The share of a bracket next to its ends that counts as an end.
  private static let edge = 1e-3
}

/// Golden section for a function that rises to its maximum and falls from it,
/// with jumps or without.
///
/// Reference: Kiefer, Proceedings of the AMS 4, 1953.
private struct GoldenSection {
  let cuts: Int

  private static let ratio = (5.0.squareRoot() - 1) / 2

  /// Where the best score was seen, the ends of the range included.
  func maximum<Score: Comparable>(
    over range: ClosedRange<Double>,
    _ evaluate: (Double) -> (point: [Double], score: Score)
  ) -> [Double] {
    var (low, high) = (range.lowerBound, range.upperBound)
    var best = evaluate(low)
    func seen(_ x: Double) -> Score {
      let here = evaluate(x)
      if here.score > best.score { best = here }
      return here.score
    }
    guard high > low else { return best.point }
    _ = seen(high)
    var left = high - Self.ratio * (high - low)
    var right = low + Self.ratio * (high - low)
    var (leftScore, rightScore) = (seen(left), seen(right))
    for _ in 0..<cuts {
      if leftScore < rightScore {
        (low, left, leftScore) = (left, right, rightScore)
        right = low + Self.ratio * (high - low)
        rightScore = seen(right)
      } else {
        (high, right, rightScore) = (right, left, leftScore)
        left = high - Self.ratio * (high - low)
        leftScore = seen(left)
      }
    }
    return best.point
  }
}
