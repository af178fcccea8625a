// What must hold.
extension SecuritySharing {
  static let grid =
    Record.grid([
      ("b2", [0.5, 1, 1.5]), ("lambda_d", [0.3, 0.6]), ("lambda_c", [0, 0.2]),
      ("alpha", [0.1]),
    ]) + Record.grid([("b2", [0, 1]), ("lambda_d", [0, -0.3])])

  /// Whether firms compete and gain by what the other shares.
  private var isStrategic: Bool { otherPrice > 0 && demandGain > 0 }

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "firms that compete share something", if: "b2 > 0 and λ_d > 0",
      { $0.isStrategic }, unlike: ["b2": 0]
    ) { _, answer in answer.values.number("nash", "s") > 0 },
    Proposition(
      "firms share nothing", if: "b2 = 0 or λ_d ≤ 0", { !$0.isStrategic },
      unlike: ["b2": 1]
    ) { _, answer in answer.values.number("nash", "s") == 0 },
    Proposition(
      "a planner wants more security and sharing than an alliance, an alliance "
        + "more than each firm",
      if: "λ_d > 0, λ_c = 0, 0 < b2 ≤ b1/2 and α ≤ b2/2b1",
      {
        $0.isStrategic && $0.costGain == 0
          && 2 * $0.otherPrice <= $0.ownPrice
          && $0.rivalry <= $0.otherPrice / (2 * $0.ownPrice)
      },
      unlike: ["lambda_d": -0.5]
    ) { _, answer in
      answer.compare("planner", "isa_joint_profit", ["t", "s"], >)
        && answer.compare("isa_joint_profit", "nash", ["t", "s"], >)
    },
    Proposition(
      "an alliance raises the profit of both", if: "b2 > 0 and λ_d > 0",
      { $0.isStrategic }, unlike: ["lambda_d": 0, "alpha": 0, "b2": 0]
    ) { _, answer in
      answer.compare("isa_joint_profit", "nash", ["profit"], >)
    },
    proposition("tougher competition raises security and sharing", "b2"),
    proposition(
      "a stronger own price lowers security and sharing", "b1", rises: false),
    proposition("a larger market raises security and sharing", "a"),
    proposition("a larger gain in demand raises them", "lambda_d"),
    proposition(
      "a rival's gain from security lowers them", "alpha", rises: false),
  ]

  /// By what a parameter is multiplied to see where things move.
  private static let step = 1.05

  /// That security and sharing move in one direction when a parameter is
  /// scaled.
  private static func proposition(
    _ statement: String, _ name: String, rises: Bool = true
  ) -> Proposition<Self> {
    Proposition(
      statement, if: "b2 > 0, λ_d > 0 and \(name) > 0",
      { $0.isStrategic && $0.given.number(name) > 0 },
      unlike: ["b2": 0]
    ) { model, answer in
      var other = model.given
      other[name] = Value(other.number(name) * step)
      guard let moved = (try? Self(other))?.answer().values else {
        return false
      }
      return ["t", "s"].allSatisfy {
        let change =
          moved.number("nash", $0) - answer.values.number("nash", $0)
        return rises ? change > 0 : change < 0
      }
    }
  }
}
