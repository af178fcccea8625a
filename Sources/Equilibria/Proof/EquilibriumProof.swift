import Games
import LinearAlgebra

/// Turns a candidate into a proven equilibrium, or fails.
///
/// With A the variables at a bound and S the others, it proves over a small
/// box around the candidate that
///
/// 1. `F_v ≤ 0` for v in A at a lower bound and `F_v ≥ 0` at an upper one,
/// 2. Krawczyk's operator maps the box of S into its interior, so that exactly
///    one zero of `F_S` lies in it,
/// 3. each player's payoff is concave in its own variables over all its
///    strategies, so that the first-order conditions are sufficient; failing
///    that, that no deviation anywhere gains,
/// 4. the payoffs are defined and continuous wherever 1 to 3 use them.
///
/// Then it widens the box to a region in which no other equilibrium lies. Where
/// `F_v` is zero at a bound, v may leave it; ``WeakComplementarity`` says whether
/// the equilibrium is alone all the same.
///
/// Levels of players who are indifferent, `F_v = 0` whatever the others do, are
/// parameters: all is proven for each of their values in a range at once.
struct EquilibriumProof {
  /// A proven equilibrium.
  struct Result {
    var levels: [Double]
    /// Contains the equilibrium and no other.
    var box: Box
    /// A wider box that contains no other.
    var region: Box
    var stability: Stability
    var index: Int
    /// The ranges of indifferent players' levels; the box and the region hold
    /// one equilibrium for each of their values.
    var parameters: [Int: Interval] = [:]
  }

