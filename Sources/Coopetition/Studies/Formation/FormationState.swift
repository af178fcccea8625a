import Equilibria
import Games
import LinearAlgebra

/// The links and levels of a simulation at a moment.
struct FormationState {
  private(set) var candidates: CandidateLinks
  private let linking: Linking
  /// Whether each candidate pair is linked.
  private(set) var isLinked: [Bool]
  private(set) var levels: [Double]
  private var meeting: PairMeeting

  /// The state before a round.
  struct Snapshot {
    let isLinked: [Bool]
    let levels: [Double]
  }

  init(_ cluster: Cluster, _ linking: Linking) throws(ScenarioError) {
    _ = try cluster.playedGame()
    let candidates = try CandidateLinks(cluster)
    var isLinked = Array(repeating: false, count: candidates.pairs.count)
    for place in linking.start.places(in: candidates) {
      isLinked[place] = true
    }
    let linked = candidates.cluster { isLinked[$0] }
    let game = SharingGame(SharingData(linked)).played
    let start: EquilibriumEnd = linking.start == .full ? .highest : .lowest
    levels = start.levels(of: game)
    meeting = PairMeeting(candidates, linked)
    (self.candidates, self.linking) = (candidates, linking)
    self.isLinked = isLinked
  }

  var snapshot: Snapshot { Snapshot(isLinked: isLinked, levels: levels) }

  /// The pairs that are linked.
  var links: [NetworkTable.Pair] {
    isLinked.indices.filter { isLinked[$0] }.map { candidates.pairs[$0] }
  }

  /// The flow coefficients of the links that are there.
  var linkedFlows: SparseMatrix { meeting.linkedFlows }

  /// The sum of payoffs less subsidies and costs of links.
  var welfare: Double {
    let costs = zip(isLinked, candidates.pairs).reduce(0.0) { sum, entry in
      guard entry.0 else { return sum }
      let pair = entry.1
      return sum + linking.costs[pair.first] + linking.costs[pair.second]
    }
    return meeting.game.welfare(at: levels) - costs
  }

  func record(
    round: Int, changes: Int, stage: FormationRecord.Stage
  ) -> FormationRecord {
    FormationRecord(
      round: round, changes: changes, links: isLinked, state: self,
      stage: stage)
  }

  /// Calls a closure with the pair, the provider and the coefficient of each
  /// flow that there can be.
  func forEachFlow(_ body: (Int, Int, Double) -> Void) {
    meeting.forEachFlow(body)
  }

  mutating func apply(
    _ event: FormationSimulation.Event
  ) throws(ScenarioError) {
    try candidates.update { cluster throws(ScenarioError) in
      try event.parameter.set(event.value, in: &cluster)
    }
    refresh()
  }

  /// Lets everybody's best responses come to rest.
  mutating func rest() {
    refresh()
    levels = meeting.game.rest(from: levels)
  }

  private mutating func refresh() {
    let linked = candidates.cluster { isLinked[$0] }
    meeting = PairMeeting(candidates, linked)
  }

  /// Lets every pair meet once, in random order; returns how many links
  /// changed.
  mutating func meet(noise: Double, _ random: inout SplitMix64) -> Int {
    var order = Array(isLinked.indices)
    for k in order.indices.dropFirst().reversed() {
      order.swapAt(k, random.number(below: k + 1))
    }
    meeting.begin(at: levels)
    var changes = 0
    for pair in order {
      let gains = meeting.compare(pair, isLinked: isLinked[pair], levels)
      let firms = candidates.pairs[pair]
      let net = (
        gains.first - linking.costs[firms.first],
        gains.second - linking.costs[firms.second]
      )
      let wanted = Self.agree(net, isLinked[pair], noise, &random)
      guard wanted != isLinked[pair] else { continue }
      changes += 1
      isLinked[pair] = wanted
      meeting.settle(pair, isLinked, &levels)
    }
    return changes
  }

  /// Whether two firms with these gains from a link have it.
  private static func agree(
    _ gains: (Double, Double), _ isLinked: Bool, _ noise: Double,
    _ random: inout SplitMix64
  ) -> Bool {
    guard noise > 0 else {
      let least = NetworkStability.leastGain
      let isBearable = min(gains.0, gains.1) >= -least
      return isBearable && (isLinked || max(gains.0, gains.1) > least)
    }
    let first = random.uniform() < logistic(gains.0 / noise)
    let second = random.uniform() < logistic(gains.1 / noise)
    return first && second
  }

  private static func logistic(_ x: Double) -> Double {
    1 / (1 + .exp(-x))
  }
}

extension SplitMix64 {
  /// A number of [0, 1) with 53 random bits.
  fileprivate mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
