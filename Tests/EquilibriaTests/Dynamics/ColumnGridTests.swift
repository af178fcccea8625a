import Games
import Scalars
import Testing

@testable import Equilibria

@Suite struct ColumnGridTests {
  private let space = StrategySpace(levels: [0.1...0.73, 0...1, 0.2...0.3])

  /// Shares are enclosed: those of all cells make up the whole.
  @Test(arguments: [[0], [2], [0, 1], [0, 2], [0, 1, 2]])
  func cellsMakeUpTheWhole(axes: [Int]) {
    let grid = ColumnGrid(space, over: axes, cells: 7)
    var (sum, least, count) = (Interval.zero, 0.0, 0)
    grid.forEachCell { _, _, share in
      sum += share
      least = least + share.lower
      count += 1
    }
    #expect(sum.contains(Double(1)) && sum.width < 1e-12)
    #expect(least < 1 + 1e-12)
    #expect(Double(count) == Double.pow(7, Double(axes.count)))
  }

  /// The upper corner of a cell is one node further along each axis.
  @Test(arguments: [[1], [0, 1], [2, 0, 1]])
  func cornersAreOneStepApart(axes: [Int]) {
    let cells = 3
    let grid = ColumnGrid(space, over: axes, cells: cells)
    let rows = (0..<grid.rowCount).map { grid.row($0) }
    #expect(rows.allSatisfy { $0.count == cells + 1 })
    grid.forEachCell { row, k, _ in
      let (lower, upper) = (rows[row][k], rows[grid.upper(row)][k + 1])
      for i in 0..<3 {
        let width = space.upperBounds[i] - space.lowerBounds[i]
        let step = axes.contains(i) ? width / Double(cells) : 0
        #expect(abs(upper[i] - lower[i] - step) < 1e-12)
      }
    }
  }

  /// Parts of an axis on either side of a level leave nothing and are enclosed.
  @Test func sharesOfAnAxisAreEnclosed() {
    for level in [0.1, 0.2, 0.4, 0.73] {
      let (below, above) = (
        space.share(of: 0, below: level), space.share(of: 0, above: level)
      )
      #expect((below + above).contains(Double(1)))
      #expect(below.lower <= (level - 0.1) / 0.63 + 1e-15)
    }
    #expect(space.share(of: 0, below: nil) == .zero)
    #expect(space.share(of: 0, above: nil) == .zero)
  }
}
