/// The normalised equilibria of a game with linear marginal payoffs and shared
/// linear constraints, by trying every set of what binds.
///
/// `F = a + M x` in the box, `W x ≤ r`; for each choice of variables at a bound
/// and of constraints that bind, a linear system gives levels and multipliers,
/// which are kept if all signs are right.
struct ActiveSetEnumeration {
  let constant: [Double]
  let matrix: [[Double]]
  let bounds: ClosedRange<Double>
  let weights: [[Double]]
  let limits: [Double]

  private static let tolerance = 1e-9

  /// The levels, each profile once.
  var equilibria: [[Double]] {
    let n = constant.count
    var found: [[Double]] = []
    var places = [Int](repeating: 0, count: n)
    repeat {
      for set in 0..<(1 << limits.count) {
        let binding = limits.indices.filter { set >> $0 & 1 == 1 }
        guard let levels = levels(places, binding) else { continue }
        let isNew = !found.contains {
          zip($0, levels).allSatisfy { abs($0 - $1) < 1e-7 }
        }
        if isNew { found.append(levels) }
      }
    } while Self.advance(&places)
    return found
  }

  /// Counts through 0, 1, 2 in every place: at the lower bound, at the upper
  /// one, between them.
  private static func advance(_ places: inout [Int]) -> Bool {
    for k in places.indices {
      places[k] += 1
      if places[k] < 3 { return true }
      places[k] = 0
    }
    return false
  }

  private func levels(_ places: [Int], _ binding: [Int]) -> [Double]? {
    let n = constant.count
    let size = n + binding.count
    var system: [[Double]] = []
    for v in 0..<n {
      var row = [Double](repeating: 0, count: size + 1)
      switch places[v] {
      case 0: (row[v], row[size]) = (1, bounds.lowerBound)
      case 1: (row[v], row[size]) = (1, bounds.upperBound)
      default:
        for w in 0..<n { row[w] = matrix[v][w] }
        for (k, c) in binding.enumerated() { row[n + k] = -weights[c][v] }
        row[size] = -constant[v]
      }
      system.append(row)
    }
    for c in binding {
      system.append(
        weights[c] + [Double](repeating: 0, count: binding.count)
          + [limits[c]])
    }
    guard let solution = LinearElimination.solve(system) else { return nil }
    let levels = Array(solution.prefix(n))
    let multipliers = Array(solution.dropFirst(n))
    return holds(levels, multipliers, places, binding) ? levels : nil
  }

  private func holds(
    _ levels: [Double], _ multipliers: [Double], _ places: [Int],
    _ binding: [Int]
  ) -> Bool {
    let slack = Self.tolerance
    guard multipliers.allSatisfy({ $0 >= -slack }) else { return false }
    for (c, limit) in limits.enumerated() {
      let use = zip(weights[c], levels).reduce(0) { $0 + $1.0 * $1.1 }
      if use > limit + slack { return false }
    }
    for v in levels.indices {
      var slope = constant[v]
      for w in levels.indices { slope += matrix[v][w] * levels[w] }
      for (k, c) in binding.enumerated() {
        slope -= weights[c][v] * multipliers[k]
      }
      switch places[v] {
      case 0: if slope > slack { return false }
      case 1: if slope < -slack { return false }
      default:
        let isInside =
          bounds.lowerBound - slack <= levels[v]
          && levels[v] <= bounds.upperBound + slack
        if !isInside { return false }
      }
    }
    return true
  }
}
