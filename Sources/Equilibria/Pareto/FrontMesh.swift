import Games
import HeapModule

/// The front between three players and more: a mesh of simplices.
///
/// The front beyond a point a that lies below it is the image of the positive
/// directions r, by the problem with reference a and direction r. The
/// directions form a simplex; it is cut in two at the middle of the edge whose
/// ends are farthest apart, again and again. Ends are where the rays leave what
/// is attainable or worse than attainable, `a + t r`: that surface is
/// continuous, even where the front is not. Where not all constraints bind it
/// is no part of the front and is refined less.
struct FrontMesh<G: Game> {
  /// What is known.
  private(set) var search: ParetoSearch<G>
  /// The longest edge of a simplex on the front.
  private(set) var widestStep = 0.0
  /// The point a.
  private let low: [Double]
  /// The directions that were followed.
  private var directions: [[Double]] = []
  /// The points they led to; a point is known by its place.
  private var points: [CriticalPoint] = []
  /// Whether all constraints bind at each point.
  private var isProper: [Bool] = []
  /// Where the rays end, in extents from the reference.
  private var ends: [[Double]] = []
  private var cells = Heap<FrontCell>()
  /// The point at the middle of each edge that was cut, by its two ends.
  private var middles: [[Int]: Int] = [:]

  /// A mesh beyond a point below those that a search started with.
  init(_ search: ParetoSearch<G>) {
    self.search = search
    self.search.tidy()
    let (found, extents) = (self.search.found, search.extents)
    low = extents.indices.map { i in
      found.reduce(.infinity) { min($0, $1.payoffs[i]) }
        - Self.margin * extents[i]
    }
  }

  /// Refines the simplex of directions until what was asked for is reached.
  mutating func refine() {
    for direction in Self.corners(players: search.extents.count) {
      addVertex(direction)
    }
    insert(Array(points.indices))
    var distinct = search.found.count
    while let worst = cells.popMax() {
      guard worst.priority > Self.shortestEdge else { break }
      let isFine = search.tracing.resolution.map { worst.step <= $0 } ?? true
      if distinct >= search.tracing.points && isFine || search.isExhausted {
        cells.insert(worst)
        break
      }
      if cut(worst) { distinct += 1 }
    }
    widestStep = cells.unordered.reduce(0) { max($0, $1.step) }
    repair()
    let inside = points.indices.filter { isProper[$0] }
    search.found = search.nondominated(search.found + inside.map { points[$0] })
  }

  /// Cuts a cell at the middle of its longest edge; returns whether that gave
  /// a new point.
  private mutating func cut(_ cell: FrontCell) -> Bool {
    let edge = [cell.first, cell.second]
    var isNew = false
    let middle: Int
    if let known = middles[edge] {
      middle = known
    } else {
      let (a, b) = (directions[cell.first], directions[cell.second])
      let direction = zip(a, b).map { ($0 + $1) / 2 }
      middle = points.count
      addVertex(direction, between: cell.first, cell.second)
      middles[edge] = middle
      isNew = isProper[middle]
    }
    for end in edge {
      insert(cell.vertices.map { $0 == end ? middle : $0 })
    }
    return isNew
  }

  /// Solves the problem of a direction and adds it to the mesh.
  private mutating func addVertex(
    _ direction: [Double], between first: Int? = nil, _ second: Int? = nil
  ) {
    let problem = problem(direction)
    let known = search.found.max {
      problem.advance(of: $0.payoffs) < problem.advance(of: $1.payoffs)
    }
    guard let start = known else { return }
    let a = first.map { points[$0] } ?? start
    let b = second.map { points[$0] } ?? start
    let point = search.solve(problem, between: a, and: b)
    let share = zip(point.multipliers, search.extents).map { $0 * $1 }
    let idle = Self.idleShare * share.reduce(0, +)
    let slack = problem.slack(of: point.payoffs)
    let isProper =
      share.allSatisfy { $0 > idle } && slack <= Self.leastSlack
    if !isProper { search.found.append(proper(point)) }
    let advance = problem.advance(of: point.payoffs)
    points.append(point)
    directions.append(direction)
    self.isProper.append(isProper)
    ends.append(direction.map { $0 * advance })
  }

