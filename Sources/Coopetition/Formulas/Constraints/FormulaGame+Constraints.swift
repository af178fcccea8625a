extension FormulaGame {
  /// The conditions that the game is played under.
  ///
  /// ``equilibria(using:)`` and `analyze(using:)` keep them and the simplices;
  /// what holds of every game, such as `socialOptimum` and `paretoFront`, is
  /// about the formulas and their bounds alone.
  public var constraints: [FormulaConstraint] { program.source.constraints }

  /// The variables of each player that are shares of 1; empty for none.
  public var simplices: [[String]] { program.source.players.map(\.simplex) }

  /// Whether strategies are limited by more than bounds.
  public var isConstrained: Bool { !program.rows.isEmpty }

  /// The game without its conditions: whoever plays it may break them.
  var unconstrained: FormulaGame {
    FormulaGame(derivedFrom: program.source.unconstrained(parameterValues))
  }

  /// Every equilibrium, each proven, with what remains undecided: of a game
  /// with constraints the normalised ones.
  ///
  /// At a *normalised* equilibrium a constraint has one multiplier, the same
  /// for all who keep it (Rosen, Econometrica 33, 1965). Where nobody shares
  /// a constraint with others these are all equilibria.
  ///
  /// - Parameter search: The method and its limits.
  /// - Returns: The equilibria, with what is proven of them.
  public func equilibria(
    using search: BranchAndPrune = BranchAndPrune()
  ) -> EquilibriumSet {
    guard isConstrained else { return search.equilibria(of: self) }
    return ConstrainedSearch(self, using: search).equilibria
  }

  /// A game of formulas that come from those of another.
  ///
  /// - Precondition: They can be read.
  init(derivedFrom source: FormulaSource) {
    do {
      try self.init(source)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Throws if no profile keeps the constraints.
  func checkFeasible() throws(ScenarioError) {
    let rows = program.rows
    guard !constraints.isEmpty,
      ConstraintFunctions(unconstrained, rows)
        .excludeAll(rows, over: strategies.box)
    else { return }
    throw ScenarioError(
      at: "constraints",
      "no profile within the bounds keeps them all; that is proven")
  }

  /// Throws if there are constraints, which a study would ignore.
  func refuseConstraints() throws(ScenarioError) {
    guard isConstrained else { return }
    let place =
      constraints.isEmpty
      ? simplices.firstIndex { !$0.isEmpty }.map { "players[\($0)].simplex" }
      : "constraints"
    throw ScenarioError(
      at: place,
      "this study would ignore it; solve, check, verify and sweep keep "
        + "constraints and simplices")
  }
}

extension FormulaSource {
  /// The same formulas without conditions, at some values of the parameters.
  func unconstrained(_ values: [Double]) -> FormulaSource {
    var source = self
    for k in source.parameters.indices {
      source.parameters[k].value = values[k]
    }
    source.constraints = []
    for k in source.players.indices { source.players[k].simplex = [] }
    return source
  }

  /// A name that stands for nothing yet: a word and a number.
  func unusedName(_ word: String) -> String {
    let defined = definitions.map { String($0.name.prefix { $0 != "(" }) }
    let taken = Set(
      parameters.map(\.name) + defined + players.map(\.name)
        + players.flatMap { $0.variables.map(\.name) })
    var number = 1
    while taken.contains("\(word)\(number)") { number += 1 }
    return "\(word)\(number)"
  }
}
