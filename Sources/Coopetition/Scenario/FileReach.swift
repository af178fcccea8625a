/// Which files the text of a scenario may name.
public enum FileReach: Sendable {
  /// Any file that can be read.
  case anywhere
  /// Files in the scenario's folder and in those below it, after symbolic
  /// links.
  case folder
  /// None; everything stands in the text itself.
  case nowhere
}

extension FileReach {
  /// Throws unless a file may be named in a scenario.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - folder: The scenario's folder.
  /// - Throws: What to do instead.
  func check(_ path: String, in folder: String) throws(ScenarioError) {
    switch self {
    case .anywhere: break
    case .folder:
      guard let base = SystemFile.resolvedPath(folder),
        let file = SystemFile.resolvedPath(path),
        file.hasPrefix(base.hasSuffix("/") ? base : base + "/")
      else {
        throw ScenarioError(
          "lies outside the scenario's folder; move it there, or leave out "
            + "--confined")
      }
    case .nowhere:
      throw ScenarioError("names a file; the numbers themselves are needed")
    }
  }
}
