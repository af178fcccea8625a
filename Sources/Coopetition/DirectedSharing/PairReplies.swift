import Games

/// Bounds on the best responses of partners to each other over a box.
///
/// Over a box the terms of others in the z of a firm lie between bounds. If
/// ε ≤ 1 a best response rises with the partner's level and falls with what
/// others give, so that it lies between those at the ends; each is found in
/// doubles, moved a little, and proven by the sign of the marginal there.
struct PairReplies {
  private let game: DirectedSharingGame
  private let box: Box
  /// What partners of other classes add to the owner's z, for each level.
  private let rests: [Interval]
  private let open: Interval

  /// How far from a best response in doubles a bound is tried, as a share of all
  /// levels.
  private static let slack = 0x1p-30

  /// Two partners: the level of each, what each uses of the other, and the
  /// openness of the cluster without them.
  struct Pair {
    let first, second: Int
    fileprivate let uses: (first: Interval, second: Interval)
    fileprivate let others: Interval
  }

  /// The responses over a box.
  ///
  /// - Precondition: ε ≤ 1, and firms have a level for each partner.
  /// - Complexity: O(links).
  init(_ game: DirectedSharingGame, over box: Box) {
    (self.game, self.box) = (game, box)
    var rests = box
    for firm in 0..<game.links.firmCount {
      let views = game.classViews(of: firm, over: box)
      for (view, v) in zip(views, game.links.variables(of: firm)) {
        rests[v] = view.rest
      }
    }
    self.rests = rests
    open = game.clusterOpenness(at: box)
  }

  /// The pairs whose levels are not both known.
  var pairs: some Sequence<Pair> {
    let links = game.links
    return (0..<links.firmCount).lazy.flatMap { firm in
      links.places(of: firm).lazy.filter {
        links.partners[$0] > firm
          && !(box[links.variables[$0]].isPoint
            && box[links.sources[$0]].isPoint)
      }.map { pair(at: $0) }
    }
  }

  private func pair(at place: Int) -> Pair {
    let links = game.links
    let (first, second) = (links.variables[place], links.sources[place])
    let others =
      open.removing(Interval(game.classes.openness[first]) * box[first])
      .removing(Interval(game.classes.openness[second]) * box[second])
    return Pair(
      first: first, second: second,
      uses: (game.use(place), game.use(links.opposites[place])),
      others: others)
  }

  /// What best responses of one partner to levels of the other one lie in,
  /// within the box; nil if nowhere.
  func reply(
    of variable: Int, to levels: Interval, _ pair: Pair
  ) -> Interval? {
    let isFirst = variable == pair.first
    let use = isFirst ? pair.uses.first : pair.uses.second
    let partner = isFirst ? pair.second : pair.first
    let whole = game.strategies.interval(of: variable)
    let open = pair.others + Interval(game.classes.openness[partner]) * levels
    func end(isUpper: Bool) -> Double {
      bound(
        of: variable, in: whole, isUpper: isUpper,
        flow: use * Interval(isUpper ? levels.upper : levels.lower), open: open)
    }
    return box[variable].intersection(
      Interval(lower: end(isUpper: false), upper: end(isUpper: true)))
  }

  /// A level below every best response, or above: one just beyond where the
  /// marginal is zero in doubles, if its sign is proven there; else the end of
  /// all levels.
  private func bound(
    of variable: Int, in whole: Interval, isUpper: Bool, flow: Interval,
    open: Interval
  ) -> Double {
    let end = isUpper ? whole.upper : whole.lower
    let rest = isUpper ? rests[variable].lower : rests[variable].upper
    let response = game.response(
      of: variable, flow: isUpper ? flow.upper : flow.lower, rest: rest,
      open: isUpper ? open.lower : open.upper)
    let slack = Self.slack * whole.width
    let level = isUpper ? response + slack : response - slack
    guard isUpper ? level < end : level > end else { return end }
    let marginal = game.marginal(
      of: variable, at: Interval(level), flow: flow, rest: Interval(rest),
      open: open)
    let isProven = isUpper ? marginal.isNegative : marginal.isPositive
    return isProven ? level : end
  }
}

extension DirectedSharingGame {
  /// The best response in a level, from what decides it, in doubles.
  fileprivate func response(
    of variable: Int, flow: Double, rest: Double, open: Double
  ) -> Double {
    var standing = DirectedStanding(returns, effect: rest + flow, open: open)
    return levelMarginal(of: variable, strategies.owner(of: variable)).response(
      from: 0, pull: returns.reciprocity * flow, in: &standing,
      nearness: PairGame.nearness)
  }
}
