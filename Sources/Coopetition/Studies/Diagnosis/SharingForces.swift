import Games

/// What one more unit of sharing does, to those who share and to the others.
///
/// They name what holds a cluster back: at a profile, `Σ_i ∂u_i/∂s_i` by
/// channel, and what one more unit brings everybody else.
public struct SharingForces: Sendable, Equatable {
  /// The sum of all firms' own marginal payoffs, by channel.
  public var channels: [(name: String, value: Double)]
  /// `Σ_i ∂(W − u_i)/∂s_i`, u_i without subsidy, fees and royalties: what one
  /// more unit of sharing brings to others.
  public var others: Double

  /// Whether two forces agree in every number.
  public static func == (a: Self, b: Self) -> Bool {
    a.others == b.others && a.channels.elementsEqual(b.channels, by: ==)
  }
}

extension SharingGame {
  /// The forces at a profile.
  ///
  /// - Complexity: O(links).
  public func forces(at levels: Profile<Double>) -> SharingForces {
    let marginals = marginalBreakdown(at: levels).map {
      (name: $0.channel, value: $0.amounts.reduce(0, +))
    }
    let transfers = [SubsidyChannel.name, Fees.name, Royalties.name]
    let own = marginals.reduce(0) {
      transfers.contains($1.name) ? $0 : $0 + $1.value
    }
    var gradient = [Double](repeating: 0, count: levels.count)
    _ = JointObjective.welfare(of: self).gradient(at: levels, into: &gradient)
    let passive = [Saving.name, Stealing.name, Base.name]
    return SharingForces(
      channels: marginals.filter { !passive.contains($0.name) },
      others: gradient.reduce(0, +) - own)
  }
}
