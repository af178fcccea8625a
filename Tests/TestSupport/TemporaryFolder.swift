import Foundation

/// A folder of files for a test, removed with the value that stands for it.
public final class TemporaryFolder {
  /// Where the folder is.
  public let path: String

  /// A folder with the given files and their texts.
  public init(_ files: [String: String] = [:]) throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("coopetition-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: true)
    path = place.path
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  public func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file in the folder.
  public func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }
}
