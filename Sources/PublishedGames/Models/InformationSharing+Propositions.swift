// The published formulas.
extension InformationSharing {
  var closedForm: Record {
    guard let noise else { return privateValues }
    let (n, d) = (Double(firms), substitution)
    let average = mean / (2 + d * (n - 1))
    let base = average * average
    let t = variance / (variance + noise)
    let all = n * variance / (n * variance + noise)
    let none = 2 + d * (n - 1) * t
    let full = 2 + d * (n - 1)
    var form: Record = [
      "profit_none": Value(base + t * variance / (none * none)),
      "profit_full": Value(base + all * variance / (full * full)),
      "slope_none": Value(t / none),
      "slope_full_on_mean_signal": Value(all / full),
    ]
    guard firms == 2 else { return form }
    let known = base + t * variance / ((2 + d) * (2 + d))
    let better = known + (all - t) * variance / 4
    form["cells_r1r2"] = [
      "00": both("profit_none", form),
      "01": ["profit_1": Value(better), "profit_2": Value(known)],
      "10": ["profit_1": Value(known), "profit_2": Value(better)],
      "11": both("profit_full", form),
    ]
    form["dominant_action"] = d > 0 ? "conceal" : d < 0 ? "share" : "none"
    let root = (1 + t).squareRoot()
    let two = Double.sqrt(2)
    form["pd_threshold_dstar"] = Value(2 * (two - root) / (root - two * t))
    return form
  }

  /// The same profit for both firms.
  private func both(_ name: String, _ form: Record) -> Value {
    let profit = form[name] ?? nil
    return ["profit_1": profit, "profit_2": profit]
  }

  /// Raith's other branch: each firm knows its own demand.
  private var privateValues: Record {
    let (d, average) = (substitution, mean / (2 + substitution))
    let (base, apart) = (average * average, 4 - substitution * substitution)
    let concealed = base + variance / 4
    return [
      "cells_r1r2_firm1": [
        "00": Value(concealed),
        "10": Value(base + 4 * variance / (apart * apart)),
        "01": Value(concealed + d * d * variance / (apart * apart)),
        "11": Value(base + variance * (4 + d * d) / (apart * apart)),
      ],
      "dominant_action": d == 0 ? "none" : "share",
    ]
  }
}

// What must hold.
extension InformationSharing {
  static let grid =
    Record.grid([
      ("d", [-0.6, 0.3, 0.7, 0.9, 1]), ("signal_noise_variance", [0.5, 4]),
    ])
    + Record.grid([
      ("d", [0.3, 1]), ("signal_noise_variance", [2]), ("n", [3, 5]),
    ]) + Record.grid([("d", [-0.8, -0.2, 0.4, 1])])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "to conceal is dominant, though sharing by all would raise welfare",
      if: "common demand, substitutes (d > 0)",
      { $0.noise != nil && $0.substitution > 0 },
      unlike: ["d": -0.5, "signal_noise_variance": 2]
    ) { _, answer in answer.concealsAlways && answer.welfareRises },
    Proposition(
      "to reveal is dominant, and sharing by all raises welfare",
      if: "common demand, complements (d < 0)",
      { $0.noise != nil && $0.substitution < 0 },
      unlike: ["d": 0.5, "signal_noise_variance": 2]
    ) { _, answer in answer.revealsAlways && answer.welfareRises },
    Proposition(
      "to reveal is dominant, for substitutes too",
      if: "own demands (no noise), d ≠ 0",
      { $0.noise == nil && $0.substitution != 0 },
      unlike: ["d": 0.5, "signal_noise_variance": 2]
    ) { _, answer in answer.values["dominant_action"] == "share" },
    Proposition(
      "sharing by all lowers profit",
      if: "common demand, homogeneous goods (d = 1)",
      { $0.noise != nil && $0.substitution == 1 },
      unlike: ["d": 0.3, "signal_noise_variance": 2]
    ) { _, answer in
      answer.values.number("profit_full") < answer.values.number("profit_none")
    },
    Proposition(
      "both would gain by sharing, and yet each conceals",
      if: "common demand, n = 2, 0 < d < d*",
      {
        guard $0.firms == 2, $0.noise != nil, $0.substitution > 0
        else { return false }
        return $0.substitution < $0.closedForm.number("pd_threshold_dstar")
      },
      unlike: ["d": 0.9, "signal_noise_variance": 2]
    ) { _, answer in answer.values["prisoners_dilemma"] == true },
  ]
}

extension Answer {
  /// Whether a firm alone loses by revealing, and gains by concealing.
  fileprivate var concealsAlways: Bool {
    gainByRevealing < 0 && gainByConcealing > 0
  }

  /// Whether a firm alone gains by revealing, and loses by concealing.
  fileprivate var revealsAlways: Bool {
    gainByRevealing > 0 && gainByConcealing < 0
  }

  /// Whether welfare is larger if all share than if nobody does.
  fileprivate var welfareRises: Bool {
    values.number("welfare_full") > values.number("welfare_none")
  }

  private var gainByRevealing: Double {
    values.number("profit_unilateral_reveal_others_conceal")
      - values.number("profit_none")
  }

  private var gainByConcealing: Double {
    values.number("profit_unilateral_conceal_others_reveal")
      - values.number("profit_full")
  }
}
