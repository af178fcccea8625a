/// What equations `x(S) = d_S` on some coalitions say of an allocation: some
/// shares follow from the others, which are free.
///
/// The equations are kept in reduced echelon form, so that the shares of any
/// coalition are a constant plus a combination of free shares.
struct CoalitionSpan {
  /// One equation: the pivot's share is the constant less the combination of
  /// free shares.
  private struct Row {
    let pivot: Int
    var factors: [Double]
    var constant: Double
  }

  /// A coefficient this small is zero: those of equations on coalitions are
  /// ratios of small whole numbers.
  private static let zero = 1e-9

  private let playerCount: Int
  private var rows: [Row] = []
  /// The players whose shares are free.
  private(set) var free: [Int]

  init(playerCount: Int) {
    self.playerCount = playerCount
    free = Array(0..<playerCount)
  }

  /// How a coalition's share depends on the free shares.
  struct Share {
    var constant: Double
    /// One factor for each free player.
    var factors: [Double]
    /// Whether the equations settle it.
    var isSettled: Bool
  }

  /// The share of a coalition.
  func share(of coalition: Coalition) -> Share {
    var factors = free.map { coalition.contains($0) ? 1.0 : 0 }
    var constant = 0.0
    for row in rows where coalition.contains(row.pivot) {
      constant += row.constant
      for (k, player) in free.enumerated() {
        factors[k] -= row.factors[player]
      }
    }
    return Share(
      constant: constant, factors: factors,
      isSettled: factors.allSatisfy { abs($0) <= Self.zero })
  }

  /// Adds an equation, unless the others settle it.
  mutating func add(_ coalition: Coalition, share total: Double) {
    let share = share(of: coalition)
    guard !share.isSettled,
      let column = share.factors.indices.max(by: {
        abs(share.factors[$0]) < abs(share.factors[$1])
      })
    else { return }
    let pivot = free[column]
    let scale = share.factors[column]
    var factors = [Double](repeating: 0, count: playerCount)
    for (k, player) in free.enumerated() where k != column {
      factors[player] = share.factors[k] / scale
    }
    let constant = (total - share.constant) / scale
    for r in rows.indices {
      let factor = rows[r].factors[pivot]
      guard factor != 0 else { continue }
      rows[r].factors[pivot] = 0
      for player in 0..<playerCount {
        rows[r].factors[player] -= factor * factors[player]
      }
      rows[r].constant -= factor * constant
    }
    rows.append(Row(pivot: pivot, factors: factors, constant: constant))
    free.remove(at: column)
  }

  /// The allocation with given free shares.
  func allocation(free shares: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: playerCount)
    for (k, player) in free.enumerated() { result[player] = shares[k] }
    for row in rows {
      result[row.pivot] =
        row.constant
        - free.indices.reduce(0) { $0 + row.factors[free[$1]] * shares[$1] }
    }
    return result
  }
}
