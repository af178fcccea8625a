import ArgumentParser
import Coopetition

/// Throws for a word of an option that is none of those that are known; the
/// nearest of them is suggested.
func unknownWord(
  _ word: some StringProtocol, of option: String, among known: [String]
) -> ValidationError {
  let hint = NearestKey.nearest(to: String(word), among: known)
    .map { "; did you mean \($0)?" }
  return ValidationError(
    "\(option): \"\(DisplayText.escaped(String(word)))\" is not one of "
      + known.joined(separator: ", ") + (hint ?? "."))
}
