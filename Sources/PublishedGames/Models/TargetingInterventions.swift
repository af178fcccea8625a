import LinearAlgebra

/// How a planner changes the incentives of players in a network within a
/// budget.
///
/// Players choose `a = (I − βG)⁻¹b`, and welfare is `w ‖a‖²`. The planner moves
/// the incentives from b̂ to b at the cost `‖b − b̂‖² ≤ C`. With
/// `Q = (I − βG)⁻²` the best change y and the shadow price μ of the budget
/// satisfy
///
///     (μI − wQ)y = wQb̂,   ‖y‖² = C,   μ above every eigenvalue of wQ.
struct TargetingInterventions: PublishedGame {
  static let name = "ggg2020"
  static let question =
    "Whom in a network should a planner support with a limited budget?"
  static let citation = """
    A. Galeotti, B. Golub and S. Goyal, Targeting interventions in networks, \
    Econometrica 88, 2020.
    """
  static let parameters = [
    Parameter("G", "star6", .network, "the network, or its weights"),
    Parameter(
      "bhat", [0.5, 1, 1, 1.5, 1, 2], .numbers, "incentives as they are"),
    Parameter(
      "beta", 0.25, .any, "effect of neighbours: above 0 complements"),
    Parameter("C", 1, .positive, "budget for the sum of squared changes"),
    Parameter(
      "w", 0.5, .any, "weight of squared actions in welfare, such as ½ or −1"),
  ]

  let network: Network
  let statusQuo: [Double]
  let interaction: Double
  let budget: Double
  let weight: Double

  init(_ arguments: Arguments) throws(ArgumentError) {
    network = try Network(arguments, "G")
    statusQuo = arguments.numbers("bhat")
    interaction = arguments.number("beta")
    budget = arguments.number("C")
    weight = arguments.number("w")
    guard statusQuo.count == network.count else {
      throw ArgumentError(
        "bhat", "has \(statusQuo.count) numbers for \(network.count) players")
    }
    guard abs(interaction) * network.spectralRadius < 1 - 1e-12 else {
      throw ArgumentError(
        "beta",
        "is not within ±\(1 / network.spectralRadius), where actions "
          + "would be unbounded")
    }
    guard weight != 0 else {
      throw ArgumentError("w", "is 0: welfare would not depend on actions")
    }
    if weight < 0, budget >= Vector.dot(statusQuo, statusQuo) {
      throw ArgumentError(
        "C",
        "is not below Σ bhat² = \(Vector.dot(statusQuo, statusQuo)), "
          + "which takes all actions to 0")
    }
  }
}

// The game that the players play, and the planner's problem.
extension TargetingInterventions {
  /// Actions for given incentives: `b_i a_i − a_i²/2 + β Σ_j g_ij a_i a_j`.
  struct Actions: Game {
    let model: TargetingInterventions
    let incentives: [Double]
    let strategies: StrategySpace

    /// The norm of the actions is at most `‖b‖ / (1 − |β|ρ)`.
    init(_ model: TargetingInterventions, incentives: [Double]) {
      self.model = model
      self.incentives = incentives
      let room = 1 - abs(model.interaction) * model.network.spectralRadius
      let bound = 2 * (1 + Vector.euclideanNorm(incentives)) / room
      strategies = StrategySpace(
        players: incentives.count, levels: -bound...bound)
    }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let own = levels[player]
      var marginal = S(incentives[player]) - own / 2
      for (other, weight) in model.network.weights[player].enumerated()
      where weight != 0 {
        marginal += S(model.interaction * weight) * levels[other]
      }
      return marginal * own
    }
  }

  /// The actions that Newton's method finds for given incentives.
  func actions(_ incentives: [Double]) -> [Double] {
    Actions(self, incentives: incentives).solve().levels
  }

  /// `w ‖a‖²`
  func welfare(_ actions: [Double]) -> Double {
    weight * Vector.dot(actions, actions)
  }

  /// `wQ`, the Hessian of half the welfare in the incentives.
  var curvature: Matrix? {
    let count = network.count
    let system = Matrix(
      rows: (0..<count).map { i in
        (0..<count).map { j in
          (i == j ? 1 : 0) - interaction * network.weights[i][j]
        }
      })
    guard let inverse = try? LUFactorization(system).inverse else {
      return nil
    }
    var product = inverse * inverse
    for k in product.elements.indices { product.elements[k] *= weight }
    return product
  }

  /// A change of incentives and the shadow price at which it is best.
  struct Change {
    var change: [Double]
    var price: Double
    /// A second direction in which the change is as good, if there is one.
    var alternative: [Double]?
  }
}

