/// The equilibria of a bimatrix game by its supports: for each pair of sets of
/// as many strategies the shares that make the other indifferent, kept if no
/// share is negative and no strategy outside earns more. All equilibria of a
/// game that is not degenerate.
struct SupportEnumeration {
  /// What the row player earns, row by row, and the column player.
  let rows: [[Double]]
  let columns: [[Double]]

  private static let tolerance = 1e-9

  /// The shares of both players, one after the other.
  var equilibria: [[Double]] {
    let (m, n) = (rows.count, rows[0].count)
    let transposed = (0..<n).map { j in (0..<m).map { columns[$0][j] } }
    var found: [[Double]] = []
    for first in 1..<(1 << m) {
      for second in 1..<(1 << n)
      where first.nonzeroBitCount == second.nonzeroBitCount {
        let (I, J) = (Self.members(first, m), Self.members(second, n))
        guard let y = Self.shares(of: rows, I, J, count: n),
          let x = Self.shares(of: transposed, J, I, count: m),
          Self.isBest(I, against: y, in: rows),
          Self.isBest(J, against: x, in: transposed)
        else { continue }
        found.append(x + y)
      }
    }
    return found
  }

  private static func members(_ set: Int, _ count: Int) -> [Int] {
    (0..<count).filter { set >> $0 & 1 == 1 }
  }

  /// The shares over `support` that make all of `playing` earn the same.
  private static func shares(
    of payoffs: [[Double]], _ playing: [Int], _ support: [Int], count: Int
  ) -> [Double]? {
    let k = support.count
    // Unknown: the shares and what is earned.
    var system = playing.map { i in
      support.map { payoffs[i][$0] } + [-1, 0]
    }
    system.append([Double](repeating: 1, count: k) + [0, 1])
    guard let solution = LinearElimination.solve(system) else { return nil }
    guard solution.prefix(k).allSatisfy({ $0 > -tolerance }) else { return nil }
    var shares = [Double](repeating: 0, count: count)
    for (place, j) in support.enumerated() { shares[j] = solution[place] }
    return shares
  }

  private static func isBest(
    _ playing: [Int], against shares: [Double], in payoffs: [[Double]]
  ) -> Bool {
    let earned = payoffs.map { zip($0, shares).reduce(0) { $0 + $1.0 * $1.1 } }
    let most = earned.max() ?? 0
    return playing.allSatisfy { earned[$0] >= most - tolerance }
  }
}
