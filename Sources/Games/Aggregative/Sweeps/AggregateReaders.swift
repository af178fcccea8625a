import LinearAlgebra

/// The players whose aggregates read each player's level: sparse networks
/// turned around, without their values.
///
/// Its memory is 4 bytes a link and 8 a player.
package struct AggregateReaders: Sendable {
  /// Where the readers of each player begin, and their number at the end.
  private let starts: [Int]
  private let readers: [Int32]

  /// The readers of some aggregates; nil unless all are sparse networks, since
  /// elsewhere everybody reads everybody.
  ///
  /// - Complexity: O(players + links).
  package init?(_ aggregates: [LinearAggregate], playerCount: Int) {
    var networks: [SparseMatrix] = []
    for aggregate in aggregates {
      switch aggregate.form {
      case .network(.sparse(let matrix)): networks.append(matrix)
      case .network(.scaled(let matrix)): networks.append(matrix.links)
      case .network(.blockUniform), .weightedSum, .composition: return nil
      }
    }
    var starts = [Int](repeating: 0, count: playerCount + 1)
    for network in networks {
      for j in network.columnIndices { starts[Int(j) + 1] += 1 }
    }
    for j in 0..<playerCount { starts[j + 1] += starts[j] }
    var next = starts
    var readers = [Int32](repeating: 0, count: starts[playerCount])
    for network in networks {
      for i in 0..<playerCount {
        for k in network.rowStarts[i]..<network.rowStarts[i + 1] {
          let j = Int(network.columnIndices[k])
          readers[next[j]] = Int32(truncatingIfNeeded: i)
          next[j] += 1
        }
      }
    }
    (self.starts, self.readers) = (starts, readers)
  }

  /// Calls a function with each player who reads another.
  package func forEach(of player: Int, _ body: (Int) -> Void) {
    for k in starts[player]..<starts[player + 1] { body(Int(readers[k])) }
  }
}
