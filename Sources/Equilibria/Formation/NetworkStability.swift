import Games

/// Which networks nobody undoes.
///
/// *Pairwise stable*: nobody gains by cutting one of its links, and no two
/// without a link could make one that one of them gains by and neither loses
/// by (Jackson and Wolinsky, Journal of Economic Theory 71, 1996, 44-74). *With
/// transfers*: a link is there if and only if the two gain by it together
/// (Bloch and Jackson, Journal of Economic Theory 133, 2007, 83-110).
/// *Efficient*: of the greatest welfare.
public struct NetworkStability: Sendable {
  /// The pairwise stable networks, by falling welfare.
  public let stable: [Int]
  /// The networks that are stable with transfers, by falling welfare.
  public let stableWithTransfers: [Int]
  /// The networks of the greatest welfare as far as it is known, by falling
  /// welfare: those that errors leave open, or within ``leastGain`` where no
  /// errors are known.
  public let efficient: [Int]
  /// The networks of which the errors of payoffs leave it open whether they
  /// are pairwise stable, stable with transfers or efficient.
  public let undecided: [Int]
  /// The smallest gain or loss, in absolute value, of a player by a single
  /// link of any network: how near the table is to a tie; nil without pairs.
  public let nearestTie: Double?

  /// A gain counts above this, in the unit of payoffs.
  public static let leastGain = 1e-9

  /// Judges every network of a table.
  ///
  /// - Complexity: O(networks · pairs).
  public init(_ table: NetworkTable) {
    let moves = NetworkMoves(table)
    let networks = 0..<table.networkCount
    let byWelfare: (Int, Int) -> Bool = { a, b in
      let (x, y) = (table.welfare[a], table.welfare[b])
      return x != y ? x > y : a < b
    }
    stable = networks.filter { moves.improving(from: $0).isEmpty }
      .sorted(by: byWelfare)
    stableWithTransfers = networks.filter {
      moves.jointlyImproving(from: $0).isEmpty
    }.sorted(by: byWelfare)
    efficient = moves.efficient.sorted(by: byWelfare)
    let open = Set(moves.perhapsEfficient)
    undecided = networks.filter {
      moves.isUndecided($0) || open.contains($0)
    }
    nearestTie = moves.nearestTie
  }
}

/// The links that players would make or cut in the networks of a table.
struct NetworkMoves {
  private let table: NetworkTable

  init(_ table: NetworkTable) { self.table = table }

  /// The pairs that would make or cut their link.
  func improving(from network: Int) -> [Int] {
    table.pairs.indices.filter { pair in
      let (a, b) = table.gains(network, toggling: pair)
      return isLinked(pair, in: network)
        ? max(a, b) > NetworkStability.leastGain
        : min(a, b) >= -NetworkStability.leastGain
          && max(a, b) > NetworkStability.leastGain
    }
  }

  /// The pairs that would make or cut their link if they can pay each other.
  func jointlyImproving(from network: Int) -> [Int] {
    table.pairs.indices.filter { pair in
      let (a, b) = table.gains(network, toggling: pair)
      return a + b > NetworkStability.leastGain
    }
  }

  /// Whether errors leave it open whether some link is made or cut.
  func isUndecided(_ network: Int) -> Bool {
    table.pairs.indices.contains { pair in
      let (a, b) = table.gains(network, toggling: pair)
      let error = table.errors[network] + table.errors[network ^ (1 << pair)]
      guard error > 0 else { return false }
      return [a, b].contains { isNearTie($0, error) }
        || isNearTie(a + b, 2 * error)
    }
  }

  /// The welfare of each network, with its error.
  private var welfare: [Interval] {
    zip(table.welfare, table.welfareErrors).map {
      Interval($0) + Interval(lower: -$1, upper: $1)
    }
  }

  /// The networks that no other is known to exceed in welfare.
  var efficient: [Int] {
    let welfare = welfare
    let most = welfare.reduce(-Double.infinity) { max($0, $1.lower) }
    let isNumerical = table.welfareErrors.allSatisfy { $0 == 0 }
    let slack = isNumerical ? NetworkStability.leastGain : 0
    return welfare.indices.filter { welfare[$0].upper >= most - slack }
  }

  /// The networks of which errors leave it open whether they are efficient.
  var perhapsEfficient: [Int] {
    let welfare = welfare
    let places = welfare.indices
    let first = places.max { welfare[$0].upper < welfare[$1].upper } ?? 0
    let second = places.reduce(-Double.infinity) {
      $1 == first ? $0 : max($0, welfare[$1].upper)
    }
    let least = welfare.reduce(-Double.infinity) { max($0, $1.lower) }
    return places.filter { network in
      let rival = network == first ? second : welfare[first].upper
      let isBest = welfare[network].lower >= rival - NetworkStability.leastGain
      let isWorse = welfare[network].upper < least - NetworkStability.leastGain
      return !isBest && !isWorse
    }
  }

  /// Whether a gain is as near to what counts as its error.
  private func isNearTie(_ gain: Double, _ error: Double) -> Bool {
    abs(abs(gain) - NetworkStability.leastGain) <= error
  }

  var nearestTie: Double? {
    guard !table.pairs.isEmpty else { return nil }
    var nearest = Double.infinity
    for network in 0..<table.networkCount {
      for pair in table.pairs.indices where isLinked(pair, in: network) {
        let (a, b) = table.gains(network, toggling: pair)
        nearest = min(nearest, abs(a), abs(b))
      }
    }
    return nearest
  }

  private func isLinked(_ pair: Int, in network: Int) -> Bool {
    network >> pair & 1 == 1
  }
}
