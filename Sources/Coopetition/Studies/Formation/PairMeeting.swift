import Equilibria
import Games
import LinearAlgebra

/// Two firms that compare their equilibrium with and without a link, while
/// everybody else stays as they are.
///
/// Inflows, openness and what leaks are kept up to date, so that a meeting
/// takes a number of best responses that does not depend on the number of
/// firms. What third firms gain from their partners is neglected.
struct PairMeeting {
  /// The game with the links that are there.
  private(set) var game: any PlayedGame
  private var data: SharingData
  private let pairs: [NetworkTable.Pair]
  private let flowsByPair: [PairFlows]
  /// The pairs of each firm.
  private let meetings: [[Int32]]
  private var inflows: [Double] = []
  private var openness = 0.0
  /// The outcomes of the last comparison.
  private var last = (
    without: PairOutcome(), with: PairOutcome()
  )

  /// How far from rest the two firms may end, in levels.
  private static let restTolerance = 1e-13
  /// The most best responses that they exchange.
  private static let mostResponses = 10_000

  /// The coefficients of a pair.
  private struct PairFlows {
    /// What the first firm can use of the second, per unit of its level.
    var toFirst = 0.0
    /// What the second can use of the first.
    var toSecond = 0.0
    /// What leaks to the second as a rival, per unit of the first's level.
    var leakOfFirst = 0.0
    /// What leaks to the first.
    var leakOfSecond = 0.0
  }

  /// The levels of two firms and what they earn.
  private struct PairOutcome {
    var levels = (0.0, 0.0)
    var payoffs = (0.0, 0.0)
  }

  init(_ candidates: CandidateLinks, _ linked: Cluster) {
    data = SharingData(linked)
    game = SharingGame(data).played
    pairs = candidates.pairs
    let all = SharingData(candidates.cluster)
    let flows = all.flows
    flowsByPair = pairs.map { pair in
      let (i, j) = (pair.first, pair.second)
      let (toFirst, toSecond) = (flows.element(i, j), flows.element(j, i))
      return PairFlows(
        toFirst: toFirst, toSecond: toSecond,
        leakOfFirst: all.rivalry.element(i, j) * toSecond,
        leakOfSecond: all.rivalry.element(j, i) * toFirst)
    }
    var meetings: [[Int32]] = Array(
      repeating: [], count: linked.firms.count)
    for (place, pair) in pairs.enumerated() {
      meetings[pair.first].append(Int32(place))
      meetings[pair.second].append(Int32(place))
    }
    self.meetings = meetings
  }

  /// The flow coefficients of the links that are there.
  var linkedFlows: SparseMatrix { data.flows.stored }

  /// Calls a closure with the pair, the provider and the coefficient of each
  /// flow that there can be.
  func forEachFlow(_ body: (Int, Int, Double) -> Void) {
    for (place, pair) in pairs.enumerated() {
      let flow = flowsByPair[place]
      if flow.toFirst > 0 { body(place, pair.second, flow.toFirst) }
      if flow.toSecond > 0 { body(place, pair.first, flow.toSecond) }
    }
  }

  /// Prepares for meetings that start at some levels.
  mutating func begin(at levels: [Double]) {
    inflows = linkedFlows * levels
    openness = zip(data.knowledgeShares, levels).reduce(0) {
      $0 + $1.0 * $1.1
    }
  }

  /// What a link adds to the payoffs of its firms, without its cost.
  mutating func compare(
    _ pair: Int, isLinked: Bool, _ levels: [Double]
  ) -> (first: Double, second: Double) {
    let others = others(pair, isLinked: isLinked, levels)
    last.without = equilibrium(pair, linked: false, isLinked, others)
    last.with = equilibrium(pair, linked: true, isLinked, others)
    let (with, without) = (last.with.payoffs, last.without.payoffs)
    return (with.0 - without.0, with.1 - without.1)
  }

  /// What the two firms see of the others.
  private struct Others {
    var inflows: (Double, Double)
    var openness: Double
  }

  private func others(
    _ pair: Int, isLinked: Bool, _ levels: [Double]
  ) -> Others {
    let (i, j) = (pairs[pair].first, pairs[pair].second)
    let flow = flowsByPair[pair]
    let shares = data.knowledgeShares
    let own = isLinked ? 1.0 : 0
    return Others(
      inflows: (
        max(0, inflows[i] - own * flow.toFirst * levels[j]),
        max(0, inflows[j] - own * flow.toSecond * levels[i])
      ),
      openness: openness - shares[i] * levels[i] - shares[j] * levels[j])
  }

