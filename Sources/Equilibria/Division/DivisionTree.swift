import Games
import HeapModule
import LinearAlgebra

/// The state of a search for the best division.
struct DivisionTree {
  private let problem: CollectionProblem
  private let search: DivisionSearch
  private let safe: DivisionBound
  private let profits: [Matrix]
  private var open = Heap<DivisionNode>()
  private var best: (division: Division, welfare: Double)
  /// The greatest bound of a part that was given up.
  private var closedBound = -Double.infinity
  private var evaluations: Int
  private var terms: [Interval]

  /// The steps of the prices at the root and at any other node.
  private static let rootSteps = 100
  private static let nodeSteps = 6
  /// How many nodes pass before the monitor is asked again.
  private static let pace = 16

  init(
    _ problem: CollectionProblem, search: DivisionSearch, evaluations: Int
  ) {
    self.problem = problem
    self.search = search
    self.evaluations = evaluations
    safe = DivisionBound(problem)
    let firms = 0..<problem.firms
    profits = (0..<problem.topics).map { topic in
      var matrix = problem.reach
      for j in firms {
        for i in firms { matrix[i, j] = problem.profit(i, j, topic) }
      }
      return matrix
    }
    terms = Array(repeating: .zero, count: problem.firms)
    let nothing = Division(repeating: [], count: problem.topics)
    var climb = DivisionClimb(problem, from: nothing)
    climb.climb()
    best = (climb.division, climb.welfare)
  }

  /// What a bound must exceed for a search to go on.
  private var threshold: Double {
    best.welfare + search.tolerance * problem.size(of: best.welfare)
  }

  /// Searches until the gap is closed or the effort is spent.
  mutating func run() -> OptimalDivision {
    visit(root, steps: Self.rootSteps)
    var (termination, nodes) = (Termination.converged, 0)
    while let node = open.popMax() {
      guard node.bound > threshold else {
        close(node.bound)
        continue
      }
      nodes += 1
      if evaluations >= search.effort { termination = .iterationLimit }
      if nodes % Self.pace == 0,
        !search.monitor.continues("prices of topics", done: evaluations)
      {
        termination = .cancelled
      }
      guard termination == .converged else {
        close(node.bound)
        break
      }
      branch(node)
    }
    for node in open.unordered { close(node.bound) }
    return OptimalDivision(
      division: best.division, welfare: best.welfare,
      bound: max(best.welfare, closedBound), termination: termination,
      evaluations: evaluations)
  }

  private var root: DivisionNode {
    DivisionNode(
      choices: Array(
        repeating: Array(repeating: .free, count: problem.firms),
        count: problem.topics),
      multipliers: DivisionBound.Multipliers(
        places: Array(repeating: 0, count: problem.firms),
        hour: problem.hourRange?.upperBound ?? .infinity),
      bound: .infinity)
  }

  private mutating func close(_ bound: Double) {
    closedBound = max(closedBound, bound)
  }

  /// Bounds a part of all divisions and keeps it if it may hold a better one.
  private mutating func visit(_ part: DivisionNode, steps: Int) {
    var node = part
    guard node.respectLimits(problem.limits) else { return }
    if let division = node.division { return settle(division, node) }
    let isCoupled = problem.topics > 1
    let ascent = MultiplierAscent(
      problem: problem, profits: profits, steps: isCoupled ? steps : 0)
    let (multipliers, duals) = ascent.duals(
      of: node, target: best.welfare, evaluations: &evaluations)
    node.multipliers = multipliers
    improve(from: duals.suggestion)
    makeSafe(&node, duals)
    node.bound > threshold ? open.insert(node) : close(node.bound)
  }

  /// Bounds a node in intervals, and makes the choices that the bound forces.
  private mutating func makeSafe(
    _ node: inout DivisionNode, _ duals: DivisionDuals
  ) {
    var sum = safe.constant(node.multipliers)
    var slacks: [(firm: Int, topic: Int, term: Interval)] = []
    for topic in 0..<problem.topics {
      sum += safe.part(
        topic, node.choices[topic], u: duals.topics[topic].prices,
        node.multipliers, terms: &terms)
      for j in terms.indices where node.choices[topic][j] == .free {
        slacks.append((j, topic, terms[j]))
      }
    }
    node.bound = min(node.bound, sum.upper)
    for (j, topic, term) in slacks where term.mignitude > 0 {
      let bound = (sum - Interval(term.mignitude)).upper
      guard bound <= threshold else { continue }
      close(bound)
      node.choices[topic][j] = term.isNegative ? .excluded : .settled
    }
  }

