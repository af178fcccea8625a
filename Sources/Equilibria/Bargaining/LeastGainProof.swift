import Games
import HeapModule

/// A proven bound on the least gain, `max_x min_i (u_i(x) − a_i) / r_i`, by
/// branch and bound with interval arithmetic.
///
/// Over a box the least gain is at most the gain of any one player, and at
/// most any weighted mean of the gains; with the multipliers of a maximum as
/// weights the mean is sharp near it. Tangents of the payoffs at the maximum
/// often bound that mean at once.
public struct LeastGainProof: Sendable {
  /// How far the bound may lie above a least gain that is known, in units.
  public var tolerance: Double
  /// How many boxes may be examined.
  public var boxLimit: Int
  /// The largest number of variables for which boxes are examined; beyond, at
  /// most tangents are tried.
  public var branchingLimit: Int

  /// A proof with its limits.
  public init(
    tolerance: Double = 1e-9, boxLimit: Int = 500, branchingLimit: Int = 30
  ) {
    self.tolerance = tolerance
    self.boxLimit = boxLimit
    self.branchingLimit = branchingLimit
  }

  /// The largest number of variables for which tangents are tried: points of
  /// large games are not known well enough.
  private static let tangentLimit = 200

  /// What is proven of the least gain.
  package struct Bound: Sendable, Equatable {
    /// No profile has a greater least gain, in units.
    package var upperBound: Double
    /// Why the proof stopped.
    package var termination: Termination
    /// How many boxes were examined.
    package var boxes: Int
  }

  /// Bounds the least gain.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - reference: What each player's gain is counted from.
  ///   - units: The unit of each player's gain, positive.
  ///   - shares: Weights of the players, at least 0: the multipliers of a
  ///     maximum.
  ///   - floor: A least gain that is known to be reached.
  ///   - levels: Where it is reached, if that is known.
  /// - Returns: A bound that holds whatever the shares are.
  package func bound(
    _ game: some Game, over reference: [Double], units: [Double],
    shares: [Double], floor: Double, at levels: [Double]? = nil
  ) -> Bound {
    let examiner = LeastGainExaminer(
      game, over: reference, units: units, shares: shares)
    let root = game.strategies.box
    guard game.isTotal(over: root) else {
      return Bound(upperBound: .infinity, termination: .stalled, boxes: 0)
    }
    let cutoff = floor + tolerance
    let first =
      (root.count <= Self.tangentLimit ? levels : nil).map {
        examiner.tangentBound(over: root, about: $0, slack: tolerance / 2)
      } ?? .infinity
    guard game.strategies.dimension <= branchingLimit || first <= cutoff else {
      return Bound(upperBound: first, termination: .iterationLimit, boxes: 0)
    }
    var result = Bound(
      upperBound: floor, termination: .converged, boxes: 0)
    var open = Heap([OpenBox(box: root, bound: first, order: 0)])
    var created = 1
    while let node = open.popMax() {
      guard node.bound > cutoff, result.boxes < boxLimit else {
        result.upperBound = max(result.upperBound, node.bound)
        if node.bound > cutoff { result.termination = .iterationLimit }
        break
      }
      result.boxes += 1
      let bound = min(node.bound, examiner.bound(over: node.box, above: cutoff))
      let parts = bound > cutoff ? examiner.split(node.box) : []
      if parts.isEmpty { result.upperBound = max(result.upperBound, bound) }
      for part in parts {
        open.insert(OpenBox(box: part, bound: bound, order: created))
        created += 1
      }
    }
    return result
  }
}

/// Bounds the least gain over one box.
struct LeastGainExaminer<G: Game> {
  private let game: G
  private let reference: [Double]
  private let units: [Double]
  private let weights: [Double]

  init(
    _ game: G, over reference: [Double], units: [Double], shares: [Double]
  ) {
    self.game = game
    self.reference = reference
    self.units = units
    weights = zip(shares, units).map { $0 / $1 }
  }

  /// No profile of the box has a greater least gain; goes no further once the
  /// bound is at most `cutoff`.
  func bound(over box: Box, above cutoff: Double) -> Double {
    var worst = (player: 0, bound: Double.infinity)
    for i in reference.indices {
      let range = game.payoffEnclosure(of: i, over: box)
      let gain = (range - Interval(reference[i])) / Interval(units[i])
      if gain.upper < worst.bound { worst = (i, gain.upper) }
    }
    guard worst.bound > cutoff else { return worst.bound }
    var single = [Double](repeating: 0, count: weights.count)
    single[worst.player] = 1 / units[worst.player]
    var bound = worst.bound
    for candidate in [single, weights] {
      bound = min(bound, mean(candidate, over: box, above: cutoff))
      if bound <= cutoff { break }
    }
    return bound
  }

  /// The halves of a box along its widest variable, relative to the bounds.
  func split(_ box: Box) -> [Box] {
    let widest = box.indices.max {
      relativeWidth(box, $0) < relativeWidth(box, $1)
    }
    guard let widest else { return [] }
    return box.bisected(along: widest)
  }

  private func relativeWidth(_ box: Box, _ v: Int) -> Double {
    box[v].isPoint ? 0 : box[v].width / game.strategies.interval(of: v).width
  }

  /// Bounds the mean of the gains with the given shares by tangents of the
  /// payoffs; `slack` is in units.
  func tangentBound(
    over box: Box, about levels: [Double], slack: Double
  ) -> Double {
    let (offset, total) = offsetAndTotal(weights)
    guard total.isPositive else { return .infinity }
    let objective = JointObjective(game, Utilitarian(weights: weights))
    let bound = objective.upperBound(
      over: box, about: levels, slack: slack * total.lower)
    guard bound < .infinity else { return .infinity }
    return ((Interval(bound) - offset) / total).upper
  }

  /// `Σ w_i a_i` and `Σ w_i r_i`.
  private func offsetAndTotal(
    _ weights: [Double]
  ) -> (offset: Interval, total: Interval) {
    weights.indices.reduce((Interval.zero, Interval.zero)) { sums, i in
      (
        sums.0 + Interval(weights[i]) * Interval(reference[i]),
        sums.1 + Interval(weights[i]) * Interval(units[i])
      )
    }
  }

  /// Bounds a weighted mean of the gains, with weights `λ_i / r_i`.
  private func mean(
    _ weights: [Double], over box: Box, above cutoff: Double
  ) -> Double {
    let (offset, total) = offsetAndTotal(weights)
    guard total.isPositive else { return .infinity }
    let goal = offset + Interval(cutoff) * total
    let objective = JointObjective(game, Utilitarian(weights: weights))
    let found = MaximumExaminer(objective).examine(box, above: goal.lower)
    return ((Interval(found.bound) - offset) / total).upper
  }
}
