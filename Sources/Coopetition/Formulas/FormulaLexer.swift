/// Splits a formula into words.
///
/// White space separates words and means nothing else.
struct FormulaLexer {
  private let formula: String
  private let bytes: [UInt8]
  private var place = 0

  /// The words of a formula, the last of them its end.
  ///
  /// - Throws: an error at the first character that is part of no word.
  /// - Complexity: O(bytes).
  static func tokens(
    of formula: String
  )
    throws(FormulaError) -> [FormulaToken]
  {
    var lexer = FormulaLexer(formula)
    var tokens: [FormulaToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    tokens.append(
      FormulaToken(kind: .end, offset: lexer.bytes.count, text: ""))
    return tokens
  }

  /// Whether all of a text is one name.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isNameStart(first) else { return false }
    return text.utf8.allSatisfy { isNameStart($0) || $0.isDigit }
  }

  private init(_ formula: String) {
    self.formula = formula
    bytes = Array(formula.utf8)
  }

  private mutating func next() throws(FormulaError) -> FormulaToken? {
    while place < bytes.count, Self.blanks.contains(bytes[place]) { place += 1 }
    guard place < bytes.count else { return nil }
    let start = place
    let byte = bytes[place]
    if byte.isDigit || byte == Self.point { return try number() }
    if Self.isNameStart(byte) {
      take { Self.isNameStart($0) || $0.isDigit }
      return token(from: start) { .name($0) }
    }
    guard Self.symbols.contains(byte) else { throw unknownCharacter() }
    place += 1
    return token(from: start) { .symbol(Character($0)) }
  }

  /// Digits with at most one point and an exponent.
  private mutating func number() throws(FormulaError) -> FormulaToken {
    let start = place
    take(while: \.isDigit)
    if place < bytes.count, bytes[place] == Self.point {
      place += 1
      take(while: \.isDigit)
    }
    guard bytes[start..<place].contains(where: \.isDigit) else {
      throw error("\".\" is not a number", at: start)
    }
    takeExponent()
    if place < bytes.count, bytes[place] == Self.point {
      throw error("a number has one decimal point", at: place)
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard let value = DecimalNumber.parse(text), value.isFinite else {
      throw error("\(text) is too large for a number", at: start)
    }
    return token(from: start) { _ in .number(value) }
  }

  /// The letter e with digits after it; an e without them starts a name.
  private mutating func takeExponent() {
    guard place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") else {
      return
    }
    var digits = place + 1
    if digits < bytes.count,
      bytes[digits] == UInt8(ascii: "+") || bytes[digits] == UInt8(ascii: "-")
    {
      digits += 1
    }
    guard digits < bytes.count, bytes[digits].isDigit else { return }
    place = digits
    take(while: \.isDigit)
  }

  private mutating func take(while isPart: (UInt8) -> Bool) {
    while place < bytes.count, isPart(bytes[place]) { place += 1 }
  }

  private func token(
    from start: Int, _ kind: (String) -> FormulaToken.Kind
  ) -> FormulaToken {
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    return FormulaToken(kind: kind(text), offset: start, text: text)
  }

  private func unknownCharacter() -> FormulaError {
    let rest = String(decoding: bytes[place...], as: UTF8.self)
    let character = rest.first ?? "?"
    let hint = Self.replacements[character].map { "; write \($0)" } ?? ""
    return error("\"\(character)\" is not part of a formula\(hint)", at: place)
  }

  private func error(_ message: String, at offset: Int) -> FormulaError {
    FormulaError(message: message, formula: formula, offset: offset)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }

  private static let point = UInt8(ascii: ".")
  private static let blanks = Array(" \t\r\n".utf8)
  private static let symbols = Array("+-*/^(),".utf8)

  /// What to write for characters that come from texts and other languages.
  private static let replacements: [Character: String] = [
    "×": "*", "·": "*", "⋅": "*", "∗": "*", "÷": "/", "∕": "/", "−": "-",
    "–": "-", "—": "-", "²": "^2", "³": "^3", "√": "sqrt", "π": "pi",
    "[": "(", "]": ")", "{": "(", "}": ")", ";": "a comma",
  ]
}
