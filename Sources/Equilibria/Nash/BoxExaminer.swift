import Games
import Synchronization

/// What was found out about a box.
struct Examination: Sendable {
  enum Verdict: Sendable {
    /// No equilibrium, or only one that is known.
    case closed
    /// The box is too narrow to be split.
    case undecided(Box)
    /// What is left is to be cut.
    case split(Box, Cut)
  }

  var verdict: Verdict
  var candidate: [Double]?
  var sweeps: Int
  /// The width of the narrowest box around this one, or itself, in which
  /// Newton's method was tried.
  var triedWidth: Double
}

/// Shrinks one box as far as it goes and says what is left.
struct BoxExaminer<G: Game>: Sendable {
  let game: G
  /// Where proven equilibria are alone.
  let regions: [Box]
  let leastWidth: Double

  /// Boxes wider than this share of the strategies are not worth Newton's
  /// method.
  private static var newtonWidth: Double { 0.05 }
  /// How much narrower a box must be than the last one in which Newton's
  /// method was tried.
  private static var newtonShrinkage: Double { 0.5 }
  /// The natural residual up to which a profile is tried as an equilibrium.
  private static var candidateResidual: Double { 1e-9 }
  /// Boxes narrower than this that touch a bound are split into the bound and
  /// the rest.
  private static var caseWidth: Double { 1e-3 }

  /// Examines a box.
  ///
  /// - Parameters:
  ///   - start: The box.
  ///   - triedWidth: The width of the last box around it in which Newton's
  ///     method was tried.
  /// - Returns: What was found out.
  func examine(_ start: Box, triedWidth: Double) -> Examination {
    var box = start
    var result = Examination(
      verdict: .closed, candidate: nil, sweeps: 0, triedWidth: triedWidth)
    if isKnown(box) { return result }
    let outcome = Contraction.ofParts.contract(
      &box, of: game, sweeps: &result.sweeps)
    if outcome == .empty || isKnown(box) { return result }
    guard LinearRelaxation.shrink(&box, of: game),
      let image = Krawczyk.shrink(&box, of: game)
    else { return result }
    if isKnown(box) { return result }
    let width = relativeWidth(box)
    let isNarrow = width <= Self.newtonShrinkage * triedWidth
    if isNarrow, image.isRegular || width < Self.newtonWidth {
      result.triedWidth = width
      result.candidate = candidate(in: box)
      if let candidate = result.candidate {
        if let proof = EquilibriumProof(game, levels: candidate).result() {
          if image.holdsOne, box.contains(proof.box) { return result }
        } else if isLeft(box) {
          result.candidate = nil
          return result
        }
      }
    }
    if width >= leastWidth, let cut = cut(box) {
      result.verdict = .split(box, cut)
    } else if !isLeft(box) {
      result.verdict = .undecided(box)
    }
    return result
  }

  /// A zero of the natural map that Newton's method finds in the box.
  private func candidate(in box: Box) -> [Double]? {
    let solution = SemismoothNewton().solve(game, from: box.midpoint)
    let isZero = solution.residual <= Self.candidateResidual
    return isZero && box.contains(solution.levels) ? solution.levels : nil
  }

  /// Whether somebody is proven to gain by leaving the box.
  private func isLeft(_ box: Box) -> Bool {
    (0..<game.playerCount).contains {
      DeviationProof(game, player: $0, around: box).provesGain()
    }
  }

  private func isKnown(_ box: Box) -> Bool {
    regions.contains { $0.contains(box) }
  }

  private func relativeWidth(_ box: Box) -> Double {
    box.indices.reduce(0) { widest, v in
      box[v].isPoint
        ? widest
        : max(widest, box[v].width / game.strategies.interval(of: v).width)
    }
  }

  /// Where cutting promises most.
  private func cut(_ box: Box) -> Cut? {
    if let cut = cutAtRegion(box) { return cut }
    guard let widest = mostInfluential(box) else { return nil }
    let whole = game.strategies.interval(of: widest)
    let interval = box[widest]
    if interval.width < Self.caseWidth * whole.width {
      // A sliver at a bound shrinks to the bound if its sign is strict there.
      if interval.lower == whole.lower, interval.upper > whole.lower.nextUp {
        return Cut(variable: widest, points: [whole.lower.nextUp])
      }
      if interval.upper == whole.upper, interval.lower < whole.upper.nextDown {
        return Cut(variable: widest, points: [whole.upper.nextDown])
      }
    }
    let middle = interval.midpoint
    guard interval.lower < middle, middle < interval.upper else { return nil }
    return Cut(variable: widest, points: [middle])
  }

  /// Cuts off what lies outside a region that holds the rest of the box.
  private func cutAtRegion(_ box: Box) -> Cut? {
    for region in regions {
      guard let common = box.intersection(region) else { continue }
      let outside = box.indices.filter { !region[$0].contains(box[$0]) }
      // A region that only touches the box has nothing to cut off.
      guard outside.count == 1, let v = outside.first, !common[v].isPoint
      else { continue }
      let points = [common[v].lower, common[v].upper].filter {
        box[v].lower < $0 && $0 < box[v].upper
      }
      if !points.isEmpty { return Cut(variable: v, points: points) }
    }
    return nil
  }

  /// The variable whose interval moves the pseudo-gradient most.
  private func mostInfluential(_ box: Box) -> Int? {
    var gradient = [Interval](repeating: .zero, count: box.count)
    var jacobian = IntervalMatrix(order: box.count)
    game.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &jacobian.elements)
    var best: (variable: Int, smear: Double)?
    for v in box.indices where !box[v].isPoint {
      var column = 0.0
      for i in box.indices { column += jacobian[i, v].magnitude }
      let smear = column * box[v].width
      if smear > best?.smear ?? -1 { best = (v, smear) }
    }
    return best?.variable
  }
}

/// A fixed number of places that are filled from several threads.
final class Slots<Value: Sendable>: Sendable {
  private let values: Mutex<[Value?]>

  init(count: Int) { values = Mutex(Array(repeating: nil, count: count)) }

  func set(_ value: Value, at index: Int) {
    values.withLock { $0[index] = value }
  }

  var all: [Value] { values.withLock { $0.compactMap { $0 } } }
}
