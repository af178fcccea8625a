extension CoalitionalGame {
  /// An excess that counts as none, in units of the worth of all.
  private var slack: Double { 1e-9 * (1 + abs(worth(of: everybody))) }

  /// Whether no coalition is worth more than its members get.
  func isInCore(_ shares: [Double]) -> Bool {
    largestExcess(of: shares) <= slack
  }

  /// How the worth of all can be divided: values, core and convexity.
  func divisions(_ nucleolus: Prenucleolus?) -> Record {
    let core = core(nucleolus)
    return [
      "shapley": Value(shapleyValue),
      "nucleolus": nucleolus.map { Value($0.shares) } ?? .null,
      "least_core_epsilon": core.leastCore.map { Value($0) } ?? .null,
      "core_nonempty": core.isEmpty.map { .boolean(!$0) } ?? .null,
      "convex": isConvex.map { .boolean($0) } ?? .null,
      "shapley_in_core": .boolean(isInCore(shapleyValue)),
      "nucleolus_in_core": nucleolus.map { .boolean(isInCore($0.shares)) }
        ?? .null,
    ]
  }

  /// What every order of arrival gives to each player: the corners of the core
  /// of a convex game (Shapley, International Journal of Game Theory 1, 1971).
  ///
  /// - Complexity: O(n n!).
  var arrivalShares: [[Double]] {
    var shares = [Double](repeating: 0, count: playerCount)
    var found: [[Double]] = []
    func arrive(after present: Coalition) {
      if present == everybody { return found.append(shares) }
      for player in 0..<playerCount where !present.contains(player) {
        let next = present.adding(player)
        shares[player] = worth(of: next) - worth(of: present)
        arrive(after: next)
      }
    }
    arrive(after: .empty)
    return found
  }
}

extension Prenucleolus {
  /// That the coalitions which complain most are balanced.
  static func evidence(_ nucleolus: Prenucleolus?) -> [Evidence] {
    [
      Evidence(
        "violations of Kohlberg's criterion",
        nucleolus?.meetsKohlberg == true ? 0 : 1, atMost: 0)
    ]
  }
}
