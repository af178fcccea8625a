/// All rows of a sweep, by point, and what they say together.
struct SweepResults {
  /// Where a row stands.
  private struct Place {
    var part: Int32
    var length: Int32
    var offset: Int
  }

  private let folder: SweepFolder
  private let paths: [String]
  private var places: [Place]

  /// The rows of a folder whose parts have every point.
  ///
  /// - Throws: an error that names a part that cannot be read.
  /// - Complexity: O(bytes of the parts); 16 bytes a point.
  init(_ folder: SweepFolder) throws(ScenarioError) {
    self.folder = folder
    let parts = folder.parts
    paths = parts.map(\.path)
    var places = [Place](
      repeating: Place(part: -1, length: 0, offset: 0),
      count: folder.sweep.plan.pointCount)
    for (k, part) in parts.enumerated() {
      _ = try part.scan { point, place in
        guard places[point].part < 0 else { return }
        places[point] = Place(
          part: Int32(k), length: Int32(place.count),
          offset: place.lowerBound)
      }
    }
    self.places = places
  }

  /// Writes `results.csv` and `summary.json`, each whole or not at all.
  ///
  /// - Returns: The summary and what it is of.
  func write() throws(ScenarioError) -> (SweepSummary, SweepTable) {
    var table = SweepTable(folder.sweep)
    try replace("results.csv") { writer throws(ScenarioError) in
      try writer.append(folder.sweep.header + "\n")
      try forEachRow { row throws(ScenarioError) in
        try writer.append(row)
        try writer.append("\n")
        table.add(row)
      }
    }
    let summary = SweepSummary(table)
    try replace("summary.json") { writer throws(ScenarioError) in
      try writer.append(summary.json.description + "\n")
    }
    return (summary, table)
  }

  /// Writes a file under another name and then gives it its own.
  private func replace(
    _ name: String,
    _ body: (inout FileWriter) throws(ScenarioError) -> Void
  ) throws(ScenarioError) {
    let path = folder.path(name)
    let draft = "\(path).\(UInt64.random(in: 0 ... .max))"
    defer { SystemFile.remove(draft) }
    var writer = try FileWriter(path: draft)
    try body(&writer)
    try writer.finish()
    try SystemFile.move(draft, to: path)
  }

  /// Goes through the rows by point.
  private func forEachRow(
    _ body: (String) throws(ScenarioError) -> Void
  ) throws(ScenarioError) {
    var files: [OpenPart] = []
    for path in paths { files.append(try OpenPart(path: path)) }
    for place in places {
      let part = files[Int(place.part)]
      try body(try part.text(at: place.offset, length: Int(place.length)))
    }
  }
}

/// A part that is open for reading.
private final class OpenPart {
  private let path: String
  private let file: FileBytes

  init(path: String) throws(ScenarioError) {
    self.path = path
    do {
      file = try FileBytes(path: path)
    } catch {
      throw error.inFile(path)
    }
  }

  /// The text at a place.
  func text(at offset: Int, length: Int) throws(ScenarioError) -> String {
    var isWhole = false
    let text = String(unsafeUninitializedCapacity: length) { buffer in
      isWhole = file.fill(
        UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[..<length]),
        from: offset)
      return isWhole ? length : 0
    }
    guard isWhole else {
      throw ScenarioError(file: path, "became shorter while it was read")
    }
    return text
  }
}
