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
public struct DiffusionMeanField: Sendable {
  /// Steps a period.
  public var stepsPerPeriod: Int

  /// A method with its steps a period.
  public init(stepsPerPeriod: Int = 64) {
    self.stepsPerPeriod = stepsPerPeriod
  }

  /// What the equations say.
  public struct Course: Sendable {
    /// The share of nodes that ever adopted at each time, by innovation.
    public var share: [[Double]]
    /// The probability that each node adopts up to the horizon, by innovation.
    public var reach: [[Double]]
  }

  /// The course up to the horizon.
  ///
  /// - Parameters:
  ///   - diffusion: What spreads.
  ///   - count: Into how many even steps the told times divide the horizon.
  /// - Returns: The course at those times.
  /// - Complexity: O(links · steps).
  public func course(of diffusion: Diffusion, count: Int) -> Course {
    let steps = diffusion.horizon * Double(stepsPerPeriod)
    let each = max(1, Int((steps / Double(count)).rounded(.up)))
    let h = diffusion.horizon / Double(count * each)
    var state = State(diffusion)
    var shares = [state.shares]
    for _ in 0..<count {
      for _ in 0..<each { state.advance(by: h, in: diffusion) }
      shares.append(state.shares)
    }
    return Course(
      share: diffusion.innovations.indices.map { a in shares.map { $0[a] } },
      reach: state.adopted)
  }
}

/// The probabilities of having adopted and of using, by innovation and node.
private struct State {
  var adopted: [[Double]]
  var using: [[Double]]

  init(_ diffusion: Diffusion) {
    adopted = diffusion.innovations.map { innovation in
      var start = [Double](repeating: 0, count: diffusion.nodeCount)
      for seed in innovation.seeds { start[seed] = 1 }
      return start
    }
    using = adopted
  }

  /// The mean probability of having adopted each innovation.
  var shares: [Double] {
    adopted.map { $0.reduce(0, +) / Double($0.count) }
  }

  mutating func advance(by h: Double, in diffusion: Diffusion) {
    let a = slopes(in: diffusion)
    let b = moved(h / 2, a).slopes(in: diffusion)
    let c = moved(h / 2, b).slopes(in: diffusion)
    let d = moved(h, c).slopes(in: diffusion)
    self = moved(h / 6, a).moved(h / 3, b).moved(h / 3, c).moved(h / 6, d)
  }

  private func moved(_ step: Double, _ slopes: State) -> State {
    var result = self
    for a in adopted.indices {
      Vector.add(step, times: slopes.adopted[a], to: &result.adopted[a])
      Vector.add(step, times: slopes.using[a], to: &result.using[a])
    }
    return result
  }

  private func slopes(in diffusion: Diffusion) -> State {
    var slopes = self
    for (a, innovation) in diffusion.innovations.enumerated() {
      let pressure = diffusion.pressure * using[a]
      for i in pressure.indices {
        var hazard =
          innovation.insight[i] + innovation.imitation[i] * pressure[i]
        for b in adopted.indices where b != a {
          hazard *= 1 + (diffusion.interactions[a][b] - 1) * adopted[b][i]
        }
        let flow = (1 - adopted[a][i]) * hazard
        slopes.adopted[a][i] = flow
        slopes.using[a][i] = flow - innovation.abandonment[i] * using[a][i]
      }
    }
    return slopes
  }
}
