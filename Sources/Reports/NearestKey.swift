/// Suggests the known key that an unknown one was meant to be.
package enum NearestKey {
  /// What to say about a key that is not known: the nearest one, or the list
  /// of all when none is near.
  package static func message(for key: String, among known: [String]) -> String
  {
    guard let nearest = nearest(to: key, among: known) else {
      return known.isEmpty
        ? "unknown key; there are none"
        : "unknown key; known are \(known.joined(separator: ", "))"
    }
    return "unknown key; did you mean \(nearest)?"
  }

  /// The known key with the fewest edits from a key, the first of several;
  /// nil when more than a third of the letters would have to change.
  ///
  /// - Complexity: O(letters² · known keys).
  package static func nearest(to key: String, among known: [String]) -> String?
  {
    let letters = Array(key.lowercased().prefix(longestKey))
    var best: (key: String, distance: Int)?
    for candidate in known {
      let other = Array(candidate.lowercased().prefix(longestKey))
      let most = max(letters.count, other.count) / 3
      guard abs(letters.count - other.count) <= most else { continue }
      let distance = editDistance(letters, other)
      guard distance <= most, distance < best?.distance ?? .max else {
        continue
      }
      best = (candidate, distance)
    }
    return best?.key
  }

  /// Longer keys are cut before they are compared.
  private static let longestKey = 80

  /// The number of insertions, deletions, substitutions and swaps of
  /// neighbours that turn one text into another (Damerau 1964, restricted).
  package static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var previous: [Int] = []
    var current = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        let substitution = current[j] + (a[i] == b[j] ? 0 : 1)
        var cost = min(substitution, current[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, previous[j - 1] + 1)
        }
        next.append(cost)
      }
      (previous, current) = (current, next)
    }
    return current[b.count]
  }
}
