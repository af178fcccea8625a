import Games
import LinearAlgebra

/// Climbs along the gradient of the objective in many parameters, projected on
/// the constraints that bind.
///
/// The gradient is implicit: that of the branch of equilibria that counts.
/// After each step violated constraints are restored along their gradients;
/// steps that do not gain are halved.
struct ProjectedAscent {
  typealias Score = CommitmentSearch.Search.Score

  private let commitment: Commitment
  private let pool: EquilibriumPool
  private let score: ([Double]) -> Score
  private let widths: [Double]

  private static let stepLimit = 600
  /// The first and the last length of a step, as shares of the ranges.
  private static let firstStep = 0.1
  private static let lastStep = 1e-10
  private static let growth = 1.6
  /// A constraint binds if the step could reach it.
  private static let projections = 30
  private static let restorations = 8

  init(
    _ commitment: Commitment, _ pool: EquilibriumPool,
    score: @escaping ([Double]) -> Score
  ) {
    self.commitment = commitment
    self.pool = pool
    self.score = score
    widths = commitment.family.ranges.map {
      max($0.upperBound - $0.lowerBound, .leastNormalMagnitude)
    }
  }

  /// Where the climb from a point ends.
  func maximum(from start: [Double]) -> [Double] {
    var point = start
    var best = score(start)
    var step = Self.firstStep
    var slopes = derivatives(at: point)
    for _ in 0..<Self.stepLimit {
      guard step > Self.lastStep, !Cancellation.isRequested,
        let here = slopes,
        let direction = direction(here, at: point, step)
      else { break }
      let trial = restored(
        limited(point.indices.map { point[$0] + step * direction[$0] }))
      let found = score(trial)
      guard found > best else {
        step /= 2
        continue
      }
      (point, best) = (trial, found)
      step *= Self.growth
      slopes = derivatives(at: point)
    }
    return point
  }

  /// The gradient of the objective, and each constraint with its gradient,
  /// in units of the ranges.
  private struct Derivatives {
    var objective: [Double]
    var constraints: [(slack: Double, gradient: [Double])]
  }

  private func derivatives(at point: [Double]) -> Derivatives? {
    guard let local = pool.local(at: point) else { return nil }
    let box = point.map { Interval($0) }
    let counting = local.equilibria.min {
      abs($0.value - local.value) < abs($1.value - local.value)
    }
    guard let counting,
      let branch = BranchBound(
        commitment, through: counting.levels, at: point, over: box),
      let objective = gradient(branch, of: commitment.objective)
    else { return nil }
    let values = commitment.family.graph.payoffs(at: counting.levels + point)
    let constraints = commitment.constraints.compactMap { player in
      gradient(branch, of: player).map { (values[player], $0) }
    }
    return Derivatives(objective: objective, constraints: constraints)
  }

  private func gradient(_ branch: BranchBound, of player: Int) -> [Double]? {
    guard let slopes = branch.enclosure(of: player).slopes else { return nil }
    let gradient = zip(slopes, widths).map { $0.midpoint * $1 }
    return gradient.allSatisfy(\.isFinite) ? gradient : nil
  }

  /// The direction of a step, of length 1 in units of the ranges, scaled to
  /// the parameters; nil where nothing is to be gained.
  private func direction(
    _ slopes: Derivatives, at point: [Double], _ step: Double
  ) -> [Double]? {
    var direction = slopes.objective
    let binding = slopes.constraints.filter {
      $0.slack <= step * step * norm($0.gradient) + Self.lastStep
    }
    for _ in 0..<Self.projections {
      for (_, gradient) in binding {
        let square = gradient.reduce(0) { $0 + $1 * $1 }
        let along = zip(gradient, direction).reduce(0) { $0 + $1.0 * $1.1 }
        guard along < 0, square > 0 else { continue }
        for p in direction.indices {
          direction[p] -= along / square * gradient[p]
        }
      }
      for (p, range) in commitment.family.ranges.enumerated() {
        let leaves =
          point[p] <= range.lowerBound && direction[p] < 0
          || point[p] >= range.upperBound && direction[p] > 0
        if leaves { direction[p] = 0 }
      }
    }
    let length = norm(direction)
    guard length > 0, length.isFinite else { return nil }
    return zip(direction, widths).map { $0 / length * $1 }
  }

  private func norm(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func limited(_ point: [Double]) -> [Double] {
    zip(point, commitment.family.ranges).map {
      min(max($0, $1.lowerBound), $1.upperBound)
    }
  }

  /// A point moved along the gradients of violated constraints until none is.
  private func restored(_ start: [Double]) -> [Double] {
    var point = start
    for _ in 0..<Self.restorations {
      guard score(point).violation > 0,
        let violated = derivatives(at: point)?.constraints
          .min(by: { $0.slack < $1.slack }), violated.slack < 0
      else { break }
      let square = violated.gradient.reduce(0) { $0 + $1 * $1 }
      guard square > 0 else { break }
      // A little farther than linear, so that the end is not just outside.
      let move = -violated.slack * (1 + Self.margin) + Self.margin * Self.margin
      point = limited(
        point.indices.map {
          point[$0] + move / square * violated.gradient[$0] * widths[$0]
        })
    }
    return point
  }

  private static let margin = 1e-7
}
