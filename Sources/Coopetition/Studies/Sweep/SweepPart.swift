/// A file of rows, in the order in which points ended.
struct SweepPart {
  /// The path of the file.
  let path: String
  /// What is swept.
  let sweep: Sweep

  /// Goes through the whole rows of the file.
  ///
  /// A process that was killed may have torn its last line; what follows the
  /// first line that is not whole does not count.
  ///
  /// - Parameter body: Gets the number of a point and where its line stands,
  ///   without the line feed.
  /// - Returns: The length of the file up to the first line that is not
  ///   whole.
  /// - Throws: an error that names the file if it cannot be read.
  /// - Complexity: O(bytes); one line in memory.
  func scan(
    _ body: (_ point: Int, _ place: Range<Int>) -> Void
  ) throws(ScenarioError) -> Int {
    do {
      return try scan(FileBytes(path: path), body)
    } catch {
      throw error.inFile(path)
    }
  }

  private func scan(
    _ file: borrowing FileBytes,
    _ body: (_ point: Int, _ place: Range<Int>) -> Void
  ) throws(ScenarioError) -> Int {
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.chunkSize, alignment: 16)
    defer { chunk.deallocate() }
    var line: [UInt8] = []
    var offset = 0
    while case let count = try file.read(into: chunk), count > 0 {
      var start = 0
      while start < count {
        let rest = UnsafeRawBufferPointer(rebasing: chunk[start..<count])
        guard let end = FileBytes.firstLineFeed(in: rest) else {
          line += rest
          break
        }
        line += rest[..<end]
        guard accept(line, at: offset, body) else { return offset }
        offset += line.count + 1
        start += end + 1
        line.removeAll(keepingCapacity: true)
      }
    }
    return offset
  }

  /// Whether a line is the header in its place or a whole row.
  private func accept(
    _ line: [UInt8], at offset: Int,
    _ body: (_ point: Int, _ place: Range<Int>) -> Void
  ) -> Bool {
    guard offset > 0 else { return line.elementsEqual(sweep.header.utf8) }
    guard let cells = SweepRow.cells(of: line[...]),
      cells.count == sweep.cellCount,
      let point = Int(String(decoding: line[cells[0]], as: UTF8.self)),
      0..<sweep.plan.pointCount ~= point
    else { return false }
    body(point, offset..<(offset + line.count))
    return true
  }

  private static let chunkSize = 1 << 18

  /// Copies bytes of the file.
  ///
  /// - Parameters:
  ///   - ranges: Where the bytes are, and where they go.
  ///   - bytes: What they are copied into.
  /// - Throws: an error that names the file if it cannot be read or is too
  ///   short.
  func copy(
    _ ranges: [(source: Range<Int>, target: Int)], into bytes: inout [UInt8]
  ) throws(ScenarioError) {
    do throws(ScenarioError) {
      try Self.copy(ranges, of: FileBytes(path: path), into: &bytes)
    } catch {
      throw error.inFile(path)
    }
  }

  private static func copy(
    _ ranges: [(source: Range<Int>, target: Int)],
    of file: borrowing FileBytes, into bytes: inout [UInt8]
  ) throws(ScenarioError) {
    for (source, target) in ranges {
      let isWhole = bytes.withUnsafeMutableBytes { bytes in
        let end = target + source.count
        return file.fill(
          UnsafeMutableRawBufferPointer(rebasing: bytes[target..<end]),
          from: source.lowerBound)
      }
      guard isWhole else {
        throw ScenarioError("became shorter while it was read")
      }
    }
  }
}

/// A line of a part: the point, its values, its results, and what went wrong.
enum SweepRow {
  /// A line without its line feed.
  ///
  /// - Parameters:
  ///   - point: The number of the point.
  ///   - values: The values of the numbers that change.
  ///   - cells: The results.
  ///   - error: What went wrong, empty if nothing did.
  /// - Returns: The cells, in quotes where they need them.
  static func text(
    _ point: Int, _ values: [Double], _ cells: [SweepCell], error: String
  ) -> String {
    CSVText.row(
      ["\(point)"] + values.map(\.shortDescription) + cells.map(\.text)
        + [onOneLine(error)])
  }

  /// A message without its line ends and the blanks around them.
  private static func onOneLine(_ message: String) -> String {
    message.split(whereSeparator: \.isNewline).map(\.trimmingBlanks)
      .joined(separator: " ")
  }

  /// Where the cells of a line stand, with their quotes; nil if a quote is
  /// not closed.
  static func cells(of line: ArraySlice<UInt8>) -> [Range<Int>]? {
    var cells: [Range<Int>] = []
    var start = line.startIndex
    var isQuoted = false
    for k in line.indices {
      let byte = line[k]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ",") && !isQuoted {
        cells.append(start..<k)
        start = k + 1
      }
    }
    cells.append(start..<line.endIndex)
    return isQuoted ? nil : cells
  }
}
