import Coopetition

/// Changes of a text as slips of the hand, broken disks and ill will make them.
struct TextMutation {
  /// Texts that parts are taken from.
  let corpus: [String]

  /// What numbers and words are replaced by.
  private static let nasty = [
    "0", "-0.0", "1", "-1", "0.5", "2", "1e-300", "1e300", "1e-9", "5e-324",
    "1.7976931348623157e308", ".nan", ".inf", "-.inf", "1,5", "12%", "0x1F",
    "~", "null", "true", "[]", "{}", "[1, 2]", "{a: 1}", "\"\"", "'x'", "*a",
    "&a 1", "!!binary a", "９", "1_000", "-", "x^-1", "sqrt(x)", "log(0)",
  ]

  /// What numbers are often multiplied by.
  private static let factors = [0, 1e-12, 1e-3, 0.3, 0.9, 1.1, 2, 7, 1e3, 1e12]

  /// A text with one to four changes.
  func mutated(_ text: String, _ random: inout SplitMix64) -> String {
    var bytes = Array(text.utf8)
    for _ in 0...random.below(4) { change(&bytes, &random) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    switch random.below(20) {
    case 0: bytes[random.below(bytes.count)] = UInt8(random.below(256))
    case 1: bytes.removeLast(random.below(bytes.count))
    case 2: changeLines(&bytes, &random) { lines, k in lines.remove(at: k) }
    case 3:
      changeLines(&bytes, &random) { lines, k in lines.insert(lines[k], at: k) }
    case 4:
      let foreign = corpus[random.below(corpus.count)].utf8.split(separator: 10)
      guard !foreign.isEmpty else { return }
      let line = Array(foreign[random.below(foreign.count)])[...]
      changeLines(&bytes, &random) { lines, k in lines.insert(line, at: k) }
    default: replaceToken(&bytes, &random)
    }
  }

  private func changeLines(
    _ bytes: inout [UInt8], _ random: inout SplitMix64,
    _ body: (inout [ArraySlice<UInt8>], Int) -> Void
  ) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    body(&lines, random.below(lines.count))
    bytes = Array(lines.joined(separator: [10]))
  }

  /// Puts something nasty in the place of a word, or moves a number.
  private func replaceToken(
    _ bytes: inout [UInt8], _ random: inout SplitMix64
  ) {
    let tokens = bytes.indices.split {
      " \n,:[]{}()\"'".utf8.contains(bytes[$0])
    }
    let numbers = tokens.filter { number(bytes[$0]) != nil }
    let isNumber = !numbers.isEmpty && random.below(8) > 0
    let chosen = isNumber ? numbers : tokens
    guard !chosen.isEmpty else { return }
    let token = chosen[random.below(chosen.count)]
    var word = Self.nasty[random.below(Self.nasty.count)]
    if let number = number(bytes[token]), random.below(6) > 0 {
      let factor = Self.factors[random.below(Self.factors.count)]
      word = "\(number * factor)"
    }
    bytes.replaceSubrange(
      token.startIndex..<token.endIndex, with: word.utf8)
  }

  private func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    Double(String(decoding: bytes, as: UTF8.self))
  }
}

extension SplitMix64 {
  /// A number from 0 up to a limit, the limit excluded.
  mutating func below(_ limit: Int) -> Int {
    Int(next() % UInt64(limit))
  }
}
