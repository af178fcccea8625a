/// What links cost and where the formation of links starts (`linking`).
public struct Linking: Sendable, Equatable {
  /// The links that are there at the start.
  public enum Start: Sendable, Equatable {
    /// None.
    case empty
    /// Every candidate pair.
    case full
    /// Some pairs of firms, by their places; direction means nothing.
    case pairs([[Int]])
  }

  /// What a link costs each firm a period, one number a firm
  /// (`linking.cost`).
  public var costs: [Double]
  /// Where formation starts (`linking.start`).
  public var start: Start

  /// Links and their cost.
  ///
  /// - Parameters:
  ///   - costs: what a link costs each firm, one number a firm
  ///   - start: where formation starts
  public init(costs: [Double], start: Start = .empty) {
    self.costs = costs
    self.start = start
  }

  /// Links that cost nothing, none of which is there at the start.
  static func free(firms: Int) -> Linking {
    Linking(costs: Array(repeating: 0, count: firms))
  }
}

extension Linking: ScenarioSection {
  static let key = "linking"

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    guard case .cluster(let cluster) = context.subject else {
      throw ScenarioError(at: Self.key, "games of formulas have no firms")
    }
    let values = try value.values(of: ["cost", "start"])
    self = .free(firms: cluster.firms.count)
    if let cost = values["cost"] {
      costs = try Self.costs(cost, count: cluster.firms.count)
    }
    if let start = values["start"] {
      self.start = try Self.start(start, cluster, context.file)
    }
  }

  private static func costs(
    _ value: ScenarioValue, count: Int
  ) throws(ScenarioError) -> [Double] {
    var costs: [Double]
    if case .list = value.node {
      costs = try value.numbers(.finite)
      guard costs.count == count else {
        throw ScenarioError(
          at: value.place,
          "\(NumberText.counted(costs.count, "number")) for "
            + NumberText.counted(count, "firm"))
      }
    } else {
      costs = Array(repeating: try value.number(.finite), count: count)
    }
    if let negative = costs.first(where: { $0 < 0 }) {
      throw ScenarioError(
        at: value.place, "\(negative.shortDescription) is not ≥ 0")
    }
    return costs
  }

  private static func start(
    _ value: ScenarioValue, _ cluster: Cluster, _ file: ScenarioFile
  ) throws(ScenarioError) -> Start {
    switch try value.text("empty, full or the path of an edge list") {
    case "empty": return .empty
    case "full": return .full
    case let name:
      let path = try file.path(of: name, at: value.place)
      let index: FirmIndex
      do {
        index = try FirmIndex(cluster.firms)
      } catch {
        throw ScenarioError(at: "firms", error.message)
      }
      return .pairs(
        try PairListFile(path: path, name: name, index: index).pairs())
    }
  }
}
