import Games

/// What was found out about a cell.
struct Examination: Sendable {
  enum Verdict: Sendable {
    /// No equilibrium, or only one that is known.
    case closed
    /// The cell is too narrow to be split.
    case undecided(Box)
    /// What is left is to be cut.
    case split(Cell, Cut)
  }

  var verdict: Verdict
  /// An equilibrium that was proven on the way.
  var proof: EquilibriumProof.Result?
  /// An equilibrium that is one of many in the cell, if it is undecided.
  var oneOfMany: [Double]?
  var work = EquilibriumSet.Work()
  /// The width of the narrowest box around this one, or itself, in which
  /// Newton's method was tried.
  var triedWidth: Double
}

/// Shrinks one cell as far as it goes and says what is left.
struct BoxExaminer<G: Game>: Sendable {
  var closure: CellClosure<G>
  let leastWidth: Double
  /// The widths of the bands around the whole strategy space.
  let bands: [Double]
  /// The size of each own slope up to which it counts as zero.
  let flatness: [Double]

  private var game: G { closure.game }

  /// Boxes wider than this share of the strategies are not worth Newton's
  /// method.
  private static var newtonWidth: Double { 0.05 }
  /// Nor are boxes wider than this one on which the slopes are dependent, so
  /// that there may be many equilibria.
  private static var dependentWidth: Double { 0.5 }
  /// How much narrower a box must be than the last one in which Newton's
  /// method was tried.
  private static var newtonShrinkage: Double { 0.5 }
  /// The natural residual up to which a profile is tried as an equilibrium.
  private static var candidateResidual: Double { 1e-9 }
  /// The natural residual up to which a profile counts as one of many.
  private static var sharpResidual: Double { 1e-12 }
  /// Equilibria this far apart, as a share of a box, are different ones.
  private static var distinction: Double { 0.1 }
  /// Boxes at least this wide, as a share of the strategies, may hold many: in
  /// narrower ones Newton's method does not tell a multiple root from a set.
  private static var leastSet: Double { 0.01 }
  /// Boxes narrower than this that touch a bound are split into the bound and
  /// the rest.
  private static var caseWidth: Double { 1e-3 }
  /// Bands are halved down to this share of the widest interval, both as shares
  /// of the whole: most intervals follow from the bands.
  private static var bandShare: Double { 0.02 }
  /// Boxes narrower than this on which payoffs may be undefined are not split.
  private static var domainWidth: Double { 1e-3 }

  /// The examiner once more equilibria are known.
  func knowing(boxes: BoxList, regions: BoxList) -> BoxExaminer {
    var result = self
    result.closure.boxes = boxes
    result.closure.regions = regions
    return result
  }

  /// Examines a cell.
  ///
  /// - Parameters:
  ///   - start: The cell.
  ///   - triedWidth: The width of the last box around it in which Newton's
  ///     method was tried.
  /// - Returns: What was found out.
  func examine(_ start: Cell, triedWidth: Double) -> Examination {
    var result = Examination(verdict: .closed, triedWidth: triedWidth)
    guard closure.isTotal || game.isDefined(over: start.box) else {
      result.verdict = leaveOpen(start)
      return result
    }
    guard let rest = closure.rest(of: start, work: &result.work) else {
      return result
    }
    let box = rest.cell.box
    if let cut = separatingCut(of: box) {
      result.verdict = .split(rest.cell, cut)
      return result
    }
    let width = relativeWidth(box)
    let isNarrow = width <= Self.newtonShrinkage * triedWidth
    let isPromising =
      rest.image.isRegular
      || rest.image.isSingular && width < Self.dependentWidth
      || width < Self.newtonWidth
    if isNarrow && isPromising || isSet(rest) {
      result.triedWidth = width
      result.work.starts += 1
      if isSettled(rest, &result) { return result }
    }
    if width >= leastWidth, !isFlat(box), let cut = cut(rest.cell) {
      result.verdict = .split(rest.cell, cut)
    } else if !closure.isLeft(box) {
      result.verdict = .undecided(box)
    }
    return result
  }

  /// Whether every level that is left to choose makes no difference to who
  /// chooses it.
  private func isSet(_ rest: CellClosure<G>.Rest) -> Bool {
    !rest.indifferent.isEmpty
      && rest.cell.box.indices.allSatisfy {
        rest.indifferent.contains($0)
          || game.strategies.bound(next: rest.cell.box[$0], of: $0) != nil
          || rest.cell.box[$0].isPoint
      }
  }

  /// What becomes of a cell on which payoffs may be undefined: nothing is
  /// proven there.
  private func leaveOpen(_ cell: Cell) -> Examination.Verdict {
    guard relativeWidth(cell.box) >= Self.domainWidth, let cut = cut(cell.box)
    else { return .undecided(cell.box) }
    return .split(cell, cut)
  }

  /// Tries to settle a cell by the equilibria that Newton's method finds in it.
  private func isSettled(
    _ rest: CellClosure<G>.Rest, _ result: inout Examination
  ) -> Bool {
    let box = rest.cell.box
    guard let levels = candidate(from: box.midpoint, in: box) else {
      return false
    }
    let parameters = Dictionary(
      uniqueKeysWithValues: rest.indifferent.map { ($0, box[$0]) })
    result.proof = EquilibriumProof(
      game, levels: levels, parameters: parameters
    ).result()
    if let proof = result.proof {
      return proof.region.contains(box)
        || rest.image.holdsOne
          && BoxList([proof.box]).hasOne(in: box, spanning: rest.indifferent)
    }
    if closure.isLeft(box) { return true }
    let width = relativeWidth(box)
    guard Self.leastSet <= width,
      rest.image.isSingular || width < Self.newtonWidth,
      isOneOfMany(levels, in: box)
    else { return false }
    result.oneOfMany = levels
    result.verdict = .undecided(box)
    return true
  }

