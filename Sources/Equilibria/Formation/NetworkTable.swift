/// What every network among some pairs of players earns each of them.
///
/// A network is a number whose bit k says whether pair k is linked.
public struct NetworkTable: Sendable {
  /// Two players who may be linked, the smaller number first.
  public struct Pair: Sendable, Hashable {
    /// The smaller number.
    public let first: Int
    /// The larger number.
    public let second: Int

    /// Two players.
    ///
    /// - Precondition: the numbers differ.
    public init(_ a: Int, _ b: Int) {
      precondition(a != b, "nobody is linked to himself")
      (first, second) = (min(a, b), max(a, b))
    }
  }

  /// The number of players.
  public let players: Int
  /// The pairs who may be linked.
  public let pairs: [Pair]
  /// The payoff of player i in network g, net of what links cost, at place
  /// `g · players + i`.
  public private(set) var payoffs: [Double]
  /// The welfare of each network.
  public private(set) var welfare: [Double]
  /// A bound on the error of each payoff of each network; 0 also where none is
  /// known.
  public private(set) var errors: [Double]
  /// The same of the welfare of each network.
  public private(set) var welfareErrors: [Double]

  /// The most pairs whose networks are all listed.
  public static let mostPairs = 20

  /// A table of zeros.
  ///
  /// - Precondition: there are at most ``mostPairs`` pairs.
  public init(players: Int, pairs: [Pair]) {
    precondition(pairs.count <= Self.mostPairs, "too many networks to list")
    (self.players, self.pairs) = (players, pairs)
    payoffs = Array(repeating: 0, count: players << pairs.count)
    welfare = Array(repeating: 0, count: 1 << pairs.count)
    (errors, welfareErrors) = (welfare, welfare)
  }

  /// The table of a function of networks.
  ///
  /// - Parameters:
  ///   - players: the number of players
  ///   - pairs: the pairs who may be linked
  ///   - payoffs: what each player earns in a network; their sum is its welfare
  /// - Precondition: there are at most ``mostPairs`` pairs.
  public init(
    players: Int, pairs: [Pair], payoffs: (_ network: Int) -> [Double]
  ) {
    self.init(players: players, pairs: pairs)
    for network in 0..<networkCount {
      let earned = payoffs(network)
      set(network, payoffs: earned, welfare: earned.reduce(0, +), error: 0)
    }
  }

  /// Every pair of a number of players.
  public static func allPairs(of players: Int) -> [Pair] {
    (0..<players).flatMap { i in
      ((i + 1)..<max(i + 1, players)).map { Pair(i, $0) }
    }
  }

  /// The number of networks.
  public var networkCount: Int { welfare.count }

  /// Enters a network.
  public mutating func set(
    _ network: Int, payoffs earned: [Double], welfare: Double, error: Double,
    welfareError: Double = 0
  ) {
    precondition(earned.count == players, "every player earns something")
    for (player, payoff) in earned.enumerated() {
      payoffs[network * players + player] = payoff
    }
    self.welfare[network] = welfare
    errors[network] = error
    welfareErrors[network] = welfareError
  }

  /// What the players earn in a network.
  public func payoffs(in network: Int) -> [Double] {
    Array(payoffs[(network * players)..<((network + 1) * players)])
  }

  /// The pairs linked in a network, in order.
  public func links(of network: Int) -> [Pair] {
    pairs.indices.filter { network >> $0 & 1 == 1 }.map { pairs[$0] }
  }

  /// What both players of a pair gain if their link is made or cut.
  func gains(_ network: Int, toggling pair: Int) -> (Double, Double) {
    let other = network ^ (1 << pair)
    let (i, j) = (pairs[pair].first, pairs[pair].second)
    return (
      payoffs[other * players + i] - payoffs[network * players + i],
      payoffs[other * players + j] - payoffs[network * players + j]
    )
  }
}
