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

  /// Opens a file, or a pipe that was handed over open.
  ///
  /// - Throws: an error without file and place that says why not.
  init(path: String) throws(ScenarioError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw ScenarioError("there is no such file")
    }
    // A pipe that nothing writes to must not be waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let reason = errno
      throw ScenarioError(Self.message(for: reason))
    }
    var status = stat()
    let failed = fstat(descriptor, &status) != 0
    let kind = status.st_mode & S_IFMT
    let problem = failed ? Self.message(for: errno) : Self.problem(kind, path)
    if let problem {
      close(descriptor)
      throw ScenarioError(problem)
    }
    _ = fcntl(descriptor, F_SETFL, O_RDONLY)
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

  /// Goes on reading from a byte.
  ///
  /// - Precondition: the file is plain.
  func seek(to offset: Int) { lseek(descriptor, off_t(offset), SEEK_SET) }

  /// Starts again from the first byte.
  ///
  /// - Precondition: the file is plain.
  func rewind() { seek(to: 0) }

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

  /// Why nothing is read from a file of a kind; nil if it is.
  ///
  /// Pipes that were handed over open have their names in `/dev` or `/proc`.
  private static func problem(_ kind: mode_t, _ path: String) -> String? {
    switch kind {
    case S_IFDIR: return "is a directory, not a file"
    case S_IFBLK: return "is a device, not a file"
    case S_IFIFO where !["/dev/", "/proc/"].contains { path.hasPrefix($0) }:
      return "is a named pipe, not a file; save what it gives in a file first"
    default: return nil
    }
  }

  private static func message(for reason: Int32) -> String {
    switch reason {
    case ENOENT, ENOTDIR: "there is no such file"
    case EISDIR: "is a directory, not a file"
    case EACCES, EPERM: "may not be read"
    case ENXIO, ENODEV: "is a socket or a device, not a file"
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
}
