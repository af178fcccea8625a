import LinearAlgebra

/// Prices of places and of hours that make the bound of a part of all
/// divisions small, by subgradients.
///
/// Where a firm is suggested for more topics than its limit, its places become
/// dearer; where more hours are wanted than offered, hours do. Steps are those
/// of Polyak towards the best welfare known; what is returned is the best
/// that was met. Any prices give a bound.
///
/// Reference: Held, Wolfe and Crowder, Validation of subgradient optimization,
/// Mathematical Programming 6, 1974.
struct MultiplierAscent {
  let problem: CollectionProblem
  let profits: [Matrix]
  /// The most steps.
  var steps: Int

  /// After this many steps without a better bound steps are halved.
  private static let patience = 4
  /// Steps smaller than this part of the first end the ascent.
  private static let leastScale = 1e-3

  /// The best prices and their duals.
  ///
  /// - Parameters:
  ///   - node: The part of all divisions, with prices to start from.
  ///   - target: The welfare to aim at.
  ///   - evaluations: The number of topics priced, counted up.
  /// - Returns: The prices of the least bound, and the duals there.
  func duals(
    of node: DivisionNode, target: Double, evaluations: inout Int
  ) -> (DivisionBound.Multipliers, DivisionDuals) {
    var multipliers = node.multipliers
    var duals = DivisionDuals(problem, profits, node, multipliers)
    var best = (multipliers, duals)
    var (scale, misses) = (1.0, 0)
    evaluations += problem.topics
    for _ in 0..<steps where scale > Self.leastScale {
      guard duals.bound > target,
        step(&multipliers, duals, scale * (duals.bound - target))
      else { break }
      duals = DivisionDuals(problem, profits, node, multipliers)
      evaluations += problem.topics
      misses += 1
      if duals.bound < best.1.bound {
        (best, misses) = ((multipliers, duals), 0)
      }
      if misses == Self.patience {
        (multipliers, duals) = best
        (scale, misses) = (scale / 2, 0)
      }
    }
    return best
  }

  /// Moves against the subgradient; false if there is none.
  private func step(
    _ multipliers: inout DivisionBound.Multipliers, _ duals: DivisionDuals,
    _ distance: Double
  ) -> Bool {
    let suggestion = duals.suggestion
    let counts = suggestion.topicCounts(firms: problem.firms)
    var slopes = problem.limits.indices.map {
      Double(problem.limits[$0] - counts[$0])
    }
    for j in slopes.indices where multipliers.places[j] == 0 && slopes[j] > 0 {
      slopes[j] = 0
    }
    let excess = spareHours(suggestion, at: multipliers.hour)
    let square = Vector.dot(slopes, slopes) + excess * excess
    guard square > 0 else { return false }
    let length = distance / square
    for j in slopes.indices {
      multipliers.places[j] = max(0, multipliers.places[j] - length * slopes[j])
    }
    if let range = problem.hourRange {
      let hour = multipliers.hour - length * excess
      multipliers.hour = min(max(hour, range.lowerBound), range.upperBound)
    }
    return true
  }

  /// The hours offered below a price less those wanted at it.
  private func spareHours(_ division: Division, at price: Double) -> Double {
    guard problem.hourRange != nil else { return 0 }
    let hours = problem.hours(division)
    return hours.indices.reduce(0) { sum, j in
      let cost = problem.market.costs[j]
      let offered = cost < price ? problem.market.offers[j] : 0
      return sum + offered - (cost > price ? hours[j] : 0)
    }
  }
}

extension CollectionProblem {
  /// The prices of an hour that can matter; nil if nobody works for others.
  var hourRange: ClosedRange<Double>? {
    let sellers = (0..<firms).filter { market.offers[$0] > 0 }
    guard let least = sellers.map({ market.costs[$0] }).min(),
      let greatest = market.costs.max(), work.contains(where: { $0 > 0 })
    else { return nil }
    return least...greatest
  }
}
