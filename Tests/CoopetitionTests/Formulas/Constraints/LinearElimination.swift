/// Linear systems, by Gauss and Jordan.
enum LinearElimination {
  /// The solution of a system whose rows end with their right sides; nil if it
  /// is singular.
  static func solve(_ rows: [[Double]]) -> [Double]? {
    var system = rows
    let n = system.count
    for k in 0..<n {
      let pivot = (k..<n).max { abs(system[$0][k]) < abs(system[$1][k]) } ?? k
      guard abs(system[pivot][k]) > 1e-12 else { return nil }
      system.swapAt(k, pivot)
      for row in 0..<n where row != k {
        let factor = system[row][k] / system[k][k]
        for column in k...n {
          system[row][column] -= factor * system[k][column]
        }
      }
    }
    return (0..<n).map { system[$0][n] / system[$0][$0] }
  }
}
