import Games
import LinearAlgebra
import Scalars

/// Where adjustment ends: the equilibria of a game and the regions around them
/// that are proven to attract.
public struct Attractors: Sendable {
  /// How levels move.
  package let process: AdjustmentProcess
  /// The equilibria.
  public let equilibria: [[Double]]
  /// A box around each equilibrium from which every start is proven to end
  /// there; nil where none is proven.
  public let regions: [Box?]
  /// The spectral radius of the map at each equilibrium; nil where it jumps.
  public let contractions: [Double?]
  /// Whether it is proven that a start below another stays below it; see
  /// `AdjustmentProcess/isProvenMonotone`.
  public let isMonotone: Bool
  /// Tells without a whole path where displaced levels end; nil where paths
  /// are followed.
  let returnTest: (any ReturnTest)?

  /// How near to an equilibrium, in shares of the bounds' distance, levels
  /// have arrived.
  public static let arrival = 1e-6
  /// How near to an equilibrium a path is followed.
  static let end = 1e-10

  /// The equilibria of a process.
  package init(_ process: AdjustmentProcess, equilibria: [[Double]]) {
    self.init(
      process, equilibria: equilibria,
      regions: equilibria.map { AttractingRegion.around($0, of: process) },
      contractions: equilibria.map { process.contraction(at: $0) },
      isMonotone: process.isProvenMonotone)
  }

  /// The equilibria of a process, with what is known of them.
  init(
    _ process: AdjustmentProcess, equilibria: [[Double]], regions: [Box?],
    contractions: [Double?], isMonotone: Bool,
    returnTest: (any ReturnTest)? = nil
  ) {
    self.process = process
    self.equilibria = equilibria
    self.regions = regions
    self.contractions = contractions
    self.isMonotone = isMonotone
    self.returnTest = returnTest
  }

  /// Whether deviations from an equilibrium die out.
  public func settles(_ k: Int) -> Bool {
    regions[k] != nil || contractions[k].map { $0 < 1 } ?? false
  }

  // MARK: Nearness

  /// The equilibrium that is near and does not send levels away.
  func arrived(_ levels: [Double], within distance: Double) -> Int? {
    guard let k = nearest(levels, within: distance) else { return nil }
    return settles(k) || process.next(levels) == levels ? k : nil
  }

  /// The first equilibrium that is near.
  func nearest(_ levels: [Double], within distance: Double) -> Int? {
    equilibria.indices.first { isNear(levels, $0, distance) }
  }

  /// Whether levels are near an equilibrium.
  func isNear(_ levels: [Double], _ k: Int, _ distance: Double) -> Bool {
    isNear(levels, to: equilibria[k], distance)
  }

  /// Whether no two levels are farther from each other than a share of the
  /// bounds' distance.
  func isNear(
    _ levels: [Double], to others: [Double], _ distance: Double
  ) -> Bool {
    let space = process.game.strategies
    return levels.indices.allSatisfy {
      let width = space.upperBounds[$0] - space.lowerBounds[$0]
      return abs(levels[$0] - others[$0]) <= distance * width
    }
  }
}
