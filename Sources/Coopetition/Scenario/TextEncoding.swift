/// What text that is not UTF-8 may be encoded in.
enum TextEncoding: String, CaseIterable {
  /// Chinese: two bytes a character, the first of them beyond ASCII.
  case gbk = "GBK"
  /// Western European (ISO 8859-1 and its relatives): one byte a character, a
  /// few of them beyond ASCII.
  case latin1 = "Latin-1"

  /// The encodings that some bytes may be in; none if they are none of these.
  ///
  /// Letters beyond ASCII stand alone in words of Western Europe, rarely two
  /// together. Chinese nearly always comes in pairs of such bytes, so bytes of
  /// which none has a neighbour are taken for Western ones, though GBK has rare
  /// characters of such a byte and an ASCII letter.
  ///
  /// - Complexity: O(bytes).
  static func candidates(
    for bytes: some Collection<UInt8>
  ) -> [TextEncoding] {
    let lengths = runs(in: bytes)
    guard let longest = lengths.max() else { return [] }
    if longest == 1 { return [.latin1] }
    let isChinese = isGBK(bytes)
    if longest > 2 { return isChinese ? [.gbk] : [] }
    return isChinese ? [.gbk, .latin1] : [.latin1]
  }

  /// The lengths of the runs of bytes beyond ASCII.
  private static func runs(in bytes: some Collection<UInt8>) -> [Int] {
    var runs: [Int] = []
    var isInRun = false
    for byte in bytes {
      if byte < 0x80 {
        isInRun = false
      } else if isInRun {
        runs[runs.count - 1] += 1
      } else {
        isInRun = true
        runs.append(1)
      }
    }
    return runs
  }

  /// Whether bytes beyond ASCII come in the pairs of GBK.
  private static func isGBK(_ bytes: some Collection<UInt8>) -> Bool {
    var rest = bytes.makeIterator()
    while let first = rest.next() {
      guard first >= 0x80 else { continue }
      guard 0x81...0xFE ~= first, let second = rest.next(),
        0x40...0xFE ~= second, second != 0x7F
      else { return false }
    }
    return true
  }
}
