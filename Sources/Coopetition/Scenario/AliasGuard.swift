/// Refuses documents whose aliases would take a YAML reader too much time or
/// too much of the stack.
///
/// A few aliases of aliases stand for a tree of any size and depth. A reader
/// shares the parts of such a tree and composes it at once; but it compares
/// keys, which walks the tree, and it releases the tree by recursion. So this
/// looks at the bytes beforehand. It may take a `*` in a text for an alias,
/// but never overlooks one; documents without both an anchor and an alias are
/// never refused.
struct AliasGuard {
  /// The most aliases that a document may have.
  static let mostAliases = 100
  /// The most levels that the lines of a document with aliases may nest.
  static let mostLevels = 40

  private let bytes: [UInt8]
  private var aliases = 0
  private var hasAnchor = false
  /// The first reason to refuse the document and the byte where it is.
  private var problem: (place: Int, message: String)?
  private var openBrackets = 0
  private var indentation = 0
  private var isLineStart = true

  /// Throws when the aliases of a text are too many, too deep or used in keys.
  ///
  /// - Complexity: O(bytes).
  static func check(_ text: String) throws(ScenarioError) {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "*")), bytes.contains(UInt8(ascii: "&"))
    else { return }
    var scan = AliasGuard(bytes: bytes)
    for place in bytes.indices { scan.visit(place) }
    guard scan.hasAnchor, scan.aliases > 0, let problem = scan.problem else {
      return
    }
    throw ScenarioError(
      at: SourceText.line(of: problem.place, in: bytes), problem.message)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func visit(_ place: Int) {
    trackDepth(place)
    switch bytes[place] {
    case UInt8(ascii: "&") where startsName(place):
      hasAnchor = true
    case UInt8(ascii: "*") where startsName(place):
      aliases += 1
      if aliases > Self.mostAliases {
        refuse(place, "more than \(Self.mostAliases) aliases")
      }
      if isKey(endingBefore: endOfName(place + 1)) {
        refuse(place, "an alias cannot be a key")
      }
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if isKey(endingBefore: place + 1) {
        refuse(place, "a list or a mapping cannot be a key")
      }
    case UInt8(ascii: "?") where startsToken(place):
      refuse(place, "a list or a mapping cannot be a key")
    default: break
    }
  }

  /// Counts what can nest: indentation, dashes and brackets.
  private mutating func trackDepth(_ place: Int) {
    switch bytes[place] {
    case UInt8(ascii: "\n"):
      (indentation, isLineStart) = (0, true)
    case UInt8(ascii: " ") where isLineStart,
      UInt8(ascii: "-") where isLineStart:
      indentation += 1
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      (openBrackets, isLineStart) = (openBrackets + 1, false)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      openBrackets = max(openBrackets - 1, 0)
    default: isLineStart = false
    }
    if indentation + openBrackets > Self.mostLevels {
      refuse(place, "is nested too deeply for a document with aliases")
    }
  }

  private mutating func refuse(_ place: Int, _ message: String) {
    if problem == nil { problem = (place, message) }
  }

  private func startsName(_ place: Int) -> Bool {
    startsToken(place) && endOfName(place + 1) > place + 1
  }

  private func startsToken(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    return Array(" \t\r\n[{,:-?".utf8).contains(bytes[place - 1])
  }

  private func endOfName(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
    return end
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isDigit || (byte | 0x20) &- UInt8(ascii: "a") < 26
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// Whether a colon follows, after blanks.
  private func isKey(endingBefore end: Int) -> Bool {
    var next = end
    while next < bytes.count, [0x20, 0x09].contains(bytes[next]) { next += 1 }
    return next < bytes.count && bytes[next] == UInt8(ascii: ":")
  }
}
