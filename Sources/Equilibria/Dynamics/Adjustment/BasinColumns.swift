import Games
import LinearAlgebra

/// Bounds on the basins of the lowest and the highest equilibrium of a process
/// that keeps the order, by columns.
///
/// Where a start ends that is moved along one axis can change only upwards. A
/// grid is laid over the other axes, and at each of its nodes a bracket is
/// proven: from `a` downwards along the axis all starts end at the lowest
/// equilibrium, from `b` upwards at the highest. Every start of a cell below
/// the bracket of its upper corner then is in the lowest basin, every start
/// above the bracket of its lower corner in the highest. What is left falls
/// with the width of the cells times the slopes of the boundary, so that the
/// axis counts along which it is steepest; halved boxes leave as much again.
///
/// Reference: Hirsch and Smith, Monotone Dynamical Systems, 2005.
struct BasinColumns {
  /// What is proven.
  struct Volumes {
    /// The share of the starts that end at the lowest and at the highest
    /// equilibrium.
    var low, high: Double
    /// The share of which nothing is known.
    var rest: Double { max(0, 1 - low - high) }
  }

  /// The places of the lowest and the highest equilibrium.
  let lowest, highest: Int

  private let space: StrategySpace
  /// Bounds on starts from above that lead to the lowest equilibrium.
  private let lowPaths: BoundingPaths
  /// Bounds on starts from below that lead to the highest.
  private let highPaths: BoundingPaths
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
    let process = attractors.process
    lowPaths = BoundingPaths(
      process, to: low, from: high, isUpper: true, limit: limit)
    highPaths = BoundingPaths(
      process, to: high, from: low, isUpper: false, limit: limit)
    free = space.lowerBounds.indices.filter {
      space.lowerBounds[$0] < space.upperBounds[$0]
    }
  }

  /// The volumes, with as many columns as the goal takes.
  ///
  /// - Parameter goal: What may be left.
  /// - Returns: The volumes; nil if the goal takes too many columns, or there
  ///   are too few or too many players.
  func volumes(leaving goal: Double) -> Volumes? {
    guard Self.playerCounts.contains(free.count) else { return nil }
    let trials = free.map { ($0, volumes(along: $0, cells: Self.trialCells)) }
    guard let (axis, trial) = trials.min(by: { $0.1.rest < $1.1.rest }) else {
      return nil
    }
    if trial.rest <= goal { return trial }
    let cells = Double(Self.trialCells) * trial.rest / (goal * Self.aim)
    let columns = Double.pow(cells + 2, Double(free.count - 1))
    guard columns <= Double(Self.columnLimit) else { return nil }
    return volumes(along: axis, cells: Int(cells) + 1)
  }

  /// The volumes by columns along an axis over a grid.
  func volumes(along axis: Int, cells: Int) -> Volumes {
    var others = free.filter { $0 != axis }
    let last = others.removeLast()
    let size = cells + 1
    let rows = others.reduce(1) { count, _ in count * size }
    let brackets = Parallel.map(rows) { row in
      var start = space.lowerBounds
      var digits = row
      for player in others {
        start[player] = level(of: player, digits % size, of: cells)
        digits /= size
      }
      return self.row(start, along: last, axis, cells: cells)
    }
    var volumes = Volumes(low: 0, high: 0)
    // The upper corner of a cell is one step further along each axis.
    let step = others.reduce((sum: 0, size: 1)) {
      place, _ in (place.sum + place.size, place.size * size)
    }.sum
    for row in 0..<rows where isCell(row, others.count, size) {
      for k in 0..<cells {
        volumes.low += brackets[row + step][k + 1].low ?? 0
        volumes.high += 1 - (brackets[row][k].high ?? 1)
      }
    }
    let cell = Double.pow(1 / Double(cells), Double(free.count - 1))
    return Volumes(low: volumes.low * cell, high: volumes.high * cell)
  }

  /// Whether a row is the lower corner of cells.
  private func isCell(_ row: Int, _ digits: Int, _ size: Int) -> Bool {
    var rest = row
    for _ in 0..<digits {
      if rest % size == size - 1 { return false }
      rest /= size
    }
    return true
  }

  private func level(of player: Int, _ k: Int, of cells: Int) -> Double {
    let (low, high) = (space.lowerBounds[player], space.upperBounds[player])
    return k == cells ? high : low + Double(k) / Double(cells) * (high - low)
  }
}

// MARK: Brackets

extension BasinColumns {
  /// Shares of the axis that are proven: up to `low` starts end at the lowest
  /// equilibrium, from `high` on at the highest.
  struct Bracket {
    var low: Double?
    var high: Double?

    var middle: Double { ((low ?? 0) + (high ?? 1)) / 2 }
  }

  /// How narrow brackets are to be, in cells.
  private static let width = 0.125
  /// How many starts are followed for a bracket.
  private static let probes = 24

  /// The brackets of the columns of a row.
  private func row(
    _ base: [Double], along player: Int, _ axis: Int, cells: Int
  ) -> [Bracket] {
    var brackets: [Bracket] = []
    for k in 0...cells {
      var start = base
      start[player] = level(of: player, k, of: cells)
      // The boundary falls along the row, nearly on a line.
      let last = brackets.suffix(2).map(\.middle)
      let guess =
        last.count == 2 ? 2 * last[1] - last[0] : last.last ?? 0.5
      brackets.append(
        bracket(
          start, axis, near: min(max(guess, 0), 1),
          notAbove: brackets.last?.high, width: Self.width / Double(cells)))
    }
    return brackets
  }

  /// A bracket in a column.
  ///
  /// - Parameters:
  ///   - start: A start of the column.
  ///   - axis: The player that is moved.
  ///   - guess: Where the boundary may be.
  ///   - known: A share from which on starts are proven to end at the highest
  ///     equilibrium.
  ///   - width: How narrow the bracket is to be.
  /// - Returns: The bracket, as far as it is proven.
  private func bracket(
    _ start: [Double], _ axis: Int, near guess: Double,
    notAbove known: Double?, width: Double
  ) -> Bracket {
    var found = Bracket(low: nil, high: known)
    var probes = Self.probes
    /// Whether a share is proven to lie on one side, unless that is known.
    func isProven(_ share: Double, _ paths: BoundingPaths) -> Bool {
      guard probes > 0, share < found.high ?? 2 else { return false }
      probes -= 1
      var start = start
      let (low, high) = (space.lowerBounds[axis], space.upperBounds[axis])
      start[axis] = share == 1 ? high : low + share * (high - low)
      return paths.arrive(from: start)
    }
    var step = width / 2
    let top = min(guess, known ?? 1)
    while found.low == nil, probes > 0 {
      let share = max(0, top - step)
      if isProven(share, lowPaths) { found.low = share }
      if share == 0 { break }
      step *= 2
    }
    step = width / 2
    let bottom = max(guess, found.low ?? 0)
    while bottom + step < known ?? .infinity, probes > 0 {
      let share = min(1, bottom + step)
      let isHigh = isProven(share, highPaths)
      if isHigh { found.high = share }
      if isHigh || share == 1 { break }
      step *= 2
    }
    while let low = found.low, let high = found.high, high - low > 2 * width,
      probes > 0
    {
      let middle = low + (high - low) / 2
      if isProven(middle, lowPaths) {
        found.low = middle
      } else if isProven(middle, highPaths) {
        found.high = middle
      } else {
        break
      }
    }
    return found
  }
}
