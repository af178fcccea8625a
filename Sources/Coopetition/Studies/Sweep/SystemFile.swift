#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a sweep asks of the file system.
enum SystemFile {
  /// Whether there is a file.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Removes a file if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// Gives a file a second name; false if the name is taken.
  static func link(_ path: String, as name: String) -> Bool {
    #if canImport(Darwin)
      Darwin.link(path, name) == 0
    #elseif canImport(Glibc)
      Glibc.link(path, name) == 0
    #else
      Musl.link(path, name) == 0
    #endif
  }

  /// Puts a file in the place of another, at one moment.
  ///
  /// - Throws: an error that names the place.
  static func move(_ path: String, to place: String) throws(ScenarioError) {
    guard rename(path, place) != 0 else { return }
    throw failure(place)
  }

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

  /// Why the last call failed.
  static func failure(_ path: String) -> ScenarioError {
    ScenarioError(file: path, String(cString: strerror(errno)))
  }
}

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
