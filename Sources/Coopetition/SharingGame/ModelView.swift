import Games

/// What channels read of a firm in the ``ParametricSharingGame``: everything
/// follows from the cluster's own numbers, when a formula asks for it.
struct ModelView<Value: Scalar>: FirmView {
  let model: SharingModel
  let firm: Int
  let levels: Profile<Value>

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
      * royaltySum { user, flow in
        user.gain * user.factor * user.returns.mean(user.reached) * flow * own
      }
  }

  var royaltiesMarginal: Value {
    royalty
      * royaltySum { user, flow in
        let change =
          user.factor * user.factor * user.returns.meanSlope(user.reached)
        return user.gain * flow
          * (user.factor * user.returns.mean(user.reached) + flow * own * change)
      }
  }

  /// A firm that uses the knowledge of another: its gain `V_k`, `t_k`, and
  /// `q_k t_k`.
  private struct User {
    let gain: Value
    let factor: Value
    let reached: Value
    let returns: Returns<Value>
  }

  /// Sums over the users of the firm's knowledge and their flows `A_ki`.
  private func royaltySum(
    _ term: (User, _ flow: Value) -> Value
  ) -> Value {
    let knowledge =
      number(Keys.knowledge) * shared(Places.complementarity)
    return model.users[firm].reduce(.zero) { sum, link in
      let view = ModelView(model: model, firm: link.firm, levels: levels)
      let factor = 1 + view.reciprocity * view.own
      let user = User(
        gain: view.gain, factor: factor, reached: view.inflow * factor,
        returns: innovationReturns)
      let flow =
        Value(link.weight) * view.number(Keys.absorption) * knowledge
      return sum + term(user, flow)
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
