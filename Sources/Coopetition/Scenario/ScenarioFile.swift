/// A scenario file that has been read as a document but not yet interpreted.
///
/// It tells what kind of game it describes, so that a program can take both
/// clusters and games written as formulas:
///
///     let file = try ScenarioFile(path: "chem.yaml")
///     switch file.kind {
///     case .cluster: let cluster = try file.cluster()
///     case .formulas: ...
///     }
public struct ScenarioFile: Sendable {
  /// The file as the user named it; errors start with it.
  public let name: String
  /// The folder that paths in the scenario are relative to.
  public let directory: String
  /// What kind of game the file describes.
  public let kind: ScenarioKind
  /// Which files the scenario may name.
  public let reach: FileReach
  let document: DocumentNode

  /// Reads the document in a file.
  ///
  /// - Parameters:
  ///   - path: the file
  ///   - reach: which files the scenario may name
  /// - Throws: an error when the file cannot be read or is not YAML.
  /// - Complexity: O(bytes).
  public init(
    path: String, reach: FileReach = .anywhere
  ) throws(ScenarioError) {
    let text: String
    do {
      let bytes = try FileBytes(path: path)
        .readAll(limit: YAMLDocument.mostBytes)
      text = try SourceText.decode(bytes)
    } catch {
      throw error.inFile(path)
    }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "./"
    try self.init(
      text: text, named: path, directory: String(folder), reach: reach)
  }

  /// Reads the document on standard input; paths in it are relative to the
  /// current folder.
  ///
  /// - Parameter reach: which files the scenario may name
  /// - Returns: the document
  /// - Throws: an error when it cannot be read or is not YAML.
  public static func standardInput(
    reach: FileReach = .anywhere
  ) throws(ScenarioError) -> ScenarioFile {
    let name = "standard input"
    do {
      let bytes = try FileBytes(path: "/dev/stdin")
        .readAll(limit: YAMLDocument.mostBytes)
      return try ScenarioFile(
        text: SourceText.decode(bytes), named: name, directory: "./",
        reach: reach)
    } catch {
      throw error.inFile(name)
    }
  }

  /// Reads a document that is at hand as text.
  ///
  /// - Parameters:
  ///   - text: the document, in YAML 1.2 or JSON
  ///   - name: the name that errors start with
  ///   - directory: the folder that paths in the scenario are relative to
  ///   - reach: which files the scenario may name
  /// - Throws: an error when the text is not YAML.
  /// - Complexity: O(bytes).
  public init(
    text: String, named name: String = "scenario.yaml",
    directory: String = ".", reach: FileReach = .anywhere
  ) throws(ScenarioError) {
    self.name = name
    self.directory = directory
    self.reach = reach
    do {
      document = try YAMLDocument.parse(text)
      kind = try ScenarioKind(document)
    } catch {
      throw error.inFile(name)
    }
  }

  /// The file's name without its folder and its extension.
  var stem: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else {
      return last
    }
    return String(last[..<dot])
  }

  /// The path of a file that the scenario names at a place.
  ///
  /// - Throws: an error at the place when the file cannot be opened.
  func path(
    of reference: String, at place: String?
  ) throws(ScenarioError)
    -> String
  {
    guard !reference.isEmpty else {
      throw ScenarioError(at: place, "is empty; the path of a file is needed")
    }
    let isAbsolute = reference.hasPrefix("/")
    let folder = directory.hasSuffix("/") ? directory : directory + "/"
    let path = isAbsolute ? reference : folder + reference
    do {
      try reach.check(path, in: folder)
      _ = try FileBytes(path: path)
      return path
    } catch {
      let name = DocumentNode.shortened(reference)
      throw ScenarioError(at: place, "\(name): \(error.message)")
    }
  }
}
