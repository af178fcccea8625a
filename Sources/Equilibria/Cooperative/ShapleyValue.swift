extension CoalitionalGame {
  /// The Shapley value: what a player adds to those before it, on average over
  /// all orders.
  ///
  /// Reference: Shapley, A value for n-person games, 1953.
  ///
  /// - Complexity: O(n 2ⁿ).
  public var shapleyValue: [Double] {
    guard playerCount > 0 else { return [] }
    let weights = OrderWeights(playerCount)
    return (0..<playerCount).map { player in
      worths.indices.reduce(0) { sum, bits in
        let before = Coalition(bits: bits)
        guard !before.contains(player) else { return sum }
        return sum + weights[before.count]
          * (worth(of: before.adding(player)) - worth(of: before))
      }
    }
  }

  /// The Myerson value: the Shapley value of the game in which only players
  /// joined by links, directly or through members, can act together.
  ///
  /// Reference: Myerson, Graphs and cooperation in games, Mathematics of
  /// Operations Research 2, 1977.
  ///
  /// - Parameter neighbours: The players that each player has a link with.
  /// - Complexity: O(n² 2ⁿ).
  /// - Returns: A share for each player.
  public func myersonValue(neighbours: [Coalition]) -> [Double] {
    CoalitionalGame(playerCount: playerCount) { coalition in
      coalition.components(neighbours).reduce(0) { $0 + worth(of: $1) }
    }.shapleyValue
  }

  /// The Owen value: the Shapley value over those orders in which the members
  /// of each union follow one another.
  ///
  /// Reference: Owen, Values of games with a priori unions, 1977.
  ///
  /// - Parameter unions: A partition of the players.
  /// - Complexity: O(n 2ᵐ⁺ᵘ) for m unions of up to u members.
  /// - Returns: A share for each player.
  public func owenValue(unions: [Coalition]) -> [Double] {
    let outer = OrderWeights(unions.count)
    var shares = [Double](repeating: 0, count: playerCount)
    for (place, union) in unions.enumerated() {
      let others = unions.indices.filter { $0 != place }.map { unions[$0] }
      let inner = OrderWeights(union.count)
      for chosen in 0..<(1 << others.count) {
        let before = others.enumerated().reduce(0) {
          chosen >> $1.offset & 1 == 1 ? $0 | $1.element.bits : $0
        }
        let weight = outer[chosen.nonzeroBitCount]
        for member in union.members {
          shares[member] +=
            weight
            * inner.average(of: member, in: union) {
              worths[before | $0.adding(member).bits] - worths[before | $0.bits]
            }
        }
      }
    }
    return shares
  }
}

/// How often, among all orders of n players, a given set of k stands before a
/// given player and nobody else does: `k! (n−1−k)! / n!`.
private struct OrderWeights {
  private let weights: [Double]

  init(_ count: Int) {
    var weights = [1 / Double(count)]
    for k in 1..<max(1, count) {
      weights.append(weights[k - 1] * Double(k) / Double(count - k))
    }
    self.weights = weights
  }

  subscript(before: Int) -> Double { weights[before] }

  /// The average of a number over the sets of others that stand before a
  /// member.
  func average(
    of member: Int, in union: Coalition, _ number: (Coalition) -> Double
  ) -> Double {
    let others = union.removing(member).bits
    var sum = 0.0
    var part = others
    while true {
      sum += weights[part.nonzeroBitCount] * number(Coalition(bits: part))
      guard part != 0 else { return sum }
      part = (part - 1) & others
    }
  }
}

extension Coalition {
  /// The largest parts whose members are joined by links.
  func components(_ neighbours: [Coalition]) -> [Coalition] {
    var parts: [Coalition] = []
    var rest = bits
    while rest != 0 {
      var part = rest & -rest
      var reached = part
      while reached != 0 {
        let next = Coalition(bits: reached).members.reduce(0) {
          $0 | neighbours[$1].bits
        }
        reached = next & bits & ~part
        part |= reached
      }
      parts.append(Coalition(bits: part))
      rest &= ~part
    }
    return parts
  }
}
