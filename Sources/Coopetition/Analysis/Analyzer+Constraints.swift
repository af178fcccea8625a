import Equilibria
import Games

extension Analyzer {
  /// Analyses a game of formulas with constraints: the equilibria of the game
  /// with auctioneers, and the best profile that keeps the constraints.
  ///
  /// Bargains and subsidies are left out.
  func analyze(constrained game: FormulaGame) -> Analysis {
    let clock = ContinuousClock()
    let start = clock.now
    let search = ConstrainedSearch(game, using: self.search)
    let set = search.equilibria
    let optimum = ConstrainedOptimum(
      game, candidates: set.equilibria.map(\.levels), using: self
    ).optimum
    let isFree = search.keeps(game.strategies.lowerBounds)
    let outcomes = zip(search.found.equilibria, set.equilibria).map {
      supported, equilibrium in
      let welfare = game.welfare(at: equilibrium.levels)
      var outcome = Analysis.Outcome(
        equilibrium: equilibrium, payoffs: game.payoffs(at: equilibrium.levels),
        welfare: welfare, channels: [], commitment: nil,
        efficiency: isFree
          ? game.efficiency(of: welfare, optimum: optimum.welfare) : .nan)
      outcome.constraints = search.outcomes(at: supported)
      outcome.supported = supported
      return outcome
    }
    var analysis = Analysis(
      game: game,
      equilibria: outcomes.sorted {
        $0.welfare != $1.welfare
          ? $0.welfare > $1.welfare
          : $1.levels.lexicographicallyPrecedes($0.levels)
      }, isComplete: set.isComplete, undecided: set.undecided,
      components: set.components, uniqueness: set.uniqueness,
      optimum: optimum, price: nil, bargaining: nil, subsidy: nil,
      solver: SolverReport(
        method: "branch and prune with a multiplier for each constraint",
        seconds: (clock.now - start) / .seconds(1),
        evaluations: set.work.boxes + set.work.sweeps + set.work.starts,
        termination: set.termination, work: set.work,
        skipped: [
          (
            key: "bargain",
            reason: game.constraints.isEmpty
              ? "since it is not looked for where levels are shares of 1"
              : "since bargains do not keep constraints"
          )
        ]), statements: search.statements, tree: set.tree)
    let ends = ConstraintEnds(
      search.auctioneers, beside: set.equilibria.map(\.levels),
      using: self.search
    ).all
    analysis.constraintEnds = ends ?? []
    if ends == nil {
      analysis.statements.append(
        "Equilibria in which one player alone bears a constraint were not "
          + "looked for: too many share constraints.")
    }
    return analysis
  }
}

extension ConstrainedSearch {
  /// Whether a profile is proven to keep the constraints.
  func keeps(_ levels: [Double]) -> Bool {
    let point = levels.map { Interval($0) }
    return auctioneers.rows.indices.allSatisfy { k in
      auctioneers.rows[k].kind == .atMost
        && auctioneers.functions.enclosure(k, over: point).upper <= 0
    }
  }

  /// What is to be said of the answer as a whole.
  var statements: [String] {
    let rows = auctioneers.rows
    var said: [String] = []
    if rows.contains(where: { $0.kind != .simplex && $0.players.count > 1 }) {
      said.append(
        "These are the normalised equilibria: a constraint has the same "
          + "multiplier for all who keep it.")
    }
    if !auctioneers.undetermined.isEmpty {
      said.append(
        "Not determined, since no choice is left where it holds: the multiplier "
          + "of "
          + auctioneers.undetermined.sorted().map { rows[$0].name }
          .joined(separator: "; ") + ".")
    }
    let open = auctioneers.bounds.unproven
    if !isExhaustive && !open.isEmpty {
      let limit = open.reduce(Double.infinity) {
        min($0, auctioneers.bounds.ranges[$1].upper)
      }
      said.append(
        "No bound could be proven on the multiplier of "
          + open.map { rows[$0].name }.joined(separator: "; ")
          + ". Equilibria with one beyond "
          + "\(NumberText.significant(limit, digits: 3)) are not excluded.")
    }
    if hasManyMultipliers {
      said.append(
        "At an equilibrium more binds than there are levels to choose, so that "
          + "multipliers are not determined: it cannot be proven.")
    }
    if !isExhaustive && !withoutConcavity.isEmpty {
      let names = withoutConcavity.map { auctioneers.base.playerNames[$0] }
      said.append(
        "Not proven under constraints: that payoffs are concave, and "
          + "constraints convex, in the own levels of "
          + names.joined(separator: ", ")
          + ". Equilibria that no multiplier supports are not excluded.")
    }
    return said
  }
}
