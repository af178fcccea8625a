/// A score of an industrial cluster from six determinants in three pairs.
///
/// Groundings (resources, infrastructure), enterprises (suppliers and related
/// firms; structure, strategy and rivalry) and markets (local, external) are
/// each scored from 1 to 10. Within a pair scores are substitutes, between
/// pairs complements:
///
///     GEM = 2.5 (Π_pairs (D_1 + D_2))^(2/3)
///
/// so that all fives have 250 and all tens 1,000.
struct ClusterScore: PublishedGame {
  static let name = "gem1998"
  static let question =
    "Which determinant would raise the score of a cluster most?"
  static let citation = """
    T. Padmore and H. Gibson, Modelling systems of innovation II: A framework \
    for industrial cluster analysis in regions, Research Policy 26, 1998.
    """
  static let determinants = [
    "resources", "infrastructure", "suppliers_related",
    "firm_structure_strategy", "local_markets", "external_markets",
  ]
  static let parameters = determinants.map {
    Parameter(
      $0, 5, .range(1...10),
      $0.map { $0 == "_" ? " " : String($0) }.joined())
  }

  let scores: [Double]

  init(_ arguments: Arguments) throws(ArgumentError) {
    scores = Self.determinants.map { arguments.number($0) }
  }

  /// The score as the payoff of one player who could move every determinant.
  struct Score: Game {
    let strategies = StrategySpace(
      variables: [Array(repeating: 1...10, count: 6)])

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      let pairs = (0..<3).map { levels[2 * $0] + levels[2 * $0 + 1] }
      return S(2.5) * S.pow(pairs[0] * pairs[1] * pairs[2], 2.0 / 3.0)
    }
  }
}

// The answer.
extension ClusterScore {
  var game: (any Game)? { Score() }

  func answer() -> Answer {
    let score = Score().payoff(of: 0, at: scores)
    let slopes = Score().pseudoGradient(at: scores)
    return Answer(
      values: [
        "pair_sums": Value(pairs),
        "linear_cluster_score": Value(pairs.reduce(1, *)),
        "gem": Value(score),
        "elasticity_per_determinant": Value(
          zip(scores, slopes).map { $0 * $1 / score }),
      ],
      closedForm: [
        "elasticity_per_determinant": Value(
          scores.indices.map { 2 * scores[$0] / pairs[$0 / 2] / 3 })
      ])
  }

  private var pairs: [Double] {
    (0..<3).map { scores[2 * $0] + scores[2 * $0 + 1] }
  }
}

// What must hold.
extension ClusterScore {
  static let grid = Record.grid([
    ("resources", [2, 5, 9]), ("infrastructure", [2, 5]),
    ("local_markets", [1, 6]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "the weaker pair gains more from one point",
      if: "the groundings together score less than the markets",
      { $0.pairs[0] < $0.pairs[2] },
      unlike: ["resources": 9, "infrastructure": 9]
    ) { model, answer in
      let elasticity = answer.values["elasticity_per_determinant"]?.numbers
      guard let elasticity else { return false }
      return elasticity[0] / model.scores[0] > elasticity[4] / model.scores[4]
    }
  ]
}
