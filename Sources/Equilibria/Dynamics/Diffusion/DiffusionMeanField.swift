import LinearAlgebra

/// A diffusion in which every node is independent of the others: one equation
/// for each node in place of one for each state.
///
///     x′_ia = (1 − x_ia) (p_ia + q_ia Σ_j P_ij y_ja) Π_{b≠a} (1 − x_ib + χ_ab x_ib)
///     y′_ia = x′_ia − r_ia y_ia
///
/// where x is the probability of having adopted and y that of using. With one
/// innovation that is never dropped it is an upper bound of every node's
/// adoption probability. By the classical method of Runge and Kutta.
///
/// Reference: Kiss, Miller and Simon, Mathematics of Epidemics on Networks,
/// 2017, chapter 3.
package struct DiffusionMeanField: Sendable {
  /// Steps a period.
  package var stepsPerPeriod: Int

  /// A method with its steps a period.
  package init(stepsPerPeriod: Int = 64) {
    self.stepsPerPeriod = stepsPerPeriod
  }

  /// What the equations say.
  package struct Course: Sendable {
    /// The share of nodes that ever adopted at each time, by innovation.
    package var share: [[Double]]
    /// The probability that each node adopts up to the horizon, by innovation.
    package var reach: [[Double]]
  }

  /// The course up to the horizon.
  ///
  /// - Parameters:
  ///   - diffusion: What spreads.
  ///   - count: Into how many even steps the told times divide the horizon.
  /// - Returns: The course at those times.
  /// - Complexity: O(links · steps).
  package func course(of diffusion: Diffusion, count: Int) -> Course {
    let steps = diffusion.horizon * Double(stepsPerPeriod)
    let each = max(1, Int((steps / Double(count)).rounded(.up)))
    let h = diffusion.horizon / Double(count * each)
    var course = MeanFieldCourse(diffusion)
    var shares = [course.shares]
    for _ in 0..<count {
      for _ in 0..<each { course.advance(by: h) }
      shares.append(course.shares)
    }
    return Course(
      share: diffusion.innovations.indices.map { a in shares.map { $0[a] } },
      reach: course.state.map(\.adopted))
  }
}

/// What a mean field says of one innovation at each node; or how fast that
/// changes.
private struct Field {
  /// The probability of having adopted.
  var adopted: [Double]
  /// The probability of using; empty where nothing is dropped, since all that
  /// adopted use.
  var using: [Double]

  mutating func add(_ step: Double, times slope: Field) {
    Vector.add(step, times: slope.adopted, to: &adopted)
    Vector.add(step, times: slope.using, to: &using)
  }
}

/// Follows a mean field.
private struct MeanFieldCourse {
  private let diffusion: Diffusion
  /// What is true of each innovation.
  private(set) var state: [Field]
  private var stage: [Field]
  private var slopes: [Field]
  private var hazard: [Double]

  init(_ diffusion: Diffusion) {
    self.diffusion = diffusion
    hazard = [Double](repeating: 0, count: diffusion.nodeCount)
    let zeros = hazard
    state = diffusion.innovations.map { innovation in
      var start = zeros
      for seed in innovation.seeds { start[seed] = 1 }
      return Field(
        adopted: start, using: innovation.isAbandoned ? start : [])
    }
    stage = state
    slopes = state
  }

  /// The mean probability of having adopted each innovation.
  var shares: [Double] {
    state.map { $0.adopted.reduce(0, +) / Double($0.adopted.count) }
  }

  /// The classical step: how far each slope counts, and from how far on the
  /// next is taken.
  private static let stages: [(weight: Double, ahead: Double)] = [
    (1 / 6, 1 / 2), (1 / 3, 1 / 2), (1 / 3, 1), (1 / 6, 0),
  ]

  mutating func advance(by h: Double) {
    let start = state
    stage = start
    for (weight, ahead) in Self.stages {
      for a in state.indices { updateSlope(of: a) }
      for a in state.indices {
        state[a].add(weight * h, times: slopes[a])
        stage[a] = start[a]
        stage[a].add(ahead * h, times: slopes[a])
      }
    }
  }

  private mutating func updateSlope(of a: Int) {
    let innovation = diffusion.innovations[a]
    let isKept = stage[a].using.isEmpty
    diffusion.pressure.multiply(
      isKept ? stage[a].adopted : stage[a].using, into: &hazard,
      concurrently: true)
    Self.replacePressure(in: &hazard, of: innovation)
    for b in state.indices where diffusion.hinders(a, b) {
      let change = diffusion.interactions[a][b] - 1
      Self.scale(&hazard, by: change, of: stage[b].adopted)
    }
    Self.flow(stage[a].adopted, hazard, into: &slopes[a].adopted)
    if isKept { return }
    Self.leave(
      stage[a].using, innovation.abandonment, slopes[a].adopted,
      into: &slopes[a].using)
  }

  /// `p + q · pressure`.
  private static func replacePressure(
    in hazard: inout [Double], of innovation: Diffusion.Innovation
  ) {
    for i in hazard.indices {
      hazard[i] =
        innovation.insight[i] + innovation.imitation[i] * hazard[i]
    }
  }

  /// Multiplies by `1 − x + χ x`.
  private static func scale(
    _ hazard: inout [Double], by change: Double, of had: [Double]
  ) {
    for i in hazard.indices { hazard[i] *= 1 + change * had[i] }
  }

  /// `x′ = (1 − x) h`.
  private static func flow(
    _ adopted: [Double], _ hazard: [Double], into slope: inout [Double]
  ) {
    for i in slope.indices { slope[i] = (1 - adopted[i]) * hazard[i] }
  }

  /// `y′ = x′ − r y`.
  private static func leave(
    _ using: [Double], _ rate: [Double], _ flow: [Double],
    into slope: inout [Double]
  ) {
    for i in slope.indices { slope[i] = flow[i] - rate[i] * using[i] }
  }
}
