import Games
import LinearAlgebra

/// Finds the whole Pareto front, convex or not, connected or not.
///
/// 1. Payoffs are sampled, and from several good samples local searches climb
///    to the front (``EgalitarianMaximization``); each is then looked at along
///    every variable for a better hill. From these the profiles that are best
///    for each player follow.
/// 2. The front is refined between neighbours: the problem of Pascoletti and
///    Serafini through the middle of a segment (two players) or of an edge of
///    a simplex of directions (three and more) gives a new point. Newton's
///    method from the interpolated profile solves it, predictor and corrector
///    at once; where it fails, local searches from both neighbours do.
/// 3. A sample or a point that lies farther out than what was found shows that
///    the latter was only locally optimal; the search is repeated from there.
/// 4. Once a front of two payoffs is traced, it is compared with profiles that
///    are known or were sampled far from it, and its pieces are followed beyond
///    their ends: what turns out to be dominated is traced anew.
///
/// Where the front has a gap, the new point coincides with a neighbour.
///
/// Reference: Pascoletti and Serafini 1984; Eichfelder, Adaptive Scalarization
/// Methods in Multiobjective Optimization, 2008; Das and Dennis 1998.
public struct ParetoTracing: Sendable {
  /// How many points are asked for.
  public var points: Int
  /// The largest step between neighbours that is asked for, in extents of the
  /// front; nil for whatever the points give.
  public var resolution: Double?
  /// Payoffs beyond which points are to be denser; nil for none.
  public var reference: [Double]?
  /// How many profiles are sampled.
  public var samples: Int
  /// Profiles that are known, such as equilibria and bargains: samples, and of
  /// a front of two payoffs where more of it is sought if they are off it.
  public var starts: [[Double]]
  /// From how many samples local searches start.
  public var seeds: Int
  /// The residual and the constraint violation at which a point is solved, in
  /// units of its problem.
  public var tolerance: Double
  /// The largest number of variables for which Newton systems are formed.
  public var denseLimit: Int
  /// The local search.
  public var egalitarian: EgalitarianMaximization
  /// The proof that a point is globally nondominated; nil for none.
  public var proof: LeastGainProof?
  /// Is asked now and then whether to go on, with the number of problems that
  /// were solved; what is known is returned if not.
  public var monitor: Monitor

  /// A method with its limits; see the properties.
  public init(
    points: Int = 100, resolution: Double? = nil, reference: [Double]? = nil,
    samples: Int = 512, starts: [[Double]] = [], seeds: Int = 6,
    tolerance: Double = 1e-9,
    denseLimit: Int = 100,
    egalitarian: EgalitarianMaximization = EgalitarianMaximization(),
    proof: LeastGainProof? = nil,
    monitor: Monitor = .unattended
  ) {
    self.points = points
    self.resolution = resolution
    self.reference = reference
    self.samples = samples
    self.starts = starts
    self.seeds = seeds
    self.tolerance = tolerance
    self.denseLimit = denseLimit
    self.egalitarian = egalitarian
    self.proof = proof
    self.monitor = monitor
  }

  /// Finds the front of a game.
  ///
  /// - Precondition: There are two players or more.
  public func front(of game: some Game) -> ParetoFront {
    precondition(game.playerCount >= 2, "a front takes two players or more")
    var search = ParetoSearch(game, self)
    search.start()
    guard !search.isSinglePoint else { return search.conclude() }
    if game.playerCount == 2 {
      var curve = FrontCurve(search)
      curve.refine()
      return curve.search.conclude(
        widestStep: curve.widestStep, gapCount: curve.gapCount)
    }
    var mesh = FrontMesh(search)
    mesh.refine()
    return mesh.search.conclude(widestStep: mesh.widestStep)
  }

  /// The largest number of problems that is solved.
  var problemLimit: Int {
    4 * points + (resolution.map { Int(min(4 / $0, 1e5)) } ?? 0) + 300
  }
}
