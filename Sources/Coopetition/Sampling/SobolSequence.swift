/// The points of Sobol's sequence, each computed from its number alone.
///
/// Coordinate j of point i is `⊕ v_j(b)` over the bits b of the Gray code
/// `i ⊕ ⌊i/2⌋` (Antonov and Saleev 1979). The direction numbers `v_j` follow
/// from a primitive polynomial over two elements and its initial numbers by
/// Bratley and Fox, Algorithm 659, ACM TOMS 14 (1988); polynomials and initial
/// numbers are those of ``SobolDirections``. Of the first `2^m` points one
/// falls into each of `2^m` equal intervals, in every coordinate.
struct SobolSequence: Sendable {
  /// The most coordinates that a point has.
  static let dimensionLimit = SobolDirections.all.count
  /// How many bits a coordinate has: so many points there are.
  static let bitCount = 32

  /// The direction numbers, `bitCount` for each coordinate.
  private let directions: [UInt32]

  /// The sequence of points with a number of coordinates.
  ///
  /// - Precondition: `dimension` is in `0...dimensionLimit`.
  init(dimension: Int) {
    precondition(0...Self.dimensionLimit ~= dimension)
    directions = SobolDirections.all.prefix(dimension).flatMap(Self.directions)
  }

  /// A coordinate of a point, in units of `2⁻³²`.
  ///
  /// - Precondition: `point` is below `2³²`.
  /// - Complexity: O(bits of the point that are set).
  func bits(of point: Int, coordinate: Int) -> UInt32 {
    precondition(point >> Self.bitCount == 0)
    var gray = UInt32(point ^ (point >> 1))
    var bits: UInt32 = 0
    while gray != 0 {
      let place = gray.trailingZeroBitCount
      bits ^= directions[coordinate * Self.bitCount + place]
      gray &= gray - 1
    }
    return bits
  }

  /// The direction numbers that follow from a polynomial and its initial
  /// numbers: `m_k = ⊕ 2^i a_i m_(k−i) ⊕ 2^s m_(k−s) ⊕ m_(k−s)`, i from 1 to
  /// s − 1, `v_k = 2^(31−k) m_k`.
  private static func directions(_ source: SobolDirections) -> [UInt32] {
    guard source.polynomial > 1 else {
      return (0..<bitCount).map { 1 << UInt32(bitCount - 1 - $0) }
    }
    let degree = source.initial.count
    var numbers = source.initial
    for k in degree..<bitCount {
      let oldest = numbers[k - degree]
      var number = oldest ^ (oldest << UInt32(degree))
      for i in 1..<max(1, degree)
      where source.polynomial >> UInt32(degree - i) & 1 == 1 {
        number ^= numbers[k - i] << UInt32(i)
      }
      numbers.append(number)
    }
    return numbers.enumerated().map { $1 << UInt32(bitCount - 1 - $0) }
  }
}
