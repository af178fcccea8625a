/// A number for each of up to eight sources of a search.
typealias SourceLanes = SIMD8<Double>

extension UInt8 {
  /// The lanes of the sources in a set, a bit each.
  @inline(__always)
  var lanes: SIMDMask<SIMD8<Int64>> {
    let bits = SIMD8<Int64>(1, 2, 4, 8, 16, 32, 64, 128)
    return SIMD8(repeating: Int64(self)) & bits .== bits
  }
}

extension SourceLanes {
  /// The numbers of the sources in a set, zeros elsewhere.
  @inline(__always)
  func masked(by sources: UInt8) -> Self {
    Self.zero.replacing(with: self, where: sources.lanes)
  }

  /// The sum of all lanes, added in pairs.
  @inline(__always)
  var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
