import Games
import LinearAlgebra

extension DirectedSharingGame {
  /// What each channel adds.
  struct Channels<S: Scalar> {
    var innovation = S.zero
    var saving = S.zero
    var premium = S.zero
    var leakage = S.zero
    var stealing = S.zero
    var cost = S.zero
    var subsidy = S.zero
    var fees = S.zero
    var base = S.zero

    /// The payoff.
    var sum: S {
      let gains = innovation + saving + premium
      let losses = leakage + stealing + cost
      return gains + losses + subsidy + fees + base
    }
  }

  /// What a firm sees of the others.
  struct View<S: Scalar> {
    /// What it uses of others, `q_i = Σ_j f_ij`.
    var inflow = S.zero
    /// The effect on its innovation, `z_i = Σ_j f_ij (1 + κ s_ij)`.
    var effect = S.zero
    /// The openness of the cluster.
    var open = S.zero
    /// What its rivals receive from others, `Σ_j ρ_ij (q_j − f_ji)`.
    var rivalInflow = S.zero
  }

  /// The sum of all channels.
  ///
  /// - Complexity: O(levels), and O(links of rivals) if there is stealing.
  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var view = flows(to: player, at: levels)
    if numbers[player].premiumShare != 0 {
      view.open = clusterOpenness(at: levels)
    }
    if numbers[player].stealingLoss != 0 {
      view.rivalInflow = rivalInflow(of: player, at: levels)
    }
    return channels(of: player, at: levels, seeing: view).sum
  }

  /// The payoffs of all firms.
  ///
  /// - Complexity: O(links).
  func payoffs(at levels: Profile<Double>) -> [Double] {
    payoffs(over: levels)
  }

  /// Encloses the payoffs of all firms.
  func payoffEnclosures(over box: Box) -> [Interval] { payoffs(over: box) }

  /// The payoffs of all firms, of numbers or intervals.
  func payoffs<S: Scalar>(over levels: Profile<S>) -> [S] {
    let views = views(at: levels)
    return views.indices.map {
      channels(of: $0, at: levels, seeing: views[$0]).sum
    }
  }

  /// What every firm sees.
  ///
  /// - Complexity: O(links).
  func views<S: Scalar>(at levels: Profile<S>) -> [View<S>] {
    let open = clusterOpenness(at: levels)
    var views = (0..<links.firmCount).map { firm in
      var view = flows(to: firm, at: levels)
      view.open = open
      return view
    }
    for firm in views.indices where numbers[firm].stealingLoss != 0 {
      views[firm].rivalInflow = rivalInflow(of: firm, at: levels)
    }
    return views
  }

  /// What a firm uses of others.
  ///
  /// - Complexity: O(links of the firm).
  func flows<S: Scalar>(
    to firm: Int, at levels: Profile<S>
  ) -> View<S> {
    let reciprocity = S(returns.reciprocity)
    var view = View<S>()
    for place in links.places(of: firm) where links.uses[place] != 0 {
      let flow = use(place) * levels[links.sources[place]]
      view.inflow += flow
      view.effect += flow * (1 + reciprocity * levels[links.variables[place]])
    }
    return view
  }

  /// What the firm can use of its partner at a place.
  func use<S: Scalar>(_ place: Int) -> S {
    S(links.uses[place], relativeError: SharingData.relativeError)
  }

  private func rivalInflow<S: Scalar>(
    of firm: Int, at levels: Profile<S>
  ) -> S {
    var sum = S.zero
    rivalry.forEachElement(inRow: firm) { rival, weight in
      guard weight != 0, rival != firm else { return }
      for place in links.places(of: rival)
      where links.partners[place] != firm && links.uses[place] != 0 {
        sum += S(weight * links.uses[place]) * levels[links.sources[place]]
      }
    }
    return sum
  }

  /// What each channel adds to a firm's payoff.
  ///
  /// - Complexity: O(levels of the firm).
  func channels<S: Scalar>(
    of firm: Int, at levels: Profile<S>, seeing view: View<S>
  ) -> Channels<S> {
    let own = numbers[firm]
    let inflow = view.inflow
    var parts = Channels<S>()
    parts.innovation = S(own.gain) * returns.innovation.value(view.effect)
    if own.savedCost != 0 {
      parts.saving = S(own.savedCost) * inflow / (1 + inflow)
    }
    if own.premiumShare != 0 {
      parts.premium = S(own.premiumShare) * returns.premium.value(view.open)
    }
    for variable in links.variables(of: firm) {
      let level = levels[variable]
      let weight = S(links.weights[variable])
      parts.leakage -= S(leakage[variable]) * level
      parts.cost -=
        weight
        * (S(own.linearCost) * level
          + S(own.quadraticCost) * level * level / 2)
      parts.subsidy += S(subsidies[variable]) * level
      if price != 0 { parts.fees += S(price * outflow[variable]) * level }
    }
    if price != 0 { parts.fees -= S(price) * inflow }
    if own.stealingLoss != 0 {
      parts.stealing = -S(own.stealingLoss) * view.rivalInflow
    }
    parts.base = S(own.baseProfit)
    return parts
  }
}