  private func problem(_ direction: [Double]) -> PascolettiSerafini {
    PascolettiSerafini(
      reference: low, direction: zip(direction, search.extents).map { $0 * $1 })
  }

  /// Adds a cell by its longest edge.
  private mutating func insert(_ vertices: [Int]) {
    var longest = FrontCell(
      vertices: vertices, first: 0, second: 0, step: 0, priority: -1)
    for (k, i) in vertices.enumerated() {
      for j in vertices[(k + 1)...] {
        let turn = zip(directions[i], directions[j])
          .reduce(0) { max($0, abs($1.0 - $1.1)) }
        let step = zip(ends[i], ends[j])
          .reduce(0) { max($0, abs($1.0 - $1.1)) }
        let priority = max(step, Self.exploration * turn)
        guard priority > longest.priority else { continue }
        longest.first = min(i, j)
        longest.second = max(i, j)
        longest.step = isProper[i] && isProper[j] ? step : 0
        longest.priority = priority
      }
    }
    if !vertices.contains(where: { isProper[$0] }) {
      longest.priority *= Self.outsideShare
    }
    cells.insert(longest)
  }

  /// Solves again from a point of another direction that lies farther out.
  private mutating func repair() {
    for k in points.indices {
      let problem = problem(directions[k])
      let own = problem.advance(of: points[k].payoffs)
      let best = (search.found + points).max {
        problem.advance(of: $0.payoffs) < problem.advance(of: $1.payoffs)
      }
      guard let best,
        problem.advance(of: best.payoffs) > own + Self.shortestEdge
      else { continue }
      points[k] = search.solver.climb(problem, from: best)
    }
  }

  /// A point at which everybody's payoff counts: where a constraint does not
  /// bind, the payoff behind it may still rise at next to no cost for others.
  private func proper(_ point: CriticalPoint) -> CriticalPoint {
    let floor = point.payoffs.indices.map {
      point.payoffs[$0] - Self.sacrifice * search.extents[$0]
    }
    let product = GuardedSum.product(over: floor)
    guard search.solver.isDense else { return point }
    let local = BoundedMaximization(denseLimit: search.tracing.denseLimit)
    let maximum = local.maximize(
      JointObjective(search.game, product), from: point.levels)
    guard maximum.value.isFinite,
      var better = search.solver.point(at: maximum.levels)
    else { return point }
    better.multipliers = product.slopes(at: better.payoffs)
    better.residual = search.solver.residual(
      at: better.levels, weights: better.multipliers)
    return better
  }

  /// The corners of a simplex of positive directions, in extents, that holds
  /// every direction from the lowest point to the front.
  private static func corners(players: Int) -> [[Double]] {
    let small = margin / Double(2 * (players - 1))
    return (0..<players).map { i in
      (0..<players).map {
        ($0 == i ? 1 : small) / (1 + small * Double(players - 1))
      }
    }
  }

  /// How far below the front, in extents, directions start.
  private static var margin: Double { 0.1 }
  /// The length of an edge on the front, in extents, that is not cut.
  private static var shortestEdge: Double { 1e-7 }
  /// How much a cell outside the front counts beside one on it.
  private static var outsideShare: Double { 0.15 }
  /// How much the angle between two directions counts beside the distance of
  /// their points.
  private static var exploration: Double { 0.1 }
  /// The share of the multipliers up to which a constraint is idle.
  private static var idleShare: Double { 1e-6 }
  /// The distance from a constraint, in extents, from which on it is idle.
  private static var leastSlack: Double { 1e-6 }
  /// What anybody gives up, in extents, for others to gain.
  private static var sacrifice: Double { 1e-6 }
}
