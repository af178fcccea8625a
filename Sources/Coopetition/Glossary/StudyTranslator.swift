/// Puts what studies say into Chinese: studies speak English, and their
/// sentences stand once more as patterns in ``StudySentences``, their words in
/// ``StudyWords``.
struct StudyTranslator: Sendable {
  /// The key of the study in a scenario, such as `growth`.
  let study: String
  /// What the user has named, which is left as it is.
  let names: Set<String>
  private let words: [String: String]

  /// A translator for the answer of one study.
  init(of study: String, leaving names: Set<String>) {
    self.study = study
    self.names = names
    words = StudyWords.general.merging(
      StudyWords.special[study] ?? [:], uniquingKeysWith: { $1 })
  }

  /// How many ways to read a text are tried before it is left as it is.
  private static let mostTries = 50_000

  /// A paragraph in Chinese; nil if one of its sentences is not known.
  func paragraph(_ text: String) -> String? {
    var tries = Self.mostTries
    return sentences(text[...], &tries)
  }

  private func sentences(_ text: Substring, _ tries: inout Int) -> String? {
    if text.isEmpty { return "" }
    for pattern in StudySentences.sentences {
      let found = pattern.firstMatch(in: text, tries: &tries) {
        values, rest, tries -> String? in
        guard rest.isEmpty || rest.hasPrefix(" "),
          let others = sentences(rest.drop { $0 == " " }, &tries)
        else { return nil }
        return pattern.chinese(values) { phrase($0) } + others
      }
      if let found { return found }
    }
    return nil
  }

  /// A head of a column in Chinese; names are heads where innovations spread,
  /// nowhere else.
  func head(_ text: String) -> String {
    study == DiffusionSection.key ? phrase(text[...]) : word(text)
  }

  /// A word that is no name, in Chinese as far as it is known.
  func word(_ text: String) -> String { words[text] ?? phrase(text[...]) }

  /// A phrase, a title or what stands in a cell, in Chinese as far as it is known;
  /// names stay.
  func phrase(_ text: Substring) -> String {
    if names.contains(String(text)) { return String(text) }
    if let word = words[String(text)] { return word }
    if let phrase = pattern(text) { return phrase }
    return list(text) ?? String(text)
  }

  /// A list in Chinese; nil if it is none, or has a part of several words that
  /// is not known.
  private func list(_ text: Substring) -> String? {
    for (separator, chinese) in [("; ", "；"), (", ", "、")]
    where text.contains(separator) {
      let parts = text.split(separator: separator)
      let phrases = parts.map(phrase)
      let isKnown = zip(parts, phrases).allSatisfy { part, phrase in
        phrase != part || names.contains(phrase) || !part.contains(" ")
      }
      return parts.count > 1 && isKnown
        ? phrases.joined(separator: chinese) : nil
    }
    return nil
  }

  /// A text that a pattern of phrases fits from end to end.
  private func pattern(_ text: Substring) -> String? {
    var tries = Self.mostTries
    for pattern in StudySentences.phrases {
      let found = pattern.firstMatch(in: text, tries: &tries) {
        values, rest, _ in
        rest.isEmpty ? pattern.chinese(values) { phrase($0) } : nil
      }
      if let found { return found }
    }
    return nil
  }
}
