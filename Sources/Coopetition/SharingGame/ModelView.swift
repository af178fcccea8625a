import Games

/// What channels read of a firm in the ``ParametricSharingGame``: everything
/// follows from the cluster's own numbers, when a formula asks for it.
struct ModelView<Value: Scalar>: FirmView {
  let model: SharingModel
  let firm: Int
  let levels: Profile<Value>
  /// What each firm makes of knowledge, if that is known already.
  var uses: [KnowledgeUse<Value>] = []

  private func number(_ key: Int) -> Value {
    model.own(key, of: firm, levels)
  }

  private func shared(_ place: Int) -> Value { model.shared(place, levels) }

  var own: Value { levels[firm] }
  var inflow: Value { model.inflow(of: firm, at: levels) }
  var openness: Value { model.openness(at: levels).value }
  var rivalInflow: Value { model.rivalInflow(of: firm, at: levels) }
  var payments: Value { model.payments(of: firm, at: levels) }
  var operatingProfit: Value { model.operatingProfit(at: levels) }

  var royaltiesReceived: Value {
    royalty
      * royaltySum { use, flow in
        use.gain * use.factor * use.mean * flow * own
      }
  }

  var royaltiesMarginal: Value {
    royalty
      * royaltySum { use, flow in
        let change = use.factor * use.factor * use.meanSlope
        return use.gain * flow * (use.factor * use.mean + flow * own * change)
      }
  }

  /// What the firm makes of the knowledge that it receives.
  fileprivate var use: KnowledgeUse<Value> {
    let factor = 1 + reciprocity * own
    let reached = inflow * factor
    return KnowledgeUse(
      gain: isRisky ? success * gain : gain, factor: factor,
      mean: innovationReturns.mean(reached),
      meanSlope: innovationReturns.meanSlope(reached))
  }

  /// Sums over the users of the firm's knowledge and their flows `A_ki`.
  private func royaltySum(
    _ term: (KnowledgeUse<Value>, _ flow: Value) -> Value
  ) -> Value {
    let knowledge =
      number(Keys.knowledge) * shared(Places.complementarity)
    return model.users[firm].reduce(.zero) { sum, link in
      let view = ModelView(model: model, firm: link.firm, levels: levels)
      let use = uses.isEmpty ? view.use : uses[link.firm]
      let flow =
        Value(link.weight) * view.number(Keys.absorption) * knowledge
      return sum + term(use, flow)
    }
  }

  var gain: Value { shared(Places.environment) * number(Keys.opportunity) }
  var savedCost: Value {
    shared(Places.environment) * number(Keys.innovationCost)
  }
  var premiumShare: Value {
    let share = divisionShare * shared(Places.premium)
    return hasContribution ? (1 - shared(Places.contribution)) * share : share
  }
  var contributionShare: Value {
    shared(Places.contribution) * knowledgeShare * shared(Places.premium)
  }
  var knowledgeShare: Value {
    number(Keys.knowledge) / model.openness(at: levels).total
  }
  var leakageLoss: Value {
    number(Keys.irreplaceability) * number(Keys.market)
      * model.leaked(of: firm, at: levels)
  }
  var stealingLoss: Value { shared(Places.stealing) * number(Keys.market) }
  var linearCost: Value { number(Keys.linearCost) }
  var quadraticCost: Value { number(Keys.quadraticCost) }
  var subsidyRate: Value { number(Keys.subsidy) }
  var revenue: Value {
    guard hasFees else { return .zero }
    let price = number(Keys.price) * model.outflow(of: firm, at: levels)
    return model.numbers.isUsed(Places.margin)
      ? (1 - shared(Places.margin)) * price : price
  }
  var operatingGain: Value { model.operatingMargin(of: firm, at: levels) }
  var baseProfit: Value { number(Keys.base) }

  var riskTolerance: Value { number(Keys.riskTolerance) }
  var distress: Value { number(Keys.distress) }
  var overhead: Value { Value(model.overheads[firm]) }

  var success: Value { shared(Places.success) }
  var reciprocity: Value { shared(Places.reciprocity) }
  var royalty: Value { shared(Places.royalty) }
  var innovationReturns: Returns<Value> {
    model.returns(Places.curvature, levels)
  }
  var premiumReturns: Returns<Value> {
    model.returns(Places.premiumCurvature, levels)
  }

  var hasPremium: Bool { model.numbers.isUsed(Places.premium) }
  var hasContribution: Bool { model.numbers.isUsed(Places.contribution) }
  var hasStealing: Bool { model.numbers.isUsed(Places.stealing) }
  var hasFees: Bool {
    (0..<model.firmCount).contains {
      model.numbers.isUsed(NumberTable.place(ofKey: Keys.price, firm: $0))
    }
  }
  var hasRoyalties: Bool { model.numbers.isUsed(Places.royalty) }
  var isOperator: Bool { model.operatingFirm == firm }
  var isRisky: Bool { model.numbers.constant(Places.success) != 1 }
  var isAverse: Bool {
    let place = NumberTable.place(ofKey: Keys.riskTolerance, firm: firm)
    return model.numbers.constant(place) != .infinity
  }
  var hasOverhead: Bool { model.overheads[firm] != 0 }

  /// The fraction ω of the premium.
  private var divisionShare: Value {
    switch model.premiumShares {
    case .equal: 1 / Value(Double(model.firmCount))
    case .knowledge: knowledgeShare
    case .fractions(let fractions): Value(fractions[firm])
    }
  }
}

/// What a firm k makes of the knowledge that it receives, of which those who
/// disclosed it have a share.
struct KnowledgeUse<Value: Scalar> {
  /// The gain `V_k`, times the probability of success.
  let gain: Value
  /// `t_k = 1 + κ s_k`.
  let factor: Value
  /// `φ(q_k t_k) / (q_k t_k)`.
  let mean: Value
  /// The derivative of ``mean`` in `q_k t_k`.
  let meanSlope: Value
}

extension SharingModel {
  /// What each firm makes of knowledge at a profile; empty unless there are
  /// royalties. Every firm's view asks for it.
  func uses<S: Scalar>(at levels: Profile<S>) -> [KnowledgeUse<S>] {
    guard numbers.isUsed(Places.royalty) else { return [] }
    return (0..<firmCount).map {
      ModelView(model: self, firm: $0, levels: levels).use
    }
  }
}
