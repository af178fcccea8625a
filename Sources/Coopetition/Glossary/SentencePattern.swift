/// What a study says with numbers and names in it, in English and in Chinese.
///
/// `"{count} found[, {more} more]."` has two places and a part that may be
/// missing. A place whose name is `n`, or n and a digit, takes a number.
struct SentencePattern: Sendable {
  private enum Part {
    case words(Substring)
    case place(Substring)

    var isNumber: Bool {
      guard case .place(let name) = self, name.first == "n" else {
        return false
      }
      return name.dropFirst().allSatisfy(\.isNumber)
    }
  }

  private let parts: [Part]
  private let chinese: [Part]

  /// What stands in the places of a text, by their names.
  typealias Values = [Substring: Substring]

  /// The patterns of a sentence: one for each choice of its parts in brackets,
  /// of which both languages have as many, in the same order.
  static func patterns(_ pair: Term.Pair) -> [SentencePattern] {
    guard let english = brackets(pair.english),
      let chinese = brackets(pair.chinese)
    else {
      return [
        SentencePattern(
          parts: parts(pair.english), chinese: parts(pair.chinese))
      ]
    }
    func joined(_ part: [Substring], _ isThere: Bool) -> String {
      String(part[0] + (isThere ? part[1] : "") + part[2])
    }
    return [true, false].flatMap {
      patterns((joined(english, $0), joined(chinese, $0)))
    }
  }

  /// What stands before, in and after the first brackets; nil without any.
  private static func brackets(_ text: String) -> [Substring]? {
    guard let open = text.firstIndex(of: "["),
      let close = text[open...].firstIndex(of: "]")
    else { return nil }
    return [
      text[..<open], text[text.index(after: open)..<close],
      text[text.index(after: close)...],
    ]
  }

  private static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      if open > rest.startIndex { parts.append(.words(rest[..<open])) }
      parts.append(.place(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return rest.isEmpty ? parts : parts + [.words(rest)]
  }

  /// Looks for the first way in which the pattern fits the beginning of a text
  /// and the rest is accepted.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - tries: How many beginnings of places may still be tried.
  ///   - accept: Takes the values and the rest; nil to look for another way.
  /// - Returns: What was accepted; nil if nothing was.
  func firstMatch<Result>(
    in text: Substring, tries: inout Int,
    _ accept: (Values, Substring, inout Int) -> Result?
  ) -> Result? {
    match(parts[...], text, [:], &tries, accept)
  }

  private func match<Result>(
    _ parts: ArraySlice<Part>, _ text: Substring, _ values: Values,
    _ tries: inout Int, _ accept: (Values, Substring, inout Int) -> Result?
  ) -> Result? {
    guard let part = parts.first else { return accept(values, text, &tries) }
    let others = parts.dropFirst()
    switch part {
    case .words(let words):
      guard text.hasPrefix(words) else { return nil }
      return match(
        others, text.dropFirst(words.count), values, &tries, accept)
    case .place(let name):
      // At the end of the pattern a place takes the rest of the text.
      var end = others.isEmpty ? text.endIndex : text.startIndex
      while end < text.endIndex || others.isEmpty {
        if !others.isEmpty { end = text.index(after: end) }
        let value = text[..<end]
        guard tries > 0, !value.isEmpty,
          !part.isNumber || value.allSatisfy(Self.isNumeric)
        else { return nil }
        tries -= 1
        var known = values
        known[name] = value
        if let found = match(others, text[end...], known, &tries, accept) {
          return found
        }
        if others.isEmpty { return nil }
      }
      return nil
    }
  }

  /// The Chinese sentence with values in its places.
  func chinese(_ values: Values, _ words: (Substring) -> String) -> String {
    chinese.map { part in
      switch part {
      case .words(let text): String(text)
      case .place(let name): values[name].map(words) ?? ""
      }
    }.joined()
  }

  /// Whether a character may stand in a number as reports show it.
  private static func isNumeric(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || "−-+.,e%± ∞½".contains(character)
  }

  /// Whether it begins with words or a number, so that it cannot fit what
  /// another sentence says.
  var isAnchored: Bool {
    switch parts.first {
    case .words: true
    case .place: parts.first?.isNumber == true
    case nil: false
    }
  }

  /// Whether both languages have the same places.
  var isBalanced: Bool {
    func names(_ parts: [Part]) -> [Substring] {
      parts.compactMap {
        if case .place(let name) = $0 { name } else { nil }
      }.sorted()
    }
    return names(parts) == names(chinese)
  }
}
