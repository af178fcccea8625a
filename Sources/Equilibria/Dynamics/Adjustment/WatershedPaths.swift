import Games
import LinearAlgebra

/// Proofs that starts end at the lowest or the highest equilibrium of a process
/// that keeps the order.
///
/// Paths that begin near the boundary of the basins all come near an unstable
/// equilibrium on it, and leave it slowly along one curve. One such path is
/// followed to its end in either direction beforehand; others are proven once
/// they lie beyond a point of it, long before they are at an end themselves.
struct WatershedPaths: Sendable {
  private var low: BoundingPaths
  private var high: BoundingPaths

  /// How near to the boundary the first paths begin, as a share of the
  /// diagonal: far beyond the rounding of all their periods.
  private static let nearness = 1e-7

  /// The proofs.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - low: A region around the equilibrium at which the lowest start is
  ///     proven to end.
  ///   - high: The same of the highest.
  ///   - limit: The limit on periods.
  init(_ process: AdjustmentProcess, low: Box, high: Box, limit: Int) {
    self.low = BoundingPaths(
      process, to: low, from: high, isUpper: true, limit: limit)
    self.high = BoundingPaths(
      process, to: high, from: low, isUpper: false, limit: limit)
    let ends = endsOnDiagonal(of: process.game.strategies)
    let leads = (
      low: self.low.lead(from: ends.low), high: self.high.lead(from: ends.high)
    )
    self.low.take(lead: leads.low, of: leads.high)
    self.high.take(lead: leads.high, of: leads.low)
  }

  /// Whether a start, and so every lower one, is proven to end at the lowest.
  func isLow(_ start: [Double]) -> Bool { low.arrive(from: start) }

  /// Whether a start, and so every higher one, is proven to end at the highest.
  func isHigh(_ start: [Double]) -> Bool { high.arrive(from: start) }

  /// Starts on the diagonal near each other that are proven to end at the
  /// lowest and at the highest equilibrium.
  private func endsOnDiagonal(
    of space: StrategySpace
  ) -> (low: [Double], high: [Double]) {
    func start(_ share: Double) -> [Double] {
      zip(space.lowerBounds, space.upperBounds).map {
        share == 1 ? $1 : $0 + share * ($1 - $0)
      }
    }
    var (low, high) = (0.0, 1.0)
    while high - low > Self.nearness {
      let middle = low + (high - low) / 2
      if isLow(start(middle)) {
        low = middle
      } else if isHigh(start(middle)) {
        high = middle
      } else {
        break
      }
    }
    return (start(low), start(high))
  }
}
