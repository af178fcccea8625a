import Games
import LinearAlgebra
import Scalars

/// Bounds on the basins of the lowest and the highest equilibrium of a process
/// that keeps the order, by columns.
///
/// Where a start ends that is moved along one axis can change only upwards. A
/// grid is laid over the other axes, and at each of its nodes a bracket is
/// proven (``BasinBracket``): from `a` downwards along the axis all starts end at
/// the lowest equilibrium, from `b` upwards at the highest. Every start of a cell
/// below the bracket of its upper corner then is in the lowest basin, every
/// start above the bracket of its lower corner in the highest. What is left
/// falls with the width of the cells times the slopes of the boundary, so that
/// the axis counts along which it is steepest; halved boxes leave as much again.
///
/// Starts that end in neither basin, such as those that cycle at high rates,
/// are left however narrow the cells become. What is open in the columns on
/// both sides of a cell tells of them before many columns are tried.
///
/// Reference: Hirsch and Smith, Monotone Dynamical Systems, 2005.
struct BasinColumns {
  /// What is proven, rounded so that it holds.
  struct Volumes {
    /// The share of the starts that end at the lowest and at the highest
    /// equilibrium, at least.
    var low, high: Double
    /// About the share that stays open however narrow the cells become: what is
    /// open on both sides of a cell, by brackets that may be coarse there.
    var open: Double
    /// The share of which nothing is known, at most.
    var rest: Double {
      max(0, (1 - Interval(low) - Interval(high)).upper)
    }
  }

  /// The places of the lowest and the highest equilibrium.
  let lowest, highest: Int

  private let space: StrategySpace
  private let paths: WatershedPaths
  /// The players that can move.
  private let free: [Int]

  /// The cells along each axis from which the axis of columns is chosen.
  private static let trialCells = 6
  /// How many players have few enough columns.
  private static let playerCounts = 2...3
  /// How many columns there may be.
  private static let columnLimit = 40_000
  /// What is aimed at, as a share of the goal.
  private static let aim = 0.9
  /// With which part of the cells that the goal takes it is tried first whether
  /// they bring it near.
  private static let rehearsal = 0.25

  /// The columns of a process; nil if it is not proven to keep the order, or if
  /// the lowest and the highest start are not proven to end at different
  /// equilibria.
  init?(_ attractors: Attractors, limit: Int) {
    let space = attractors.process.game.strategies
    func end(of start: [Double]) -> Int? {
      attractors.provenDestination(from: start, limit: limit)
    }
    guard attractors.isMonotone, let lowest = end(of: space.lowerBounds),
      let highest = end(of: space.upperBounds), lowest != highest,
      let low = attractors.regions[lowest],
      let high = attractors.regions[highest]
    else { return nil }
    self.lowest = lowest
    self.highest = highest
    self.space = space
    paths = WatershedPaths(
      attractors.process, low: low, high: high, limit: limit)
    free = space.lowerBounds.indices.filter {
      space.lowerBounds[$0] < space.upperBounds[$0]
    }
  }

  /// The volumes, with as many columns as the goal takes.
  ///
  /// - Parameter goal: What may be left.
  /// - Returns: The volumes; nil if the goal takes too many columns or none
  ///   would be enough, or there are too few or too many players.
  func volumes(leaving goal: Double) -> Volumes? {
    guard Self.playerCounts.contains(free.count) else { return nil }
    let trials = free.map { ($0, volumes(along: $0, cells: Self.trialCells)) }
    guard let (axis, trial) = trials.min(by: { $0.1.rest < $1.1.rest }) else {
      return nil
    }
    var (found, cells) = (trial, Self.trialCells)
    for part in [Self.rehearsal, 1] {
      if found.rest <= goal { return found }
      let wanted = Double(cells) * found.rest / (goal * Self.aim)
      let columns = Double.pow(wanted + 2, Double(free.count - 1))
      guard found.open <= goal, columns <= Double(Self.columnLimit) else {
        return nil
      }
      let next = Int(part * wanted) + 1
      guard next > cells else { continue }
      (found, cells) = (volumes(along: axis, cells: next), next)
    }
    return found
  }

  /// The volumes by columns along an axis over a grid.
  func volumes(along axis: Int, cells: Int) -> Volumes {
    let grid = ColumnGrid(space, over: free.filter { $0 != axis }, cells: cells)
    let width = Self.width / Double(cells)
    let brackets = Parallel.map(grid.rowCount) { row in
      self.brackets(of: grid.row(row), along: axis, width: width)
    }
    var (low, high, open) = (Interval.zero, Interval.zero, 0.0)
    grid.forEachCell { row, k, volume in
      let (upper, lower) = (brackets[grid.upper(row)][k + 1], brackets[row][k])
      low += volume * space.share(of: axis, below: upper.low)
      high += volume * space.share(of: axis, above: lower.high)
      let gap = min(openShare(of: axis, upper), openShare(of: axis, lower))
      open += volume.midpoint * max(0, gap - 2 * width)
    }
    return Volumes(low: max(0, low.lower), high: max(0, high.lower), open: open)
  }

  /// The share of an axis that a bracket takes.
  private func openShare(of axis: Int, _ bracket: BasinBracket) -> Double {
    let (least, most) = (space.lowerBounds[axis], space.upperBounds[axis])
    return ((bracket.high ?? most) - (bracket.low ?? least)) / (most - least)
  }

  /// How narrow brackets are to be, in cells.
  private static let width = 0.125

  /// The brackets of the columns over a row of the grid.
  private func brackets(
    of row: [[Double]], along axis: Int, width: Double
  ) -> [BasinBracket] {
    let whole = space.lowerBounds[axis]...space.upperBounds[axis]
    let width = width * (whole.upperBound - whole.lowerBound)
    return row.reduce(into: []) { brackets, start in
      var search = BasinBracketSearch(
        of: start, along: axis, within: whole, paths, width: width)
      brackets.append(search.bracket(after: brackets.suffix(2)))
    }
  }
}
