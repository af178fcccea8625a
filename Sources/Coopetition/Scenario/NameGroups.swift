/// Groups of names as options write them: `A+B,C+D`.
package enum NameGroups {
  /// The names of each group, without the spaces around them.
  package static func groups(in text: String) -> [[String]] {
    names(in: text).map { names(in: $0, separatedBy: "+") }
  }

  /// The names of a list, `A,B`, without the spaces around them.
  package static func names(
    in text: String, separatedBy separator: Character = ","
  ) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false)
      .map { part in
        let start = part.drop { $0 == " " }
        let count = start.reversed().prefix { $0 == " " }.count
        return String(start.dropLast(count))
      }
  }
}