  /// Radii of the box in which existence is tried, as shares of each interval.
  private static let radii = [
    1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6,
  ]
  /// The radii of the region of uniqueness: from the first, grown this often.
  private static let regionStart = 0x1p-24
  private static let regionGrowth = 4.0
  private static let regionSteps = 12
  /// How much of the way to a bound a region may reach.
  private static let inset = 0.98
  /// Radii that are tried besides where there are parameters.
  private static let wideRadii = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1]

  let game: any Game
  let levels: [Double]
  /// The ranges of indifferent players' levels.
  let parameters: [Int: Interval]
  /// The variables that are not at a bound.
  let free: [Int]
  /// How often the levels may be replaced by better ones.
  private var polishings = 3

  init(
    _ game: any Game, levels: [Double], parameters: [Int: Interval] = [:]
  ) {
    self.game = game
    self.levels = levels
    self.parameters = parameters
    let strategies = game.strategies
    free = levels.indices.filter {
      strategies.lowerBounds[$0] < levels[$0]
        && levels[$0] < strategies.upperBounds[$0] && parameters[$0] == nil
    }
  }

  /// The proof; nil if it fails.
  ///
  /// Who is indifferent may be held by the conditions of others, as shares of 1
  /// that are worth 0 are by their sum: then the equilibrium is proven alone. At
  /// a bound nothing holds a level that makes no difference. Levels that rounding
  /// keeps from a bound are tried at it.
  func result() -> Result? {
    if let result = resultWithParameters() { return result }
    let alone = EquilibriumProof(game, levels: levels)
    let areHeld = parameters.keys.allSatisfy(alone.free.contains)
    if !parameters.isEmpty, areHeld,
      let result = alone.resultWithParameters()
    {
      return result
    }
    let rounded = levelsAtBounds
    return rounded == levels
      ? nil
      : EquilibriumProof(game, levels: rounded, parameters: parameters)
        .resultWithParameters()
  }

  /// The levels, with those that are as good as at a bound there.
  private var levelsAtBounds: [Double] {
    levels.indices.map {
      game.strategies.bound(next: Interval(levels[$0]), of: $0) ?? levels[$0]
    }
  }

  private func resultWithParameters() -> Result? {
    for radius in parameters.isEmpty ? Self.radii : Self.radii + Self.wideRadii
    {
      let box = box(radius: radius)
      let enclosure = enclosure(over: box)
      guard boundsHold(enclosure.gradient, for: Set(levels.indices)),
        let tight = existence(enclosure, over: box)
      else { continue }
      if polishings > 0, !tight.contains(levels) {
        return polished(by: tight).resultWithParameters()
      }
      guard isEquilibrium(over: tight) else { return nil }
      return conclude(tight, enclosure)
    }
    return nil
  }

  /// The same from the middle of a box that holds the equilibrium, but not the
  /// levels.
  private func polished(by box: Box) -> EquilibriumProof {
    let nearer = levels.indices.map {
      box[$0].contains(levels[$0]) ? levels[$0] : box[$0].midpoint
    }
    var proof = EquilibriumProof(game, levels: nearer, parameters: parameters)
    proof.polishings = polishings - 1
    return proof
  }

  private func conclude(
    _ box: Box, _ enclosure: Krawczyk.Enclosure
  ) -> Result {
    let weak = levels.indices.filter {
      !boundsHold(enclosure.gradient, for: [$0], strictly: true)
    }
    let around = region(weak)
    var result = Result(
      levels: levels, box: box, region: around?.box ?? box,
      stability: .undecided, index: 0, parameters: parameters)
    guard isSmooth(around: box) else {
      if game.drivesAway(from: levels) { result.stability = .unstable }
      return result
    }
    if around?.verdict == .repelled {
      result.stability = .unstable
      return result
    }
    let block = enclosure.jacobian.submatrix(free)
    result.stability = StabilityProof.stability(of: block)
    if parameters.isEmpty && (weak.isEmpty || around != nil) {
      result.index = block.negated.determinantSign
    }
    let isWeak = !weak.isEmpty || !parameters.isEmpty
    if isWeak && result.stability != .unstable {
      // What may leave a bound is drawn back to it by a dominant diagonal.
      let moving = enclosure.jacobian.submatrix((free + weak).sorted()).negated
      let isDrawnBack = parameters.isEmpty && moving.isDominant
      result.stability = isDrawnBack ? .stable : .undecided
    }
    return result
  }

  /// Whether the pseudo-gradient is proven to be smooth around the box, so that
  /// its Jacobian decides on stability and index.
  private func isSmooth(around box: Box) -> Bool {
    let near = zip(box, game.neighbourhood(of: levels)).map { $0.hull($1) }
    return game.isSmooth(over: near, in: free)
  }

  private func enclosure(over box: Box) -> Krawczyk.Enclosure {
    func open<G: Game>(_ game: G) -> Krawczyk.Enclosure {
      Krawczyk.Enclosure(game, over: box, centre: levels)
    }
    return open(game)
  }

  /// The candidate, with the free variables widened.
  private func box(radius: Double) -> Box {
    var box = levels.map { Interval($0) }
    for (v, range) in parameters { box[v] = range }
    for v in free {
      let whole = game.strategies.interval(of: v)
      let reach = max(radius * whole.width, 4 * levels[v].ulp)
      box[v] = Interval(
        lower: levels[v] - reach, upper: levels[v] + reach)
    }
    return box
  }

  /// Condition 1: the signs of some variables at bounds; parameters have none.
  /// Bounds that coincide leave no choice.
  private func boundsHold(
    _ gradient: [Interval], for variables: Set<Int>, strictly: Bool = false
  ) -> Bool {
    let strategies = game.strategies
    return variables.allSatisfy { v in
      let whole = strategies.interval(of: v)
      if whole.isPoint { return true }
      if parameters[v] != nil { return gradient[v] == .zero }
      let inward =
        levels[v] == whole.lower
        ? gradient[v] : levels[v] == whole.upper ? -gradient[v] : nil
      guard let inward else { return true }
      return strictly ? inward.isNegative : inward.isNonpositive
    }
  }

  /// Condition 2: the box in which exactly one zero lies.
  private func existence(
    _ enclosure: Krawczyk.Enclosure, over box: Box
  ) -> Box? {
    guard !free.isEmpty else { return box }
    let strategies = game.strategies
    guard
      let image = Krawczyk.apply(enclosure, over: box, variables: free)
    else { return nil }
    var tight = box
    for (k, v) in free.enumerated() {
      guard image.intervals[k].isInterior(to: box[v]),
        image.intervals[k].isInterior(to: strategies.interval(of: v))
      else { return nil }
      tight[v] = image.intervals[k]
    }
    return tight
  }

  /// Condition 3, for the others anywhere in the box.
  private func isEquilibrium(over box: Box) -> Bool {
    func open<G: Game>(_ game: G) -> Bool {
      (0..<game.playerCount).allSatisfy { player in
        !Cancellation.isRequested
          && DeviationProof(game, player: player, around: box).excludesGains()
      }
    }
    return open(game)
  }

  /// The largest region tried in which the equilibrium is the only one, by
  /// bisection: what is proven of a region holds in its parts.
  private func region(_ weak: [Int]) -> Region? {
    var best: Region?
    var steps = 0...Self.regionSteps
    while let first = steps.first, let last = steps.last {
      let middle = (first + last + 1) / 2
      let radius = Self.regionStart * Double.pow(Self.regionGrowth, middle)
      if let wider = region(weak, radius: radius) {
        best = wider
        guard middle < last else { break }
        steps = middle + 1...last
      } else {
        guard first < middle else { break }
        steps = first...middle - 1
      }
    }
    return best
  }

  /// Where the equilibrium is alone, and how that was proven.
  private typealias Region = (box: Box, verdict: WeakComplementarity.Verdict)

  /// A region of a radius, if the equilibrium is proven the only one there:
  /// the signs at bounds hold over all of it but for the weak ones, so that any
  /// equilibrium has the same variables at bounds, and the Jacobian of the
  /// others is regular, or allows no other if some may stay at a bound.
  private func region(_ weak: [Int], radius: Double) -> Region? {
    let strategies = game.strategies
    var region = levels.map { Interval($0) }
    for v in levels.indices {
      let whole = strategies.interval(of: v)
      let reach = radius * whole.width
      let low = levels[v] - whole.lower
      let high = whole.upper - levels[v]
      let inset = low > 0 && high > 0 ? Self.inset : 1
      region[v] = Interval(
        lower: max(whole.lower, levels[v] - min(reach, inset * low)),
        upper: min(whole.upper, levels[v] + min(reach, inset * high)))
    }
    for (v, range) in parameters { region[v] = range }
    // For each value of a parameter there is at most one, whatever its slope.
    let strict = Set(levels.indices).subtracting(weak)
      .subtracting(parameters.keys)
    guard
      boundsHold(enclosure(over: region).gradient, for: strict, strictly: true),
      game.isDefined(over: region)
    else { return nil }
    var face = region
    let moving = (free + weak).sorted()
    let chosen = Set(moving)
    for v in levels.indices where !chosen.contains(v) && parameters[v] == nil {
      face[v] = Interval(levels[v])
    }
    guard !moving.isEmpty else { return (region, .alone) }
    let open = enclosure(over: face)
    if !weak.isEmpty {
      return complementarity(open, over: face, weak, moving).verdict().map {
        (region, $0)
      }
    }
    let image = Krawczyk.apply(open, over: face, variables: free)
    return image?.isRegular == true ? (region, .alone) : nil
  }

  /// What is known of variables that may leave their bounds within a region.
  private func complementarity(
    _ enclosure: Krawczyk.Enclosure, over region: Box, _ weak: [Int],
    _ moving: [Int]
  ) -> WeakComplementarity {
    let strategies = game.strategies
    var resting = region
    for v in weak { resting[v] = Interval(levels[v]) }
    let slopes = self.enclosure(over: resting).gradient
    let places = moving.indices.filter { weak.contains(moving[$0]) }
    let driven = places.filter { place in
      let v = moving[place]
      let other =
        isAtUpper(v) ? strategies.lowerBounds[v] : strategies.upperBounds[v]
      return slopes[v] == .zero && !region[v].contains(other)
    }
    var matrix = enclosure.jacobian.submatrix(moving).negated
    for place in places where isAtUpper(moving[place]) {
      matrix.reverse(place)
    }
    return WeakComplementarity(
      matrix: matrix, leaving: Set(places), driven: Set(driven))
  }

  private func isAtUpper(_ v: Int) -> Bool {
    levels[v] == game.strategies.upperBounds[v]
  }
}
