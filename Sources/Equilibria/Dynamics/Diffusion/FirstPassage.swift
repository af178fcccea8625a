import LinearAlgebra

/// One run of an innovation that is never dropped and hindered by none: times
/// of adoption are lengths of shortest paths.
///
/// Firm i would find the innovation by itself after an exponential time of rate
/// `p_i`, and after j has adopted through the link from j after one of rate
/// `q_i P_ij`; it adopts at the first of these. So one run is Dijkstra's search
/// over exponential lengths, each a function of its link and the run: where
/// rates are higher everywhere, nobody adopts later.
///
/// Reference: Kiss, Miller and Simon, Mathematics of Epidemics on Networks,
/// 2017, chapter 6.
struct FirstPassage {
  /// The pressure of each node (rows) on others.
  private let influence: SparseMatrix
  private let innovation: Diffusion.Innovation

  /// The runs of an innovation.
  init(_ innovation: Diffusion.Innovation, influence: SparseMatrix) {
    self.innovation = innovation
    self.influence = influence
  }

  /// When each node adopts; infinite for never.
  ///
  /// - Complexity: O(links log nodes).
  func times(_ random: CounterRandom) -> [Double] {
    let n = influence.rows
    var times = insights(random)
    var isSettled = [Bool](repeating: false, count: n)
    var queue = EventQueue()
    queue.reserveCapacity(2 * n)
    for i in 0..<n where times[i] < .infinity { queue.insert(i, at: times[i]) }
    influence.withUnsafeRows { rows in
      while let (time, j) = queue.removeFirst() {
        guard !isSettled[j] else { continue }
        isSettled[j] = true
        for k in rows.starts[j]..<rows.starts[j + 1] {
          let i = Int(rows.columns[k])
          guard !isSettled[i] else { continue }
          let rate = innovation.imitation[i] * rows.values[k]
          guard rate > 0 else { continue }
          let next = time + random.exponential((j + 1) * n + i) / rate
          if next < times[i] {
            times[i] = next
            queue.insert(i, at: next)
          }
        }
      }
    }
    return times
  }

  /// When each node would adopt by itself.
  private func insights(_ random: CounterRandom) -> [Double] {
    var times = innovation.insight.enumerated().map { i, rate in
      rate > 0 ? random.exponential(i) / rate : .infinity
    }
    for seed in innovation.seeds { times[seed] = 0 }
    return times
  }
}
