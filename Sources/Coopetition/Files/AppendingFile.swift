#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file of which a process is the only writer, by one `write` a line.
///
/// The lock is the process's: it is gone when the process is, however it ends.
struct AppendingFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Opens or makes a file and locks it.
  ///
  /// - Throws: an error that says that another process writes it, or why it
  ///   cannot be written.
  init(path: String) throws(ScenarioError) {
    let opened = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw SystemFile.failure(path) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let isLocked = errno == EWOULDBLOCK
      let reason = SystemFile.failure(path)
      close(opened)
      throw isLocked
        ? ScenarioError(file: path, "another process writes it") : reason
    }
    descriptor = opened
    self.path = path
  }

  deinit { close(descriptor) }

  /// Cuts the file to a length.
  func truncate(to length: Int) throws(ScenarioError) {
    guard ftruncate(descriptor, off_t(length)) == 0 else {
      throw SystemFile.failure(path)
    }
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: an error when the disk is full, say; what was there is good.
  func append(_ text: String) throws(ScenarioError) {
    var text = text
    let written = text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) }
    guard written == text.utf8.count else {
      throw written < 0
        ? SystemFile.failure(path)
        : ScenarioError(file: path, "No space left on device")
    }
  }

  /// Waits until what was written is on the disk.
  func synchronize() { fsync(descriptor) }
}
