/// Which of several equilibria is meant.
///
/// Those are considered that are not proven unstable, or all if there is no
/// other; of equals the first.
enum EquilibriumSelection: String, CaseIterable, Sendable {
  /// The one of least welfare.
  case worst
  /// The one of most welfare.
  case best
  /// The one of most openness.
  case highest
  /// The one of least openness.
  case lowest

  /// The equilibrium of an analysis that is meant; nil if there is none.
  func outcome(of analysis: Analysis) -> Analysis.Outcome? {
    let lasting = analysis.equilibria.filter {
      $0.equilibrium.stability != .unstable
    }
    let candidates = lasting.isEmpty ? analysis.equilibria : lasting
    return switch self {
    case .worst: candidates.min { $0.welfare < $1.welfare }
    case .best: Self.first(of: candidates) { $0.welfare }
    case .highest:
      Self.first(of: candidates) { analysis.game.openness(at: $0.levels) }
    case .lowest:
      candidates.min {
        analysis.game.openness(at: $0.levels)
          < analysis.game.openness(at: $1.levels)
      }
    }
  }

  /// The first candidate of the greatest value.
  private static func first(
    of candidates: [Analysis.Outcome], by value: (Analysis.Outcome) -> Double
  ) -> Analysis.Outcome? {
    candidates.min { value($0) > value($1) }
  }
}

extension ScenarioGame {
  /// How open a profile is: the share of all knowledge that is shared; the
  /// mean level in games without knowledge.
  func openness(at levels: Profile<Double>) -> Double {
    guard let firms, firms.count == levels.count else {
      return levels.reduce(0, +) / Double(max(1, levels.count))
    }
    let all = firms.reduce(0) { $0 + $1.knowledge }
    return zip(firms, levels).reduce(0) { $0 + $1.0.knowledge * $1.1 } / all
  }
}
