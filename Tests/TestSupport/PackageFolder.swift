import Foundation

/// Files of this package.
public enum PackageFolder {
  /// The folder of the package.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Copies of all scenarios and tables of `Examples`, side by side.
  ///
  /// - Throws: An error if they cannot be copied.
  /// - Returns: A folder that holds them.
  public static func examples() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let sources = FileManager.default.enumerator(
      at: root.appendingPathComponent("Examples"),
      includingPropertiesForKeys: nil)
    for case let file as URL in sources ?? .init()
    where ["yaml", "csv"].contains(file.pathExtension) {
      try folder.write(
        Array(Data(contentsOf: file)), to: file.lastPathComponent)
    }
    return folder
  }
}
