import Games

/// What nobody can earn more than, by weak duality, rounding errors included.
///
/// For any prices u, λ, η ≥ 0, with δ = min_l (d_l + η_l) the price of an hour,
///
///     W(x) ≤ Σ u_ik
///       + Σ_jk [Σ_i (V_ik r_ij − u_ik)₊ − c_jk − λ_j − w_k min(d_j, δ)]₊
///       + Σ_j L_j λ_j + Σ_l H_l η_l.
///
/// A collector that is settled keeps its term without the bracket, one that is
/// excluded has none. Given the price δ of an hour, η_l = (δ − d_l)₊ is the
/// best choice: the least of d_l + η_l is then δ, or more if all are dearer.
///
/// Reference: Neumaier and Shcherbina, Safe bounds in linear and mixed-integer
/// linear programming, Mathematical Programming 99, 2004.
struct DivisionBound {
  private let problem: CollectionProblem
  private let reach: [Interval]

  /// Prices of the couplings between topics.
  struct Multipliers {
    /// The price λ_j of a place among the topics of a firm.
    var places: [Double]
    /// The price δ of an hour of work; infinite if nobody works for others.
    var hour: Double
  }

  init(_ problem: CollectionProblem) {
    self.problem = problem
    let firms = 0..<problem.firms
    reach = firms.flatMap { j in
      firms.map { problem.reachEnclosure($0, j) }
    }
  }

  /// An enclosure of the effective cost f_jk.
  func cost(_ j: Int, _ topic: Int, _ prices: Multipliers) -> Interval {
    let hour = min(problem.market.costs[j], prices.hour)
    return Interval(problem.costs[j, topic]) + Interval(prices.places[j])
      + Interval(problem.work[topic]) * Interval(hour)
  }

  /// An enclosure of what is the same for every division,
  /// Σ_j L_j λ_j + Σ_l H_l η_l.
  func constant(_ prices: Multipliers) -> Interval {
    var sum = Interval.zero
    let market = problem.market
    for j in 0..<problem.firms {
      sum += Interval(Double(problem.limits[j])) * Interval(prices.places[j])
      guard market.offers[j] > 0 else { continue }
      let excess = Interval(prices.hour) - Interval(market.costs[j])
      sum += Interval(market.offers[j]) * Interval.max(excess, 0)
    }
    return sum
  }

  /// An enclosure of the bound's part of one topic, and of the term of each
  /// free collector before its bracket.
  ///
  /// - Complexity: O(firms²).
  func part(
    _ topic: Int, _ choices: [TopicDual.Choice], u: [Double],
    _ prices: Multipliers, terms: inout [Interval]
  ) -> Interval {
    let n = problem.firms
    var sum = Interval.zero
    for i in 0..<n { sum += Interval(u[i]) }
    for j in 0..<n where choices[j] != .excluded {
      var term = -cost(j, topic, prices)
      for i in 0..<n {
        let profit = Interval(problem.values[i, topic]) * reach[i + j * n]
        guard profit.upper > u[i] else { continue }
        term += Interval.max(profit - Interval(u[i]), 0)
      }
      terms[j] = term
      sum += choices[j] == .settled ? term : Interval.max(term, 0)
    }
    return sum
  }
}
