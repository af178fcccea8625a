import LinearAlgebra

/// One run of several innovations that hinder or help one another or are
/// dropped, event by event.
///
/// Each node adopts an innovation when its hazard, summed over time, reaches an
/// exponential number of its own, and drops it an exponential time later. The
/// sums are brought up to date when a hazard changes.
///
/// Reference: Sellke, Journal of Applied Probability 20, 1983; Gibson and
/// Bruck, Journal of Physical Chemistry A 104, 2000.
struct AdoptionEvents {
  private let diffusion: Diffusion
  private let influence: SparseMatrix
  private let random: CounterRandom
  /// For each innovation and node: the pressure of those who use it.
  private var pressure: [Double]
  /// The sum of the hazard up to ``since``, the hazard since then, and the time
  /// of the event that follows from it.
  private var spent: [Double]
  private var hazard: [Double]
  private var since: [Double]
  private var planned: [Double]
  private var queue = EventQueue()

  /// When each node adopts each innovation, innovation by innovation.
  private(set) var adopted: [Double]
  /// When it drops it.
  private(set) var dropped: [Double]

  /// Runs until nothing more happens.
  ///
  /// - Complexity: O(links log nodes) for each innovation.
  init(_ diffusion: Diffusion, influence: SparseMatrix, random: CounterRandom) {
    self.diffusion = diffusion
    self.influence = influence
    self.random = random
    let zeros = [Double](
      repeating: 0, count: diffusion.nodeCount * diffusion.innovations.count)
    pressure = zeros
    spent = zeros
    hazard = zeros
    since = zeros
    planned = zeros.map { _ in .infinity }
    adopted = planned
    dropped = planned
    begin()
    while let (time, key) = queue.removeFirst() {
      guard planned[key] == time else { continue }
      if adopted[key] == .infinity {
        adopt(key, at: time)
      } else {
        drop(key, at: time)
      }
    }
  }

  private mutating func begin() {
    let n = diffusion.nodeCount
    for key in adopted.indices { renew(key, at: 0) }
    for (a, innovation) in diffusion.innovations.enumerated() {
      for seed in Set(innovation.seeds).sorted() { adopt(a * n + seed, at: 0) }
    }
  }

  private mutating func adopt(_ key: Int, at time: Double) {
    let n = diffusion.nodeCount
    let (a, i) = (key / n, key % n)
    adopted[key] = time
    planned[key] = .infinity
    let rate = diffusion.innovations[a].abandonment[i]
    if rate > 0 {
      planned[key] = time + random.exponential(adopted.count + key) / rate
      queue.insert(key, at: planned[key])
    }
    press(key, 1, at: time)
    for b in diffusion.innovations.indices where b != a {
      if diffusion.interactions[b][a] != 1 { renew(b * n + i, at: time) }
    }
  }

  private mutating func drop(_ key: Int, at time: Double) {
    dropped[key] = time
    planned[key] = .infinity
    press(key, -1, at: time)
  }

  /// Adds the weight of a user to the pressure on others, or takes it away.
  private mutating func press(_ key: Int, _ sign: Double, at time: Double) {
    let n = diffusion.nodeCount
    let (a, j) = (key / n, key % n)
    for (i, weight) in influence[row: j] {
      pressure[a * n + i] += sign * weight
      renew(a * n + i, at: time)
    }
  }

  /// Brings the sum of a hazard up to date and plans the adoption anew.
  private mutating func renew(_ key: Int, at time: Double) {
    guard adopted[key] == .infinity else { return }
    let n = diffusion.nodeCount
    let (a, i) = (key / n, key % n)
    spent[key] += hazard[key] * (time - since[key])
    since[key] = time
    let innovation = diffusion.innovations[a]
    hazard[key] =
      max(
        0,
        innovation.insight[i] + innovation.imitation[i] * pressure[key])
      * diffusion.factor(of: a) { adopted[$0 * n + i] < .infinity }
    planned[key] = .infinity
    guard hazard[key] > 0 else { return }
    let left = max(0, random.exponential(key) - spent[key])
    planned[key] = time + left / hazard[key]
    queue.insert(key, at: planned[key])
  }
}
