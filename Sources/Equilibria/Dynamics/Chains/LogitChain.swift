import LinearAlgebra
import Scalars

/// The long run of logit choice: one player at a time revises, and takes the
/// upper action with probability `1/(1 + exp(−Δ/η))`, Δ being what it brings.
///
/// The stationary distribution is exact up to rounding: it is found by
/// elimination without any subtraction.
///
/// Reference: Blume, Games and Economic Behavior 5, 1993; Grassmann, Taksar
/// and Heyman, Operations Research 33, 1985.
package struct LogitChain: Sendable {
  /// More players than this have too many profiles for elimination.
  package static let playerLimit = 10

  private let game: BinaryChoices
  private let noise: Double

  /// The chain of a game with noise η, in the payoff's unit.
  ///
  /// - Precondition: The noise is above 0, and the game has at most
  ///   ``playerLimit`` players.
  package init(_ game: BinaryChoices, noise: Double) {
    precondition(noise > 0, "there is noise")
    precondition(
      game.players.count <= Self.playerLimit, "there are not too many profiles")
    self.game = game
    self.noise = noise
  }

  /// The long-run probability of each profile.
  ///
  /// - Complexity: O(8ⁿ).
  package var stationary: [Double] {
    let order = game.players.count
    var rates = Matrix(rows: game.profileCount, columns: game.profileCount)
    for profile in 0..<game.profileCount {
      for k in 0..<order {
        let gain = game.gain(ofChange: k, at: profile).midpoint
        rates[profile, profile ^ 1 << k] = 1 / (1 + Double.exp(-gain / noise))
      }
    }
    return StationaryDistribution(rates).probabilities
  }
}

/// The stationary distribution of a Markov chain with one recurrent class.
///
/// States are eliminated from the last to the second; what goes through an
/// eliminated state is added to the others. No number is ever subtracted, so
/// every probability is accurate to a few units of its last place times the
/// number of states, however small it is.
package struct StationaryDistribution: Sendable {
  /// The probability of each state.
  package let probabilities: [Double]

  /// The distribution of a chain.
  ///
  /// - Parameter rates: The rate or probability of going from a row to another
  ///   column; the diagonal means nothing.
  /// - Precondition: The first state can be reached from every other.
  /// - Complexity: O(states³).
  package init(_ rates: Matrix) {
    // Column by column, the matrix holds the ways into a state side by side.
    var rates = rates
    let count = rates.rows
    var exits = [Double](repeating: 0, count: count)
    for k in stride(from: count - 1, to: 0, by: -1) {
      for j in 0..<k { exits[k] += rates[k, j] }
      for j in 0..<k where rates[k, j] != 0 {
        let share = rates[k, j] / exits[k]
        for i in 0..<k { rates[i, j] += rates[i, k] * share }
      }
    }
    var weights = [Double](repeating: 0, count: count)
    if count > 0 { weights[0] = 1 }
    for k in stride(from: 1, to: count, by: 1) {
      for i in 0..<k { weights[k] += weights[i] * rates[i, k] }
      weights[k] /= exits[k]
    }
    let total = weights.reduce(0, +)
    probabilities = weights.map { $0 / total }
  }
}
