import Scalars

extension AggregativeGroups {
  /// Adds what the level of each member does to the others of its group: to
  /// the slopes, and to the slopes of these in every level,
  ///
  ///     ∂G_i/∂x_j = … + Σ_k M_ki Σ_a A^a_ki (∂²U_k/∂a∂x_k δ_kj
  ///                                         + Σ_b ∂²U_k/∂a∂b A^b_kj).
  ///
  /// Where b is a common sum, A^b_kj is the same for all k, which are added up
  /// before they are spread over the levels.
  ///
  /// - Parameters:
  ///   - levels: The profile, of numbers or intervals.
  ///   - gradient: The slopes.
  ///   - weight: The weight of a term.
  ///   - slopes: The slopes of a member's payoff in each aggregate with the
  ///     slopes of these, from what it sees.
  ///   - addSlope: Is called with what comes to the slope of one variable in
  ///     another.
  /// - Complexity: O(links of the members × members).
  @inline(__always)
  func addEffects<S: Scalar>(
    at levels: Profile<S>, to gradient: inout [S],
    _ weight: (MemberLinks.Term) -> S,
    slopes: (_ member: Int, _ seen: Aggregates<S>) -> InlineArray<4, Slopes<S>>,
    addSlope: (_ variable: Int, _ other: Int, _ value: S) -> Void
  ) {
    guard hasLinks else { return }
    let n = levels.count
    let state = AggregateState(
      base.aggregates, count: aggregateCount, at: levels)
    var shared = [S](repeating: .zero, count: aggregateCount * n)
    for link in links.joined() {
      let slopes = slopes(
        link.member, state.values(of: link.member, at: levels))
      for effects in link.termsByAggregate {
        let slope = slopes[effects[0].aggregate]
        for effect in effects {
          let (v, size) = (effect.variable, weight(effect))
          gradient[v] += slope.value * size
          addSlope(v, link.member, slope.own * size)
          for k in 0..<aggregateCount {
            shared[k * n + v] += slope.aggregates[k] * size
          }
        }
        for other in link.apart {
          let slope = slope.aggregates[other.aggregate]
          guard slope != .zero else { continue }
          let change = slope * weight(other)
          for effect in effects {
            addSlope(effect.variable, other.variable, change * weight(effect))
          }
        }
      }
    }
    spread(shared, weight, addSlope)
  }

  /// Spreads what comes through common sums over the levels in them.
  @inline(__always)
  private func spread<S: Scalar>(
    _ shared: [S], _ weight: (MemberLinks.Term) -> S,
    _ addSlope: (_ variable: Int, _ other: Int, _ value: S) -> Void
  ) {
    let n = strategies.dimension
    for term in common {
      for v in 0..<n where shared[term.aggregate * n + v] != .zero {
        addSlope(
          v, term.variable, shared[term.aggregate * n + v] * weight(term))
      }
    }
  }
}
