import Games

// Money that is paid to firms: directly, or through an alliance of them.
extension Scenario {
  /// What an amount does as one subsidy rate for all firms, and as a grant to
  /// the alliances of the section `alliances`.
  func support(
    _ money: Double, _ cluster: Cluster, _ today: Policies.State,
    _ options: CommitmentOptions
  ) throws(ScenarioError) -> [Policies.Response] {
    let rate = try cluster.subsidised(money, options)
    let alliance = try allied(money, options)
    return [
      rate.map {
        Policies.Response("subsidy", step: $0.rate, from: today, to: $0.state)
      },
      alliance.map {
        Policies.Response("alliance", step: nil, from: today, to: $0)
      },
    ].compactMap { $0 }
  }

  /// What happens if the alliances are formed and their members get the money
  /// in equal parts; nil if there is no alliance or no equilibrium is known.
  private func allied(
    _ money: Double, _ options: CommitmentOptions
  ) throws(ScenarioError) -> Policies.State? {
    let settings = try allianceSettings()
    let members = settings.structure.flatMap { $0 }
    let solver = AllianceSolver(
      model: AllianceModel(
        try game(), terms: settings.terms, partners: settings.partners),
      selection: .worst, boxLimit: options.search.equilibria.boxLimit,
      provesAll: true)
    let outcome = solver.outcome(of: settings.structure, from: [])
    guard !members.isEmpty, let worst = outcome.equilibria.last,
      let best = outcome.equilibria.first
    else { return nil }
    var payoffs = worst.payoffs
    for member in members {
      payoffs[member] += money / Double(members.count)
    }
    return Policies.State(
      equilibria: outcome.equilibria.count, worst: worst.welfare,
      best: best.welfare, payoffs: payoffs, isComplete: outcome.isComplete)
  }
}

extension Cluster {
  /// The rate for all firms of greatest welfare in the worst equilibrium that
  /// costs no more than an amount in any, and what follows; nil if none is
  /// known.
  fileprivate func subsidised(
    _ money: Double, _ options: CommitmentOptions
  ) throws(ScenarioError) -> (rate: Double, state: Policies.State)? {
    var options = options
    options.selection = .worst
    var section = DesignSection([
      Instrument("policy.subsidy", over: 0...sufficientRate, place: "--money")
    ])
    section.budget = money
    let design = try design(section, options, false)
    guard let rate = design.instruments.first?.value,
      let selected = design.solution.best?.selected
    else { return nil }
    let welfare = design.outcomes.map(\.analysis.welfare)
    let state = Policies.State(
      equilibria: welfare.count, worst: welfare.min() ?? .nan,
      best: welfare.max() ?? .nan,
      payoffs: design.outcomes[selected].analysis.payoffs,
      isComplete: design.solution.best?.isComplete ?? false)
    return (rate, state)
  }

  /// A rate at which every firm shares all it may whatever the others do, but
  /// for what is no more than rounding where choices are imprecise: more moves
  /// nobody.
  private var sufficientRate: Double {
    var cluster = self
    cluster.policy.subsidy = .uniform(0)
    func open<G: Game>(_ game: G) -> Double {
      let box = zip(game.strategies.lowerBounds, game.strategies.upperBounds)
        .map { Interval(lower: $0, upper: $1) }
      var bounds = [MarginalBounds](repeating: .unknown, count: box.count)
      game.marginalBounds(over: box, into: &bounds)
      return box.indices.reduce(0) { rate, firm in
        guard !box[firm].isPoint else { return rate }
        let noise = model.noise / box[firm].upper
        return max(rate, fullOdds * noise - bounds[firm].atUpper.lower)
      }
    }
    return open(cluster.uncheckedGame)
  }
}

/// Log-odds at which a level is the cap to the last digit.
private let fullOdds = 40.0
