import Games

// The front of two payoffs that are not concave consists of pieces, which may
// cross each other: neighbours on it may lie far apart in the strategies, and
// what was found between them be only the best nearby. So, once the front is
// traced, what else is known is compared with it, and pieces are followed past
// their neighbours.

extension ParetoSearch {
  /// Looks for pieces of the front that were missed, from profiles that are
  /// known and samples that lie off the pieces found, and beyond the ends of
  /// pieces; adds what it finds.
  ///
  /// - Precondition: There are two objectives.
  /// - Returns: Whether anything was found.
  /// - Complexity: A local search for each profile off the pieces, of which
  ///   there are none where the front is one curve; O(points²) otherwise.
  mutating func explore() -> Bool {
    guard solver.isDense,
      game.strategies.dimension <= GlobalMaximization.manyVariables
    else { return false }
    let count = found.count
    climbFromOffside()
    tidyOrder()
    followPieces()
    return found.count > count
  }

  /// Climbs from the known profiles and the samples that are off the front.
  private mutating func climbFromOffside() {
    for start in starts + spread(samples, count: Self.explorationLimit)
    where !explored.contains(start.levels) && !isExhausted && isOff(start) {
      explored.insert(start.levels)
      askWhetherToGoOn()
      let problem = PascolettiSerafini(
        reference: start.payoffs, direction: extents)
      take(solver.climb(problem, from: start))
    }
  }

  /// Puts the points in order; what is dominated stays.
  private mutating func tidyOrder() {
    found.sort { $0.payoffs.lexicographicallyPrecedes($1.payoffs) }
  }

  /// Solves for each point of the front from neighbours that lie far from it
  /// in the strategies: the neighbours' piece may reach beyond the point.
  private mutating func followPieces() {
    let front = nondominated(found)
    for k in front.indices.dropFirst()
    where levelDistance(front[k - 1], front[k]) > Self.stride {
      follow(front[k - 1], along: front[k...])
      follow(front[k], along: front[..<k].reversed())
    }
  }

  /// Follows a piece from one of its points past others' points, as far as
  /// Newton's method leads and the piece is in reach, until it meets a point of
  /// its own.
  private mutating func follow(
    _ start: CriticalPoint, along others: some Collection<CriticalPoint>
  ) {
    var last = start
    for other in others where !isInterrupted {
      askWhetherToGoOn()
      let problem = PascolettiSerafini(
        reference: other.payoffs, direction: extents)
      guard let next = step(from: last, to: problem),
        next.advance > -Self.reach,
        levelDistance(next, other) > ParetoFront.lead
      else { return }
      if next.advance > ParetoFront.lead { take(next) }
      last = next
    }
  }

  /// Newton's method from a point, in two steps if one does not do.
  private mutating func step(
    from last: CriticalPoint, to problem: PascolettiSerafini
  ) -> CriticalPoint? {
    if let next = proper(solver.correct(problem, from: last)) { return next }
    var half = problem
    for i in half.reference.indices {
      half.reference[i] = (half.reference[i] + last.payoffs[i]) / 2
    }
    guard let middle = proper(solver.correct(half, from: last)) else {
      return nil
    }
    return proper(solver.correct(problem, from: middle))
  }

  /// A point at which everybody's payoff counts; nil for another.
  private func proper(_ point: CriticalPoint?) -> CriticalPoint? {
    point.flatMap { $0.multipliers.allSatisfy { $0 > 0 } ? $0 : nil }
  }

  /// Adds a point if it says something new.
  private mutating func take(_ point: CriticalPoint) {
    if point.isSolved && isOff(point) { found.append(point) }
  }

  /// Whether a profile is off the pieces found: it dominates one of their
  /// points, or none dominates it and all lie far from it in the strategies.
  private func isOff(_ point: CriticalPoint) -> Bool {
    if found.contains(where: { surpasses(point, $0) }) { return true }
    return found.allSatisfy {
      levelDistance($0, point) > Self.pieceWidth && !reaches($0, point)
    }
  }

  /// Whether a point dominates another, clearly for somebody.
  private func surpasses(_ a: CriticalPoint, _ b: CriticalPoint) -> Bool {
    ParetoFront.surpasses(
      a.payoffs, b.payoffs, by: extents.map { $0 * ParetoFront.lead })
  }

  /// Whether everybody earns as much at a point as at another, but for
  /// rounding.
  private func reaches(_ a: CriticalPoint, _ b: CriticalPoint) -> Bool {
    extents.indices.allSatisfy {
      a.payoffs[$0] >= b.payoffs[$0] - ParetoFront.lead * extents[$0]
    }
  }

  /// How far two profiles are apart, in widths of the variables' bounds.
  private func levelDistance(_ a: CriticalPoint, _ b: CriticalPoint) -> Double {
    let space = game.strategies
    return a.levels.indices.reduce(0) { largest, v in
      let width = space.upperBounds[v] - space.lowerBounds[v]
      guard width > 0 else { return largest }
      return max(largest, abs(a.levels[v] - b.levels[v]) / width)
    }
  }

  /// How many samples are compared with the front.
  private static var explorationLimit: Int { 48 }
  /// How far from a point of the front, in widths of the bounds, a profile is
  /// on another piece.
  private static var pieceWidth: Double { 0.1 }
  /// How far apart in the strategies neighbours on the front may lie on
  /// different pieces.
  private static var stride: Double { 0.02 }
  /// How far behind the front, in extents, a piece is followed.
  private static var reach: Double { 0.2 }
}
