import ArgumentParser
import Coopetition

/// Lists that options take, written `a,b`.
enum OptionList {
  /// The elements of a list, without the spaces around them.
  ///
  /// - Throws: `ValidationError` for an element that is empty.
  static func elements(of text: String, _ option: String) throws -> [String] {
    do throws(ScenarioError) {
      return try NameGroups.names(in: text)
    } catch {
      throw ValidationError(
        "\(option): \(DisplayText.escaped(error.message)).")
    }
  }

  /// The words of a list.
  ///
  /// - Throws: `ValidationError` for an element that is none of those that are
  ///   known.
  static func words<Word>(
    of text: String, _ option: String, among known: [String],
    _ word: (String) -> Word?
  ) throws -> [Word] {
    try elements(of: text, option).map { text in
      guard let word = word(text) else {
        throw unknownWord(text, of: option, among: known)
      }
      return word
    }
  }

  /// The numbers of a list.
  ///
  /// - Throws: `ValidationError` for an element that is no number.
  static func numbers(of text: String, _ option: String) throws -> [Double] {
    try elements(of: text, option).map { text in
      guard let number = Double(text), number.isFinite else {
        throw ValidationError(
          "\(option): \"\(DisplayText.escaped(text))\" is not a number.")
      }
      return number
    }
  }

  /// The numbers of a list that are shares: from 0 to 1.
  ///
  /// - Throws: `ValidationError` for an element that is no share.
  static func shares(of text: String, _ option: String) throws -> [Double] {
    let shares = try numbers(of: text, option)
    if let wrong = shares.first(where: { !(0...1).contains($0) }) {
      throw ValidationError("\(option): \(wrong) is not from 0 to 1.")
    }
    return shares
  }

  /// Throws unless a list has a level for all firms or one for each.
  static func checkLevels(
    _ levels: [Double]?, _ option: String, count: Int
  ) throws {
    guard let levels, levels.count != 1, levels.count != count else { return }
    throw ValidationError(
      "\(option) has \(levels.count) levels; the scenario has \(count).")
  }
}
