/// All rows of a sweep, by point, and what they say together.
struct SweepResults {
  /// Where a row stands.
  private struct Place {
    var part: Int32
    var length: Int32
    var offset: Int
  }

  private let folder: SweepFolder
  private let parts: [SweepPart]
  private var places: [Place]

  /// How many rows are in memory at a time.
  private static let blockSize = 1 << 13

  /// The rows of a folder whose parts have every point.
  ///
  /// - Throws: an error that names a part that cannot be read.
  /// - Complexity: O(bytes of the parts); 16 bytes a point.
  init(_ folder: SweepFolder) throws(ScenarioError) {
    self.folder = folder
    parts = folder.parts
    var places = [Place](
      repeating: Place(part: -1, length: 0, offset: 0),
      count: folder.sweep.plan.pointCount)
    for (k, part) in parts.enumerated() {
      _ = try part.scan { point, place in
        guard places[point].part < 0 else { return }
        places[point] = Place(
          part: Int32(k), length: Int32(place.count + 1),
          offset: place.lowerBound)
      }
    }
    self.places = places
  }

  /// Writes `results.csv` and `summary.json`, each whole or not at all.
  ///
  /// - Parameter monitor: Is told how many rows are written, and is asked
  ///   whether to go on.
  /// - Returns: The summary and what it is of; nil if the writing was stopped.
  /// - Throws: an error that names the file that cannot be read or written.
  /// - Complexity: O(bytes of the parts); ``SweepTable`` and
  ///   ``SweepSummary`` besides.
  func write(
    _ monitor: Monitor
  ) throws(ScenarioError) -> (SweepSummary, SweepTable)? {
    var table = try SweepTable(folder)
    var results = try FileWriter(path: folder.path("results.csv"))
    try results.append(folder.sweep.header + "\n")
    for start in stride(from: 0, to: places.count, by: Self.blockSize) {
      guard monitor.continues("rows", done: start, of: places.count) else {
        return nil
      }
      let end = min(start + Self.blockSize, places.count)
      let rows = try rows(of: start..<end)
      try results.append(rows)
      try table.add(rows.split(separator: UInt8(ascii: "\n")))
    }
    try results.finish()
    let summary = try SweepSummary(table)
    var file = try FileWriter(path: folder.path("summary.json"))
    try file.append(summary.json.description + "\n")
    try file.finish()
    return (summary, table)
  }
}

extension SweepResults {
  /// Rows that follow one another in a part and in the results.
  private struct Run {
    /// Where they stand in the part.
    var source: Range<Int>
    /// Where they go.
    var target: Int
  }

  /// The rows of some points, with their line feeds.
  ///
  /// One part is open at a time, however many there are.
  private func rows(of points: Range<Int>) throws(ScenarioError) -> [UInt8] {
    let (runs, length) = runs(of: points)
    var bytes = [UInt8](repeating: 0, count: length)
    for (part, runs) in zip(parts, runs) where !runs.isEmpty {
      try part.copy(runs.map { ($0.source, $0.target) }, into: &bytes)
    }
    return bytes
  }

  /// The runs of every part among some points, and how many bytes they have.
  private func runs(of points: Range<Int>) -> (runs: [[Run]], length: Int) {
    var runs = [[Run]](repeating: [], count: parts.count)
    var (length, last) = (0, -1)
    for place in places[points] {
      let part = Int(place.part)
      let source = place.offset..<(place.offset + Int(place.length))
      let end = runs[part].count - 1
      if part == last, runs[part][end].source.upperBound == source.lowerBound {
        runs[part][end].source =
          runs[part][end].source.lowerBound..<source.upperBound
      } else {
        runs[part].append(Run(source: source, target: length))
      }
      (length, last) = (length + source.count, part)
    }
    return (runs, length)
  }
}
