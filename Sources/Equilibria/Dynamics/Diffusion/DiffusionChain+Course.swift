extension DiffusionChain {
  /// The exact course of each innovation.
  ///
  /// The distribution is carried from time to time by uniformisation, with the
  /// time spent in each state.
  package func courses() -> [AdoptionCourse] {
    let h = diffusion.horizon / Double(AdoptionCourse.steps)
    let uniformization = Uniformization(
      rate: totals.max() ?? 0, step: h, discount: diffusion.discount)
    var now = Occupation(states: stateCount, start: start)
    var courses = diffusion.innovations.indices.map { _ in
      AdoptionCourse(
        times: [], share: [], rate: [], reach: [], delay: [], use: [],
        expectedTimes: [])
    }
    for k in 0...AdoptionCourse.steps {
      let time = diffusion.horizon * Double(k) / Double(AdoptionCourse.steps)
      record(now.probability, at: time, in: &courses)
      guard k < AdoptionCourse.steps else { break }
      uniformization.advance(&now, of: self, at: time)
    }
    conclude(now, in: &courses)
    return courses
  }

  private func record(
    _ probability: [Double], at time: Double,
    in courses: inout [AdoptionCourse]
  ) {
    let n = diffusion.nodeCount
    let adopted = marginals(probability) { $0 > 0 }
    let flow = adoptionFlow(probability)
    for a in courses.indices {
      let own = (a * n)..<((a + 1) * n)
      courses[a].times.append(time)
      courses[a].share.append(adopted[own].reduce(0, +) / Double(n))
      courses[a].rate.append(flow[own].reduce(0, +) / Double(n))
    }
  }

  private func conclude(
    _ end: Occupation, in courses: inout [AdoptionCourse]
  ) {
    let n = diffusion.nodeCount
    let reach = marginals(end.probability) { $0 > 0 }
    let delay = marginals(end.time) { $0 == 0 }
    let use = marginals(end.discountedTime) { $0 == 1 }
    for a in courses.indices {
      let own = (a * n)..<((a + 1) * n)
      courses[a].reach = reach[own].map { min($0, 1) }
      courses[a].delay = Array(delay[own])
      courses[a].use = Array(use[own])
      courses[a].expectedTimes = AdoptionCourse.percentages.map {
        expectedTime(AdoptionCourse.nodes($0, of: n), of: a)
      }
    }
  }

  /// The weight of the states in which each digit is of a kind.
  private func marginals(
    _ weights: [Double], where isCounted: (Int) -> Bool
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: places.count)
    for (s, weight) in weights.enumerated() where weight != 0 {
      for k in places.indices where isCounted(digit(k, of: s)) {
        sums[k] += weight
      }
    }
    return sums
  }

  /// The rate at which each digit steps from 0 to 1.
  private func adoptionFlow(_ probability: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: places.count)
    for (s, weight) in probability.enumerated() where weight != 0 {
      for k in places.indices where digit(k, of: s) == 0 {
        sums[k] += weight * rates[s * places.count + k]
      }
    }
    return sums
  }
}

/// Where a chain is, and how long it has been in each state.
struct Occupation {
  var probability: [Double]
  var time: [Double]
  var discountedTime: [Double]

  init(states: Int, start: Int) {
    time = [Double](repeating: 0, count: states)
    discountedTime = time
    probability = time
    probability[start] = 1
  }
}
