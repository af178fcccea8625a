import Foundation
import TestSupport

/// The schemas of what commands print as JSON, in `Documentation/Schemas`.
enum Schemas {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Documentation/Schemas")

  private static let ending = ".schema.json"

  /// The commands that have a schema.
  static let commands: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(ending) }
      .map { String($0.dropLast(ending.count)) }.sorted()
  }()

  /// The text of a command's schema.
  static func text(of command: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(command + ending))
  }

  /// What an answer has that the schema of its command does not allow.
  ///
  /// - Parameters:
  ///   - json: The answer; it need not name its schema, which commands add to
  ///     answers of the library.
  ///   - command: The command.
  /// - Throws: An error if there is no schema, or the answer is no JSON.
  /// - Returns: Each problem with its place.
  static func problems(
    in json: String, of command: String
  ) throws -> [String] {
    try JSONSchema(data: text(of: command)).problems(in: Data(json.utf8))
      .filter { $0 != "$.schema is missing" }
  }

  /// An answer whose lists are cut to their first element, which keeps its
  /// schema and is soon looked through.
  static func shortened(_ answer: Data) throws -> Data {
    try JSONSerialization.data(
      withJSONObject: shortened(JSONSerialization.jsonObject(with: answer)))
  }

  private static func shortened(_ value: Any) -> Any {
    if let list = value as? [Any] { return list.prefix(1).map(shortened) }
    guard let object = value as? [String: Any] else { return value }
    return object.mapValues(shortened)
  }
}
