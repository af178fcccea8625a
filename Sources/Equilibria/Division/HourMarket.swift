/// Hours of work that firms do at home or have done by others, in merit order.
///
/// An hour costs firm j d_j at home; firm l does up to H_l hours for others at
/// d_l. The least cost of given hours is a transport problem whose savings
/// d_j − d_l split into a buyer's and a seller's part, so serving the dearest
/// buyers by the cheapest sellers is optimal.
package struct HourMarket: Sendable {
  /// What an hour costs each firm, ≥ 0.
  package var costs: [Double]
  /// The hours that each firm offers to others, ≥ 0.
  package var offers: [Double]

  /// A market of firms.
  package init(costs: [Double], offers: [Double]) {
    precondition(costs.count == offers.count, "an offer for each cost")
    self.costs = costs
    self.offers = offers
  }

  /// Whether anybody works for others.
  package var hasOffers: Bool { offers.contains { $0 > 0 } }

  /// Who works for whom.
  package struct Clearing: Sendable, Equatable {
    /// What all hours cost.
    package var cost: Double
    /// The hours that each firm works for others.
    package var processed: [Double]
    /// The hours of its own that each firm has done by others.
    package var sold: [Double]
    /// The least and the greatest price of an hour that clears the market;
    /// nil without trade.
    package var price: ClosedRange<Double>?
  }

  /// The cheapest way to do each firm's hours.
  ///
  /// - Precondition: `hours` has a number ≥ 0 for each firm.
  /// - Complexity: O(n log n).
  package func clear(_ hours: [Double]) -> Clearing {
    let firms = costs.indices
    var (left, offered) = (hours, offers)
    let buyers = firms.filter { hours[$0] > 0 }
      .sorted { costs[$0] > costs[$1] }
    let sellers = firms.filter { offers[$0] > 0 }
      .sorted { costs[$0] < costs[$1] }
    var (buyer, seller) = (0, 0)
    while buyer < buyers.count, seller < sellers.count {
      let (j, l) = (buyers[buyer], sellers[seller])
      guard costs[j] > costs[l] else { break }
      let amount = min(left[j], offered[l])
      left[j] -= amount
      offered[l] -= amount
      if left[j] == 0 { buyer += 1 }
      if offered[l] == 0 { seller += 1 }
    }
    let sold = firms.map { hours[$0] - left[$0] }
    let processed = firms.map { offers[$0] - offered[$0] }
    let cost = firms.reduce(0.0) {
      $0 + costs[$1] * (left[$1] + processed[$1])
    }
    return Clearing(
      cost: cost, processed: processed, sold: sold,
      price: price(left: left, offered: offered, sold, processed))
  }

  /// The prices at which nobody would rather trade otherwise.
  private func price(
    left: [Double], offered: [Double], _ sold: [Double], _ processed: [Double]
  ) -> ClosedRange<Double>? {
    guard sold.contains(where: { $0 > 0 }) else { return nil }
    var (least, greatest) = (0.0, Double.infinity)
    for j in costs.indices {
      if processed[j] > 0 || left[j] > 0 { least = max(least, costs[j]) }
      if sold[j] > 0 || offered[j] > 0 { greatest = min(greatest, costs[j]) }
    }
    return least...greatest
  }
}
