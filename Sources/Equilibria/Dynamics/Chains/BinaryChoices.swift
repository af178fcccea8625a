import Games

/// A game in which every player has two actions: its lower and its upper bound.
///
/// A profile is a number whose binary digits are the actions of the players
/// that have a choice, the first the lowest.
package struct BinaryChoices: Sendable {
  /// More players than this have too many profiles.
  package static let playerLimit = 16

  /// The players that have a choice: their bounds differ.
  package let players: [Int]
  /// What the upper action brings a player beyond the lower one, for each
  /// profile of the others; profiles after one another.
  let gains: [Interval]

  /// The gains of a game, enclosed.
  ///
  /// - Precondition: Every player owns one variable, and at most
  ///   ``playerLimit`` have a choice.
  /// - Complexity: O(n 2ⁿ) payoffs.
  package init(_ game: some Game) {
    let space = game.strategies
    let free = (0..<space.dimension).filter {
      space.lowerBounds[$0] < space.upperBounds[$0]
    }
    precondition(
      free.count <= Self.playerLimit, "there are not too many profiles")
    players = free
    var gains = [Interval](
      repeating: .zero, count: free.count << free.count)
    for profile in 0..<(1 << free.count) {
      for (k, i) in free.enumerated() where profile >> k & 1 == 0 {
        var box = space.lowerBounds.map { Interval($0) }
        for (m, j) in free.enumerated() where profile >> m & 1 == 1 {
          box[j] = Interval(space.upperBounds[j])
        }
        let low = game.payoffEnclosure(of: i, over: box)
        box[i] = Interval(space.upperBounds[i])
        let gain = game.payoffEnclosure(of: i, over: box) - low
        gains[profile * free.count + k] = gain
        gains[(profile | 1 << k) * free.count + k] = gain
      }
    }
    self.gains = gains
  }

  /// The number of profiles.
  package var profileCount: Int { 1 << players.count }

  /// What a change of action brings the k-th of ``players`` at a profile.
  func gain(ofChange k: Int, at profile: Int) -> Interval {
    let gain = gains[profile * players.count + k]
    return profile >> k & 1 == 0 ? gain : -gain
  }

  /// The profiles at which no change brings anything; an enclosure that
  /// contains zero counts as nothing.
  package var equilibria: [Int] {
    (0..<profileCount).filter { profile in
      players.indices.allSatisfy {
        gain(ofChange: $0, at: profile).lower <= 0
      }
    }
  }

  /// The actions of `count` players at a profile, 0 for those without choice.
  package func actions(_ profile: Int, of count: Int) -> [Int] {
    var actions = [Int](repeating: 0, count: count)
    for (k, i) in players.enumerated() { actions[i] = profile >> k & 1 }
    return actions
  }
}
