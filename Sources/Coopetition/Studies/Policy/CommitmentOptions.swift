import Games

/// How hard to look for a commitment.
public struct CommitmentOptions: Sendable {
  /// Which equilibrium counts, instead of what the scenario says.
  public var selection: Commitment.Selection?
  /// The search for commitments; its inner search is that for equilibria.
  public var search: CommitmentSearch

  /// Options with a search.
  public init(
    selection: Commitment.Selection? = nil,
    search: CommitmentSearch = CommitmentSearch()
  ) {
    self.selection = selection
    self.search = search
  }
}
