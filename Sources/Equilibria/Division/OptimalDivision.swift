/// The best division found, and what is proven of it.
package struct OptimalDivision: Sendable {
  /// The collectors of each topic.
  package var division: Division
  /// What it is worth, W(x).
  package var welfare: Double
  /// What no division exceeds, proven in intervals.
  package var bound: Double
  /// Why the search stopped.
  package var termination: Termination
  /// How many prices of topics were computed.
  package var evaluations: Int

  /// How much better another division could be, at most.
  package var gap: Double { max(0, bound - welfare) }
}
