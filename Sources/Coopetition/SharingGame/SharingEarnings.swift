import Games

/// What firms earn at a profile of levels and parameters, and all together: what
/// a ``SharingObjective`` is made of.
protocol SharingEarnings {
  /// The numbers of the cluster.
  var model: SharingModel { get }

  /// The payoff of a firm.
  func payoff<S: Scalar>(of firm: Int, at levels: Profile<S>) -> S

  /// The sum of all payoffs less subsidies.
  func welfare<S: Scalar>(at levels: Profile<S>) -> S
}

extension SharingModel: SharingEarnings {
  /// The numbers themselves.
  var model: SharingModel { self }

  /// The payoff of a firm.
  func payoff<S: Scalar>(of firm: Int, at levels: Profile<S>) -> S {
    ModelView(model: self, firm: firm, levels: levels).payoff()
  }
}

/// What firms earn that share all or nothing (`model.choice: all`), linear in
/// the own level:
///
///     U_i(s) = u_i(0, s_−i) + (s_i/cap_i) Δ_i(s),
///     Δ_i(s) = u_i(cap_i, s_−i) − u_i(0, s_−i).
struct WithholdingEarnings: SharingEarnings {
  let model: SharingModel

  /// What a firm earns if it withholds, and if it shares everything; nil if its
  /// cap is 0.
  func ends<S: Scalar>(
    of firm: Int, at levels: Profile<S>
  ) -> (low: S, high: S?) {
    var levels = levels
    levels[firm] = .zero
    let low = model.payoff(of: firm, at: levels)
    let place = NumberTable.place(ofKey: Keys.cap, firm: firm)
    guard model.numbers.isUsed(place) else { return (low, nil) }
    levels[firm] = model.own(Keys.cap, of: firm, levels)
    return (low, model.payoff(of: firm, at: levels))
  }

  /// Δ_i; 0 if the cap is.
  func gain<S: Scalar>(of firm: Int, at levels: Profile<S>) -> S {
    let (low, high) = ends(of: firm, at: levels)
    return high.map { $0 - low } ?? .zero
  }

  /// The payoff of a firm that shares a given part of its cap.
  func payoff<S: Scalar>(
    of firm: Int, sharing share: S, at levels: Profile<S>
  ) -> S {
    let (low, high) = ends(of: firm, at: levels)
    return high.map { low + share * ($0 - low) } ?? low
  }

  func payoff<S: Scalar>(of firm: Int, at levels: Profile<S>) -> S {
    let (low, high) = ends(of: firm, at: levels)
    guard let high else { return low }
    let cap: S = model.own(Keys.cap, of: firm, levels)
    return low + levels[firm] / cap * (high - low)
  }

  /// Summed over firms and treasury: payoffs are linear one by one.
  func welfare<S: Scalar>(at levels: Profile<S>) -> S {
    (0..<model.firmCount).reduce(model.treasury(at: levels)) {
      $0 + payoff(of: $1, at: levels)
    }
  }
}
