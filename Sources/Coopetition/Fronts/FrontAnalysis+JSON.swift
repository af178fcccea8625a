import Games
import Reports

extension FrontAnalysis {
  /// The machine-readable result; its keys are a contract.
  var json: JSONValue {
    .object([
      ("scenario", .text(game.name)),
      ("firms", .texts(game.playerNames)),
      ("variables", .texts(game.variableNames)),
      ("objectives", .texts(objectives.map(\.name))),
      ("front", .list(front.points.map(\.json))),
      ("equilibria", .list(equilibria.map(json(of:)))),
      ("complete", .boolean(isComplete)),
      ("optimum", json(of: optimum)),
      ("improvements", .list(improvements.map(json(of:)))),
      (
        "disagreement",
        disagreement.map { .numbers(objectivePayoffs($0.payoffs)) } ?? .null
      ),
      ("hypervolume", hypervolume.map { .number($0) } ?? .null),
      ("reference", .numbers(reference)),
      ("widestStep", .number(front.widestStep)),
      ("gaps", .integer(front.gapCount)),
      ("resolved", .boolean(front.isResolved)),
      ("solver", solver),
    ])
  }

  private var solver: JSONValue {
    .object([
      ("method", .text("Pascoletti–Serafini continuation")),
      ("seconds", .number(seconds)),
      ("frontSeconds", .number(frontSeconds)),
      ("problems", .integer(front.problems)),
      ("version", .text(CoopetitionPackage.version)),
    ])
  }

  private func json(of outcome: Analysis.Outcome) -> JSONValue {
    .object([
      ("levels", .numbers(outcome.levels)),
      ("payoffs", .numbers(objectivePayoffs(outcome.payoffs))),
      ("welfare", .number(outcome.welfare)),
      ("efficiency", .number(outcome.efficiency)),
      ("stable", .boolean(outcome.isStable)),
      ("proven", .boolean(outcome.equilibrium.isProven)),
    ])
  }

  private func json(of optimum: SocialOptimum) -> JSONValue {
    .object([
      ("levels", .numbers(optimum.levels)),
      ("payoffs", .numbers(objectivePayoffs(optimum.payoffs))),
      ("welfare", .number(optimum.welfare)),
      ("proven", .boolean(optimum.isProven)),
    ])
  }

  private func json(of improvement: Bargain) -> JSONValue {
    .object([
      ("solution", .text(improvement.solution.rawValue)),
      ("levels", .numbers(improvement.levels)),
      ("payoffs", .numbers(objectivePayoffs(improvement.payoffs))),
      ("gains", .numbers(improvement.gains)),
      ("welfare", .number(improvement.welfare)),
      ("residual", .number(improvement.residual)),
      (
        "gap", improvement.gap.isFinite ? .number(improvement.gap) : .null
      ),
      ("proven", .boolean(improvement.isProven)),
    ])
  }
}

extension ParetoPoint {
  var json: JSONValue {
    .object([
      ("levels", .numbers(levels)),
      ("payoffs", .numbers(payoffs)),
      ("weights", .numbers(weights)),
      ("residual", .number(residual)),
      ("proven", .boolean(isProven)),
    ])
  }
}
