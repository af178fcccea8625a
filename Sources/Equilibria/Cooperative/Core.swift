import Scalars

/// Whether all players can share what they are worth together so that no
/// coalition does better on its own, with what proves it.
public struct Core: Sendable {
  /// Whether no allocation does; nil if that is not known.
  public let isEmpty: Bool?
  /// The least ε for which an allocation gives every coalition but that of
  /// all players its worth less ε.
  public let leastCore: Double?
  /// An allocation in the core, if there is one.
  public let allocation: [Double]?
  /// Balanced weights under which the parts are worth more than the whole, if
  /// the core is empty.
  package let weights: BalancedWeights?
  /// Whether the allocation or the weights prove it whatever the worths are
  /// within their enclosures.
  public let isProven: Bool
}

extension CoalitionalGame {
  /// The core, from the least core that the prenucleolus lies in.
  ///
  /// An allocation proves that the core is not empty if it takes no more than
  /// the lower end of the worth of all and gives every coalition the upper end
  /// of its own; balanced weights prove the contrary with the opposite ends.
  package func core(_ solution: Prenucleolus?) -> Core {
    guard let solution else {
      return Core(
        isEmpty: nil, leastCore: nil, allocation: nil, weights: nil,
        isProven: false)
    }
    if Comparison(0, solution.leastCore / scale).holds == true {
      let (allocation, isProven) = allocation(near: solution.shares)
      return Core(
        isEmpty: false, leastCore: solution.leastCore, allocation: allocation,
        weights: nil, isProven: isProven)
    }
    let weights = BalancedWeights(
      balancing: solution.weights.map(\.coalition), playerCount: playerCount)
    let isProven =
      weights.map {
        ($0.total(of: self) - enclosure(of: everybody)).isPositive
      } ?? false
    return Core(
      isEmpty: isProven ? true : nil, leastCore: solution.leastCore,
      allocation: nil, weights: weights, isProven: isProven)
  }

  /// The greatest worth.
  private var scale: Double {
    worths.reduce(.leastNormalMagnitude) { max($0, abs($1)) }
  }

  /// An allocation proven to lie in the core, near to one that does in
  /// numbers; otherwise that one.
  private func allocation(
    near shares: [Double]
  ) -> (shares: [Double], isProven: Bool) {
    let total = enclosure(of: everybody).lower
    let excess = ExactSum(shares + [-total]).rounded
    let step = max(0, excess).nextUp / Double(max(1, playerCount))
    let trials = [
      shares, shares.map { $0 - step - $0.ulp },
      shares.map { ($0 / Self.grid).rounded() * Self.grid },
    ]
    let proven = trials.first(where: isInCore)
    return (proven ?? shares, proven != nil)
  }

  /// Shares of round numbers are multiples of this.
  private static let grid = 0x1p-20

  private func isInCore(_ shares: [Double]) -> Bool {
    func excess(of coalition: Coalition, over bound: Double) -> Double {
      ExactSum(coalition.members.map { shares[$0] } + [-bound]).rounded
    }
    return excess(of: everybody, over: enclosure(of: everybody).lower) <= 0
      && properCoalitions.allSatisfy {
        excess(of: $0, over: enclosure(of: $0).upper) >= 0
      }
  }
}
