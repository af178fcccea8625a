// What must hold.
extension AspremontJacquemin {
  static let grid = Record.grid([
    ("A", [90]), ("beta", [0, 0.1, 0.3, 0.45, 0.5, 0.6, 0.9, 1]),
    ("gamma", [1, 1.2, 2.4, 5]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "firms that do research together do more of it and sell more",
      if: "β > ½ and bγ > 2(1 + β)²/9",
      { $0.spillover > 0.5 && $0.rewards($0.steepness * 4.5) },
      unlike: ["beta": 0.2]
    ) { _, answer in
      answer.compare("rd_cooperative", "noncooperative", ["x", "Q"], >)
    },
    Proposition(
      "firms that do research together do less of it and sell less",
      if: "β < ½ and bγ > 2(2 − β)²/9",
      { $0.spillover < 0.5 && $0.hasEquilibrium },
      unlike: ["beta": 0.8]
    ) { _, answer in
      answer.compare("rd_cooperative", "noncooperative", ["x", "Q"], <)
    },
    Proposition(
      "a full cartel does more research than a research cartel",
      if: "4bγ > (1 + β)²", { $0.rewards($0.steepness * 4) },
      unlike: ["A": 90, "beta": 1, "gamma": 0.95]
    ) { _, answer in
      answer.compare("fully_collusive", "rd_cooperative", ["x"], >)
    },
    Proposition(
      "a full cartel does more research than competitors",
      if: "β > 7/17, 4bγ > (1 + β)² and competitors' profit is concave",
      {
        $0.spillover > 7.0 / 17 && $0.rewards($0.steepness * 4)
          && $0.hasEquilibrium
      },
      unlike: ["beta": 0.3]
    ) { _, answer in
      answer.compare("fully_collusive", "noncooperative", ["x"], >)
    },
    Proposition(
      "a planner wants more research and output than any firms bring about",
      if: "2bγ > (1 + β)² and competitors' profit is concave",
      { $0.rewards($0.steepness * 2) && $0.hasEquilibrium },
      unlike: ["A": 90, "beta": 1, "gamma": 1.5]
    ) { _, answer in
      ["noncooperative", "rd_cooperative", "fully_collusive"].allSatisfy {
        answer.compare("social_optimum", $0, ["x", "Q"], >)
      }
    },
    Proposition(
      "competitors sell more than a full cartel",
      if: "bγ > (1 + β)(5β − 1)/3, 4bγ > (1 + β)², competitors' profit concave",
      {
        $0.steepness > $0.rankingThreshold && $0.rewards($0.steepness * 4)
          && $0.hasEquilibrium
      },
      unlike: ["A": 90, "beta": 1, "gamma": 2.4]
    ) { _, answer in
      answer.compare("noncooperative", "fully_collusive", ["Q"], >)
    },
    Proposition(
      "a research cartel sells more than a full cartel",
      if: "3bγ > (1 + β)²", { $0.rewards($0.steepness * 3) },
      unlike: ["A": 90, "beta": 1, "gamma": 1.2]
    ) { _, answer in
      answer.compare("rd_cooperative", "fully_collusive", ["Q"], >)
    },
    Proposition(
      "noncooperative research is stable",
      if: "best replies have slopes below 1 in size",
      { $0.hasEquilibrium && abs($0.replySlope) < 1 },
      unlike: ["A": 90, "beta": 0.1, "gamma": 1]
    ) { _, answer in
      answer.values["noncooperative_stable"] == true
    },
  ]

  /// Whether research pays finitely when scaled costs are compared with the
  /// benefit `(1 + β)²` to both firms.
  private func rewards(_ cost: Double) -> Bool {
    cost > (1 + spillover) * (1 + spillover)
  }

  /// `(2 − β)(2β − 1) / (9bγ/2 − (2 − β)²)`
  private var replySlope: Double {
    let own = 2 - spillover
    return own * (2 * spillover - 1) / (4.5 * steepness - own * own)
  }
}
