/// Reads a number from the bytes of a table.
enum NumberCell {
  /// The number in a range that the bytes write; the place is made only for
  /// an error.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: AdmissibleRange,
    at place: @autoclosure () -> String
  ) throws(ScenarioError) -> Double {
    if let value = DecimalNumber.parse(bytes), range.contains(value) {
      return value
    }
    throw ScenarioError(at: place(), problem(with: bytes, range))
  }

  /// Whether the bytes write a number, if only as spreadsheets and people do.
  static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    DecimalNumber.parse(bytes) != nil
      || !NumberRemedy.hint(for: text(bytes)).isEmpty
  }

  /// The whole number that the bytes write, or nil; one beyond 18 digits is
  /// none.
  static func position(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var number = 0
    for byte in bytes {
      guard byte.isDigit else { return nil }
      number = number &* 10 &+ Int(byte & 0x0F)
    }
    return number
  }

  /// The bytes as they may stand in a message.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    DocumentNode.shortened(String(decoding: bytes.prefix(256), as: UTF8.self))
  }

  private static func problem(
    with bytes: UnsafeBufferPointer<UInt8>, _ range: AdmissibleRange
  ) -> String {
    let text = text(bytes)
    guard !bytes.isEmpty else { return "is empty; a number is needed" }
    guard let value = DecimalNumber.parse(bytes) else {
      return "\(text) is not a number" + NumberRemedy.hint(for: text)
    }
    return range.problem(with: value, written: text) ?? ""
  }
}
