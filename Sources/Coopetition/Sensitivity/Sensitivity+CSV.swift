extension Sensitivity {
  /// One row for each equilibrium and number, with a header: the equilibrium,
  /// its stability, the number, its value, the derivative of welfare, the
  /// elasticity, then the derivative of every level and every payoff.
  public var csv: String {
    let header =
      [
        "equilibrium", "stability", "number", "value", "welfare",
        "elasticity",
      ] + variables.map { "level \($0)" } + players.map { "payoff \($0)" }
    var rows = [CSVText.row(header)]
    for (k, outcome) in equilibria.enumerated() {
      for effect in outcome.effects {
        let derivative = effect.derivative
        let numbers = derivative.levels + derivative.payoffs
        rows.append(
          CSVText.row(
            [
              "\(k + 1)", outcome.equilibrium.stability.rawValue,
              effect.parameter, "\(effect.value)", "\(derivative.welfare)",
              effect.elasticity.map { "\($0)" } ?? "",
            ] + numbers.map { "\($0)" }))
      }
    }
    return rows.joined(separator: "\n")
  }
}
