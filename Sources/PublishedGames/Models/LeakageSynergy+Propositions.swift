// What must hold.
extension LeakageSynergy {
  static let grid =
    Record.grid([
      ("l", [[0.5, 0.5], [0.8, 0.9], [1.2, 1.2], [2, 2]]),
      ("sig", [0, 0.2, 0.4]),
    ]) + Record.grid([("sig", [1.5]), ("l", [[1.5, 1.5], [1.4, 1.6]])])

  /// Whether firms would share nothing though others would gain by it.
  private var isDilemma: Bool {
    gain.indices.allSatisfy { i in
      let others = benefit.indices.reduce(0) { $0 + benefit[$1][i] }
      let most = gain.indices.reduce(gain[i]) { $0 + max(0, synergy[i][$1]) }
      return most <= 0 && gain[i] + others > 0
    }
  }

  /// Whether the condition for a unique equilibrium holds: each firm's cost
  /// exceeds all synergies.
  private var isDominated: Bool {
    gain.indices.allSatisfy { i in
      gain.indices.reduce(-cost[i]) { $0 + abs(synergy[i][$1]) } < 0
    }
  }

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "there is one equilibrium", if: "every c_i > Σ_j |σ g_ij|",
      { $0.isDominated },
      unlike: ["sig": 1.5, "a": [1, 1], "l": [1.5, 1.5]]
    ) { _, answer in answer.values["equilibria"]?.list?.count == 1 },
    Proposition(
      "alone nobody shares; together they would gain by it",
      if: "a_i + Σ_j σ g_ij ≤ l_i < a_i + Σ_j b_ji", { $0.isDilemma },
      unlike: ["l": [0.5, 0.5]]
    ) { model, answer in
      let zero = Value(model.gain.map { _ in 0 })
      let sum = answer.values.number(
        "pareto_points", model.weightings[0].name, "weighted_value")
      return answer.values["nash"] == zero && sum > 0
    },
    Proposition(
      "firms share less than what is best for all", if: "σ ≥ 0, b > 0, s < 1",
      { $0.sharesLess },
      unlike: ["b": [[0, -0.3], [-0.3, 0]], "sig": 0]
    ) { model, answer in
      let nash = answer.values["nash"]?.numbers ?? []
      let best =
        answer.values.value(at: [
          "pareto_points", model.weightings[0].name, "s",
        ])?.numbers
      return zip(nash, best ?? []).allSatisfy { $0 < $1 || $1 == 1 }
        && nash != best && best?.contains { $0 > 0 } == true
    },
  ]

  /// Whether others gain by sharing, and sharing alone is not complete but
  /// together not nothing.
  private var sharesLess: Bool {
    isDominated
      && gain.indices.allSatisfy { i in
        let others = benefit.indices.reduce(0) { $0 + benefit[$1][i] }
        let most = gain.indices.reduce(gain[i]) { $0 + synergy[i][$1] }
        return others > 0 && most < cost[i] && gain[i] + others > 0
          && synergy[i].allSatisfy { $0 >= 0 }
      }
  }
}
