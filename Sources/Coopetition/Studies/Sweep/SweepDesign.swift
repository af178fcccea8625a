/// Which values of the uncertain numbers a sweep tries in every cell of its
/// grid.
package enum SweepDesign: Sendable, Equatable {
  /// None: uncertain numbers stay as they are.
  case grid
  /// A sample of some points.
  case sample(Int)
  /// What Sobol indices need of some samples: each at A, at B, and at A with
  /// every number in turn taken from B.
  case indices(Int)
  /// Everything in the middle, then each number in turn low and high.
  case tornado

  /// The name of the design.
  package var name: String {
    switch self {
    case .grid: "grid"
    case .sample: "sample"
    case .indices: "indices"
    case .tornado: "tornado"
    }
  }

  /// How many points a cell has, for a number of uncertain numbers.
  func pointsPerCell(uncertain k: Int) -> Int {
    switch self {
    case .grid: 1
    case .sample(let count): count
    case .indices(let count): count * (k + 2)
    case .tornado: 2 * k + 1
    }
  }

  /// How many coordinates its sample has, for a number of uncertain numbers.
  func dimension(uncertain k: Int) -> Int {
    switch self {
    case .grid, .tornado: 0
    case .sample: k
    case .indices: 2 * k
    }
  }

  /// The shares of its distribution that lie below each uncertain number at a
  /// point of a cell.
  ///
  /// - Parameters:
  ///   - point: the number of the point within its cell
  ///   - k: how many uncertain numbers there are
  ///   - sample: points with the dimension of the design
  /// - Returns: a share for each uncertain number; none for a grid
  func shares(
    of point: Int, uncertain k: Int, sample: SamplePoints
  ) -> [Double] {
    switch self {
    case .grid: []
    case .sample: (0..<k).map { sample[point, $0] }
    case .indices:
      (0..<k).map { j in
        let (row, block) = point.quotientAndRemainder(dividingBy: k + 2)
        let isFromB = block == 1 || block == j + 2
        return sample[row, isFromB ? k + j : j]
      }
    case .tornado:
      (0..<k).map { j in
        point == 1 + 2 * j
          ? Self.low : point == 2 + 2 * j ? 1 - Self.low : Self.middle
      }
    }
  }

  /// The share below a low value.
  private static let low = 0.05
  /// The share below the median.
  private static let middle = 0.5
}
