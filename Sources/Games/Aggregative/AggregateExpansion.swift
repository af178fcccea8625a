import LinearAlgebra

/// The payoffs of an ``AggregativeGame`` around one profile: every payoff is
/// expanded once in own level and aggregates, so that a product costs a pass
/// over the links and one over the transposed links and no payoff.
///
/// With `B_i = (e_i, A¹_i, …, A^K_i)`, slopes `s_i` and curvatures `C_i`,
///
///     ∇u_i = B_iᵀ s_i,   ∇²u_i = B_iᵀ C_i B_i.
@usableFromInline package struct AggregateExpansion: PayoffExpansion {
  /// The payoff of each player.
  public let payoffs: [Double]
  /// The aggregates of the game.
  private let aggregates: [LinearAggregate]
  /// The slopes, direction by direction.
  private let slopes: [[Double]]
  /// The curvatures along two directions, the first at most the second.
  private let curvatures: [[Double]]

  @usableFromInline
  init(
    _ aggregates: [LinearAggregate], payoffs: [Double], slopes: [[Double]],
    curvatures: [[Double]]
  ) {
    self.aggregates = aggregates
    self.payoffs = payoffs
    self.slopes = slopes
    self.curvatures = curvatures
  }

  /// Two passes: the own slopes, then the transposed links.
  public func weightedGradient(
    _ weights: [Double], into gradient: inout [Double]
  ) {
    spread(into: &gradient) { k, i in weights[i] * slopes[k][i] }
  }

  /// A pass over the links.
  public func slopes(along direction: [Double], into result: inout [Double]) {
    let changes = AggregateTable(aggregates, at: direction)
    for i in result.indices {
      var sum = slopes[0][i] * direction[i]
      for k in aggregates.indices {
        sum += slopes[k + 1][i] * changes.columns[k][i]
      }
      result[i] = sum
    }
  }

  /// A pass over the links and one over the transposed links.
  public func hessianProduct(
    _ weights: [Double], along direction: [Double], into product: inout [Double]
  ) {
    let changes =
      [direction] + AggregateTable(aggregates, at: direction).columns
    spread(into: &product) { k, i in
      var sum = 0.0
      for l in changes.indices {
        sum += curvatures[Self.place(k, l)][i] * changes[l][i]
      }
      return weights[i] * sum
    }
  }

  /// What players' own levels and the elements of sparse networks and common
  /// sums contribute; mixed terms but those of own levels are left out.
  public func diagonal(_ weights: [Double], factors: [Double]) -> [Double]? {
    var result = payoffs.indices.map { i in
      var slope = slopes[0][i]
      var curvature = curvatures[0][i]
      for (k, aggregate) in aggregates.enumerated() {
        let own = aggregate.ownWeight(of: i)
        slope += slopes[k + 1][i] * own
        curvature += 2 * curvatures[Self.place(0, k + 1)][i] * own
      }
      return weights[i] * curvature + factors[i] * slope * slope
    }
    for (k, aggregate) in aggregates.enumerated() {
      let column = k + 1
      let curvature = curvatures[Self.place(column, column)]
      aggregate.addSquares(into: &result) { i in
        let slope = slopes[column][i]
        return weights[i] * curvature[i] + factors[i] * slope * slope
      }
    }
    return result
  }

  /// Sets the vector to `Σ_i B_iᵀ f_i`.
  private func spread(
    into result: inout [Double], _ factor: (_ k: Int, _ i: Int) -> Double
  ) {
    Parallel.fill(&result, result.count) { factor(0, $0) }
    var factors = result
    for (k, aggregate) in aggregates.enumerated() {
      Parallel.fill(&factors, factors.count) { factor(k + 1, $0) }
      aggregate.addTransposed(factors, to: &result)
    }
  }

  /// Where the curvature along two directions lies.
  @inlinable
  static func place(_ first: Int, _ second: Int) -> Int {
    let (low, high) = (min(first, second), max(first, second))
    return high * (high + 1) / 2 + low
  }
}

extension AggregativeGame {
  /// Expands every payoff once, along no more directions than there are.
  @inlinable
  public func payoffExpansion(
    at levels: Profile<Double>
  ) -> any PayoffExpansion {
    let table = AggregateTable(aggregates, at: levels)
    let count = aggregates.count + 1
    let terms = Parallel.values(levels.count) {
      expansionTerms(of: $0, own: levels[$0], table.values(of: $0))
    }
    func column(_ number: (ExpansionTerms) -> Double) -> [Double] {
      Parallel.values(levels.count) { number(terms[$0]) }
    }
    return AggregateExpansion(
      aggregates, payoffs: column(\.value),
      slopes: (0..<count).map { k in column { $0.slopes[k] } },
      curvatures: (0..<(count * (count + 1) / 2)).map { k in
        column { $0.curvatures[k] }
      })
  }

  /// The terms along own level and all aggregates.
  @inlinable
  func expansionTerms(
    of player: Int, own: Double, _ values: Aggregates<Double>
  ) -> ExpansionTerms {
    let expansion = expansion(of: player, own: own, aggregates: values)
    var terms = ExpansionTerms(value: expansion.value)
    for k in 0..<5 {
      terms.slopes[k] = expansion.slope(k)
      for l in 0...k {
        terms.curvatures[AggregateExpansion.place(l, k)] =
          expansion.curvature(l, k)
      }
    }
    return terms
  }
}

/// A payoff with its derivatives, in place.
@usableFromInline
struct ExpansionTerms {
  @usableFromInline var value: Double
  @usableFromInline var slopes = InlineArray<5, Double>(repeating: 0)
  @usableFromInline var curvatures = InlineArray<15, Double>(repeating: 0)

  @usableFromInline init(value: Double) { self.value = value }
}

extension LinearAggregate {
  /// Adds `Σ_i f_i m_ij²` to each number, m being the coefficients of a common
  /// sum or a sparse network; nothing otherwise.
  fileprivate func addSquares(
    into result: inout [Double], _ factor: (_ player: Int) -> Double
  ) {
    switch form {
    case .weightedSum(let weights):
      let total = result.indices.reduce(0) { $0 + factor($1) }
      for j in weights.indices { result[j] += total * weights[j] * weights[j] }
    case .network(.sparse), .network(.scaled):
      for i in result.indices {
        let scale = factor(i)
        forEachCoefficient(of: i) { j, weight in
          result[j] += scale * weight * weight
        }
      }
    case .network(.blockUniform), .composition: break
    }
  }
}
