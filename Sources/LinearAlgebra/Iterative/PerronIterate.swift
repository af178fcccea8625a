/// A positive vector that the power method moves towards the Perron vector of
/// each irreducible component of a matrix.
struct PerronIterate {
  private(set) var vector: [Double]
  /// The indices sorted by component, and where each component starts.
  private let members: [Int32]
  private let starts: [Int]
  /// The least and the largest quotient (A x)ᵢ / xᵢ of each component.
  private var lower: [Double]
  private var upper: [Double]
  /// Each component's sum of A x over its sum of x.
  private var growth: [Double]

  /// Elements are kept above this, so that quotients have a meaning.
  private static let least = 1e-200
  /// The part of the radius that is added to the diagonal.
  private static let shift = 0.25

  init(components: StronglyConnectedComponents) {
    (starts, members) = components.members
    vector = Array(repeating: 1, count: members.count)
    lower = Array(repeating: 0, count: components.count)
    upper = lower
    growth = lower
  }

  /// The indices of a component.
  private func indices(of component: Int) -> ArraySlice<Int32> {
    members[starts[component]..<starts[component + 1]]
  }

  /// Takes the bounds and growth of each component from the vector's image;
  /// zero for a component without members.
  mutating func measure(_ image: [Double]) {
    for c in growth.indices where starts[c] < starts[c + 1] {
      var (low, high) = (Double.infinity, 0.0)
      var (sum, imageSum) = (0.0, 0.0)
      for member in indices(of: c) {
        let (x, y) = (vector[Int(member)], image[Int(member)])
        low = min(low, y / x)
        high = max(high, y / x)
        sum += x
        imageSum += y
      }
      (lower[c], upper[c], growth[c]) = (low, high, imageSum / sum)
    }
  }

  /// The bounds of the largest radius, widened by a relative rounding error;
  /// zero for a matrix of order 0, not a number if the image has such elements.
  func bounds(slack: Double) -> (lower: Double, upper: Double) {
    guard growth.allSatisfy(\.isFinite) else { return (.nan, .nan) }
    let low = lower.reduce(0.0) { max($0, $1) }
    let high = upper.reduce(0.0) { max($0, $1) }
    return (low * max(0, 1 - slack), high * (1 + slack))
  }

  /// Replaces x by A x + shift · ρ x, with the mean of each component kept.
  mutating func advance(_ image: [Double]) {
    for c in growth.indices where growth[c] > 0 {
      let scale = 1 / (growth[c] * (1 + Self.shift))
      let kept = Self.shift / (1 + Self.shift)
      for member in indices(of: c) {
        let i = Int(member)
        vector[i] = max(Self.least, image[i] * scale + kept * vector[i])
      }
    }
  }

  /// The vector over the component with the largest upper bound.
  var dominantVector: [Double] {
    var result = Array(repeating: 0.0, count: vector.count)
    if let largest = upper.indices.max(by: { upper[$0] < upper[$1] }) {
      for i in indices(of: largest) { result[Int(i)] = vector[Int(i)] }
    }
    return result
  }
}
