import Games
import HeapModule

// Three players and more: the front beyond a point a that lies below it is
// the image of the positive directions r, by the problem with reference a and
// direction r. The directions form a simplex; it is cut in two at the middle
// of the edge whose ends are farthest apart, again and again. Ends are where
// the rays leave what is attainable or worse than attainable, `a + t r`: that
// surface is continuous, even where the front is not. Where not all
// constraints bind it is no part of the front and is refined less.

extension ParetoSearch {
  /// Refines a simplex of directions until what was asked for is reached.
  mutating func refineSimplices() {
    var mesh = FrontMesh()
    found = nondominated(found)
    let low = extents.indices.map { i in
      found.reduce(.infinity) { min($0, $1.payoffs[i]) }
        - Self.margin * extents[i]
    }
    for direction in Self.corners(players: extents.count) {
      addVertex(direction, from: low, to: &mesh)
    }
    insert(Array(mesh.points.indices), into: &mesh)
    var distinct = found.count
    while let worst = mesh.cells.popMax() {
      guard worst.priority > Self.shortestEdge else { break }
      let isFine = tracing.resolution.map { worst.step <= $0 } ?? true
      if distinct >= tracing.points && isFine || isExhausted {
        mesh.cells.insert(worst)
        break
      }
      if cut(worst, of: &mesh, from: low) { distinct += 1 }
    }
    widestStep = mesh.cells.unordered.reduce(0) { max($0, $1.step) }
    repair(&mesh, from: low)
    let inside = mesh.points.indices.filter { mesh.isProper[$0] }
    found = nondominated(found + inside.map { mesh.points[$0] })
  }

  /// Cuts a cell at the middle of its longest edge; returns whether that gave
  /// a new point.
  private mutating func cut(
    _ cell: FrontCell, of mesh: inout FrontMesh, from low: [Double]
  ) -> Bool {
    let edge = [cell.first, cell.second]
    var isNew = false
    let middle: Int
    if let known = mesh.middles[edge] {
      middle = known
    } else {
      let (a, b) = (mesh.directions[cell.first], mesh.directions[cell.second])
      let direction = zip(a, b).map { ($0 + $1) / 2 }
      middle = mesh.points.count
      addVertex(
        direction, from: low, to: &mesh, between: cell.first, cell.second)
      mesh.middles[edge] = middle
      isNew = mesh.isProper[middle]
    }
    for end in edge {
      insert(cell.vertices.map { $0 == end ? middle : $0 }, into: &mesh)
    }
    return isNew
  }

  /// Solves the problem of a direction and adds it to the mesh.
  private mutating func addVertex(
    _ direction: [Double], from low: [Double], to mesh: inout FrontMesh,
    between first: Int? = nil, _ second: Int? = nil
  ) {
    let problem = problem(direction, from: low)
    let known = found.max {
      problem.advance(of: $0.payoffs) < problem.advance(of: $1.payoffs)
    }
    guard let start = known else { return }
    let a = first.map { mesh.points[$0] } ?? start
    let b = second.map { mesh.points[$0] } ?? start
    let point = solve(problem, between: a, and: b)
    let share = zip(point.multipliers, extents).map { $0 * $1 }
    let idle = Self.idleShare * share.reduce(0, +)
    let slack = problem.slack(of: point.payoffs)
    let isProper =
      share.allSatisfy { $0 > idle } && slack <= Self.leastSlack
    if !isProper { found.append(proper(point)) }
    let advance = problem.advance(of: point.payoffs)
    mesh.points.append(point)
    mesh.directions.append(direction)
    mesh.isProper.append(isProper)
    mesh.ends.append(direction.map { $0 * advance })
  }

  private func problem(
    _ direction: [Double], from low: [Double]
  ) -> PascolettiSerafini {
    PascolettiSerafini(
      reference: low, direction: zip(direction, extents).map { $0 * $1 })
  }

  /// Adds a cell by its longest edge.
  private func insert(_ vertices: [Int], into mesh: inout FrontMesh) {
    var longest = FrontCell(
      vertices: vertices, first: 0, second: 0, step: 0, priority: -1)
    for (k, i) in vertices.enumerated() {
      for j in vertices[(k + 1)...] {
        let turn = zip(mesh.directions[i], mesh.directions[j])
          .reduce(0) { max($0, abs($1.0 - $1.1)) }
        let step = zip(mesh.ends[i], mesh.ends[j])
          .reduce(0) { max($0, abs($1.0 - $1.1)) }
        let priority = max(step, Self.exploration * turn)
        guard priority > longest.priority else { continue }
        longest.first = min(i, j)
        longest.second = max(i, j)
        longest.step = mesh.isProper[i] && mesh.isProper[j] ? step : 0
        longest.priority = priority
      }
    }
    if !vertices.contains(where: { mesh.isProper[$0] }) {
      longest.priority *= Self.outsideShare
    }
    mesh.cells.insert(longest)
  }

  /// Solves again from a point of another direction that lies farther out.
  private mutating func repair(_ mesh: inout FrontMesh, from low: [Double]) {
    for k in mesh.points.indices {
      let problem = problem(mesh.directions[k], from: low)
      let own = problem.advance(of: mesh.points[k].payoffs)
      let best = (found + mesh.points).max {
        problem.advance(of: $0.payoffs) < problem.advance(of: $1.payoffs)
      }
      guard let best,
        problem.advance(of: best.payoffs) > own + Self.shortestEdge
      else { continue }
      mesh.points[k] = solver.climb(problem, from: best)
    }
  }

  /// A point at which everybody's payoff counts: where a constraint does not
  /// bind, the payoff behind it may still rise at next to no cost for others.
  private func proper(_ point: CriticalPoint) -> CriticalPoint {
    let floor = point.payoffs.indices.map {
      point.payoffs[$0] - Self.sacrifice * extents[$0]
    }
    let product = GuardedSum.product(over: floor)
    guard solver.isDense else { return point }
    let local = BoundedMaximization(denseLimit: tracing.denseLimit)
    let maximum = local.maximize(
      JointObjective(game, product), from: point.levels)
    guard maximum.value.isFinite, var better = solver.point(at: maximum.levels)
    else { return point }
    better.multipliers = product.slopes(at: better.payoffs)
    better.residual = solver.residual(
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
