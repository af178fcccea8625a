/// Makes the tapes of a game out of the operations of its payoffs.
///
/// A tape's outputs are the elements of a table: column 0 holds values, column
/// 1 + w holds derivatives in variable w. Zeros are left out, but for values.
struct FormulaTapeBuilder: Sendable {
  /// The operations of the payoffs.
  let graph: FormulaGraph
  /// Where the payoff of each player is in the graph.
  let payoffs: [Int]
  /// The variables of each player.
  let variables: [Range<Int>]
  /// How many parameters the game has; weights come after them.
  let parameterCount: Int

  private var allVariables: Range<Int> { 0..<(variables.last?.upperBound ?? 0) }

  /// Row k: the payoff of player `players[k]`, with its derivatives in all
  /// variables if asked for.
  func payoffs(of players: [Int], withGradients: Bool = false) -> FormulaTape {
    var table = FormulaTable(graph)
    for (row, player) in players.enumerated() {
      table.add(
        payoffs[player], row: row, in: withGradients ? allVariables : 0..<0)
    }
    return FormulaTape(table)
  }

  /// Row v: component v of the pseudo-gradient, with its derivatives in all
  /// variables if asked for.
  func pseudoGradient(withJacobian: Bool = false) -> FormulaTape {
    var table = FormulaTable(graph)
    for player in variables.indices {
      for v in variables[player] {
        let slope = table.graph.derivative(of: payoffs[player], in: v)
        table.add(slope, row: v, in: withJacobian ? allVariables : 0..<0)
      }
    }
    return FormulaTape(table)
  }

  /// Row 0: one component of the pseudo-gradient, with its derivatives in all
  /// variables if asked for.
  func marginal(
    of variable: Int, owner: Int, withGradient: Bool = false
  ) -> FormulaTape {
    var table = FormulaTable(graph)
    let slope = table.graph.derivative(of: payoffs[owner], in: variable)
    table.add(slope, row: 0, in: withGradient ? allVariables : 0..<0)
    return FormulaTape(table)
  }

  /// Row 0: the payoff of a player; row 1 + k: its derivative in the player's
  /// variable k with the derivatives of that in all of them.
  func ownDerivatives(of player: Int) -> FormulaTape {
    var table = FormulaTable(graph)
    table.add(payoffs[player], row: 0, in: 0..<0)
    for (k, v) in variables[player].enumerated() {
      let slope = table.graph.derivative(of: payoffs[player], in: v)
      table.add(slope, row: 1 + k, in: variables[player])
    }
    return FormulaTape(table)
  }

  /// Row 0: the sum of the payoffs times weights, with its derivatives; row
  /// 1 + v: the derivatives of its derivative in v, up to column 1 + v, if
  /// asked for. The weights are parameters after the game's own.
  func weightedSum(withHessian: Bool) -> FormulaTape {
    var table = FormulaTable(graph)
    var total: Int?
    for (player, payoff) in payoffs.enumerated() {
      let weight = table.graph.parameter(parameterCount + player)
      let term = table.graph.apply(.weigh, payoff, weight)
      total = table.graph.sum(total, term)
    }
    table.add(total, row: 0, in: allVariables)
    guard withHessian else { return FormulaTape(table) }
    for v in allVariables {
      let slope = table.graph.derivative(of: total, in: v)
      table.add(slope, row: 1 + v, in: 0..<(v + 1))
    }
    return FormulaTape(table)
  }
}
