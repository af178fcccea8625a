/// Clusters that show one thing each.
enum MemoScenarios {
  /// Every profile is an equilibrium.
  static let indifferent = """
    name: Indifferent
    firms: [{name: A, opportunity: 0}, {name: B, opportunity: 0}]
    """

  /// Two firms share or do not, and the level of C makes no difference to it.
  static let segment = """
    name: Segment
    firms:
    - {name: A, knowledge: 2, opportunity: 2,
       cost: {linear: 0.1, quadratic: 0.1}}
    - {name: B, knowledge: 2, opportunity: 2,
       cost: {linear: 0.1, quadratic: 0.1}}
    - {name: C, knowledge: 1, opportunity: 0}
    complementarity: [[0, .6, 0], [.6, 0, 0], [0, 0, 0]]
    """

  /// Two pairs that have nothing to do with each other but for the premium.
  static let pairs = """
    name: Pairs
    firms:
    - {name: A, knowledge: 2, opportunity: 2,
       cost: {linear: 0.1, quadratic: 0.1}}
    - {name: B, knowledge: 2, opportunity: 2,
       cost: {linear: 0.11, quadratic: 0.1}}
    - {name: C, knowledge: 2, opportunity: 2.1,
       cost: {linear: 0.5, quadratic: 0.1}}
    - {name: D, knowledge: 2, opportunity: 2.1,
       cost: {linear: 0.51, quadratic: 0.1}}
    complementarity: [[0, .6, 0, 0], [.6, 0, 0, 0], [0, 0, 0, .6], [0, 0, .6, 0]]
    premium: {value: 1, curvature: 0}
    """

  /// Two firms that decide on each other one by one.
  static let directed = """
    name: Directed
    model: {sharing: firms}
    firms:
    - {name: A, knowledge: 2, opportunity: 2,
       cost: {linear: 0.1, quadratic: 0.1}}
    - {name: B, knowledge: 2, opportunity: 2,
       cost: {linear: 0.11, quadratic: 0.1}}
    complementarity: {uniform: 0.6}
    premium: {value: 0.3, curvature: 0}
    """

  /// Each firm uses what the next one discloses; the one equilibrium is
  /// unstable.
  static let ring = """
    name: Ring
    model: {reciprocity: 0.2, curvature: 3}
    firms:
    - {name: A, knowledge: 4, opportunity: 4, cost: {linear: 0.0488}, floor: 0.2}
    - {name: B, knowledge: 4, opportunity: 4, cost: {linear: 0.0488}, floor: 0.2}
    - {name: C, knowledge: 4, opportunity: 4, cost: {linear: 0.0488}, floor: 0.2}
    complementarity: [[0, 1, 0], [0, 0, 1], [1, 0, 0]]
    """

  /// Levels may be negative.
  static let signs = """
    game: Signs
    parameters: {a: 1}
    players:
    - {name: P, variables: {x: [-1, 1]}, payoff: "-(x + 0.5*a)^2 + 0.1*x*y"}
    - {name: Q, variables: {y: [-1, 1]}, payoff: "-(y + 0.3)^2 + 0.1*x*y"}
    """

  /// Sharing costs more than it brings, and is paid for.
  static let overpaid = """
    name: Overpaid
    firms:
    - {name: A, cost: {linear: 0.2, quadratic: 0.5}}
    - {name: B, cost: {linear: 0.2, quadratic: 0.5}}
    policy: {subsidy: 0.4}
    """

  /// Three pairs of which each shares or does not: eight stable states.
  static let threePairs = """
    name: Three pairs
    firms:
    - {name: A, knowledge: 2, opportunity: 2, cost: {linear: 0.5}}
    - {name: B, knowledge: 2, opportunity: 2, cost: {linear: 0.5}}
    - {name: C, knowledge: 2, opportunity: 2.1, cost: {linear: 0.5}}
    - {name: D, knowledge: 2, opportunity: 2.1, cost: {linear: 0.5}}
    - {name: E, knowledge: 2, opportunity: 2.2, cost: {linear: 0.5}}
    - {name: F, knowledge: 2, opportunity: 2.2, cost: {linear: 0.5}}
    complementarity:
    - [0, .6, 0, 0, 0, 0]
    - [.6, 0, 0, 0, 0, 0]
    - [0, 0, 0, .6, 0, 0]
    - [0, 0, .6, 0, 0, 0]
    - [0, 0, 0, 0, 0, .6]
    - [0, 0, 0, 0, .6, 0]
    """

  /// An institution that is no firm runs the platform.
  static let service = """
    name: Service
    environment: 0.6
    model: {reciprocity: 1.3, curvature: 1.5}
    firms:
    - {name: A, opportunity: 1.6, market: 0.2,
       cost: {linear: 0.1, quadratic: 0.1}}
    - {name: B, knowledge: 2, absorption: 0.5, opportunity: 3.8, market: 2,
       cost: {linear: 0.4}, floor: 0.1}
    complementarity: [[0, 0.8], [0.9, 0]]
    rivalry: {uniform: 0.1}
    premium: {value: 2.2, curvature: 0, shares: equal}
    policy: {price: 0.2}
    platform: {operator: service, margin: 0.1, cost: {linear: 0.1, fixed: 0.14}}
    """
}
