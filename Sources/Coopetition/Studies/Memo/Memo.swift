/// One page about a scenario for readers who decide: the answer first, then
/// what it rests on and how sure it is.
///
/// A memo is put together from studies; what does not apply to a scenario is
/// nil and is left out of the page. The same studies make the same page, byte
/// by byte.
struct Memo: Sendable {
  /// The scenario.
  var scenario: Scenario
  /// The language of the page.
  var language: MemoLanguage
  /// The equilibria and the optimum.
  var analysis: Analysis
  /// The branches over one number, with the number's value today.
  var trace: (found: ScenarioTrace, today: Double)?
  /// What every number does to welfare.
  var sensitivity: Sensitivity?
  /// What a sweep found.
  var sweep: SweepDigest?
  /// The answers of further studies that the scenario asks for.
  var studies: [Study]
  /// How to make the page again.
  var source: Source

  /// Where a memo comes from.
  struct Source: Sendable {
    /// The command that wrote the page.
    var command: String
    /// Whether it stops after a time, so that another run may know more or less.
    var isTimed: Bool
    /// See ``ScenarioFile/fingerprint()``.
    var fingerprint: String
    /// The files of the scenario: their texts, or nil where they are too long.
    var files: [(name: String, text: String?, hash: String)]
  }

  /// A text in the language of the memo.
  func text(
    _ text: MemoText, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text.text(in: language, values)
  }

  /// The equilibria that are not proven unstable, or all.
  var states: [Analysis.Outcome] {
    let lasting = analysis.equilibria.filter {
      $0.equilibrium.stability != .unstable
    }
    return lasting.isEmpty ? analysis.equilibria : lasting
  }

  /// The state that others are compared with: the worst that may last.
  var present: Analysis.Outcome? {
    EquilibriumSelection.worst.outcome(of: analysis)
  }

  /// The cluster, unless the scenario is a game of formulas.
  var cluster: Cluster? {
    guard case .cluster(let cluster) = scenario.subject else { return nil }
    return cluster
  }

  /// What each player earns more at the optimum than now.
  var gains: [Double] {
    guard let present else { return [] }
    return zip(analysis.optimum.payoffs, present.payoffs).map { optimum, now in
      let gain = optimum - now
      let size = max(abs(optimum), abs(now))
      return abs(gain) <= Self.rounding * size ? 0 : gain
    }
  }

  /// The mark of a claim.
  func mark(_ isProven: Bool) -> String {
    text(isProven ? .proven : .numerical)
  }

  /// Whether the optimum is better than the present state by more than rounding.
  var hasGap: Bool {
    guard let present else { return false }
    let (best, now) = (analysis.optimum.welfare, present.welfare)
    let size = max(abs(best), abs(now))
    return best - now > Self.rounding * size && gains.contains { $0 != 0 }
  }

  /// What a service institution earns as the platform's operator, which is a
  /// part of welfare but of no firm's payoff; nil if there is none.
  func operatorProfit(at levels: [Double]) -> Double? {
    guard cluster?.platform.operator == .service else { return nil }
    let earned = analysis.game.breakdown(at: levels)
      .filter { $0.channel != Self.transfer }
      .reduce(0) { $1.amounts.reduce($0, +) }
    return analysis.game.welfare(at: levels) - earned
  }

  /// The channel that only moves money.
  static let transfer = "subsidy"

  /// The share of a payoff up to which a difference is rounding.
  static let rounding = 1e-9

  /// A number as memos show it.
  static func number(_ value: Double, digits: Int = 4) -> String {
    NumberText.significant(value, digits: digits)
  }
}
