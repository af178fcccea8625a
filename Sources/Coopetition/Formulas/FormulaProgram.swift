/// What the formulas of a game compile to: a tape for each question that
/// solvers ask, made when it is asked for the first time.
///
/// See ``FormulaTapeBuilder`` for the outputs of each.
final class FormulaProgram: Sendable {
  /// The game as it is written.
  let source: FormulaSource
  /// The conditions that it is played under.
  let rows: [ConstraintRow]
  private let builder: FormulaTapeBuilder
  private let payoffTapes: [LazyTape]
  private let ownTapes: [LazyTape]
  private let marginalTapes: [LazyTape]
  private let marginalGradientTapes: [LazyTape]
  private let allPayoffsTape = LazyTape()
  private let payoffGradientsTape = LazyTape()
  private let pseudoGradientTape = LazyTape()
  private let jacobianTape = LazyTape()
  private let weightedGradientTape = LazyTape()
  private let weightedHessianTape = LazyTape()

  /// Compiles a game.
  ///
  /// - Throws: the first thing that is wrong with it, with its place.
  init(_ source: FormulaSource) throws(ScenarioError) {
    let (graph, payoffs, rows) = try source.compiled()
    var variables: [Range<Int>] = []
    for player in source.players {
      let start = variables.last?.upperBound ?? 0
      variables.append(start..<(start + player.variables.count))
    }
    self.source = source
    self.rows = rows
    builder = FormulaTapeBuilder(
      graph: graph, payoffs: payoffs, variables: variables,
      parameterCount: source.parameters.count)
    let dimension = variables.last?.upperBound ?? 0
    payoffTapes = LazyTape.list(payoffs.count)
    ownTapes = LazyTape.list(payoffs.count)
    marginalTapes = LazyTape.list(dimension)
    marginalGradientTapes = LazyTape.list(dimension)
  }

  /// The payoff of a player.
  func payoff(of player: Int) -> FormulaTape {
    payoffTapes[player].get { builder.payoffs(of: [player]) }
  }

  /// The payoff of every player.
  var allPayoffs: FormulaTape {
    allPayoffsTape.get { builder.payoffs(of: Array(builder.payoffs.indices)) }
  }

  /// The payoff of every player with its gradient.
  var payoffGradients: FormulaTape {
    payoffGradientsTape.get {
      builder.payoffs(of: Array(builder.payoffs.indices), withGradients: true)
    }
  }

  /// A payoff with its derivatives in the player's own variables.
  func ownDerivatives(of player: Int) -> FormulaTape {
    ownTapes[player].get { builder.ownDerivatives(of: player) }
  }

  /// The pseudo-gradient.
  var pseudoGradient: FormulaTape {
    pseudoGradientTape.get { builder.pseudoGradient() }
  }

  /// The pseudo-gradient with its Jacobian.
  var jacobian: FormulaTape {
    jacobianTape.get { builder.pseudoGradient(withJacobian: true) }
  }

  /// One component of the pseudo-gradient.
  func marginal(of variable: Int, owner: Int) -> FormulaTape {
    marginalTapes[variable].get {
      builder.marginal(of: variable, owner: owner)
    }
  }

  /// One component of the pseudo-gradient with its gradient.
  func marginalGradient(of variable: Int, owner: Int) -> FormulaTape {
    marginalGradientTapes[variable].get {
      builder.marginal(of: variable, owner: owner, withGradient: true)
    }
  }

  /// The weighted sum of payoffs with its gradient.
  var weightedGradient: FormulaTape {
    weightedGradientTape.get { builder.weightedSum(withHessian: false) }
  }

  /// The weighted sum of payoffs with its gradient and Hessian.
  var weightedHessian: FormulaTape {
    weightedHessianTape.get { builder.weightedSum(withHessian: true) }
  }
}