  /// The exact value of a part that holds one division.
  private mutating func settle(_ division: Division, _ node: DivisionNode) {
    keep(division, problem.welfare(division))
    let left = problem.market.clear(problem.hours(division))
    var sum = safe.constant(clearing(division, left))
    for topic in 0..<problem.topics {
      let u = (0..<problem.firms).map {
        problem.values[$0, topic]
          * problem.bestReach($0, from: division[topic])
      }
      sum += safe.part(
        topic, node.choices[topic], u: u, clearing(division, left),
        terms: &terms)
    }
    close(min(node.bound, sum.upper))
  }

  /// The prices that clear the market of hours of a division.
  private func clearing(
    _ division: Division, _ market: HourMarket.Clearing
  ) -> DivisionBound.Multipliers {
    let hours = problem.hours(division)
    let dearest =
      hours.indices.filter { hours[$0] > 0 }
      .map { problem.market.costs[$0] }.max() ?? 0
    return DivisionBound.Multipliers(
      places: Array(repeating: 0, count: problem.firms),
      hour: market.price?.lowerBound ?? dearest)
  }

  private mutating func keep(_ division: Division, _ welfare: Double) {
    if welfare > best.welfare { best = (division, welfare) }
  }

  /// Tries the division that prices suggest, brought within the limits.
  private mutating func improve(from suggestion: Division) {
    var division = suggestion
    let counts = suggestion.topicCounts(firms: problem.firms)
    for j in counts.indices where counts[j] > problem.limits[j] {
      drop(j, counts[j] - problem.limits[j], &division)
    }
    guard problem.welfare(division) > best.welfare - reserve else { return }
    var climb = DivisionClimb(problem, from: division)
    climb.climb()
    keep(climb.division, climb.welfare)
  }

  /// Suggestions that are worse than the best by more are not improved.
  private var reserve: Double { Self.reservePart * abs(best.welfare) }
  private static let reservePart = 0.02

  /// Takes the topics from a firm that it is least missed in.
  private func drop(_ j: Int, _ count: Int, _ division: inout Division) {
    let losses = division.indices.filter { division[$0].contains(j) }
      .map { topic in
        let rest = division[topic].filter { $0 != j }
        return (
          topic: topic,
          loss: problem.earningsAlone(topic, division[topic])
            - problem.earningsAlone(topic, rest)
        )
      }
      .sorted { $0.loss < $1.loss }
    for (topic, _) in losses.prefix(count) {
      division[topic].removeAll { $0 == j }
    }
  }

  /// Splits a node by the choice that its prices agree on least.
  private mutating func branch(_ node: DivisionNode) {
    let duals = DivisionDuals(problem, profits, node, node.multipliers)
    let (firm, topic) = choice(in: node, duals)
    for choice in [TopicDual.Choice.settled, .excluded] {
      visit(node.with(firm, topic, choice), steps: Self.nodeSteps)
    }
  }

  /// A tight collector whose receivers pay for another one too; else the one
  /// that receivers pay most for; else any that is free.
  private func choice(
    in node: DivisionNode, _ duals: DivisionDuals
  ) -> (firm: Int, topic: Int) {
    var best = (score: -Double.infinity, firm: 0, topic: 0)
    for (topic, dual) in duals.topics.enumerated() {
      for j in node.choices[topic].indices
      where node.choices[topic][j] == .free {
        let score = dual.score(j)
        if score > best.score { best = (score, j, topic) }
      }
    }
    return (best.firm, best.topic)
  }
}

extension TopicDual {
  /// How much a choice matters: what receivers pay for a collector, more if
  /// they pay for another one too; negative if nobody does.
  fileprivate func score(_ j: Int) -> Double {
    var overlap = 0.0
    let others = tight.filter { $0 != j }
    for i in prices.indices where profits[i, j] > prices[i] {
      let paid = profits[i, j] - prices[i]
      let other = others.reduce(0) { max($0, profits[i, $1] - prices[i]) }
      overlap += min(paid, other)
    }
    return slacks[j] > 0 && !tight.contains(j)
      ? -slacks[j] : support(j) + Self.overlapWeight * overlap
  }

  /// What an overlap counts beside what is paid.
  private static let overlapWeight = 10.0
}
