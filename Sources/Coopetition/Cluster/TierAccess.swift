/// What a firm of one tier may use of what a firm of another discloses.
public struct TierAccess: Sendable, Hashable {
  /// The rights in [0, 1], the receiver's row by the provider's column, tiers
  /// in the order core, ordinary, general.
  public private(set) var rows: [[Double]]

  /// The table of the standard sharing game: core members use everything,
  /// others less of what their betters know.
  public static let standard = TierAccess(rows: [
    [1, 1, 1],
    [0.5, 1, 1],
    [0.25, 0.5, 1],
  ])

  /// A table from its three rows.
  ///
  /// - Precondition: there are three rows of three numbers.
  public init(rows: [[Double]]) {
    precondition(
      rows.count == 3 && rows.allSatisfy { $0.count == 3 },
      "three rows of three numbers")
    self.rows = rows
  }

  /// The right of a receiver of one tier to a provider's knowledge.
  public subscript(receiver receiver: Tier, provider provider: Tier) -> Double {
    get { rows[receiver.index][provider.index] }
    set { rows[receiver.index][provider.index] = newValue }
  }

  /// Throws unless every right is in [0, 1].
  func validate() throws(ScenarioError) {
    for (i, row) in rows.enumerated() {
      for (j, right) in row.enumerated() {
        try AdmissibleRange.unit.check(right, at: "tiers.access[\(i)][\(j)]")
      }
    }
  }
}

extension Tier {
  /// The row and the column of the tier in a ``TierAccess``.
  var index: Int {
    switch self {
    case .core: 0
    case .ordinary: 1
    case .general: 2
    }
  }
}
