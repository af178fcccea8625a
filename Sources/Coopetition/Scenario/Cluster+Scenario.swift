#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Cluster {
  /// Reads a cluster from a scenario file.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  /// - Complexity: O(bytes of the file and of those that it names).
  public init(scenario path: String) throws(ScenarioError) {
    self = try ScenarioFile(path: path).cluster()
  }

  /// Reads a cluster from a scenario file.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  /// - Precondition: the location is a file's.
  /// - Complexity: O(bytes of the file and of those that it names).
  public init(scenario location: URL) throws(ScenarioError) {
    precondition(location.isFileURL, "a scenario is read from a file")
    try self.init(scenario: location.path)
  }

  /// Reads a cluster from a scenario that is at hand as text.
  ///
  /// - Parameters:
  ///   - text: the scenario, in YAML 1.2 or JSON
  ///   - name: the name that errors start with
  ///   - directory: the folder that paths in the scenario are relative to
  /// - Throws: the first thing that is wrong, with its file and place.
  /// - Complexity: O(bytes of the text and of the files that it names).
  public init(
    yaml text: String, named name: String = "scenario.yaml",
    directory: String = "."
  ) throws(ScenarioError) {
    self = try ScenarioFile(text: text, named: name, directory: directory)
      .cluster()
  }
}

extension ScenarioFile {
  /// The cluster that the file describes.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  /// - Complexity: O(bytes of the file and of those that it names).
  public func cluster() throws(ScenarioError) -> Cluster {
    try ClusterReader(file: self).read().cluster
  }
}
