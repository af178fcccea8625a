import Foundation

/// The golden scenarios, copied beside the tests.
enum Golden {
  /// The names of all golden scenarios.
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "yaml" }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }()

  /// The scenario file of a name.
  static func scenario(_ name: String) -> URL {
    folder.appendingPathComponent("\(name).yaml")
  }

  /// The file of the expected answer to a scenario.
  static func expected(_ name: String) -> URL {
    folder.appendingPathComponent("\(name).expected.json")
  }

  /// The scenario file of a study's case.
  static func scenario(_ name: String, of study: String) -> URL {
    folder.appendingPathComponent("\(study)/\(name).yaml")
  }

  /// The expected answer of a study's case.
  static func expected(_ name: String, of study: String) -> URL {
    folder.appendingPathComponent("\(study)/\(name).expected.json")
  }

  private static let folder =
    Bundle.module.resourceURL.map {
      $0.appendingPathComponent("Golden")
    } ?? URL(fileURLWithPath: "Golden")
}
