import Games
import LinearAlgebra

extension DirectedSharingGame {
  /// The derivative of each firm's payoff in its own levels.
  ///
  /// - Complexity: O(links).
  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    writeMarginals(at: levels, into: &gradient)
  }

  /// Encloses the derivative of each firm's payoff in its own levels.
  ///
  /// - Complexity: O(links).
  func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval]
  ) {
    writeMarginals(at: box, into: &gradient)
  }

  /// Writes the marginals of every firm.
  private func writeMarginals<S: Scalar>(
    at levels: Profile<S>, into slopes: inout [S]
  ) {
    let profile = profile(levels)
    for (firm, flows) in profile.flows().enumerated() {
      profile.writeMarginals(of: firm, seeing: flows, into: &slopes)
    }
  }

  /// Differentiates the weighted payoffs in one pass over the links.
  func weightedGradient(
    _ weights: [Double], at levels: Profile<Double>,
    into gradient: inout [Double]
  ) {
    writeGradient(weights, at: levels, into: &gradient)
  }

  /// Differentiates the gradient along the direction.
  func weightedHessianProduct(
    _ weights: [Double], at levels: Profile<Double>,
    along direction: [Double], into product: inout [Double]
  ) {
    let jets = zip(levels, direction).map {
      Jet<Double, 1>(value: $0, slopes: [$1])
    }
    var slopes = jets
    writeGradient(weights, at: jets, into: &slopes)
    for v in product.indices { product[v] = slopes[v].slopes[0] }
  }

  /// Encloses the weighted payoffs and their gradient in one pass over the
  /// links.
  func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval]
  ) -> Interval {
    writeGradient(weights, at: box, into: &gradient)
    return zip(weights, payoffs(over: box)).reduce(.zero) {
      $0 + Interval($1.0) * $1.1
    }
  }

  /// Writes the gradient of `Σ_i w_i u_i`: what each level does to its owner,
  /// to the partner who uses it, to the partner's rivals and to openness.
  private func writeGradient<S: Scalar>(
    _ weights: [Double], at levels: Profile<S>, into gradient: inout [S]
  ) {
    let profile = profile(levels)
    let views = profile.flows()
    let losses = views.indices.map {
      S(weights[$0]) * S(numbers[$0].stealingLoss)
    }
    let received = inflowSlopes(weights, losses, views)
    var prize = S.zero
    for firm in views.indices where numbers[firm].premiumShare != 0 {
      prize +=
        S(weights[firm]) * S(numbers[firm].premiumShare)
        * returns.premium.slope(views[firm].open)
    }
    for firm in views.indices {
      let own = profile.numbers(of: firm)
      for variable in links.variables(of: firm) {
        let level = profile.view(of: variable, firm, own, at: levels[variable])
        gradient[variable] =
          S(weights[firm]) * LevelChannels.marginal(level)
          + prize * level.knowledgeShare
      }
    }
    let reciprocity = S(returns.reciprocity)
    let hasLosses = losses.contains { $0 != .zero }
    for firm in views.indices {
      let gain =
        S(weights[firm]) * S(numbers[firm].gain)
        * returns.innovation.slope(views[firm].effect)
      for place in links.places(of: firm) where links.uses[place] != 0 {
        let (own, source) = (links.variables[place], links.sources[place])
        let kept =
          hasLosses
          ? losses[links.partners[place]]
            * S(links.rivalries[links.opposites[place]]) : .zero
        let use: S = use(place)
        gradient[own] += gain * reciprocity * use * levels[source]
        gradient[source] +=
          use
          * (gain * (1 + reciprocity * levels[own]) + received[firm] + kept)
      }
    }
  }

  /// What a unit of each firm's inflow is worth to all, beside innovation:
  /// saved cost less fees and what its rivals lose.
  private func inflowSlopes<S: Scalar>(
    _ weights: [Double], _ losses: [S], _ views: [DirectedFlows<S>]
  ) -> [S] {
    var slopes = views.indices.map { firm in
      S(weights[firm])
        * (S(numbers[firm].savedCost) / S.pow(1 + views[firm].inflow, 2)
          - S(price))
    }
    for firm in views.indices where losses[firm] != .zero {
      rivalry.forEachElement(inRow: firm) { rival, weight in
        if rival != firm { slopes[rival] -= losses[firm] * S(weight) }
      }
    }
    return slopes
  }

  /// A bound on what anybody gains by any deviation: a payoff is concave in
  /// its owner's levels, so that it rises by no more than its slopes say.
  ///
  /// - Complexity: O(links).
  func regretBound(at levels: Profile<Double>) -> Interval {
    var slopes = [Interval](repeating: .zero, count: levels.count)
    pseudoGradientEnclosure(over: levels.map { Interval($0) }, into: &slopes)
    let box = strategies.box
    var largest = 0.0
    for firm in 0..<links.firmCount {
      let gain = links.variables(of: firm).reduce(Interval.zero) { sum, v in
        let moves = box[v] - Interval(levels[v])
        return sum + Interval((slopes[v] * moves).upper)
      }
      largest = max(largest, gain.upper)
    }
    return Interval(lower: 0, upper: largest)
  }
}
