import Reports

/// A condition `g(x) ≤ 0` or `g(x) = 0` of a game of formulas, checked.
struct ConstraintRow: Sendable, Equatable {
  /// What the function must be.
  enum Kind: Sendable, Equatable {
    /// At most 0.
    case atMost
    /// 0.
    case equal
    /// 0, since a player's variables are shares of 1.
    case simplex
  }

  /// The name in results.
  let name: String
  /// The formula of g.
  let excess: String
  /// What g must be.
  let kind: Kind
  /// Those who keep it.
  let players: [Int]
  /// The variables in it.
  let variables: [Int]
}

extension FormulaSource {
  /// The conditions of the game: its constraints, then the simplices.
  ///
  /// - Parameters:
  ///   - resolver: What names mean.
  ///   - compiler: What has been compiled so far.
  /// - Returns: One for each, in this order.
  /// - Throws: the first thing that is wrong, with its place.
  func rows(
    _ resolver: FormulaResolver, _ compiler: FormulaCompiler
  ) throws(ScenarioError) -> [ConstraintRow] {
    var rows: [ConstraintRow] = []
    for k in constraints.indices {
      rows.append(try row(k, resolver, compiler))
    }
    return rows + simplexRows
  }

  private var simplexRows: [ConstraintRow] {
    var rows: [ConstraintRow] = []
    var count = 0
    for (k, player) in players.enumerated() {
      let names = player.variables.map(\.name)
      let shares = names.indices.filter { player.simplex.contains(names[$0]) }
      if !shares.isEmpty {
        let sum = player.simplex.joined(separator: " + ")
        rows.append(
          ConstraintRow(
            name: "\(sum) = 1", excess: "\(sum) - 1", kind: .simplex,
            players: [k], variables: shares.map { count + $0 }))
      }
      count += names.count
    }
    return rows
  }

  private func row(
    _ k: Int, _ resolver: FormulaResolver, _ compiler: FormulaCompiler
  ) throws(ScenarioError) -> ConstraintRow {
    let place = "constraints[\(k)]"
    let constraint = constraints[k]
    let relation = try Self.located(place) { () throws(FormulaError) in
      try FormulaRelation(constraint.formula)
    }
    var variables: Set<Int> = []
    for side in [relation.left, relation.right] {
      let formula = try Self.located(place) { () throws(FormulaError) in
        try resolver.resolve(try FormulaParser.parse(side))
      }
      var scratch = compiler
      guard let result = scratch.place(of: formula) else {
        throw ScenarioError(
          at: place, "takes more than \(FormulaCompiler.mostSteps) steps")
      }
      variables.formUnion(scratch.graph.variables(of: result))
    }
    guard !variables.isEmpty else {
      throw ScenarioError(
        at: place, "has no variable, so that nobody can keep it")
    }
    return ConstraintRow(
      name: constraint.name, excess: relation.excess,
      kind: relation.sign == .equal ? .equal : .atMost,
      players: try keepers(of: constraint, variables, at: place),
      variables: variables.sorted())
  }

  /// Those who keep a constraint.
  private func keepers(
    of constraint: FormulaConstraint, _ variables: Set<Int>, at place: String
  ) throws(ScenarioError) -> [Int] {
    let owners = players.indices.flatMap { player in
      players[player].variables.map { _ in player }
    }
    let deciding = Set(variables.map { owners[$0] })
    guard !constraint.players.isEmpty else { return deciding.sorted() }
    var keepers: [Int] = []
    for (k, name) in constraint.players.enumerated() {
      let place = "\(place).players[\(k)]"
      guard let player = players.firstIndex(where: { $0.name == name }) else {
        throw ScenarioError(
          at: place,
          NearestKey.message(for: name, among: players.map(\.name)))
      }
      guard deciding.contains(player) else {
        throw ScenarioError(at: place, "\(name) decides nothing in it")
      }
      guard !keepers.contains(player) else {
        throw ScenarioError(at: place, "\(name) is named twice")
      }
      keepers.append(player)
    }
    return keepers.sorted()
  }
}

extension FormulaGraph {
  /// The variables that a result depends on.
  fileprivate func variables(of place: Int) -> [Int] {
    FormulaCone(of: [place], in: instructions).places.compactMap {
      instructions[$0].operation == .variable
        ? Int(instructions[$0].first) : nil
    }
  }
}
