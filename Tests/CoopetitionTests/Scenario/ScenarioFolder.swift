import Coopetition
import Foundation

/// A folder of files for a test, removed with the value that stands for it.
final class ScenarioFolder {
  let path: String

  /// A folder with the given files and their texts.
  init(_ files: [String: String] = [:]) throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("scenario-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: true)
    path = place.path
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  /// The message that reading a scenario in the folder ends with, the folder
  /// left out; nil when it is read.
  func message(_ name: String = "chem.yaml") -> String? {
    do {
      _ = try Cluster(scenario: path(name))
      return nil
    } catch {
      return error.description.replacingOccurrences(of: path + "/", with: "")
    }
  }
}
