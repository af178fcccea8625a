/// A positive vector that the power method moves towards the Perron vector of
/// each irreducible component of a matrix.
struct PerronIterate {
  private(set) var vector: [Double]
  private let components: [Int32]
  /// The least and the largest quotient (A x)ᵢ / xᵢ of each component.
  private var lower: [Double]
  private var upper: [Double]
  /// The sums of x and of A x over each component.
  private var sums: [Double]
  private var imageSums: [Double]

  /// Elements are kept above this, so that quotients have a meaning.
  private static let least = 1e-200
  /// The part of the radius that is added to the diagonal.
  private static let shift = 0.25

  init(components: [Int32], count: Int) {
    self.components = components
    vector = Array(repeating: 1, count: components.count)
    lower = Array(repeating: 0, count: count)
    upper = lower
    sums = lower
    imageSums = lower
  }

  /// Takes the bounds and sums of each component from the image of the vector.
  mutating func measure(_ image: [Double]) {
    for c in lower.indices {
      (lower[c], upper[c], sums[c], imageSums[c]) = (.infinity, 0, 0, 0)
    }
    for i in vector.indices {
      let c = Int(components[i])
      let quotient = image[i] / vector[i]
      lower[c] = min(lower[c], quotient)
      upper[c] = max(upper[c], quotient)
      sums[c] += vector[i]
      imageSums[c] += image[i]
    }
  }

  /// The bounds of the largest radius, widened by a relative rounding error;
  /// zero for a matrix of order 0, not a number if the image has such elements.
  func bounds(slack: Double) -> (lower: Double, upper: Double) {
    guard imageSums.allSatisfy(\.isFinite) else { return (.nan, .nan) }
    let low = lower.reduce(0.0) { max($0, $1) }
    let high = upper.reduce(0.0) { max($0, $1) }
    return (low * max(0, 1 - slack), high * (1 + slack))
  }

  /// Replaces x by A x + shift · ρ x, with the mean of each component kept.
  mutating func advance(_ image: [Double]) {
    for i in vector.indices {
      let c = Int(components[i])
      guard imageSums[c] > 0 else { continue }
      let mean = sums[c] / imageSums[c]
      let moved = (image[i] * mean + Self.shift * vector[i]) / (1 + Self.shift)
      vector[i] = max(Self.least, moved)
    }
  }

  /// The vector over the component with the largest upper bound.
  var dominantVector: [Double] {
    guard let largest = upper.indices.max(by: { upper[$0] < upper[$1] }) else {
      return []
    }
    return zip(vector, components).map { $1 == largest ? $0 : 0 }
  }
}
