import PublishedGames
import Testing

/// The threshold of patience, beside the sums of what firms earn.
@Suite struct WithholdingDilemmaTests {
  /// What a firm has in all over many periods: of a first one, and of the same
  /// ever after.
  private func stream(
    _ first: Double, then rest: Double, patience: Double
  ) -> Double {
    var (sum, weight) = (first, patience)
    for _ in 0..<2_000 {
      sum += weight * rest
      weight *= patience
    }
    return sum
  }

  @Test(arguments: [(3.0, 5.0, 1.0), (2, 2.5, -1), (10, 30, 9)])
  func atTheThresholdCheatingPaysAsMuch(
    kept: Double, best: Double, ended: Double
  ) throws {
    let solved = try PublishedGames.named("withholding_dilemma").solve([
      "pi_coop": .number(kept), "pi_dev": .number(best),
      "pi_nash": .number(ended), "pi_alone": .number(ended - 1),
    ])
    let threshold = solved.answer.values.number("delta_star")
    func gain(_ patience: Double) -> Double {
      stream(kept, then: kept, patience: patience)
        - stream(best, then: ended, patience: patience)
    }
    #expect(abs(gain(threshold)) < 1e-9)
    #expect(gain(threshold + 0.01) > 0 && gain(threshold - 0.01) < 0)
    #expect(solved.answer.values.number("equilibria") == 1)
  }

  @Test(
    arguments: [
      ("pi_dev", 2, "pi_dev"), ("pi_nash", 3, "pi_coop"),
      ("pi_alone", 1, "pi_alone"),
    ] as [(String, Double, String)])
  func whatIsNoDilemmaIsRefused(
    key: String, value: Double, name: String
  ) throws {
    let error = try #require(throws: ArgumentError.self) {
      try PublishedGames.named("withholding_dilemma")
        .solve([key: .number(value)])
    }
    #expect("\(error)".contains(name))
  }
}
