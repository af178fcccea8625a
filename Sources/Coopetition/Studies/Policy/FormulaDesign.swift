import Games
import Reports

extension FormulaGame {
  /// The commitment of somebody who sets parameters of the game, or of a player
  /// who moves first: what it decides are the last variables of the graph.
  ///
  /// - Parameters:
  ///   - variables: What is decided first; parameters of the game, or
  ///     variables of the leader.
  ///   - leader: The player who moves first, if one does.
  ///   - objective: The formula of what the committer earns.
  ///   - constraints: Formulas of what must not be negative.
  ///   - selection: Which equilibrium counts.
  ///   - today: The values of the variables without a commitment.
  /// - Returns: The commitment.
  /// - Throws: an error for a formula that cannot be read.
  func commitment(
    to variables: [FormulaPlayer.Variable], leader: Int? = nil,
    objective: String, constraints: [String] = [],
    selection: Commitment.Selection, today: [Double]
  ) throws(ScenarioError) -> Commitment {
    var source = program.source
    for k in source.parameters.indices {
      source.parameters[k].value = parameterValues[k]
    }
    let names = Set(variables.map(\.name))
    source.parameters.removeAll { names.contains($0.name) }
    if let leader { source.players.remove(at: leader) }
    var rules = source
    rules.parameters += variables.enumerated().map {
      FormulaSource.Entry(name: $1.name, value: today[$0])
    }
    let member = try FormulaGame(rules)
    source.players.append(
      FormulaPlayer("(committer)", variables, payoff: objective))
    for (k, constraint) in constraints.enumerated() {
      source.players.append(
        FormulaPlayer("(constraint \(k + 1))", [], payoff: constraint))
    }
    let graph = try FormulaGame(source)
    let first = member.parameterValues.count - variables.count
    let family = GameFamily(graph: graph) { values in
      var game = member
      game.parameterValues.replaceSubrange(first..., with: values)
      return game
    }
    return Commitment(
      family, constraintCount: constraints.count, selection: selection,
      today: today)
  }

  /// The sum of all payoffs, as a formula.
  var welfareFormula: String {
    payoffFormulas.map { "(\($0))" }.joined(separator: " + ")
  }

  func design(
    _ section: DesignSection, _ options: CommitmentOptions
  ) throws(ScenarioError) -> Design {
    let clock = ContinuousClock()
    let start = clock.now
    let selection = options.selection ?? section.selection
    guard selection == .worst || selection == .best else {
      throw ScenarioError(
        at: "design.select",
        "\(selection.rawValue) goes by openness, which a game of formulas does "
          + "not have; worst or best")
    }
    let variables = try designVariables(section)
    if case .formula(let text) = section.objective {
      try check(text, at: "design.objective")
    }
    if let text = section.spending { try check(text, at: "design.spending") }
    var constraints: [String] = []
    if let budget = section.budget, let spending = section.spending {
      constraints.append("\(budget) - (\(spending))")
    }
    let commitment = try commitment(
      to: variables, objective: objectiveFormula(section.objective),
      constraints: constraints, selection: selection,
      today: variables.map { (try? parameter($0.name)) ?? $0.lowerBound })
    let solution = options.search.solve(commitment)
    return Design(
      scenario: name, players: playerNames,
      objective: section.objective?.name ?? "sum of payoffs",
      isMinimised: false, selection: selection, target: nil,
      instruments: variables.enumerated().map { k, variable in
        Design.Setting(
          address: variable.name, group: nil,
          value: solution.best?.parameters[k], today: commitment.today[k],
          range: variable.lowerBound...variable.upperBound)
      },
      solution: solution,
      outcomes: solution.best.map { outcomes($0, commitment, section) } ?? [],
      investment: 0, seconds: (clock.now - start) / .seconds(1))
  }

  /// Throws at its place unless a formula can be read.
  private func check(
    _ formula: String, at place: String
  ) throws(ScenarioError) {
    var source = program.source
    source.players.append(
      FormulaPlayer("(committer)", [], payoff: formula))
    do {
      _ = try FormulaGame(source)
    } catch {
      throw ScenarioError(at: place, error.message)
    }
  }

  private func objectiveFormula(
    _ objective: DesignSection.Objective?
  ) -> String {
    switch objective {
    case .formula(let text): text
    case .payoff(let name):
      playerNames.firstIndex(of: name).map { payoffFormulas[$0] }
        ?? welfareFormula
    default: welfareFormula
    }
  }

  private func designVariables(
    _ section: DesignSection
  ) throws(ScenarioError) -> [FormulaPlayer.Variable] {
    var variables: [FormulaPlayer.Variable] = []
    for instrument in section.instruments {
      let place = instrument.place + ".set"
      guard parameterNames.contains(instrument.set) else {
        let nearest = NearestKey.nearest(
          to: instrument.set, among: parameterNames)
        let hint = nearest.map { "; did you mean \($0)?" } ?? ""
        throw ScenarioError(
          at: place, "unknown parameter \(instrument.set)\(hint)")
      }
      guard !variables.contains(where: { $0.name == instrument.set }) else {
        throw ScenarioError(
          at: place, "\(instrument.set) is set twice; leave one out")
      }
      guard instrument.grouping == .all else {
        throw ScenarioError(
          at: instrument.place + ".per",
          "\(instrument.set) is one number; leave per out")
      }
      guard instrument.linearCost == 0, instrument.quadraticCost == 0 else {
        throw ScenarioError(
          at: instrument.place + ".cost",
          "is for clusters; a game of formulas states it in its objective")
      }
      variables.append(
        FormulaPlayer.Variable(
          instrument.set, from: instrument.range.lowerBound,
          to: instrument.range.upperBound))
    }
    return variables
  }

  private func outcomes(
    _ judged: JudgedCommitment, _ commitment: Commitment,
    _ section: DesignSection
  ) -> [Design.Outcome] {
    judged.equilibria.map { one in
      let levels = one.equilibrium.levels
      let game = commitment.family.game(at: judged.parameters)
      let payoffs = game.payoffs(at: levels)
      return Design.Outcome(
        analysis: Analysis.Outcome(
          equilibrium: one.equilibrium, payoffs: payoffs,
          welfare: payoffs.reduce(0, +), channels: [], commitment: nil,
          efficiency: 1),
        objective: one.objective,
        spending: section.budget.map { budget in
          let point = levels + judged.parameters
          let values = commitment.family.graph.payoffs(at: point)
          return budget - values[commitment.family.owner + 1]
        })
    }
  }
}
