import ArgumentParser
import Coopetition

/// Counts above this need more memory or time than there is.
let mostCounted = 100_000_000

/// At more values than this no picture or list is of use.
let mostValues = 1_000_000

/// Throws unless what an option counts can be counted.
///
/// - Parameters:
///   - option: The option, such as `--runs`.
///   - count: Its value; nil if it was not given.
///   - least: The least value.
///   - most: The greatest value.
/// - Throws: `ValidationError` that says which values are taken.
func checkCount(
  _ option: String, _ count: Int?, from least: Int = 1,
  to most: Int = mostCounted
) throws {
  guard let count else { return }
  if count < least {
    throw ValidationError(
      "\(option) is \(count); it must be at least \(least).")
  }
  if count > most {
    throw ValidationError(
      "\(option) is \(count); it must be at most \(NumberText.grouped(most)).")
  }
}
