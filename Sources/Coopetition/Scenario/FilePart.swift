import LinearAlgebra

/// Whole lines of a file that are read by themselves, so that threads share a
/// long file.
struct FilePart: Sendable {
  /// Where its bytes lie.
  let bytes: Range<Int>
  /// How many lines come before it.
  let linesBefore: Int
  /// How many lines it has at most; 0 if they were not counted.
  let lines: Int

  /// A file that is read from its first line to its last.
  static let whole = FilePart(bytes: 0..<Int.max, linesBefore: 0, lines: 0)

  /// The parts of a plain file, in order, with their lines counted.
  ///
  /// A file with a quote is one part, since a field in quotes may contain line
  /// feeds, and no part but the last ends with an empty line.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - size: About how many bytes are in a part.
  /// - Returns: The parts; together they are the file.
  /// - Throws: an error without file and place when it cannot be read.
  /// - Complexity: O(bytes).
  static func parts(
    path: String, of size: Int = standardSize
  ) throws(ScenarioError) -> [FilePart] {
    let ends = try lineEnds(path: path, about: size)
    let ranges = zip([0] + ends, ends).map { $0..<$1 }
    let counts = Parallel.map(ranges.count) { k in
      Result { () throws(ScenarioError) in
        try count(path: path, ranges[k])
      }
    }
    var parts: [FilePart] = []
    var (lines, hasQuotes) = (0, false)
    for (range, count) in zip(ranges, counts) {
      let count = try count.get()
      hasQuotes = hasQuotes || count.hasQuotes
      parts.append(
        FilePart(
          bytes: range, linesBefore: lines, lines: count.lineFeeds + 1))
      lines += count.lineFeeds
    }
    guard hasQuotes || parts.count < 2 else { return parts }
    return [FilePart(bytes: 0..<Int.max, linesBefore: 0, lines: lines + 1)]
  }

  /// Where parts end: after a line feed that ends a line with text, and at the
  /// end of the file.
  private static func lineEnds(
    path: String, about size: Int
  ) throws(ScenarioError) -> [Int] {
    let file = try FileBytes(path: path)
    var ends: [Int] = []
    let sample = UnsafeMutableRawBufferPointer.allocate(
      byteCount: sampleSize, alignment: 16)
    defer { sample.deallocate() }
    for start in stride(from: size, to: file.size - sampleSize, by: size) {
      guard file.fill(sample, from: start) else { break }
      if let end = lineEnd(in: UnsafeRawBufferPointer(sample)) {
        ends.append(start + end)
      }
    }
    return ends + [file.size]
  }

  /// The offset after the first line feed that ends a line with text.
  private static func lineEnd(in bytes: UnsafeRawBufferPointer) -> Int? {
    var hasText = false
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") {
        if hasText { return offset + 1 }
      } else if byte != UInt8(ascii: "\r") {
        hasText = true
      }
    }
    return nil
  }

  /// How many line feeds some bytes of a file have, and whether they have a
  /// quote.
  private static func count(
    path: String, _ range: Range<Int>
  ) throws(ScenarioError) -> (lineFeeds: Int, hasQuotes: Bool) {
    let file = try FileBytes(path: path)
    file.seek(to: range.lowerBound)
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: 1 << 18, alignment: 64)
    defer { chunk.deallocate() }
    var (left, lineFeeds, quotes) = (range.count, 0, 0)
    while left > 0 {
      let free = UnsafeMutableRawBufferPointer(rebasing: chunk.prefix(left))
      let count = try file.read(into: free)
      guard count > 0 else { break }
      for byte in chunk[..<count] {
        lineFeeds &+= byte == UInt8(ascii: "\n") ? 1 : 0
        quotes &+= byte == UInt8(ascii: "\"") ? 1 : 0
      }
      left -= count
    }
    return (lineFeeds, quotes > 0)
  }

  /// About how many bytes are in a part.
  private static let standardSize = 1 << 23
  /// Within how many bytes a part ends, or goes on.
  private static let sampleSize = 1 << 12
}