  /// Whether Newton's method ends at other equilibria from elsewhere in the
  /// box, none of which is proven: cutting would go on for ever.
  private func isOneOfMany(_ levels: [Double], in box: Box) -> Bool {
    let others = [0.25, 0.75].compactMap { share in
      candidate(
        from: box.map { $0.lower + share * ($0.upper - $0.lower) }, in: box,
        residual: Self.sharpResidual)
    }
    return others.count == 2
      && others.allSatisfy { other in
        let distance = zip(levels, other).reduce(0) {
          max($0, abs($1.0 - $1.1))
        }
        return distance > Self.distinction * box.width
          && EquilibriumProof(game, levels: other).result() == nil
      }
  }

  /// Whether nobody's slope differs from zero by more than rounding anywhere in
  /// a box: nothing can be learnt by cutting it.
  private func isFlat(_ box: Box) -> Bool {
    var gradient = [Interval](repeating: .zero, count: box.count)
    game.pseudoGradientEnclosure(over: box, into: &gradient)
    return box.indices.allSatisfy {
      box[$0].isPoint || gradient[$0].magnitude <= flatness[$0]
    }
  }

  /// A zero of the natural map that Newton's method finds in the box.
  private func candidate(
    from start: [Double], in box: Box, residual: Double = candidateResidual
  ) -> [Double]? {
    let solution = SemismoothNewton().solve(game, from: start)
    let isZero = solution.residual <= residual
    return isZero && box.contains(solution.levels) ? solution.levels : nil
  }

  private func relativeWidth(_ box: Box) -> Double {
    box.indices.reduce(0) { widest, v in
      box[v].isPoint
        ? widest
        : max(widest, box[v].width / game.strategies.interval(of: v).width)
    }
  }

  /// Where cutting promises most.
  private func cut(_ cell: Cell) -> Cut? {
    cutAtRegion(cell.box) ?? slice(cell) ?? cut(cell.box)
  }

  /// Where the game knows that equilibria lie apart.
  private func separatingCut(of box: Box) -> Cut? {
    guard let (variable, points) = game.separatingCut(of: box),
      !points.isEmpty, zip(points, points.dropFirst()).allSatisfy(<),
      points.allSatisfy({ box[variable].lower < $0 && $0 < box[variable].upper }
      )
    else { return nil }
    return Cut(across: .variable(variable), points: points)
  }

  /// Halves the widest band, unless it is too narrow beside the intervals.
  private func slice(_ cell: Cell) -> Cut? {
    let shares = zip(cell.bands, bands).map { $0.width / $1 }
    guard let widest = shares.indices.max(by: { shares[$0] < shares[$1] }),
      shares[widest] >= Self.bandShare * relativeWidth(cell.box)
    else { return nil }
    let band = cell.bands[widest]
    let middle = band.midpoint
    guard band.lower < middle, middle < band.upper else { return nil }
    return Cut(across: .direction(widest), points: [middle])
  }

  /// Cuts the interval that matters most.
  private func cut(_ box: Box) -> Cut? {
    guard let widest = mostInfluential(box) else { return nil }
    let whole = game.strategies.interval(of: widest)
    let interval = box[widest]
    if interval.width < Self.caseWidth * whole.width {
      // A sliver at a bound shrinks to the bound if its sign is strict there.
      if interval.lower == whole.lower, interval.upper > whole.lower.nextUp {
        return Cut(across: .variable(widest), points: [whole.lower.nextUp])
      }
      if interval.upper == whole.upper, interval.lower < whole.upper.nextDown {
        return Cut(across: .variable(widest), points: [whole.upper.nextDown])
      }
    }
    let middle = interval.midpoint
    guard interval.lower < middle, middle < interval.upper else { return nil }
    return Cut(across: .variable(widest), points: [middle])
  }

  /// Cuts off what lies outside a region that holds the rest of the box.
  private func cutAtRegion(_ box: Box) -> Cut? {
    for place in closure.regions.places(meeting: box) {
      let region = closure.regions[place]
      guard let common = box.intersection(region) else { continue }
      let outside = box.indices.filter { !region[$0].contains(box[$0]) }
      // A region that only touches the box has nothing to cut off.
      guard outside.count == 1, let v = outside.first, !common[v].isPoint
      else { continue }
      let points = [common[v].lower, common[v].upper].filter {
        box[v].lower < $0 && $0 < box[v].upper
      }
      if !points.isEmpty { return Cut(across: .variable(v), points: points) }
    }
    return nil
  }

  /// The variable whose interval moves the pseudo-gradient most; the widest of
  /// those that move it without bound.
  private func mostInfluential(_ box: Box) -> Int? {
    var gradient = [Interval](repeating: .zero, count: box.count)
    var jacobian = IntervalMatrix(order: box.count)
    game.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &jacobian.elements)
    var best: (variable: Int, smear: Double, share: Double)?
    for v in box.indices where !box[v].isPoint {
      var column = 0.0
      for i in box.indices { column += jacobian[i, v].magnitude }
      let share = box[v].width / game.strategies.interval(of: v).width
      let smear = column.isFinite ? column * box[v].width : .infinity
      let isMore = best.map { ($0.smear, $0.share) < (smear, share) } ?? true
      if isMore { best = (v, smear, share) }
    }
    return best?.variable
  }
}
