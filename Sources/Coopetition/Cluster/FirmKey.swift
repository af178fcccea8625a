/// A name of up to 15 bytes packed into two words, so that names compare as
/// numbers.
struct FirmKey: Equatable {
  /// The first eight bytes, zeros behind the last one.
  let low: UInt64
  /// The bytes after those, and the number of bytes at the top.
  let high: UInt64

  /// The key of the empty name.
  static let empty = FirmKey()

  private init() { (low, high) = (0, 0) }

  /// The most bytes that a name in a key has.
  static let mostBytes = 15

  /// The key of a name, or nil when the name is longer.
  ///
  /// - Complexity: O(1), without reading beyond the name.
  init?(_ name: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(name)
    let count = bytes.count
    guard count <= Self.mostBytes else { return nil }
    let length = UInt64(count) << 56
    if count >= 8 {
      low = bytes.word(at: 0)
      high = bytes.word(at: count - 8) >> UInt64(8 * (16 - count)) | length
    } else if count >= 4 {
      let rest = bytes.halfWord(at: count - 4) >> UInt64(8 * (8 - count))
      low = bytes.halfWord(at: 0) | rest << 32
      high = length
    } else {
      low = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      high = length
    }
  }

  /// A key that no short name has, for a longer name.
  init(hashOf name: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(name)
    var hash: UInt64 = 0
    for start in stride(from: 0, through: bytes.count - 8, by: 8) {
      hash = Self.mixed(hash ^ bytes.word(at: start))
    }
    low = Self.mixed(hash ^ bytes.word(at: bytes.count - 8))
    high = UInt64(truncatingIfNeeded: bytes.count) | 0xFF << 56
  }

  /// The short name.
  var name: String {
    let words = [low.littleEndian, (high & (1 << 56 - 1)).littleEndian]
    return words.withUnsafeBytes { bytes in
      String(decoding: bytes.prefix(Int(high >> 56)), as: UTF8.self)
    }
  }

  /// A hash of the key: both halves multiplied and folded.
  var hash: Int {
    Int(truncatingIfNeeded: Self.mixed(low ^ Self.mixed(high)))
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15)
      .multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes as a number, the first byte lowest.
  fileprivate func word(at offset: Int) -> UInt64 {
    UInt64(
      littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Four bytes as a number, the first byte lowest.
  fileprivate func halfWord(at offset: Int) -> UInt64 {
    UInt64(
      UInt32(
        littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
