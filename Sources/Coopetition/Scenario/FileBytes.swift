#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file opened for reading, closed when it goes out of scope.
///
/// The only place that calls the operating system.
struct FileBytes: ~Copyable {
  private let descriptor: Int32
  /// The size in bytes when the file was opened; 0 for what is no plain file.
  let size: Int
  /// Whether the file can be read twice.
  let isPlain: Bool

  /// Opens a file.
  ///
  /// - Throws: an error without file and place that says why not.
  init(path: String) throws(ScenarioError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw ScenarioError("there is no such file")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno
      throw ScenarioError(Self.message(for: reason))
    }
    var status = stat()
    let failed = fstat(descriptor, &status) != 0
    let kind = status.st_mode & S_IFMT
    guard !failed, kind != S_IFDIR else {
      close(descriptor)
      throw ScenarioError("is a directory, not a file")
    }
    self.descriptor = descriptor
    isPlain = kind == S_IFREG
    size = isPlain ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// Reads into a buffer and returns how many bytes came; 0 at the end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer
  )
    throws(ScenarioError) -> Int
  {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      let reason = errno
      guard reason == EINTR else {
        throw ScenarioError(Self.message(for: reason))
      }
    }
  }

  /// Fills a buffer with the bytes from an offset on; false if there are too
  /// few.
  ///
  /// - Precondition: the file is plain.
  func fill(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int) -> Bool {
    SystemFile.fill(buffer, from: descriptor, at: offset)
  }

  /// Starts again from the first byte.
  ///
  /// - Precondition: the file is plain.
  func rewind() { lseek(descriptor, 0, SEEK_SET) }

  /// All bytes of the file.
  ///
  /// - Throws: an error when there are more than a limit.
  func readAll(limit: Int) throws(ScenarioError) -> [UInt8] {
    var bytes: [UInt8] = []
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(max(size + 1, 4096), 1 << 20), alignment: 16)
    defer { chunk.deallocate() }
    while case let count = try read(into: chunk), count > 0 {
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else {
        throw ScenarioError(
          "is larger than \(limit) bytes; large tables go into CSV files")
      }
    }
    return bytes
  }

  private static func message(for reason: Int32) -> String {
    switch reason {
    case ENOENT, ENOTDIR: "there is no such file"
    case EISDIR: "is a directory, not a file"
    case EACCES, EPERM: "may not be read"
    default: "cannot be read: \(String(cString: strerror(reason)))"
    }
  }
}

extension FileBytes {
  /// The offset of the first line feed in some bytes, or nil.
  static func firstLineFeed(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress,
      let found = memchr(base, Int32(UInt8(ascii: "\n")), bytes.count)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// The number of lines in a file, the last one with or without line feed.
  ///
  /// - Complexity: O(bytes).
  static func lineCount(path: String) throws(ScenarioError) -> Int {
    let file = try FileBytes(path: path)
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: 1 << 18, alignment: 64)
    defer { chunk.deallocate() }
    var lines = 1
    while case let count = try file.read(into: chunk), count > 0 {
      for byte in chunk[..<count] where byte == 0x0A { lines &+= 1 }
    }
    return lines
  }
}
