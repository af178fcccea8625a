import Games
import LinearAlgebra

/// A branch of equilibria that is proven to exist over a box of parameters.
struct ProvenBranch {
  /// Contains an equilibrium of the game at every parameter of the box.
  var levels: Box
  /// Encloses `(s(y) − s(c)) / (y − c)` for all equilibria in ``levels`` at
  /// any two parameters, one list for each variable; nil if nothing is known.
  var slopes: [[Interval]]?
}

/// Proves that an equilibrium at the centre of a box of parameters goes on over
/// the whole box.
///
/// For a box X of levels and a box Y of parameters, each variable is put into
/// one of three classes: at a bound, where `F_v` has the strict sign over
/// X × Y; free, where `X_v` lies inside the bounds; doubtful. The map
///
///     free       x_S − C F_S(x, y),   C ≈ J_SS⁻¹        (Krawczyk)
///     doubtful   P_v(x_v + F_v(x, y) / d_v)             (natural map)
///     bound      the bound
///
/// is continuous, and its fixed points are the equilibria of X. If it maps X
/// into itself, one exists for every y of Y (Brouwer): corners are welcome.
///
/// Reference: Neumaier, Interval Methods for Systems of Equations, 1990.
struct BranchProof {
  let family: GameFamily

  /// How often the box of levels is widened before the proof is given up.
  private static let trials = 8
  /// How much wider than the image the next trial is.
  private static let inflation = 1.25
  /// The least half width of the first trial, as a share of each interval.
  private static let leastReach = 1e-12
  /// How often the box of a proven branch is shrunk.
  private static let shrinkings = 2

  /// The branch through an equilibrium at the centre of a box.
  ///
  /// - Parameters:
  ///   - levels: Contains the equilibrium.
  ///   - centre: Its parameters, in the box.
  ///   - box: The box of parameters.
  /// - Returns: The branch, the equilibrium on it; nil if it is not proven.
  func branch(
    through levels: Box, at centre: [Double], over box: Box
  ) -> ProvenBranch? {
    let bounds = LevelBounds(family, over: box)
    var trial = firstTrial(levels, centre, box, bounds)
    for _ in 0..<Self.trials {
      guard let map = NaturalMap(family, over: trial, box, bounds) else {
        return nil
      }
      let image = map.image
      guard image.allSatisfy(\.isBounded) else { return nil }
      if zip(trial, image).allSatisfy({ $0.contains($1) }) {
        guard isSufficient(over: image + box) else { return nil }
        return finished(image, box, bounds)
      }
      trial = zip(trial, image).enumerated().map { v, pair in
        bounds.limited(pair.0.hull(pair.1).inflated(by: Self.inflation), v)
      }
    }
    return nil
  }

  /// The proven branch in a smaller box, with its slopes.
  private func finished(
    _ levels: Box, _ box: Box, _ bounds: LevelBounds
  ) -> ProvenBranch {
    var levels = levels
    for _ in 0..<Self.shrinkings {
      guard let map = NaturalMap(family, over: levels, box, bounds) else {
        break
      }
      levels = levels.intersection(map.image) ?? levels
    }
    let map = NaturalMap(family, over: levels, box, bounds)
    return ProvenBranch(levels: levels, slopes: map?.slopes)
  }

  /// A first guess of the box of levels, by the derivatives at the centre.
  private func firstTrial(
    _ levels: Box, _ centre: [Double], _ box: Box, _ bounds: LevelBounds
  ) -> Box {
    let points = centre.map { Interval($0) }
    let slopes = NaturalMap(
      family, over: levels, points, LevelBounds(family, over: points))?.slopes
    return levels.indices.map { v in
      var reach =
        Self.leastReach * max(bounds.whole[v].width, levels[v].magnitude.ulp)
      for p in box.indices {
        let slope = slopes?[v][p].magnitude ?? 0
        guard slope.isFinite else { continue }
        reach +=
          Self.inflation * slope
          * max(box[p].upper - centre[p], centre[p] - box[p].lower)
      }
      return bounds.limited(
        levels[v] + Interval(lower: -reach, upper: reach), v)
    }
  }

  /// Whether first-order conditions suffice: no deviation gains.
  private func isSufficient(over box: Box) -> Bool {
    func open<G: Game>(_ graph: G) -> Bool {
      (0..<family.owner).allSatisfy {
        DeviationProof(graph, player: $0, around: box).excludesGains()
      }
    }
    return open(family.graph)
  }
}

extension Interval {
  /// The interval about the same middle, wider by a factor.
  fileprivate func inflated(by factor: Double) -> Interval {
    let reach = factor * (upper - lower) / 2 + magnitude.ulp
    return Interval(lower: midpoint - reach, upper: midpoint + reach)
  }
}
