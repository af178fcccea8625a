import LinearAlgebra

extension Triads {
  /// Burt's constraint of each node, Σⱼ (p_ij + Σ_q p_iq p_qj)² over its
  /// partners j and common partners q, with p_ij = m_ij / Σₖ m_ik: how much all
  /// its ties lead to the same circle. Not defined without partners.
  ///
  /// See Burt, Structural Holes, Harvard University Press 1992, page 54.
  public var constraint: [Double?] {
    let ties = network.ties
    let shares = TieShares(of: ties)
    return (0..<ties.rows).map { i in
      let places = ties.rowStarts[i]..<ties.rowStarts[i + 1]
      guard !places.isEmpty else { return nil }
      return places.reduce(0) { sum, k in
        let share = shares.investment(i, k) + indirectInvestment[k]
        return sum + share * share
      }
    }
  }

  /// Burt's effective size of each node's circle, Σⱼ (1 − Σ_q p_iq r_jq): its
  /// partners less those that are redundant. Not defined without partners.
  ///
  /// See Burt, Structural Holes, Harvard University Press 1992, page 52.
  public var effectiveSize: [Double?] {
    zip(network.partnerCounts, redundancy).map { partners, redundancy in
      partners > 0 ? Double(partners) - redundancy : nil
    }
  }
}
