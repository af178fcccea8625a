import Games

/// A profile of directed sharing with the numbers of its game: constants, or
/// such as parameters move.
///
/// Payoffs and marginals are the channels' here, as in the standard game; what
/// a firm sees is summed up over its links.
protocol DirectedProfile {
  /// The numbers of a firm.
  associatedtype Numbers: FirmView
  typealias Value = Numbers.Value

  /// Who exchanges with whom.
  var links: DirectedLinks { get }
  /// A level for each class of partners of each firm.
  var levels: Profile<Value> { get }
  /// The price of a unit of knowledge.
  var price: Value { get }

  /// The numbers of a firm.
  func numbers(of firm: Int) -> Numbers
  /// What the firm at a place can use per unit of the partner's level.
  func use(_ place: Int) -> Value
  /// How much a unit of a variable of a firm adds to openness.
  func openness(of variable: Int, _ firm: Int) -> Value
  /// What a unit of a variable of a firm leaks to rivals, in money.
  func leakage(of variable: Int, _ firm: Int) -> Value
  /// What others use per unit of a variable of a firm.
  func outflow(of variable: Int, _ firm: Int) -> Value
  /// What is paid to a firm per unit of a variable.
  func subsidy(of variable: Int, _ firm: Int) -> Value
  /// Calls `body` with each rival of a firm and how much of the rival's gain
  /// is the firm's loss.
  func forEachRival(of firm: Int, _ body: (Int, Value) -> Void)
}

/// What a firm receives.
struct DirectedFlows<S: Scalar> {
  /// `q_i`.
  var inflow = S.zero
  /// `z_i`.
  var effect = S.zero
  /// `D`.
  var open = S.zero
  /// `Σ_j ρ_ij (q_j − f_ji)`.
  var rivalInflow = S.zero
}

/// The channels of a level by itself; the others are of what a firm receives.
typealias LevelChannels = ChannelSum<
  Leakage, ChannelSum<SharingCost, ChannelSum<SubsidyChannel, Fees>>
>

extension DirectedProfile {
  /// The openness of the cluster.
  func clusterOpenness() -> Value {
    var sum = Value.zero
    for firm in 0..<links.firmCount {
      for variable in links.variables(of: firm) {
        sum += openness(of: variable, firm) * levels[variable]
      }
    }
    return sum
  }

  /// Inflow and effect of a firm.
  func received(by firm: Int, reciprocity: Value) -> DirectedFlows<Value> {
    var flows = DirectedFlows<Value>()
    for place in links.places(of: firm) where links.uses[place] != 0 {
      let flow = use(place) * levels[links.sources[place]]
      flows.inflow += flow
      flows.effect += flow * (1 + reciprocity * levels[links.variables[place]])
    }
    return flows
  }

  /// What the rivals of a firm use of others than the firm itself: summed up
  /// without its part, so that only levels of others count.
  func rivalInflow(of firm: Int) -> Value {
    var sum = Value.zero
    forEachRival(of: firm) { rival, weight in
      for place in links.places(of: rival)
      where links.partners[place] != firm && links.uses[place] != 0 {
        sum += weight * use(place) * levels[links.sources[place]]
      }
    }
    return sum
  }

  /// What one firm receives, at an openness.
  func flows(to firm: Int, open: Value) -> DirectedFlows<Value> {
    let numbers = numbers(of: firm)
    var flows = received(by: firm, reciprocity: numbers.reciprocity)
    flows.open = open
    if numbers.hasStealing { flows.rivalInflow = rivalInflow(of: firm) }
    return flows
  }

  /// What every firm receives.
  func flows() -> [DirectedFlows<Value>] {
    let open = clusterOpenness()
    return (0..<links.firmCount).map { flows(to: $0, open: open) }
  }

  /// A firm without its levels.
  @inline(__always)
  func view(
    of firm: Int, seeing flows: DirectedFlows<Value>
  ) -> DirectedView<Numbers> {
    var view = DirectedView(numbers: numbers(of: firm))
    (view.inflow, view.reached) = (flows.inflow, flows.effect)
    (view.openness, view.rivalInflow) = (flows.open, flows.rivalInflow)
    if view.hasFees { view.payments = price * flows.inflow }
    view.baseProfit = view.numbers.baseProfit
    return view
  }

  /// A level of a firm by itself.
  @inline(__always)
  func view(
    of variable: Int, _ firm: Int, at level: Value
  ) -> DirectedView<Numbers> {
    view(of: variable, firm, numbers(of: firm), at: level)
  }

  /// A level of a firm with its numbers.
  @inline(__always)
  func view(
    of variable: Int, _ firm: Int, _ numbers: Numbers, at level: Value
  ) -> DirectedView<Numbers> {
    var view = DirectedView(numbers: numbers, own: level)
    view.share = Value(
      links.weights[variable], relativeError: SharingData.relativeError)
    view.knowledgeShare = openness(of: variable, firm)
    view.leakageLoss = leakage(of: variable, firm)
    view.subsidyRate = subsidy(of: variable, firm)
    if view.hasFees { view.revenue = price * outflow(of: variable, firm) }
    return view
  }

  /// What one channel is to each firm.
  func amounts(
    of channel: any Channel.Type, seeing flows: [DirectedFlows<Value>]
  ) -> [Value] {
    let isOfLevels = LevelChannels.channels.contains { $0 == channel }
    return flows.indices.map { firm in
      let received = channel.payoff(view(of: firm, seeing: flows[firm]))
      guard isOfLevels else { return received }
      return links.variables(of: firm).reduce(received) {
        $0 + channel.payoff(view(of: $1, firm, at: levels[$1]))
      }
    }
  }

  /// The payoff of a firm.
  func payoff(
    of firm: Int, seeing flows: DirectedFlows<Value>
  ) -> Value {
    var sum = StandardChannels.payoff(view(of: firm, seeing: flows))
    for variable in links.variables(of: firm) {
      sum += LevelChannels.payoff(
        view(of: variable, firm, at: levels[variable]))
    }
    return sum
  }

  /// Writes the derivative of a firm's payoff in each of its levels.
  func writeMarginals(
    of firm: Int, seeing flows: DirectedFlows<Value>,
    into slopes: inout [Value]
  ) {
    for variable in links.variables(of: firm) { slopes[variable] = .zero }
    for place in links.places(of: firm) where links.uses[place] != 0 {
      slopes[links.variables[place]] +=
        use(place) * levels[links.sources[place]]
    }
    let own = numbers(of: firm)
    let innovationSlope = own.innovationReturns.slope(flows.effect)
    for variable in links.variables(of: firm) {
      var view = view(of: variable, firm, own, at: levels[variable])
      (view.inflow, view.reached) = (slopes[variable], flows.effect)
      view.knownInnovationSlope = innovationSlope
      view.openness = flows.open
      slopes[variable] = StandardChannels.marginal(view)
    }
  }
}
