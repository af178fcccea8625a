import Games
import LinearAlgebra

/// Newton's method from many starting profiles: finds equilibria, proves
/// nothing.
///
/// The starts are the lower and upper corner of the strategy space, its middle
/// and the points of a Kronecker sequence; the same every time. Then come points
/// between the corners and between what was found: where the pseudo-gradient
/// along a segment changes its sign, as it does between two equilibria that
/// attract. Identical players have their symmetric equilibria there. Candidates
/// whose regret is above `regretTolerance` are dropped: a zero of the
/// pseudo-gradient need be no equilibrium.
public struct MultiStart: Sendable {
  /// How candidates are judged.
  package enum Judgement: Sendable {
    /// By enclosures of their regrets, over all deviations.
    case byEnclosures
    /// By the gains of some deviations; see ``Game/sampledRegret(at:)``.
    case bySamples
  }

  /// How many points of the sequence are tried.
  public var points: Int
  /// Profiles to start from besides.
  public var startingProfiles: [[Double]] = []
  /// The method that is started.
  public var solver: SemismoothNewton
  /// Profiles closer than this share of the widest interval are the same.
  public var distinction: Double
  /// The regret, relative to 1 + |payoff|, up to which a candidate counts.
  public var regretTolerance: Double
  /// How candidates are judged.
  package var judgement = Judgement.byEnclosures
  /// Whether starts lie inside too, not in the corners alone.
  public var startsInside = true

  /// A search with a number of starts.
  public init(
    points: Int = 20, solver: SemismoothNewton = SemismoothNewton(),
    distinction: Double = 1e-7, regretTolerance: Double = 1e-9
  ) {
    self.points = points
    self.solver = solver
    self.distinction = distinction
    self.regretTolerance = regretTolerance
  }

  /// How many starts there are besides those that are given.
  var count: Int { startsInside ? points + 3 : 2 }

  /// The distinct equilibria found, in lexicographic order.
  ///
  /// - Parameter game: The game.
  /// - Returns: One profile for each equilibrium; none is proven.
  public func equilibria<G: Game>(of game: G) -> [[Double]] {
    judged(in: game).map(\.levels)
  }

  /// The distinct equilibria found with what is known of their regrets, in
  /// lexicographic order.
  package func judged<G: Game>(
    in game: G
  ) -> [(levels: [Double], regret: Interval)] {
    candidates(of: game, within: game.strategies.box).compactMap { levels in
      let largest = game.payoffs(at: levels).reduce(0) { max($0, abs($1)) }
      let regret = regret(at: levels, in: game)
      return regret.lower <= regretTolerance * (1 + largest)
        ? (levels, regret) : nil
    }
  }

  private func regret<G: Game>(at levels: [Double], in game: G) -> Interval {
    switch judgement {
    case .byEnclosures: game.regret(at: levels)
    case .bySamples:
      Interval(lower: game.sampledRegret(at: levels), upper: .infinity)
    }
  }

  /// The distinct zeros of the natural map found from starts within a box, in
  /// lexicographic order.
  func candidates<G: Game>(of game: G, within box: Box) -> [[Double]] {
    var workspace = SemismoothNewton.Workspace(game)
    var found: [[Double]] = []
    func search(from starts: [[Double]]) {
      for start in starts where !Cancellation.isRequested {
        let solution = solver.solve(game, from: start, in: &workspace)
        guard solution.termination == .converged || solution.residual <= 1e-9
        else { continue }
        if !found.contains(where: { isSame($0, solution.levels, in: box) }) {
          found.append(solution.levels)
        }
      }
    }
    search(from: startingProfiles + corners(of: box))
    guard startsInside else { return inOrder(found) }
    search(from: inside(box))
    let changes = SignChanges(game)
    search(from: changes.points(box.map(\.lower), box.map(\.upper)))
    let ends = found.prefix(Self.segmentEnds)
    for (k, end) in ends.enumerated() {
      for other in ends.prefix(k) { search(from: changes.points(other, end)) }
    }
    return inOrder(found)
  }

  private func inOrder(_ profiles: [[Double]]) -> [[Double]] {
    profiles.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func isSame(_ a: [Double], _ b: [Double], in box: Box) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) <= distinction * box.width }
  }

  /// The starting profiles, the same for every box of one dimension.
  func starts(in box: Box) -> [[Double]] { corners(of: box) + inside(box) }

  private func corners(of box: Box) -> [[Double]] {
    [box.map(\.lower), box.map(\.upper)]
  }

  /// The middle and the points of a sequence.
  ///
  /// Point k of the Kronecker sequence has coordinates `frac(k α_v)`, with
  /// `α_v = g^−(v+1)` and g the root of `g^(n+1) = g + 1`: the generalised
  /// golden ratio.
  private func inside(_ box: Box) -> [[Double]] {
    let n = box.count
    var ratio = 2.0
    for _ in 0..<Self.ratioSteps {
      ratio = Double.pow(1 + ratio, 1 / Double(n + 1))
    }
    return [box.midpoint]
      + (0..<points).map { k in
        box.indices.map { v in
          let step = Double.pow(ratio, -Double(v + 1))
          let share = (0.5 + Double(k + 1) * step)
            .truncatingRemainder(dividingBy: 1)
          return box[v].lower + share * (box[v].upper - box[v].lower)
        }
      }
  }

  /// Segments are followed between this many profiles.
  private static let segmentEnds = 4
  /// How often the fixed-point iteration for the golden ratio is applied.
  private static let ratioSteps = 60
}
