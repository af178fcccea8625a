import Coopetition
import Foundation
import TestSupport

/// The golden scenarios of networks with their answers.
enum NetworkGolden {
  private static let folder =
    Bundle.module.resourceURL.map {
      $0.appendingPathComponent("Golden/network")
    } ?? URL(fileURLWithPath: "Golden/network")

  static func scenario(_ name: String) throws -> Scenario {
    try Scenario(path: folder.appendingPathComponent("\(name).yaml").path)
  }

  static func cluster(_ name: String) throws -> Cluster {
    try Cluster(scenario: folder.appendingPathComponent("\(name).yaml"))
  }

  static func answer<Answer: Decodable>(
    _ name: String, as type: Answer.Type
  ) throws -> Answer {
    let place = folder.appendingPathComponent("\(name).expected.json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: place))
  }
}
