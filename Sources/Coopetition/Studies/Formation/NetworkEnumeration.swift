import Equilibria
import Games
import LinearAlgebra

/// Every network that the firms of a cluster can form, which of them last,
/// which is best and where single links lead.
///
/// In a network the game of the scenario is played with the links of the
/// network only; a firm earns its payoff at the selected equilibrium less the
/// cost of its links. See ``NetworkStability`` and `NetworkDynamics`.
public struct NetworkEnumeration: Sendable {
  /// Which equilibrium is played in each network.
  public var selection: EquilibriumEnd
  /// Is asked from time to time whether to go on.
  public var monitor: Monitor

  /// An enumeration.
  ///
  /// - Parameters:
  ///   - selection: Which equilibrium is played in each network.
  ///   - monitor: Is asked from time to time whether to go on.
  public init(
    selection: EquilibriumEnd = .highest,
    monitor: Monitor = .unattended
  ) {
    self.selection = selection
    self.monitor = monitor
  }

  /// How many networks are solved between two looks at the clock.
  private static let roundSize = 1024

  /// The networks of a cluster; nil if the search was stopped.
  ///
  /// - Throws: `ScenarioError` if there are more candidate pairs than
  ///   `NetworkTable.mostPairs`.
  /// - Complexity: One solution of the game a network.
  public func networks(
    of cluster: Cluster, _ linking: Linking
  ) throws(ScenarioError) -> NetworkFormation? {
    _ = try cluster.playedGame()
    let candidates = try CandidateLinks(cluster)
    let count = candidates.pairs.count
    guard count <= NetworkTable.mostPairs else {
      throw .tooManyNetworks(count)
    }
    var table = NetworkTable(
      players: cluster.firms.count, pairs: candidates.pairs)
    var levels: [[Double]] = []
    var isProven = true
    for start in stride(from: 0, to: table.networkCount, by: Self.roundSize) {
      guard
        monitor.continues("networks", done: start, of: table.networkCount)
      else { return nil }
      let end = min(start + Self.roundSize, table.networkCount)
      for solved in solve(start..<end, candidates, linking) {
        table.set(
          levels.count, payoffs: solved.payoffs, welfare: solved.welfare,
          error: solved.errors?.payoffs ?? 0,
          welfareError: solved.errors?.welfare ?? 0)
        levels.append(solved.levels)
        isProven = isProven && solved.errors != nil
      }
    }
    return NetworkFormation(
      cluster: cluster, table: table, levels: levels,
      start: linking.start.network(of: candidates), isProven: isProven)
  }

  /// What is played and earned in a network.
  private struct Solved: Sendable {
    var levels: [Double] = []
    var payoffs: [Double] = []
    var welfare = 0.0
    /// Bounds on the error of each payoff and of welfare; nil if none are
    /// proven.
    var errors: (payoffs: Double, welfare: Double)?
  }

  /// Solves networks side by side; the results are in their order.
  private func solve(
    _ networks: Range<Int>, _ candidates: CandidateLinks, _ linking: Linking
  ) -> [Solved] {
    Parallel.map(networks.count) {
      solve(networks.lowerBound + $0, candidates, linking)
    }
  }

  private func solve(
    _ network: Int, _ candidates: CandidateLinks, _ linking: Linking
  ) -> Solved {
    let cluster = candidates.cluster { network >> $0 & 1 == 1 }
    let game = SharingGame(SharingData(cluster)).played
    let levels = selection.levels(of: game)
    var solved = Solved(
      levels: levels, payoffs: game.payoffs(at: levels),
      welfare: game.welfare(at: levels))
    var linked = linking.costs.map { _ in 0.0 }
    for (place, pair) in candidates.pairs.enumerated()
    where network >> place & 1 == 1 {
      for firm in [pair.first, pair.second] {
        linked[firm] += 1
        solved.payoffs[firm] -= linking.costs[firm]
        solved.welfare -= linking.costs[firm]
      }
    }
    let costs = zip(linked, linking.costs).map { Interval($0) * Interval($1) }
    solved.errors = errors(of: solved, costs, in: game)
    return solved
  }

  /// Bounds on the errors of payoffs and welfare at the equilibrium that is
  /// selected; nil if it is not proven to be that one.
  private func errors(
    of solved: Solved, _ costs: [Interval], in game: some PlayedGame
  ) -> (payoffs: Double, welfare: Double)? {
    guard game.hasRisingMarginals else { return nil }
    let extremes = ExtremeEquilibria(of: game)
    let box =
      switch selection {
      case .highest: extremes.highest(near: solved.levels)
      case .lowest: extremes.lowest(near: solved.levels)
      case .best, .worst: nil as Box?
      }
    guard let box else { return nil }
    let payoffs = zip(game.payoffEnclosures(over: box), costs).map { $0 - $1 }
    let outlay = zip(game.subsidies, box).reduce(
      Interval(game.fixedCharge)
    ) { $0 + Interval($1.0) * $1.1 }
    let welfare = payoffs.reduce(-outlay) { $0 + $1 }
    let errors = (
      payoffs: zip(payoffs, solved.payoffs).reduce(0) {
        max($0, ($1.0 - Interval($1.1)).magnitude)
      }, welfare: (welfare - Interval(solved.welfare)).magnitude
    )
    return errors.payoffs.isFinite && errors.welfare.isFinite ? errors : nil
  }
}

extension Linking.Start {
  /// The network to start from; pairs that are no candidates are left out.
  func network(of candidates: CandidateLinks) -> Int {
    places(in: candidates).reduce(0) { $0 | 1 << $1 }
  }

  /// The places of the pairs that are linked.
  func places(in candidates: CandidateLinks) -> [Int] {
    switch self {
    case .empty: []
    case .full: Array(candidates.pairs.indices)
    case .pairs(let pairs):
      pairs.filter { $0[0] != $0[1] }
        .compactMap { candidates.place(of: .init($0[0], $0[1])) }
    }
  }
}

extension ScenarioError {
  fileprivate static func tooManyNetworks(_ pairs: Int) -> ScenarioError {
    let count =
      pairs < Int.bitWidth - 1 ? (1 << pairs).grouped : "2^\(pairs)"
    return ScenarioError(
      at: "form",
      "\(pairs) candidate pairs give \(count) networks; --enumerate takes at "
        + "most \(NetworkTable.mostPairs), use --rounds")
  }
}

extension Int {
  /// The number with commas between thousands.
  fileprivate var grouped: String {
    var text = ""
    for (place, digit) in String(self).reversed().enumerated() {
      if place > 0 && place % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    return text
  }
}
