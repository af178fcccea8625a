import Games
import LinearAlgebra
import Scalars

/// A grid over some axes of a strategy box, in rows along the last of them.
struct ColumnGrid {
  private let space: StrategySpace
  /// The axes before the last, which tell rows apart, and the last.
  private let axes: [Int]
  private let last: Int
  private let cells: Int
  /// The levels of the nodes of each axis of the box that is in the grid.
  private let nodes: [Int: [Double]]
  /// The share of the axis that each cell takes.
  private let widths: [Int: [Interval]]

  /// A grid.
  ///
  /// - Precondition: There is an axis, along each of which levels differ.
  init(_ space: StrategySpace, over axes: [Int], cells: Int) {
    precondition(!axes.isEmpty, "a grid has an axis")
    self.space = space
    self.axes = axes.dropLast()
    last = axes[axes.count - 1]
    self.cells = cells
    let levels = axes.map { Self.levels(of: $0, in: space, cells: cells) }
    nodes = Dictionary(uniqueKeysWithValues: zip(axes, levels))
    widths = Dictionary(
      uniqueKeysWithValues: zip(
        axes,
        levels.map { levels in
          let whole = Interval(levels[cells]) - Interval(levels[0])
          return zip(levels, levels.dropFirst()).map {
            (Interval($1) - Interval($0)) / whole
          }
        }))
  }

  private static func levels(
    of axis: Int, in space: StrategySpace, cells: Int
  ) -> [Double] {
    let (low, high) = (space.lowerBounds[axis], space.upperBounds[axis])
    return (0...cells).map {
      $0 == cells ? high : low + Double($0) / Double(cells) * (high - low)
    }
  }

  /// The number of rows.
  var rowCount: Int { axes.reduce(1) { count, _ in count * (cells + 1) } }

  /// The nodes of a row, as starts at the lower bounds of all other axes.
  func row(_ row: Int) -> [[Double]] {
    var start = space.lowerBounds
    for (axis, digit) in zip(axes, digits(of: row)) {
      start[axis] = nodes[axis, default: []][digit]
    }
    return nodes[last, default: []].map { level in
      var start = start
      start[last] = level
      return start
    }
  }

  /// The row at the upper corners of the cells whose lower corners are in a row.
  func upper(_ row: Int) -> Int {
    row
      + axes.reduce((sum: 0, step: 1)) { place, _ in
        (place.sum + place.step, place.step * (cells + 1))
      }.sum
  }

  /// Calls a function with each cell: the row and the place in it of the lower
  /// corner, and the share of the grid that it takes.
  func forEachCell(
    _ body: (_ row: Int, _ place: Int, _ share: Interval) -> Void
  ) {
    for row in 0..<rowCount {
      let digits = digits(of: row)
      guard digits.allSatisfy({ $0 < cells }) else { continue }
      let share = zip(axes, digits).reduce(Interval(1)) {
        $0 * widths[$1.0, default: []][$1.1]
      }
      for (k, width) in widths[last, default: []].enumerated() {
        body(row, k, share * width)
      }
    }
  }

  /// The places along each axis before the last.
  private func digits(of row: Int) -> [Int] {
    var rest = row
    return axes.map { _ in
      defer { rest /= cells + 1 }
      return rest % (cells + 1)
    }
  }
}

extension StrategySpace {
  /// The share of an axis up to a level; none for nil.
  func share(of axis: Int, below level: Double?) -> Interval {
    guard let level else { return .zero }
    return share(of: axis, from: lowerBounds[axis], to: level)
  }

  /// The share of an axis from a level on; none for nil.
  func share(of axis: Int, above level: Double?) -> Interval {
    guard let level else { return .zero }
    return share(of: axis, from: level, to: upperBounds[axis])
  }

  private func share(
    of axis: Int, from start: Double, to end: Double
  ) -> Interval {
    (Interval(end) - Interval(start))
      / (Interval(upperBounds[axis]) - Interval(lowerBounds[axis]))
  }
}