// The answer.
extension TargetingInterventions {
  var game: (any Game)? { Actions(self, incentives: statusQuo) }

  func answer() -> Answer {
    var answer = Answer()
    guard let best = trustRegionChange() else { return answer }
    let incentives = zip(statusQuo, best.change).map(+)
    let played = actions(incentives)
    let leading = leadingEigenvectors
    answer.values = [
      "mu": Value(best.price), "y": Value(best.change),
      "b_star": Value(incentives), "a_star": Value(played),
      "welfare": Value(welfare(played)),
      "welfare_status_quo": Value(welfare(actions(statusQuo))),
      "welfare_simple_best_sign": Value(welfareOfSimple(leading)),
      "welfare_naive_uniform": Value(welfareOfUniform),
      "cosine_similarity_with_leading_eigenspace": Value(
        cosine(best.change, leading)),
      "eigenvalues_desc": Value(network.eigenvalues),
      "number_of_optima": .number(best.alternative == nil ? 1 : 2),
    ]
    if let other = best.alternative { describe(best, other, &answer) }
    answer.closedForm = closedForm
    answer.evidence = evidence(best, incentives, played)
    return answer
  }

  private func describe(
    _ best: Change, _ other: [Double], _ answer: inout Answer
  ) {
    let common = zip(best.change, other).map { ($0 + $1) / 2 }
    let apart = zip(best.change, other).map { ($0 - $1) / 2 }
    answer.values["y_common_by_player"] = Value(common)
    answer.values["y_apart_by_player"] = Value(apart)
    if let shift = Self.constant(common) {
      answer.values["y_common"] = Value(shift)
    }
    if let amplitude = Self.constant(apart.map { abs($0) }) {
      answer.values["alternating_amplitude_per_node"] = Value(amplitude)
    }
    answer.warnings.append(
      "there are two optima: bhat has no part along the leading eigenvector, "
        + "which may be followed in either direction")
  }

  /// The number that all numbers of a list are equal to.
  private static func constant(_ list: [Double]) -> Double? {
    guard let least = list.min(), let most = list.max(),
      most - least <= 1e-9 * (1 + abs(most))
    else { return nil }
    return list.reduce(0, +) / Double(list.count)
  }

  private func evidence(
    _ best: Change, _ incentives: [Double], _ played: [Double]
  ) -> [Evidence] {
    let spent = Vector.dot(best.change, best.change)
    let regret = Actions(self, incentives: incentives).regret(at: played).upper
    return [
      Evidence(
        "budget left or overspent", abs(spent - budget),
        atMost: 1e-9 * (1 + budget)),
      Evidence(
        "regret of the players", regret,
        atMost: 1e-9 * (1 + Vector.dot(played, played))),
    ]
  }

  /// Welfare if all of the budget goes along the leading eigenvector, in the
  /// better direction.
  private func welfareOfSimple(_ leading: Matrix) -> Double {
    let vector = (0..<network.count).map { leading[$0, 0] }
    return [1, -1].map { sign in
      let step = sign * budget.squareRoot()
      return welfare(
        actions(zip(statusQuo, vector).map { $0 + step * $1 }))
    }.max() ?? .nan
  }

  /// Welfare if everybody's incentive is raised by as much.
  private var welfareOfUniform: Double {
    let step = (budget / Double(network.count)).squareRoot()
    return welfare(actions(statusQuo.map { $0 + step }))
  }

  /// The length of the part of a change in the leading eigenspace, relative to
  /// the change.
  private func cosine(_ change: [Double], _ leading: Matrix) -> Double {
    var parts = [Double](repeating: 0, count: leading.columns)
    leading.multiplyTransposed(change, into: &parts)
    return Vector.euclideanNorm(parts) / Vector.euclideanNorm(change)
  }
}
