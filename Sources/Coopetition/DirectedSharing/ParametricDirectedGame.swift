import Games

/// The game of directed sharing with some of the cluster's numbers as
/// variables, as the ``ParametricSharingGame`` is of the standard game.
///
/// The variables are the levels, firm by firm, then the parameters, whose
/// owner pays the subsidies.
struct ParametricDirectedGame: Game {
  let cluster: Cluster
  let strategies: StrategySpace
  let model: SharingModel
  let links: DirectedLinks
  /// `γ τ` of the partner's knowledge at each place.
  let weights: [Double]
  /// What is paid per unit of each variable because of its class.
  let rates: [Double]
  /// The firm of each variable.
  let owners: [Int]

  /// The game of a cluster with some numbers moved by parameters.
  ///
  /// - Parameters:
  ///   - cluster: The cluster, with all the links that the game is to have.
  ///   - varied: The numbers that parameters move.
  ///   - ranges: The values of each parameter, one or more.
  init(
    _ cluster: Cluster, varying varied: [NumberTable.Varied],
    over ranges: [ClosedRange<Double>]
  ) {
    let data = SharingData(cluster)
    let links = DirectedLinks(data)
    let model = SharingModel(
      cluster, varying: varied, after: links.classes.count)
    let firms = cluster.firms.indices
    owners = firms.flatMap { firm in links.variables(of: firm).map { _ in firm }
    }
    weights = firms.flatMap { firm in
      links.places(of: firm).map { place in
        model.used[firm].first { $0.firm == links.partners[place] }?.weight ?? 0
      }
    }
    rates = ClassNumbers(links, data).rates
    let box = ranges.map { Interval($0) }
    strategies = StrategySpace(
      variables: firms.map { firm in
        links.variables(of: firm).map { _ in model.levels(of: firm, over: box) }
      } + [ranges])
    (self.cluster, self.links, self.model) = (cluster, links, model)
  }

  /// The sum of all channels; less what the treasury pays.
  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let profile = ParametricProfile(game: self, levels: levels)
    guard player < model.firmCount else { return -profile.outlay }
    let open = profile.clusterOpenness()
    return profile.payoff(
      of: player, seeing: profile.flows(to: player, open: open))
  }
}

extension ParametricDirectedGame: MarginalFormulas {
  /// The channels' marginal formulas; the treasury plays no game.
  func marginal<S: Scalar>(of variable: Int, at levels: Profile<S>) -> S {
    guard variable < owners.count else { return .zero }
    let profile = ParametricProfile(game: self, levels: levels)
    var slopes = levels
    profile.writeMarginals(
      of: owners[variable],
      seeing: profile.flows(
        to: owners[variable], open: profile.clusterOpenness()),
      into: &slopes)
    return slopes[variable]
  }

  /// Writes the channels' marginal formulas.
  func writeMarginals<S: Scalar>(
    at levels: Profile<S>, into gradient: inout [S]
  ) {
    for v in owners.count..<levels.count { gradient[v] = .zero }
    let profile = ParametricProfile(game: self, levels: levels)
    for (firm, flows) in profile.flows().enumerated() {
      profile.writeMarginals(of: firm, seeing: flows, into: &gradient)
    }
  }
}

/// A profile of levels and parameters.
struct ParametricProfile<Value: Scalar>: DirectedProfile {
  let game: ParametricDirectedGame
  let levels: Profile<Value>
  /// The knowledge of all firms.
  private let knowledge: Value

  init(game: ParametricDirectedGame, levels: Profile<Value>) {
    (self.game, self.levels) = (game, levels)
    knowledge = (0..<game.model.firmCount).reduce(.zero) {
      $0 + game.model.own(Keys.knowledge, of: $1, levels)
    }
  }

  var links: DirectedLinks { game.links }
  /// The price is the same for all.
  var price: Value { own(Keys.price, of: 0) }

  private func own(_ key: Int, of firm: Int) -> Value {
    game.model.own(key, of: firm, levels)
  }

  private func shared(_ place: Int) -> Value {
    game.model.shared(place, levels)
  }

  func numbers(of firm: Int) -> ModelView<Value> {
    ModelView(model: game.model, firm: firm, levels: levels)
  }

  func use(_ place: Int) -> Value {
    let user = game.owners[links.variables[place]]
    return own(Keys.absorption, of: user) * Value(game.weights[place])
      * own(Keys.knowledge, of: links.partners[place])
      * shared(Places.complementarity)
  }

  private func weight(of variable: Int) -> Value {
    Value(links.weights[variable], relativeError: SharingData.relativeError)
  }

  func openness(of variable: Int, _ firm: Int) -> Value {
    weight(of: variable) * own(Keys.knowledge, of: firm) / knowledge
  }

  func leakage(of variable: Int, _ firm: Int) -> Value {
    sum(of: variable, firm) { place in
      links.rivalries[place] == 0
        ? .zero : Value(links.rivalries[place]) * use(links.opposites[place])
    } * own(Keys.irreplaceability, of: firm) * own(Keys.market, of: firm)
      * shared(Places.rivalry)
  }

  func outflow(of variable: Int, _ firm: Int) -> Value {
    sum(of: variable, firm) { use(links.opposites[$0]) }
  }

  /// Sums a term over the places of the partners whom a variable is for.
  private func sum(
    of variable: Int, _ firm: Int, _ term: (Int) -> Value
  ) -> Value {
    links.places(of: firm).reduce(.zero) {
      links.variables[$1] == variable ? $0 + term($1) : $0
    }
  }

  func subsidy(of variable: Int, _ firm: Int) -> Value {
    weight(of: variable) * own(Keys.subsidy, of: firm)
      + Value(game.rates[variable])
  }

  func forEachRival(of firm: Int, _ body: (Int, Value) -> Void) {
    for rival in game.model.rivals[firm] {
      body(rival.firm, Value(rival.weight) * shared(Places.rivalry))
    }
  }

  /// What all subsidies cost.
  var outlay: Value {
    game.owners.indices.reduce(.zero) {
      $0 + subsidy(of: $1, game.owners[$1]) * levels[$1]
    }
  }
}
