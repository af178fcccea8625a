/// An enclosure of the spectral radius of a nonnegative matrix.
public struct SpectralRadius: Sendable, Equatable {
  /// Why the iteration stopped.
  package enum Termination: Sendable, Equatable {
    /// The enclosure is as narrow as the tolerance asks.
    case converged
    /// The iterations ran out; the enclosure holds all the same.
    case iterationLimit
    /// A number is infinite or not a number; the enclosure says nothing.
    case notFinite
  }

  /// A lower bound.
  public let lower: Double
  /// An upper bound.
  public let upper: Double
  /// A nonnegative vector with mean 1 over the irreducible component with the
  /// largest upper bound and zero elsewhere: its Perron vector, nearly.
  public let vector: [Double]
  /// The number of products with the matrix.
  public let iterations: Int
  /// Why the iteration stopped.
  package let termination: Termination

  /// The middle of the enclosure.
  public var value: Double { lower + (upper - lower) / 2 }
}
