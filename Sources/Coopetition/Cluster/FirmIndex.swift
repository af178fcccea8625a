/// Finds firms by the bytes of their names.
///
/// An open-addressing hash table over one buffer of all names, so that the
/// readers of large files look names up without making strings. It takes at
/// most 40 bytes a firm beside the names.
struct FirmIndex: Sendable {
  /// The names, one after the other.
  private var bytes: [UInt8] = []
  /// Where each name starts in `bytes`, and where the last one ends.
  private var starts = [0]
  /// The upper half of a name's hash and one more than its firm's position;
  /// 0 is a free slot. At least half of the slots are free.
  private var slots: [UInt64]

  /// The names of some firms.
  ///
  /// - Throws: the first name that is empty or not unique.
  /// - Complexity: O(firms).
  init(_ firms: [Firm]) throws(NameProblem) {
    var size = 2
    while size < 2 * firms.count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    starts.reserveCapacity(firms.count + 1)
    for (position, firm) in firms.enumerated() {
      guard !firm.name.isEmpty else {
        throw NameProblem(position: position, message: "is empty")
      }
      guard let first = insert(firm.name) else { continue }
      let name = DocumentNode.shortened(firm.name)
      throw NameProblem(
        position: position,
        message: "\(name) is the name of firms[\(first)] too")
    }
  }

  /// A firm that cannot be found by its name.
  struct NameProblem: Error {
    /// The position of the firm.
    let position: Int
    /// What is wrong with its name.
    let message: String
  }

  /// The number of firms.
  var count: Int { starts.count - 1 }

  /// Whether a name starts with a digit, so that it may look like a position.
  private(set) var hasNumericNames = false

  /// The position of the firm with a name, or nil.
  ///
  /// - Complexity: O(the bytes of the name), on average.
  func position(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    find(name, hash: Self.hash(name)).position
  }

  /// The names, in the order of the firms.
  var names: [String] {
    (0..<count).map {
      String(decoding: bytes[starts[$0]..<starts[$0 + 1]], as: UTF8.self)
    }
  }

  /// Appends a name, or returns the position of the firm that has it.
  private mutating func insert(_ name: String) -> Int? {
    var name = name
    return name.withUTF8 { name in
      let hash = Self.hash(name)
      let (slot, position) = find(name, hash: hash)
      if let position { return position }
      slots[slot] = hash & Self.upperHalf | UInt64(count + 1)
      bytes.append(contentsOf: name)
      starts.append(bytes.count)
      hasNumericNames = hasNumericNames || name[0].isDigit
      return nil
    }
  }

  private static let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000

  /// The slot of a name, and its position if it is there.
  private func find(
    _ name: UnsafeBufferPointer<UInt8>, hash: UInt64
  ) -> (slot: Int, position: Int?) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let position = Int(slots[slot] & ~Self.upperHalf) - 1
      if slots[slot] & Self.upperHalf == hash & Self.upperHalf
        && isName(name, of: position)
      {
        return (slot, position)
      }
      slot = (slot + 1) & mask
    }
    return (slot, nil)
  }

  private func isName(
    _ name: UnsafeBufferPointer<UInt8>, of position: Int
  ) -> Bool {
    let start = starts[position]
    guard starts[position + 1] - start == name.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for k in name.indices where bytes[start + k] != name[k] { return false }
      return true
    }
  }

  /// Mixes eight bytes at a time by multiplication.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawBufferPointer(name)
    var hash = UInt64(name.count) &* multiplier
    var k = 0
    while k + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: k, as: UInt64.self)
      hash = mixed(hash ^ word)
      k += 8
    }
    var last: UInt64 = 0
    while k < raw.count {
      last = last << 8 | UInt64(raw[k])
      k += 1
    }
    return mixed(hash ^ last)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low ^ value >> 32
  }
}

extension UInt8 {
  /// Whether the byte is one of 0 to 9 in ASCII.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
