/// The numbers of a scenario that are uncertain, with how likely their values
/// are: the key `uncertain`.
///
/// ```yaml
/// uncertain:
///   environment: {uniform: [0.7, 1.3]}
///   Beta.opportunity: {normal: [3, 0.6], from: 2}
/// ```
///
/// Draws are independent. Addresses are those of ``ScenarioNumber``.
struct Uncertain: ScenarioSection {
  static let key = "uncertain"
  static let kinds: [ScenarioKind] = [.cluster, .formulas]

  /// The numbers, in the order of the file.
  let numbers: [UncertainNumber]

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    guard case .mapping(let entries) = value.node else {
      throw value.mismatch("a mapping from addresses to distributions")
    }
    var numbers: [UncertainNumber] = []
    for entry in entries {
      let place = "\(Self.key).\(DocumentNode.shortened(entry.key))"
      let number = try Self.number(entry.key, in: context, at: place)
      if let same = numbers.first(where: { $0.number == number }) {
        throw ScenarioError(at: place, "is the same number as \(same.address)")
      }
      let distribution = ScenarioValue(node: entry.value, place: place)
      numbers.append(
        UncertainNumber(
          address: entry.key, number: number,
          distribution: try Distribution(distribution, over: number.range)))
    }
    self.numbers = numbers
  }

  /// The number at an address; an error stands at its place in the section.
  private static func number(
    _ address: String, in context: SectionContext, at place: String
  ) throws(ScenarioError) -> ScenarioNumber {
    do {
      return try ScenarioNumber(address, in: context.subject)
    } catch {
      throw ScenarioError(at: place, error.message)
    }
  }

  /// The distribution of a number, if it is uncertain.
  func distribution(of address: String) -> Distribution? {
    numbers.first { $0.number.path == address }?.distribution
  }
}

/// A number of a scenario with how likely its values are.
struct UncertainNumber: Sendable {
  /// The address as it was written.
  let address: String
  /// The number.
  let number: ScenarioNumber
  /// How likely its values are.
  let distribution: Distribution
}