  /// The highest equilibrium of two firms with or without a link.
  private mutating func equilibrium(
    _ pair: Int, linked: Bool, _ isLinked: Bool, _ others: Others
  ) -> PairOutcome {
    change(pair, from: isLinked, to: linked)
    defer { change(pair, from: linked, to: isLinked) }
    let (i, j) = (pairs[pair].first, pairs[pair].second)
    let flow = linked ? flowsByPair[pair] : PairFlows()
    let caps = game.strategies.upperBounds
    var x = (caps[i], caps[j])
    for _ in 0..<Self.mostResponses {
      let before = x
      x.0 = respond(
        i, inflow: others.inflows.0 + flow.toFirst * x.1,
        openness: others.openness + data.knowledgeShares[j] * x.1, x.0)
      x.1 = respond(
        j, inflow: others.inflows.1 + flow.toSecond * x.0,
        openness: others.openness + data.knowledgeShares[i] * x.0, x.1)
      if max(abs(x.0 - before.0), abs(x.1 - before.1)) <= Self.restTolerance {
        break
      }
    }
    let shares = data.knowledgeShares
    return PairOutcome(
      levels: x,
      payoffs: (
        payoff(
          i, inflow: others.inflows.0 + flow.toFirst * x.1,
          openness: others.openness + shares[j] * x.1, x.0),
        payoff(
          j, inflow: others.inflows.1 + flow.toSecond * x.0,
          openness: others.openness + shares[i] * x.0, x.1)
      ))
  }

  private func respond(
    _ firm: Int, inflow: Double, openness: Double, _ start: Double
  ) -> Double {
    var seen = Aggregates<Double>()
    (seen[0], seen[1]) = (inflow, openness)
    return game.bestResponse(of: firm, to: seen, from: start)
  }

  private func payoff(
    _ firm: Int, inflow: Double, openness: Double, _ own: Double
  ) -> Double {
    var seen = Aggregates<Double>()
    (seen[0], seen[1]) = (inflow, openness)
    return game.payoff(of: firm, own: own, others: seen)
  }

  /// Puts a link of a pair in or out of what leaks and what is paid for.
  private mutating func change(_ pair: Int, from old: Bool, to new: Bool) {
    guard old != new else { return }
    let (i, j) = (pairs[pair].first, pairs[pair].second)
    let (flow, sign) = (flowsByPair[pair], new ? 1.0 : -1.0)
    data.addLink(
      of: i, leaked: sign * flow.leakOfFirst, used: sign * flow.toSecond)
    data.addLink(
      of: j, leaked: sign * flow.leakOfSecond, used: sign * flow.toFirst)
    for firm in [i, j] { game.updateNumbers(of: firm, from: data) }
  }

  /// Makes or cuts the link of the pair that was compared last, and puts both
  /// firms where they then are.
  ///
  /// - Complexity: O(candidates of the two firms).
  mutating func settle(
    _ pair: Int, _ isLinked: [Bool], _ levels: inout [Double]
  ) {
    let linked = isLinked[pair]
    let (i, j) = (pairs[pair].first, pairs[pair].second)
    let (flow, sign) = (flowsByPair[pair], linked ? 1.0 : -1.0)
    inflows[i] += sign * flow.toFirst * levels[j]
    inflows[j] += sign * flow.toSecond * levels[i]
    change(pair, from: !linked, to: linked)
    let outcome = linked ? last.with : last.without
    move(i, to: outcome.levels.0, isLinked, &levels)
    move(j, to: outcome.levels.1, isLinked, &levels)
  }

  private mutating func move(
    _ firm: Int, to level: Double, _ isLinked: [Bool], _ levels: inout [Double]
  ) {
    let step = level - levels[firm]
    levels[firm] = level
    openness += data.knowledgeShares[firm] * step
    for pair in meetings[firm] where isLinked[Int(pair)] {
      let (ends, flow) = (pairs[Int(pair)], flowsByPair[Int(pair)])
      if ends.first == firm {
        inflows[ends.second] += flow.toSecond * step
      } else {
        inflows[ends.first] += flow.toFirst * step
      }
    }
  }
}

extension SharingData {
  /// Adds to what a firm's level leaks and lets others use.
  fileprivate mutating func addLink(
    of firm: Int, leaked leak: Double, used: Double
  ) {
    leaked[firm] += leak
    if !outflow.isEmpty { outflow[firm] += used }
  }
}

extension StructuredMatrix {
  /// The elements other than zero, written out.
  var stored: SparseMatrix {
    switch self {
    case .sparse(let matrix): matrix
    case .scaled(let matrix): matrix.sparse
    case .blockUniform(let matrix): SparseMatrix(dense: matrix.dense)
    }
  }
}
