import Equilibria
import Games

/// The exits from one cluster that were tried so far.
struct ExitTrial {
  private let study: ExitStudy
  private let cluster: Cluster
  private let game: any PlayedGame
  /// What each firm earns net of subsidies.
  private let payoffs: [Double]
  let levels: [Double]
  let welfare: Double
  private var known: [[Int]: ExitAnalysis.Exit] = [:]

  init(_ cluster: Cluster, _ study: ExitStudy) throws(ScenarioError) {
    (self.cluster, self.study) = (cluster, study)
    game = try cluster.playedGame()
    levels = study.selection.levels(of: game)
    payoffs = game.netPayoffs(at: levels)
    welfare = game.welfare(at: levels)
  }

  /// The exits of groups of the size asked for, the worst first; equal losses
  /// in the order of the firms.
  var sorted: [ExitAnalysis.Exit] {
    known.values.filter { $0.firms.count == study.groupSize }.sorted {
      let (a, b) = ($0.loss(study.loss), $1.loss(study.loss))
      return a != b ? a > b : $0.firms.lexicographicallyPrecedes($1.firms)
    }
  }

  /// Tries every group; false if the search was ended early.
  mutating func tryAll() -> Bool {
    for group in Combinations(
      of: cluster.firms.count, choosing: study.groupSize)
    {
      guard tries(group) else { return false }
    }
    return true
  }

  /// Grows a group firm by firm, then exchanges members while that adds to the
  /// loss; not all groups are tried.
  mutating func growAndExchange() -> Bool {
    var group: [Int] = []
    while group.count < study.groupSize {
      guard let larger = best(of: outsiders(group).map { group + [$0] }) else {
        return false
      }
      group = larger
    }
    while let better = exchanged(group) { group = better }
    return false
  }

  /// The group with one member exchanged, if that adds to the loss.
  private mutating func exchanged(_ group: [Int]) -> [Int]? {
    let trials = group.flatMap { member in
      outsiders(group).map { group.filter { $0 != member } + [$0] }
    }
    guard let best = best(of: trials), loss(of: best) > loss(of: group) else {
      return nil
    }
    return best
  }

  private func outsiders(_ group: [Int]) -> [Int] {
    cluster.firms.indices.filter { !group.contains($0) }
  }

  private func loss(of group: [Int]) -> Double {
    known[group.sorted()]?.loss(study.loss) ?? -.infinity
  }

  /// The group with the largest loss; nil if the search is to end.
  private mutating func best(of groups: [[Int]]) -> [Int]? {
    for group in groups {
      guard tries(group) else { return nil }
    }
    return groups.max { loss(of: $0) < loss(of: $1) }
  }

  /// Lets a group leave; false if the search is to end.
  private mutating func tries(_ group: [Int]) -> Bool {
    let group = group.sorted()
    guard known[group] == nil else { return true }
    guard study.monitor.continues("groups tried", done: known.count) else {
      return false
    }
    known[group] = exit(of: group)
    return true
  }

  private func exit(of group: [Int]) -> ExitAnalysis.Exit {
    var left = (welfare: 0.0, sharing: 0.0, levels: 0.0)
    if group.count < cluster.firms.count {
      let rest = cluster.removing(Set(group))
      let game = SharingGame(SharingData(rest)).played
      let levels = study.selection.levels(of: game)
      left.welfare = game.welfare(at: levels)
      left.sharing = game.totalSharing(at: levels)
      left.levels = levels.reduce(0, +)
    }
    return ExitAnalysis.Exit(
      firms: group, welfareLoss: welfare - left.welfare,
      ownPayoff: group.reduce(0) { $0 + payoffs[$1] },
      sharingLoss: game.totalSharing(at: levels) - left.sharing,
      levelsLoss: levels.reduce(0, +) - left.levels)
  }
}
