/// Points of the open unit cube that are spread evenly or drawn at random,
/// each computed from its number alone, so that a longer sample continues a
/// shorter one and parts of it may be computed anywhere.
struct SamplePoints: Sendable {
  /// How the points are chosen.
  enum Method: Sendable, Equatable {
    /// Sobol points moved by a digital shift: coordinate j of every point is
    /// changed by the same random bits, output j of the seed's generator
    /// (L'Ecuyer and Lemieux 2002); `u = (bits + ½) 2⁻³²`.
    case sobol
    /// Independent numbers of 53 bits each; `u = (bits + ½) 2⁻⁵³`, rounded
    /// and below 1.
    case random
  }

  /// How many coordinates a point has.
  let dimension: Int
  private let seed: UInt64
  /// The sequence and the shift of each coordinate; nil for random numbers.
  private let shifted: (sequence: SobolSequence, shifts: [UInt32])?

  /// The points with a number of coordinates.
  ///
  /// - Precondition: Sobol points have at most
  ///   ``SobolSequence/dimensionLimit`` coordinates.
  init(dimension: Int, method: Method = .sobol, seed: UInt64 = 1) {
    self.dimension = dimension
    self.seed = seed
    guard method == .sobol else {
      shifted = nil
      return
    }
    let shifts = (0..<dimension).map { j in
      UInt32(SplitMix64.output(UInt64(j), ofSeed: seed) >> 32)
    }
    shifted = (SobolSequence(dimension: dimension), shifts)
  }

  /// A coordinate of a point, in (0, 1).
  ///
  /// - Precondition: the coordinate is in `0..<dimension`; the number of the
  ///   point is not negative, for Sobol points below `2³²`.
  subscript(point: Int, coordinate: Int) -> Double {
    precondition(0..<dimension ~= coordinate)
    if let (sequence, shifts) = shifted {
      let bits = sequence.bits(of: point, coordinate: coordinate)
      return (Double(bits ^ shifts[coordinate]) + 0.5) * 0x1p-32
    }
    let place = UInt64(point) &* UInt64(dimension) &+ UInt64(coordinate)
    let bits = Double(SplitMix64.output(place, ofSeed: seed) >> 11)
    return min((bits + 0.5) * 0x1p-53, 1.0.nextDown)
  }
}
