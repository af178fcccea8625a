import Games
import LinearAlgebra

/// Closes cells in which there is no equilibrium beside those that are proven:
/// what the search does with a cell, and the check of a certificate once more.
struct CellClosure<G: Game>: Sendable {
  let game: G
  /// The directions across which cells are sliced.
  let directions: [[Double]]
  /// Whether payoffs are proven to be defined on the whole strategy space.
  let isTotal: Bool
  /// Boxes that hold a proven equilibrium each.
  var boxes = BoxList()
  /// Where those are alone.
  var regions = BoxList()
  private let symmetry: SymmetryContraction

  /// What closes the cells of a game.
  init(
    game: G, directions: [[Double]], isTotal: Bool, boxes: BoxList = BoxList(),
    regions: BoxList = BoxList()
  ) {
    self.game = game
    self.directions = directions
    self.isTotal = isTotal
    self.boxes = boxes
    self.regions = regions
    symmetry = SymmetryContraction(game)
  }

  /// What is left of a cell.
  struct Rest {
    var cell: Cell
    /// What Krawczyk's operator says of it.
    var image: Krawczyk.Shrinkage
    /// The variables whose own slope is zero all over it, but for rounding.
    var indifferent: Set<Int>
  }

  /// How often contraction and linear programs take turns.
  private static var turns: Int { 60 }
  /// The share of the widths, in the mean, that a turn must cut off to be
  /// followed by another one.
  private static var worthwhile: Double { 0.005 }

  /// Shrinks a cell as far as it goes.
  ///
  /// - Parameters:
  ///   - start: The cell.
  ///   - work: What is done is added.
  /// - Returns: What is left; nil if the cell is closed.
  func rest(of start: Cell, work: inout EquilibriumSet.Work) -> Rest? {
    var cell = start
    guard isTotal || game.isDefined(over: cell.box) else {
      return isKnown(cell.box)
        ? nil : Rest(cell: cell, image: .init(), indifferent: [])
    }
    var sums: [LinearSum] = []
    for turn in 0..<Self.turns {
      guard contract(&cell, &work.sweeps) else { return nil }
      let before = size(of: cell.box)
      guard
        LinearRelaxation.shrink(
          &cell, directions, sums: &sums, of: game, programs: &work.programs),
        cell.tighten(directions)
      else { return nil }
      let isWorthwhile = size(of: cell.box) < (1 - Self.worthwhile) * before
      guard isWorthwhile, turn + 1 < Self.turns, !Cancellation.isRequested
      else { break }
    }
    let indifferent = indifferent(in: cell.box)
    guard
      let image = Krawczyk.shrink(
        &cell.box, of: game, indifferent: indifferent)
    else { return nil }
    if isKnown(cell.box) { return nil }
    let holdsAProof = boxes.hasOne(in: cell.box, spanning: indifferent)
    if image.holdsOne && holdsAProof { return nil }
    return Rest(cell: cell, image: image, indifferent: indifferent)
  }

  /// The variables whose own slope is exactly zero all over a box, with levels
  /// that are as good as at a bound there.
  func indifferent(in box: Box) -> Set<Int> {
    var gradient = [Interval](repeating: .zero, count: box.count)
    let rounded = box.indices.map { v in
      game.strategies.bound(next: box[v], of: v).map { Interval($0) } ?? box[v]
    }
    game.pseudoGradientEnclosure(over: rounded, into: &gradient)
    return Set(
      rounded.indices.filter { !rounded[$0].isPoint && gradient[$0] == .zero })
  }

  /// Whether somebody is proven to gain by leaving a box.
  func isLeft(_ box: Box) -> Bool {
    (0..<game.playerCount).contains {
      DeviationProof(game, player: $0, around: box).provesGain()
    }
  }

  /// Whether a box lies where a proven equilibrium is alone.
  func isKnown(_ box: Box) -> Bool { regions.holds(box) }

  /// Contracts the box of a cell; false if the cell is closed.
  private func contract(_ cell: inout Cell, _ sweeps: inout Int) -> Bool {
    guard !isKnown(cell.box), cell.tighten(directions),
      symmetry.contract(&cell.box, of: game)
    else { return false }
    let outcome = Contraction.ofParts.contract(
      &cell.box, of: game, sweeps: &sweeps)
    return outcome == .box && cell.tighten(directions) && !isKnown(cell.box)
  }

  /// The mean width of the intervals, as shares of the strategies.
  private func size(of box: Box) -> Double {
    var sum = 0.0
    for (v, interval) in box.enumerated() where !interval.isPoint {
      sum += interval.width / game.strategies.interval(of: v).width
    }
    return sum
  }
}
