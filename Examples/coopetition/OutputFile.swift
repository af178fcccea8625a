import ArgumentParser
import Coopetition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that a command is asked to write: opened before the work begins,
/// written beside its place and renamed when it is whole.
///
/// So a folder that is not there is found before a long search, and what stood
/// in the place stays until the new file is complete.
final class OutputFile {
  private let path: String
  private let draft: String
  private let descriptor: Int32
  private var isCommitted = false

  /// Opens the draft of a file.
  ///
  /// - Parameters:
  ///   - path: Where the file will be.
  ///   - inputs: Files that it may not replace.
  /// - Throws: ExitCode.failure after an error message.
  init(_ path: String, besides inputs: [String] = []) throws {
    guard !inputs.contains(where: { Self.areSame($0, path) }) else {
      throw Output.failure(
        "\(path): is the scenario itself; choose another file")
    }
    self.path = path
    draft = "\(path).\(getpid()).part"
    descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      if errno == EEXIST {
        throw Output.failure(
          "\(path): is written by two options; choose another file for one")
      }
      let reason = String(cString: strerror(errno))
      throw Output.failure("\(path): cannot be written: \(reason)")
    }
  }

  deinit {
    close(descriptor)
    if !isCommitted { unlink(draft) }
  }

  /// Writes the whole file and puts it in its place.
  ///
  /// - Throws: ExitCode.failure after an error message; the place is then as
  ///   it was before.
  func commit(_ text: String) throws {
    guard Output.write(text, to: descriptor), fsync(descriptor) == 0,
      rename(draft, path) == 0
    else {
      let reason = String(cString: strerror(errno))
      throw Output.failure("\(path): cannot be written: \(reason)")
    }
    isCommitted = true
  }

  /// Whether two paths lead to the same file.
  private static func areSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(a, &first) == 0 && stat(b, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
