import Games

/// What a player beyond the firms earns in a ``ParametricSharingGame``: what a
/// committer wants, or what must not be negative.
enum SharingObjective: Sendable, Equatable {
  /// What the treasury earns: less the subsidies, plus what a service
  /// institution earns as the platform's operator. With the firms' payoffs it
  /// sums to welfare.
  case treasury
  /// Welfare, less what instruments cost and what public money costs beyond
  /// itself, `W − I − μ G`.
  case welfare(Investment, publicFunds: Double)
  /// The openness D of the cluster.
  case openness
  /// Less the spending, `−G = −Σ σ_i s_i − I`.
  case saving(Investment)
  /// What the platform's operator earns, less what instruments cost.
  case profit(Investment)
  /// The payoff of a firm.
  case payoff(Int)
  /// How far gains go to those who provide.
  case fairness
  /// What is left of a budget, `b − G`.
  case budget(Double, Investment)
  /// What a firm earns beyond an amount.
  case participation(Int, least: Double)
  /// Welfare beyond an amount.
  case efficiency(least: Double)
  /// Less a parameter.
  case less(parameter: Int)

  /// The value at a profile at which firms earn what is said.
  func value<S: Scalar>(
    _ earnings: some SharingEarnings, at levels: Profile<S>
  ) -> S {
    let model = earnings.model
    return switch self {
    case .treasury: model.treasury(at: levels)
    case .welfare(let investment, let publicFunds):
      earnings.welfare(at: levels) - investment.cost(model, levels)
        - (publicFunds == 0
          ? .zero
          : S(publicFunds) * model.spending(investment, at: levels))
    case .openness: model.openness(at: levels).value
    case .saving(let investment): -model.spending(investment, at: levels)
    case .profit(let investment):
      model.operatingProfit(at: levels) - investment.cost(model, levels)
    case .payoff(let firm): earnings.payoff(of: firm, at: levels)
    case .fairness: earnings.fairness(at: levels)
    case .budget(let budget, let investment):
      S(budget) - model.spending(investment, at: levels)
    case .participation(let firm, let least):
      earnings.payoff(of: firm, at: levels) - S(least)
    case .efficiency(let least): earnings.welfare(at: levels) - S(least)
    case .less(let parameter): -levels[model.firmCount + parameter]
    }
  }
}

/// What instruments cost: `Σ linear |y − y₀| + ½ quadratic (y − y₀)²`.
struct Investment: Sendable, Equatable {
  /// The cost of moving one parameter.
  struct Item: Sendable, Equatable {
    /// The parameter, from 0.
    var parameter: Int
    /// The parameter as it is, y₀.
    var today: Double
    var linear: Double
    var quadratic: Double
  }

  var items: [Item] = []

  /// The cost at parameters that follow the firms' levels.
  func cost<S: Scalar>(_ model: SharingModel, _ levels: Profile<S>) -> S {
    cost(of: Array(levels[model.firmCount...]))
  }

  /// The cost of parameters.
  func cost<S: Scalar>(of parameters: [S]) -> S {
    items.reduce(S.zero) { sum, item in
      let moved = parameters[item.parameter] - S(item.today)
      return sum + S(item.linear) * S.max(moved, -moved)
        + S(item.quadratic) * S.pow(moved, 2) / 2
    }
  }
}

extension SharingModel {
  /// What the treasury earns; see ``SharingObjective/treasury``.
  func treasury<S: Scalar>(at levels: Profile<S>) -> S {
    let outlay = -outlay(at: levels)
    return hasService ? outlay + operatingProfit(at: levels) : outlay
  }

  /// What subsidies and instruments cost, `G = Σ σ_i s_i + I`.
  fileprivate func spending<S: Scalar>(
    _ investment: Investment, at levels: Profile<S>
  ) -> S {
    outlay(at: levels) + investment.cost(self, levels)
  }

  /// The sum of all payoffs less subsidies: without what firms pay each other,
  /// which cancels, so that enclosures do not see it.
  func welfare<S: Scalar>(at levels: Profile<S>) -> S {
    let sum = (0..<firmCount).reduce(S.zero) { sum, i in
      let view = ModelView(model: self, firm: i, levels: levels)
      return sum + Innovation.payoff(view) + Saving.payoff(view)
        + Leakage.payoff(view) + Stealing.payoff(view)
        + SharingCost.payoff(view) + Base.payoff(view)
    }
    return sum + premium(at: levels) - platformCost(at: levels)
  }

  /// The premium of the whole cluster, whoever gets it.
  private func premium<S: Scalar>(at levels: Profile<S>) -> S {
    guard numbers.isUsed(Places.premium) else { return .zero }
    let openness: S = openness(at: levels).value
    let whole =
      shared(Places.premium, levels)
      * returns(Places.premiumCurvature, levels).value(openness)
    guard case .fractions(let fractions) = premiumShares else { return whole }
    let divided = fractions.reduce(S.zero) { $0 + S($1) }
    let contribution: S = shared(Places.contribution, levels)
    return whole * (divided + contribution * (1 - divided))
  }

  /// What the platform costs its operator.
  private func platformCost<S: Scalar>(at levels: Profile<S>) -> S {
    guard operatingFirm != nil || hasService else { return .zero }
    let carried = (0..<firmCount).reduce(S.zero) {
      $0 + outflow(of: $1, at: levels) * levels[$1]
    }
    return shared(Places.platformLinear, levels) * carried
      + shared(Places.platformFixed, levels)
  }
}

extension SharingEarnings {
  fileprivate func fairness<S: Scalar>(at levels: Profile<S>) -> S {
    let nobody =
      Array(repeating: S.zero, count: model.firmCount)
      + levels[model.firmCount...]
    return Fairness.value(
      gains: (0..<model.firmCount).map {
        payoff(of: $0, at: levels) - payoff(of: $0, at: nobody)
      },
      provision: (0..<model.firmCount).map {
        model.outflow(of: $0, at: levels) * levels[$0]
      })
  }
}
