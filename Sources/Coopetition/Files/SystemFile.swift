#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is asked of the file system.
package enum SystemFile {
  /// Whether there is a file.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a path leads to a device or to something else that is neither a
  /// file nor a folder, such as a pipe.
  static func isSpecial(_ path: String) -> Bool {
    if path.hasPrefix("/dev/") { return true }
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// The absolute path of a file without symbolic links; nil if there is none.
  static func resolvedPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Removes a file if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// Makes a folder unless there is one.
  static func makeFolder(_ path: String) throws(ScenarioError) {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    throw failure(path)
  }

  /// The names of the files of a folder; none if it cannot be read.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) {
          names.append(String(cString: $0))
        }
      }
    }
    return names
  }

  /// Writes all of some bytes; false if that failed.
  package static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) -> Bool {
    moves(bytes.count) { done in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      #if canImport(Darwin)
        return Darwin.write(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Glibc)
        return Glibc.write(descriptor, rest.baseAddress, rest.count)
      #else
        return Musl.write(descriptor, rest.baseAddress, rest.count)
      #endif
    }
  }

  /// Writes all of some bytes from an offset on; false if that failed.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int
  ) -> Bool {
    moves(bytes.count) { done in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      return pwrite(
        descriptor, rest.baseAddress, rest.count, off_t(offset + done))
    }
  }

  /// Fills a buffer with the bytes from an offset on; false if there are too
  /// few.
  static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32,
    at offset: Int
  ) -> Bool {
    moves(buffer.count) { done in
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      return pread(
        descriptor, rest.baseAddress, rest.count, off_t(offset + done))
    }
  }

  /// Calls until all bytes are moved; false if a call failed or moved none.
  ///
  /// The calls get how many bytes are moved, and move some of the rest.
  private static func moves(
    _ count: Int, _ move: (_ done: Int) -> Int
  ) -> Bool {
    var done = 0
    while done < count {
      let moved = move(done)
      if moved < 0 && errno == EINTR { continue }
      guard moved > 0 else { return false }
      done += moved
    }
    return true
  }

  /// Why the last call failed.
  static func failure(_ path: String) -> ScenarioError {
    ScenarioError(file: path, String(cString: strerror(errno)))
  }
}
