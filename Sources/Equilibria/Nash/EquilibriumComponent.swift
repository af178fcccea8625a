import Games

/// A connected set of equilibria: the levels of some variables make no
/// difference to those who choose them, within ranges. Sets in which others are
/// indifferent may cross it.
///
/// Where it is proven, each of those levels belongs to exactly one equilibrium
/// in one of the parts that make up the box.
public struct EquilibriumComponent: Sendable, Equatable {
  /// The smallest box around what is known of it.
  public var box: Box
  /// The variables that are free to vary: their intervals are no points, and
  /// their own slopes are zero.
  public var indifferent: [Int]
  /// Whether its parts are proven to consist of equilibria; otherwise Newton's
  /// method finds several equilibria there, none of which is isolated.
  public var isProven: Bool
  /// One of its equilibria.
  public var levels: [Double]

  /// A component.
  public init(
    box: Box, indifferent: [Int], isProven: Bool, levels: [Double]
  ) {
    self.box = box
    self.indifferent = indifferent
    self.isProven = isProven
    self.levels = levels
  }

  /// Joins parts that touch: proven ones in which the same players are
  /// indifferent, so that a line is not joined to one that crosses it, and those
  /// that are not proven.
  static func joined(
    _ parts: [EquilibriumComponent]
  ) -> [EquilibriumComponent] {
    var components: [EquilibriumComponent] = []
    for part in parts {
      var union = part
      var apart: [EquilibriumComponent] = []
      for other in components {
        if union.isOfOneKind(with: other),
          union.box.intersection(other.box) != nil
        {
          union.box = zip(union.box, other.box).map { $0.hull($1) }
          union.indifferent = Array(
            Set(union.indifferent).union(other.indifferent)
          ).sorted()
        } else {
          apart.append(other)
        }
      }
      components = apart + [union]
    }
    return components
  }

  private func isOfOneKind(with other: EquilibriumComponent) -> Bool {
    isProven == other.isProven
      && (!isProven || indifferent == other.indifferent)
  }
}
