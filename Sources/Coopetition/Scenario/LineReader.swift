import LinearAlgebra

/// Reads a file line by line into one buffer, whatever the file's size.
///
/// A line is handed out as bytes of the buffer, without its line feed, the
/// carriage return before it, and the byte order mark of the file; they are
/// valid until the next call.
struct LineReader: ~Copyable {
  /// The most bytes that a line may have.
  static let mostBytes = 1 << 24
  private static let startCapacity = 1 << 18
  /// A file of fewer bytes is read to its end even where work is to stop.
  private static let briefBytes = 1 << 24

  /// Of a file of fewer bytes nothing is told while it is read.
  private static let untoldBytes = 1 << 20

  private let path: String
  private let file: FileBytes
  private var buffer: UnsafeMutableRawBufferPointer
  /// The bytes of the buffer that came from the file.
  private var filled = 0
  /// Where the line starts, where it ends and where the next one starts.
  private var start = 0
  private var end = 0
  private var next = 0
  private var isAtEnd = false
  /// Up to which byte of the file was read, and will be.
  private var taken: Int
  private let last: Int

  /// The number of the line, counting from 1.
  private(set) var number: Int

  /// Opens a file, to read it or a part of it.
  ///
  /// - Throws: an error without file and place when it cannot be opened.
  init(path: String, part: FilePart = .whole) throws(ScenarioError) {
    self.path = path
    file = try FileBytes(path: path)
    (taken, last) = (part.bytes.lowerBound, part.bytes.upperBound)
    number = part.linesBefore
    buffer = .allocate(byteCount: Self.startCapacity, alignment: 16)
    if taken > 0 { file.seek(to: taken) }
  }

  deinit { buffer.deallocate() }

  /// The line as bytes that may be changed in place.
  var line: UnsafeMutableBufferPointer<UInt8> {
    UnsafeMutableRawBufferPointer(rebasing: buffer[start..<end])
      .assumingMemoryBound(to: UInt8.self)
  }

  /// Moves to the next line; false at the end of the file.
  mutating func advance() throws(ScenarioError) -> Bool {
    start = next
    guard try findEnd() else { return false }
    number += 1
    if number == 1 {
      guard !SourceText.isUTF16(line) else {
        throw ScenarioError(SourceText.utf16)
      }
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    }
    return true
  }

  /// Appends a line feed and the next line to this one; false at the end of
  /// the file.
  mutating func extend() throws(ScenarioError) -> Bool {
    guard try findEnd() else { return false }
    number += 1
    return true
  }

  /// The place of the line, for messages.
  var place: String { "line \(number)" }

  /// Finds the line feed from `next` on; false when no bytes are left.
  private mutating func findEnd() throws(ScenarioError) -> Bool {
    var searched = next
    while true {
      let unread = UnsafeRawBufferPointer(rebasing: buffer[searched..<filled])
      if let offset = FileBytes.firstLineFeed(in: unread) {
        next = searched + offset + 1
        end = searched + offset
        if end > start && buffer[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return true
      }
      searched = filled - start
      guard try fill() else { break }
    }
    defer { (next, end) = (filled, filled) }
    return filled > next
  }

  /// Moves the line to the front of the buffer and reads on behind it; false
  /// at the end of the file.
  private mutating func fill() throws(ScenarioError) -> Bool {
    if isAtEnd { return false }
    guard taken < Self.briefBytes || !Cancellation.isRequested else {
      throw ScenarioError(at: place, "reading was told to stop here")
    }
    next -= start
    filled -= start
    let line = UnsafeRawBufferPointer(rebasing: buffer[start...].prefix(filled))
    if filled == buffer.count {
      try grow(keeping: line)
    } else if start > 0 {
      buffer.copyMemory(from: line)
    }
    start = 0
    let free = UnsafeMutableRawBufferPointer(
      rebasing: buffer[filled...].prefix(last - taken))
    let count = free.isEmpty ? 0 : try file.read(into: free)
    filled += count
    taken += count
    isAtEnd = count == 0
    if taken >= Self.untoldBytes {
      ReadingProgress.tell(
        path, bytes: taken, of: file.isPlain ? file.size : nil)
    }
    return !isAtEnd
  }

  private mutating func grow(
    keeping line: UnsafeRawBufferPointer
  )
    throws(ScenarioError)
  {
    guard buffer.count < Self.mostBytes else {
      throw ScenarioError(
        at: "line \(number + 1)", "is longer than \(Self.mostBytes) bytes")
    }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: 2 * buffer.count, alignment: 16)
    larger.copyMemory(from: line)
    buffer.deallocate()
    buffer = larger
  }
}
