import Games
import LinearAlgebra

extension DirectedSharingGame {
  /// Writes marginal payoffs and their derivatives in all levels.
  ///
  /// - Complexity: O(links · levels of a firm), and O(levels²) where the
  ///   premium is curved.
  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    pseudoGradient(at: levels, into: &gradient)
    for row in gradient.indices {
      for column in gradient.indices { jacobian[row, column] = 0 }
    }
    forEachSlope(at: levels) { jacobian[$0, $1] += $2 }
  }

  /// Encloses marginal payoffs and their derivatives in all levels.
  ///
  /// - Complexity: As of
  ///   ``pseudoGradient(at:into:jacobian:)-(Profile<Double>,_,_)``.
  func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval], jacobian: inout [Interval]
  ) {
    pseudoGradientEnclosure(over: box, into: &gradient)
    for element in jacobian.indices { jacobian[element] = .zero }
    forEachSlope(at: box) { jacobian[$0 * box.count + $1] += $2 }
  }

  /// Encloses a firm's payoff, marginals and curvature in its own levels.
  ///
  /// - Complexity: O(levels + (levels of the firm)²), and that of the payoff.
  func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure {
    let own = links.variables(of: player)
    let profile = profile(box)
    let flows = profile.flows(to: player, open: profile.clusterOpenness())
    var marginals = box
    profile.writeMarginals(of: player, seeing: flows, into: &marginals)
    let slopes = FirmSlopes(of: player, at: box, seeing: flows, in: self)
    return OwnEnclosure(
      value: profile.payoff(of: player, seeing: flows),
      gradient: Array(marginals[own]),
      hessian: own.flatMap { v in own.map { slopes.own(v, $0) } })
  }

  /// Payoffs are smooth where effects and openness are above −1.
  func isSmooth(over box: Box, in variables: [Int]) -> Bool {
    flows(at: box).allSatisfy { $0.effect.lower > -1 && $0.open.lower > -1 }
  }

  /// Calls `body` with parts of `∂F_v/∂x_w` to be added up: v, w and the part.
  private func forEachSlope<S: Scalar>(
    at levels: Profile<S>, _ body: (Int, Int, S) -> Void
  ) {
    for (firm, view) in flows(at: levels).enumerated() {
      let own = links.variables(of: firm)
      let slopes = FirmSlopes(of: firm, at: levels, seeing: view, in: self)
      for v in own {
        for w in own { body(v, w, slopes.own(v, w)) }
        guard slopes.respondsToOpenness else { continue }
        for w in levels.indices where !own.contains(w) {
          body(v, w, slopes.byOpenness(v, w))
        }
      }
      for place in links.places(of: firm) where links.uses[place] != 0 {
        let (chosen, source) = (links.variables[place], links.sources[place])
        let use: S = use(place)
        body(chosen, source, slopes.reciprocal * use)
        let rise = use * (1 + S(returns.reciprocity) * levels[chosen])
        for v in own { body(v, source, slopes.byEffect(v, rise)) }
      }
    }
  }
}

/// How the marginal payoffs of one firm change with levels.
private struct FirmSlopes<S: Scalar> {
  /// How much each level adds to openness, and its share of the partners.
  private let openness, weights: [Double]
  /// `κ G_i φ′(z_i)`: what a unit of use is worth per unit of the own level.
  let reciprocal: S
  /// How fast the worth of effect and of openness falls.
  private let effectFall, opennessFall: S
  /// How fast z_i rises with each own level, `κ Σ_j f_ij` over the class.
  private var pulls: [S]
  private let first: Int
  private let quadraticCost: S
  /// Whether marginal payoffs fall with openness.
  let respondsToOpenness: Bool

  init(
    of firm: Int, at levels: Profile<S>,
    seeing view: DirectedFlows<S>, in game: DirectedSharingGame
  ) {
    let (own, returns) = (game.numbers[firm], game.returns)
    (openness, weights) = (game.classes.openness, game.links.weights)
    let (gain, reciprocity) = (S(own.gain), S(returns.reciprocity))
    let slope = returns.innovation.slope(view.effect)
    reciprocal = reciprocity * gain * slope
    effectFall = gain * returns.innovation.fall(of: slope, at: view.effect)
    respondsToOpenness = own.premiumShare != 0 && game.respondsToOpenness
    opennessFall =
      respondsToOpenness
      ? S(own.premiumShare)
        * returns.premium.fall(
          of: returns.premium.slope(view.open), at: view.open)
      : .zero
    let variables = game.links.variables(of: firm)
    (first, quadraticCost) = (variables.lowerBound, S(own.quadraticCost))
    pulls = variables.map { _ in .zero }
    for place in game.links.places(of: firm)
    where game.links.uses[place] != 0 {
      let use: S = game.use(place)
      pulls[game.links.variables[place] - first] +=
        reciprocity * use * levels[game.links.sources[place]]
    }
  }

  /// The derivative of the marginal in one own level in another one.
  func own(_ v: Int, _ w: Int) -> S {
    let falls = byEffect(v, pulls[w - first]) + byOpenness(v, w)
    guard v == w else { return falls }
    return falls - S(weights[v]) * quadraticCost
  }

  /// How the marginal in a level changes when z_i rises at a rate.
  func byEffect(_ v: Int, _ rise: S) -> S {
    -(effectFall * pulls[v - first] * rise)
  }

  /// How the marginal in a level changes by openness with a level of anybody.
  func byOpenness(_ v: Int, _ w: Int) -> S {
    -(opennessFall * S(openness[v]) * S(openness[w]))
  }
}
