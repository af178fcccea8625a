import Games
import LinearAlgebra

extension DirectedSharingGame {
  /// What decides the marginal payoff in a level beside the level itself.
  struct ClassView {
    /// What the firm uses of the partners of the class.
    var flow = Interval.zero
    /// What other classes add to z_i.
    var rest = Interval.zero
  }

  /// Bounds each marginal payoff: exactly, but for openness, where ε ≤ 1.
  ///
  /// - Complexity: O(links), and O(levels) for the openness.
  func marginalBounds(over box: Box, into bounds: inout [MarginalBounds]) {
    let open = clusterOpenness(at: box)
    for firm in 0..<links.firmCount {
      writeBounds(of: firm, over: box, open: open, into: &bounds)
    }
  }

  /// Bounds the marginal payoffs of one firm alone.
  func marginalBounds(
    of player: Int, over box: Box, into bounds: inout [MarginalBounds]
  ) {
    let open = clusterOpenness(at: box)
    writeBounds(of: player, over: box, open: open, into: &bounds)
  }

  private func writeBounds(
    of firm: Int, over box: Box, open: Interval,
    into bounds: inout [MarginalBounds]
  ) {
    let views = classViews(of: firm, over: box)
    for (view, v) in zip(views, links.variables(of: firm)) {
      let others = othersOpenness(of: v, in: open, over: box)
      func marginal(at end: Double) -> Interval {
        marginalRange(of: v, at: Interval(end), seeing: view, open: others)
      }
      let (atLower, atUpper) = (
        marginal(at: box[v].lower), marginal(at: box[v].upper)
      )
      bounds[v] = MarginalBounds(
        atLower: atLower, atUpper: atUpper,
        over: Interval(lower: atUpper.lower, upper: atLower.upper),
        slope: marginalSlope(of: v, over: box[v], seeing: view, open: others))
    }
  }

  /// What a firm sees of each class of its partners.
  func classViews(of firm: Int, over box: Box) -> [ClassView] {
    let own = links.variables(of: firm)
    var views = own.map { _ in ClassView() }
    for place in links.places(of: firm) where links.uses[place] != 0 {
      let use: Interval = use(place)
      views[links.variables[place] - own.lowerBound].flow +=
        use * box[links.sources[place]]
    }
    let terms = zip(views, own).map {
      $0.flow * (1 + Interval(returns.reciprocity) * box[$1])
    }
    var sum = Interval.zero
    for (k, term) in terms.enumerated() {
      views[k].rest = sum
      sum += term
    }
    sum = .zero
    for (k, term) in terms.enumerated().reversed() {
      views[k].rest += sum
      sum += term
    }
    return views
  }

  /// The openness of the cluster without what one level adds.
  func othersOpenness(
    of variable: Int, in open: Interval, over box: Box
  ) -> Interval {
    open.removing(Interval(classes.openness[variable]) * box[variable])
  }

  /// The marginal at a level: it falls with the rest, and rises with the flow if
  /// ε ≤ 1.
  private func marginalRange(
    of variable: Int, at level: Interval, seeing view: ClassView,
    open: Interval
  ) -> Interval {
    func marginal(_ flow: Interval, _ rest: Interval) -> Interval {
      self.marginal(
        of: variable, at: level, flow: flow, rest: rest, open: open)
    }
    guard returns.innovation.curvature <= 1 else {
      return marginal(view.flow, view.rest)
    }
    let least = marginal(Interval(view.flow.lower), Interval(view.rest.upper))
    let most = marginal(Interval(view.flow.upper), Interval(view.rest.lower))
    return Interval(lower: least.lower, upper: most.upper)
  }

  /// The marginal in one level where the class brings the flow f and the others
  /// the rest r, so that `z = r + f (1 + κ s)`.
  func marginal(
    of variable: Int, at level: Interval, flow: Interval, rest: Interval,
    open: Interval
  ) -> Interval {
    let firm = strategies.owner(of: variable)
    var view = profile([Interval]()).view(of: variable, firm, at: level)
    view.inflow = flow
    view.reached = rest + flow * (1 + view.reciprocity * level)
    view.openness = open + view.knowledgeShare * level
    return StandardChannels.marginal(view)
  }

  /// How the marginal falls with the own level.
  private func marginalSlope(
    of variable: Int, over levels: Interval, seeing view: ClassView,
    open: Interval
  ) -> Interval {
    let own = numbers[strategies.owner(of: variable)]
    let reciprocity = Interval(returns.reciprocity)
    let effect = view.rest + view.flow * (1 + reciprocity * levels)
    let worth = returns.innovation.slope(effect)
    var fall =
      Interval(links.weights[variable]) * Interval(own.quadraticCost)
      + Interval(own.gain) * Interval.pow(reciprocity * view.flow, 2)
      * returns.innovation.fall(of: worth, at: effect)
    if returns.hasPremium {
      let weight = Interval(classes.openness[variable])
      let open = open + weight * levels
      fall +=
        Interval(own.premiumShare) * Interval.pow(weight, 2)
        * returns.premium.fall(of: returns.premium.slope(open), at: open)
    }
    return -fall
  }
}
