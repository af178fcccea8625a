/// Makes names distinct: a name that was there before gets a number, as in
/// `table`, `table 2`.
package struct DistinctNames {
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]

  /// No name is there yet.
  package init() {}

  /// The names of a list, each distinct from those before it.
  package static func of(_ names: [String]) -> [String] {
    var distinct = DistinctNames()
    return names.map { distinct.add($0) }
  }

  /// A name, with the least number from 2 on that makes it distinct if it needs
  /// one.
  package mutating func add(_ name: String) -> String {
    var (count, candidate) = (counts[name] ?? 1, name)
    while !taken.insert(candidate).inserted {
      count += 1
      candidate = "\(name) \(count)"
    }
    counts[name] = count
    return candidate
  }
}
