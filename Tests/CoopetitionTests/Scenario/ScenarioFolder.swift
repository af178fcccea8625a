import Coopetition
import Foundation
import TestSupport

/// A folder of scenario files for a test.
typealias ScenarioFolder = TemporaryFolder

extension TemporaryFolder {
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
