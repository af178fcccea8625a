import LinearAlgebra

/// Where the making and cutting of single links ends.
///
/// From time to time a pair meets, each with equal probability, and makes or
/// cuts its link if that improves on the network for those whose consent it
/// takes. The process ends in a *closed class*: a pairwise stable network, or a
/// cycle of networks that it never leaves (Jackson and Watts, Journal of
/// Economic Theory 106, 2002, 265-295).
package struct NetworkDynamics: Sendable {
  /// Networks that are never left once one of them is reached.
  package struct ClosedClass: Sendable {
    /// The networks, rising.
    package let networks: [Int]
    /// The probability to end here.
    package let probability: Double
  }

  /// The closed classes that can be reached, by their first network.
  package let closedClasses: [ClosedClass]

  /// Follows the moves of a table from a network.
  ///
  /// The probabilities are exact up to rounding: mass flows down the order of
  /// the strongly connected classes of networks, and within a class that is
  /// left again the expected visits solve a linear system.
  ///
  /// - Parameters:
  ///   - table: The payoffs.
  ///   - start: The network to start from.
  /// - Complexity: O(networks · pairs), and O(k³) for each class of k networks
  ///   that is left again.
  package init(_ table: NetworkTable, from start: Int) {
    var flow = MassFlow(table, from: start)
    closedClasses = flow.run().sorted { $0.networks[0] < $1.networks[0] }
  }
}

/// Probability on its way through the classes of networks.
private struct MassFlow {
  private let moves: NetworkMoves
  private let parts: StronglyConnectedComponents
  /// The networks that can be reached, by their place.
  private let networks: [Int]
  /// Each reached network's next ones, as places.
  private let next: [[Int]]
  private var mass: [Double]

  init(_ table: NetworkTable, from start: Int) {
    moves = NetworkMoves(table)
    var networks = [start]
    var places = [start: 0]
    var next: [[Int]] = []
    while next.count < networks.count {
      let network = networks[next.count]
      next.append(
        moves.improving(from: network).map { pair in
          let target = network ^ (1 << pair)
          if let place = places[target] { return place }
          places[target] = networks.count
          networks.append(target)
          return networks.count - 1
        })
    }
    parts = StronglyConnectedComponents(of: SparseMatrix(pattern: next))
    (self.networks, self.next) = (networks, next)
    mass = Array(repeating: 0, count: networks.count)
    mass[0] = 1
  }

  /// Moves the mass down the classes; returns the closed ones.
  mutating func run() -> [NetworkDynamics.ClosedClass] {
    let (starts, members) = parts.members
    var closed: [NetworkDynamics.ClosedClass] = []
    for part in (0..<parts.count).reversed() {
      let own = members[starts[part]..<starts[part + 1]].map(Int.init)
      let leaves = own.contains { place in
        next[place].contains { parts.component[$0] != part }
      }
      if leaves {
        pass(own)
      } else {
        closed.append(
          .init(
            networks: own.map { networks[$0] }.sorted(),
            probability: own.reduce(0) { $0 + mass[$1] }))
      }
    }
    return closed
  }

  /// Passes the mass of a class on to those that follow it.
  private mutating func pass(_ own: [Int]) {
    let visits = visits(own)
    for (place, count) in zip(own, visits) {
      for target in next[place]
      where parts.component[target] != parts.component[place] {
        mass[target] += count / Double(next[place].count)
      }
    }
  }

  /// The expected visits v of the networks of a class, v = mass + Pᵀ v.
  private func visits(_ own: [Int]) -> [Double] {
    let start = own.map { mass[$0] }
    guard own.count > 1 else { return start }
    let places = Dictionary(
      uniqueKeysWithValues: own.enumerated().map { ($1, $0) })
    let inner = own.map { place in
      (
        targets: next[place].compactMap { places[$0] },
        share: 1 / Double(next[place].count)
      )
    }
    // I − Pᵀ is an M-matrix, since the class is left with some probability.
    return GMRES(tolerance: 1e-15).solve(start) { visits, rest in
      rest = visits
      for (k, row) in inner.enumerated() {
        for target in row.targets { rest[target] -= row.share * visits[k] }
      }
    }.x
  }
}
