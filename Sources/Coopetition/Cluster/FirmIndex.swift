/// Finds firms by the bytes of their names.
///
/// An open-addressing hash table that holds short names in its slots, so that
/// the readers of large files look names up without making strings and, mostly,
/// with one access to memory. It takes 48 to 96 bytes a firm.
struct FirmIndex: Sendable {
  /// A firm's key and one more than its position; 0 is a free slot.
  private struct Slot {
    var key: FirmKey
    var end: UInt32
  }

  /// The firms, by position.
  let firms: [Firm]
  /// The table; at least half of the slots are free.
  private var slots: [Slot]
  /// Whether a name starts with a digit, so that it may look like a position.
  private(set) var hasNumericNames = false

  /// The names of some firms.
  ///
  /// - Throws: the first name that is empty, not unique, or reads like the
  ///   address of a firm, such as `firms[0]`.
  /// - Complexity: O(firms).
  init(_ firms: [Firm]) throws(NameProblem) {
    self.firms = firms
    var size = 2
    while size < 2 * firms.count { size *= 2 }
    slots = Array(repeating: Slot(key: .empty, end: 0), count: size)
    for position in firms.indices {
      var name = firms[position].name
      guard !name.isEmpty else {
        throw NameProblem(position: position, message: "is empty")
      }
      guard !(name.hasPrefix("firms[") && name.hasSuffix("]")) else {
        throw NameProblem(
          position: position,
          message: "\(DocumentNode.shortened(name)) is how options address a "
            + "firm; choose another name")
      }
      guard let first = name.withUTF8({ insert($0, position) }) else {
        continue
      }
      throw NameProblem(
        position: position,
        message:
          "\(DocumentNode.shortened(name)) is the name of firms[\(first)] too")
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
  var count: Int { firms.count }

  /// The position of the firm with a name, or nil.
  ///
  /// - Complexity: O(the bytes of the name), on average.
  func position(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let key = FirmKey(name) else {
      return find(FirmKey(hashOf: name), name).position
    }
    return position(of: key)
  }

  /// The position of the firm whose short name has a key, or nil.
  ///
  /// - Complexity: O(1), on average.
  func position(of key: FirmKey) -> Int? { find(key, nil).position }

  /// Adds a name, or returns the position of the firm that has it.
  private mutating func insert(
    _ name: UnsafeBufferPointer<UInt8>, _ position: Int
  ) -> Int? {
    let short = FirmKey(name)
    let key = short ?? FirmKey(hashOf: name)
    let (slot, found) = find(key, short == nil ? name : nil)
    if let found { return found }
    slots[slot] = Slot(key: key, end: UInt32(position + 1))
    hasNumericNames = hasNumericNames || name[0].isDigit
    return nil
  }

  /// The slot of a key, and the position of its firm if it is there. The key
  /// of a long name is a hash, so that the name has to be compared too.
  private func find(
    _ key: FirmKey, _ longName: UnsafeBufferPointer<UInt8>?
  ) -> (slot: Int, position: Int?) {
    let mask = slots.count - 1
    var slot = key.hash & mask
    while slots[slot].end != 0 {
      if slots[slot].key == key {
        let position = Int(slots[slot].end) - 1
        guard let longName else { return (slot, position) }
        var name = firms[position].name
        if name.withUTF8({ $0.elementsEqual(longName) }) {
          return (slot, position)
        }
      }
      slot = (slot + 1) & mask
    }
    return (slot, nil)
  }
}

extension UInt8 {
  /// Whether the byte is one of 0 to 9 in ASCII.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
