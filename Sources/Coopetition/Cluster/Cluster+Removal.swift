import LinearAlgebra

extension Cluster {
  /// The cluster as if the rows of some firms were deleted from its file.
  ///
  /// Equal and knowledge shares of the premium are those among the firms that
  /// stay; listed shares are divided by their sum. Where that sum is zero
  /// nobody who stays has a part in the premium, and there is none. A platform
  /// goes with the firm that operates it.
  ///
  /// - Parameter leavers: The places of the firms.
  /// - Precondition: Somebody stays.
  /// - Returns: The cluster of the firms that stay, in their order.
  /// - Complexity: O(firms + links).
  public func removing(_ leavers: Set<Int>) -> Cluster {
    let stayers = firms.indices.filter { !leavers.contains($0) }
    precondition(!stayers.isEmpty, "a cluster has one firm or more")
    var rest = self
    rest.firms = stayers.map { firms[$0] }
    if platform.operator != .none, platform.operator != .service,
      platform.operatingFirm(among: rest.firms) == nil
    {
      rest.platform = Platform()
    }
    rest.complementarity = complementarity.restricted(to: stayers)
    rest.rivalry = rivalry.restricted(to: stayers)
    if case .links(let links) = access {
      rest.access = .links(links.restricted(to: stayers))
    }
    rest.policy.subsidy = policy.subsidy.restricted(to: stayers)
    rest.policy.disclosureSubsidy = policy.disclosureSubsidy?
      .restricted(to: stayers)
    rest.policy.price = policy.price.restricted(to: stayers)
    if case .fractions(let fractions) = premium.shares {
      rest.premium.divide(by: stayers.map { fractions[$0] })
    }
    return rest
  }
}

extension Links {
  /// The links among some firms.
  func restricted(to firms: [Int]) -> Links {
    switch self {
    case .uniform: self
    case .network(let matrix): .network(matrix.principalSubmatrix(firms))
    }
  }
}

extension Rates {
  /// The rates of some firms.
  fileprivate func restricted(to firms: [Int]) -> Rates {
    guard case .perFirm(let rates) = self else { return self }
    return .perFirm(firms.map { rates[$0] })
  }
}

extension Premium {
  /// Divides the premium in proportion to weights.
  fileprivate mutating func divide(by weights: [Double]) {
    let total = weights.reduce(CompensatedSum()) { $0 + $1 }.value
    if total > 0 {
      shares = .fractions(weights.map { $0 / total })
    } else {
      (value, shares) = (0, .equal)
    }
  }
}
