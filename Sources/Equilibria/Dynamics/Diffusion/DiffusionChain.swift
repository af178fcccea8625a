import LinearAlgebra

/// The Markov chain of a ``Diffusion``, state by state.
///
/// A state is a number whose digits, one for each innovation and node, say
/// whether the node has not adopted (0), uses (1) or has dropped (2) the
/// innovation. Every transition raises one digit by one, so that states only
/// rise: expected times follow by elimination from the last state down.
///
/// - Complexity: O(states · digits · nodes) to set up, O(states · digits) a
///   step.
package struct DiffusionChain: Sendable {
  /// The largest number of states that is worth it.
  package static let stateLimit = 1 << 16

  /// What spreads.
  package let diffusion: Diffusion
  /// 3 if innovations are dropped, else 2.
  let base: Int
  /// How much a step of each digit adds to the state.
  let places: [Int]
  /// The rate of each digit's step from each state, digits side by side.
  let rates: [Double]
  /// The sum of the rates from each state.
  let totals: [Double]

  /// The chain; nil if it has too many states.
  package init?(_ diffusion: Diffusion) {
    guard let states = diffusion.stateCount, states <= Self.stateLimit else {
      return nil
    }
    self.diffusion = diffusion
    let base = diffusion.isAbandoned ? 3 : 2
    let digits = diffusion.nodeCount * diffusion.innovations.count
    self.base = base
    places = (0..<digits).reduce(into: [1]) { places, _ in
      places.append(places[places.count - 1] * base)
    }.dropLast()
    var rates = [Double](repeating: 0, count: states * digits)
    var totals = [Double](repeating: 0, count: states)
    var state = [UInt8](repeating: 0, count: digits)
    for s in 0..<states {
      for k in 0..<digits {
        let rate = diffusion.rate(of: k, in: state)
        rates[s * digits + k] = rate
        totals[s] += rate
      }
      state.increment(base: base)
    }
    self.rates = rates
    self.totals = totals
  }

  /// The number of states.
  var stateCount: Int { totals.count }

  /// The state in which exactly the seeds use each innovation.
  var start: Int {
    let n = diffusion.nodeCount
    return diffusion.innovations.enumerated().reduce(0) { sum, innovation in
      Set(innovation.element.seeds).reduce(sum) {
        $0 + places[innovation.offset * n + $1]
      }
    }
  }

  /// The digit of a state.
  func digit(_ k: Int, of state: Int) -> Int { state / places[k] % base }

  /// Expected first times from the start that a number of nodes have adopted
  /// an innovation; nil if that is not sure.
  func expectedTime(_ count: Int, of innovation: Int) -> Double? {
    let n = diffusion.nodeCount
    let own = (innovation * n)..<((innovation + 1) * n)
    let digits = places.count
    var times = [Double](repeating: 0, count: stateCount)
    for s in stride(from: stateCount - 1, through: 0, by: -1) {
      let adopted = own.reduce(0) { $0 + (digit($1, of: s) > 0 ? 1 : 0) }
      guard adopted < count else { continue }
      guard totals[s] > 0 else {
        times[s] = .infinity
        continue
      }
      var sum = 1.0
      for k in 0..<digits where rates[s * digits + k] > 0 {
        sum += rates[s * digits + k] * times[s + places[k]]
      }
      times[s] = sum / totals[s]
    }
    return times[start].isFinite ? times[start] : nil
  }
}

extension Diffusion {
  /// The rate at which digit k of a state steps up.
  fileprivate func rate(of k: Int, in state: [UInt8]) -> Double {
    let (a, i) = (k / nodeCount, k % nodeCount)
    let innovation = innovations[a]
    if state[k] == 2 { return 0 }
    if state[k] == 1 { return innovation.abandonment[i] }
    var pressure = 0.0
    for (j, weight) in self.pressure[row: i]
    where state[a * nodeCount + j] == 1 {
      pressure += weight
    }
    let hazard = innovation.insight[i] + innovation.imitation[i] * pressure
    return hazard * factor(of: a) { state[$0 * nodeCount + i] > 0 }
  }
}

extension [UInt8] {
  /// The digits of the next number, lowest first.
  fileprivate mutating func increment(base: Int) {
    for k in indices {
      self[k] += 1
      if Int(self[k]) < base { return }
      self[k] = 0
    }
  }
}
