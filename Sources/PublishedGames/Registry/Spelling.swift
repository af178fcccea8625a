/// Finds the name that a misspelled one was meant to be.
enum Spelling {
  /// The known name that takes the fewest edits, the first of several; nil if
  /// more than half of the letters would have to change.
  ///
  /// Letters that differ in case only count as half an edit.
  static func nearest(to name: String, among known: [String]) -> String? {
    let near = known.map { (name: $0, distance: distance(name, $0)) }
      .min { $0.distance < $1.distance }
    guard let near,
      near.distance <= Double(max(name.count, near.name.count)) / 2
    else { return nil }
    return near.name
  }

  /// Levenshtein's distance: insertions, deletions and substitutions.
  private static func distance(_ a: String, _ b: String) -> Double {
    let (a, b) = (Array(a.prefix(longest)), Array(b.prefix(longest)))
    var row = (0...b.count).map(Double.init)
    for i in a.indices {
      var diagonal = row[0]
      row[0] += 1
      for j in b.indices {
        let change = min(
          diagonal + cost(a[i], b[j]), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = change
      }
    }
    return row[b.count]
  }

  private static func cost(_ a: Character, _ b: Character) -> Double {
    if a == b { return 0 }
    return a.lowercased() == b.lowercased() ? 0.5 : 1
  }

  /// Longer names are cut before they are compared.
  private static let longest = 80
}
