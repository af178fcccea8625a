// What must hold.
extension KamienMullerZang {
  static let grid =
    Record.grid([
      ("n", [2, 4]), ("beta", [0, 0.3, 0.5, 0.8]), ("gamma", [8]),
    ])
    + Record.grid([
      ("a", [20]), ("c", [8]), ("Cbar", [6]), ("theta", [0.5]),
      ("beta", [0.1, 0.6]),
    ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "a competing joint venture researches least and has the highest price",
      if: "0 < β < 1", { 0 < $0.spillover && $0.spillover < 1 },
      unlike: ["beta": 1]
    ) { _, answer in
      ["N", "C", "CJ"].allSatisfy {
        answer.compare("NJ", $0, ["effective_X"], <)
          && answer.compare("NJ", $0, ["price"], >)
      }
    },
    Proposition(
      "a joint-venture cartel researches, earns and serves welfare most",
      if: "0 < β < 1", { 0 < $0.spillover && $0.spillover < 1 },
      unlike: ["beta": 1]
    ) { _, answer in
      ["N", "C", "NJ"].allSatisfy {
        answer.compare(
          "CJ", $0, ["effective_X", "profit_per_firm", "welfare"], >)
          && answer.compare("CJ", $0, ["price"], <)
      }
    },
    Proposition(
      "a cartel researches more than competitors",
      if: "β > ½", { $0.spillover > 0.5 }, unlike: ["beta": 0.3]
    ) { _, answer in answer.compare("C", "N", ["effective_X"], >) },
    Proposition(
      "a cartel researches less than competitors",
      if: "β < ½", { $0.spillover < 0.5 }, unlike: ["beta": 0.8]
    ) { _, answer in answer.compare("C", "N", ["effective_X"], <) },
    Proposition(
      "a cartel earns more than competitors",
      if: "β ≠ ½", { $0.spillover != 0.5 }, unlike: ["beta": 0.5]
    ) { _, answer in
      answer.values.number("C", "profit_per_firm")
        > answer.values.number("N", "profit_per_firm") * (1 + 1e-12)
    },
    Proposition(
      "competitors cut cost as much as in d'Aspremont and Jacquemin's model",
      if: "β = 0, n = 2 and f is the root", { $0.isWithoutSpillovers },
      unlike: ["beta": 0.3]
    ) { model, answer in
      guard case .root(let need) = model.technology,
        let other = try? AspremontJacquemin([
          "a": Value(model.intercept), "A": Value(model.initialCost),
          "b": Value(model.slope), "gamma": Value(need),
          "beta": Value(model.spillover),
        ])
      else { return false }
      let cut = other.answer().values.number("noncooperative", "x")
      return abs(answer.values.number("N", "cost_reduction") - cut)
        <= 1e-9 * (1 + cut)
    },
  ]

  private var isWithoutSpillovers: Bool {
    guard case .root = technology else { return false }
    return spillover == 0 && firms == 2
  }
}
