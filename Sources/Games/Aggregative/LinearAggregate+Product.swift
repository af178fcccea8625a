import LinearAlgebra

extension LinearAggregate {
  /// Writes the value of every player at a profile.
  ///
  /// - Parameters:
  ///   - levels: The profile, one number a player.
  ///   - values: Receives one number a player.
  /// - Complexity: One pass over the links; a composition allocates one vector.
  public func multiply(_ levels: [Double], into values: inout [Double]) {
    switch form {
    case .network(let matrix):
      matrix.multiply(levels, into: &values, concurrently: true)
    case .weightedSum(let weights):
      var sum = CompensatedSum()
      for (weight, level) in zip(weights, levels) { sum += weight * level }
      for i in values.indices { values[i] = sum.value }
    case .composition(let outer, let inner):
      outer.multiply(inner * levels, into: &values)
      for i in values.indices { values[i] -= ownContributions[i] * levels[i] }
    }
  }
}
