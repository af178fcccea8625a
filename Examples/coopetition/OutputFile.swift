import ArgumentParser
import Coopetition
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that a command is asked to write: its draft is opened before the work
/// begins, and put in its place when it is whole.
///
/// So a folder that is not there is found before a long search, and what stood
/// in the place stays until the new file is complete.
final class OutputFile {
  private var draft: Draft?

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
    guard path != "-" else {
      throw Output.failure(
        "-: is no file to write; answers go to standard output without it")
    }
    guard Self.claim(path) else {
      throw Output.failure(
        "\(path): is written by two options; choose another file for one")
    }
    do throws(ScenarioError) {
      draft = try Draft(of: path)
    } catch {
      throw Output.failure(error.description)
    }
  }

  /// Writes the whole file and puts it in its place.
  ///
  /// - Throws: ExitCode.failure after an error message; the place is then as
  ///   it was before.
  func commit(_ text: String) throws {
    guard let draft = draft.take() else {
      preconditionFailure("a file is written once")
    }
    do throws(ScenarioError) {
      try draft.append(Array(text.utf8))
      try draft.replace()
    } catch {
      throw Output.failure(error.description)
    }
  }

  /// The files that this process writes.
  private static let claimed = Mutex<Set<String>>([])

  /// Whether no other output of this process goes to a place.
  private static func claim(_ path: String) -> Bool {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) }
    let folder = start.map { String(path[..<$0]) } ?? "."
    let resolved = realpath(folder, nil)
    defer { free(resolved) }
    let whole = resolved.map { String(cString: $0) } ?? folder
    let place = "\(whole)/\(path[(start ?? path.startIndex)...])"
    return claimed.withLock { $0.insert(place).inserted }
  }

  /// Whether two paths lead to the same file.
  private static func areSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(a, &first) == 0 && stat(b, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
