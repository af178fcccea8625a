import Foundation
import TestSupport

@testable import Coopetition

/// A small scenario that sweeps of tests vary.
enum SweepSupport {
  static let text = """
    name: Two firms with reciprocity
    model: {reciprocity: 2}
    firms:
    - {name: Alpha, opportunity: 3, market: 0.6,
       cost: {linear: 0.25, quadratic: 1.2}}
    - {name: Beta, opportunity: 2.5, market: 0.8,
       cost: {linear: 0.2, quadratic: 1}}
    complementarity: {uniform: 0.8}
    rivalry: {uniform: 0.4}
    uncertain:
      rivalry: {uniform: [0.5, 1.5]}
      Alpha.opportunity: {normal: [3, 0.5], from: 2}
    """

  static func scenario() throws -> Scenario {
    try Scenario(ScenarioFile(text: text, named: "two.yaml"))
  }

  /// A sweep of the scenario.
  static func sweep(
    _ design: SweepDesign = .grid, vary variations: [String] = [],
    columns: String = "equilibria,best.welfare,several", seed: UInt64 = 1,
    fingerprint: String = "f"
  ) throws -> Sweep {
    let scenario = try scenario()
    var request = SweepPlan.Request()
    request.design = design
    request.seed = seed
    request.variations = try variations.map { try SweepVariation($0) }
    return Sweep(
      try SweepPlan(request, of: scenario),
      by: try AnalysisSweep(columns: columns, of: scenario),
      fingerprint: fingerprint, effort: 1000)
  }
}

extension TemporaryFolder {
  /// The names of the files that a folder of the folder has, in order.
  func names(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// The results and the summary that a folder of the folder has.
  func results(_ name: String) throws -> [String] {
    try [text("\(name)/results.csv"), text("\(name)/summary.json")]
  }
}
