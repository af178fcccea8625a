#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is written beside its place and put there when it is whole; one
/// that is not finished leaves nothing behind.
///
/// A process that is killed leaves its draft, but not the lock on it: a draft
/// that nobody holds is a leftover, which the next draft of the same file
/// removes. Where files cannot be locked, leftovers stay. A link leads to the
/// file that is written; what is no file, such as a pipe or a device, has no
/// draft and is written as it comes.
package struct Draft: ~Copyable {
  private let path: String
  /// Where the file will be: the path after links.
  private let place: String
  /// The name of the draft; nil for what is no file.
  private let name: String?
  /// The file while it is written.
  let descriptor: Int32

  /// Opens the draft of a file, and removes those that were left behind.
  ///
  /// - Throws: an error that names the file and says why it cannot be written.
  package init(of path: String) throws(ScenarioError) {
    let opened = try Self.opened(path)
    self.path = path
    (place, name) = (opened.place, opened.name)
    descriptor = opened.descriptor
  }

  deinit {
    close(descriptor)
    if let name { unlink(name) }
  }

  /// Adds bytes.
  ///
  /// - Throws: an error when the disk is full, say.
  package func append(_ bytes: [UInt8]) throws(ScenarioError) {
    let isWhole = bytes.withUnsafeBytes {
      SystemFile.write($0, to: descriptor)
    }
    guard isWhole else { throw Self.failure(path) }
  }

  /// Puts the whole file in its place, whatever is there.
  ///
  /// - Throws: an error that names the file; its place is then as it was.
  package consuming func replace() throws(ScenarioError) {
    guard let name else { return }
    guard fsync(descriptor) == 0, rename(name, place) == 0 else {
      throw Self.failure(path)
    }
  }

  /// Puts the whole file in its place unless that is taken.
  ///
  /// - Returns: Whether it is there now.
  /// - Throws: an error that names the file.
  package consuming func claim() throws(ScenarioError) -> Bool {
    guard let name else { return true }
    if fsync(descriptor) == 0, link(name, place) == 0 { return true }
    guard errno == EEXIST else { throw Self.failure(path) }
    return false
  }

  /// Opens what is no file, or the draft of a file.
  private static func opened(
    _ path: String
  ) throws(ScenarioError) -> (
    place: String, name: String?, descriptor: Int32
  ) {
    guard !SystemFile.isSpecial(path) else {
      let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path) }
      return (path, nil, descriptor)
    }
    let place = SystemFile.resolvedPath(path) ?? path
    removeLeftovers(of: place)
    let (name, descriptor) = try created(for: place, named: path)
    return (place, name, descriptor)
  }

  /// Opens and locks a new file that bears the draft's name.
  private static func created(
    for place: String, named path: String
  ) throws(ScenarioError) -> (name: String, descriptor: Int32) {
    while true {
      let name = place + suffix(UInt64.random(in: 0 ... .max))
      let descriptor = open(
        name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw failure(path) }
      if hold(descriptor) { return (name, descriptor) }
      close(descriptor)
    }
  }

  static func failure(_ path: String) -> ScenarioError {
    ScenarioError(
      file: path, "cannot be written: \(String(cString: strerror(errno)))")
  }
}

extension Draft {
  /// Removes the drafts of a file that killed processes left behind.
  package static func removeLeftovers(of path: String) {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) }
    let folder = path[..<(start ?? path.startIndex)]
    let file = path[(start ?? path.startIndex)...]
    for name in SystemFile.names(in: folder.isEmpty ? "." : String(folder))
    where isDraft(name, of: file) {
      removeUnlessHeld(folder + name)
    }
  }

  /// What tells the draft of a file from the file and from other drafts.
  private static func suffix(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    let zeros = String(repeating: "0", count: digitCount - digits.count)
    return ".\(zeros)\(digits).part"
  }

  private static let digitCount = 16

  private static func isDraft(_ name: String, of file: Substring) -> Bool {
    guard name.hasPrefix("\(file)."), name.hasSuffix(".part") else {
      return false
    }
    let number = name.dropFirst(file.count + 1).dropLast(5)
    return number.count == digitCount && UInt64(number, radix: 16) != nil
  }

  private static func removeUnlessHeld(_ name: String) {
    let descriptor = open(name, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(name) }
    close(descriptor)
  }

  /// Locks a new draft; false if somebody took it for a leftover before.
  private static func hold(_ descriptor: Int32) -> Bool {
    _ = flock(descriptor, LOCK_EX)
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }
}
