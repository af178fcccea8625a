import LinearAlgebra

/// Which information is to be collected and processed: the key `division`.
struct DivisionSection: ScenarioSection {
  static let key = "division"

  /// What is to be collected.
  struct Topic: Sendable {
    /// The name, unique.
    var name: String
    /// What it is worth to each firm.
    var values: [Double]
    /// What collecting it costs each firm.
    var costs: [Double]
    /// The hours of work that it takes.
    var work = 0.0
  }

  /// The topics; empty if there are none in the file.
  private(set) var topics: [Topic] = []
  /// The sharing levels at which topics pass on.
  private(set) var levels: SharingLevels
  /// The most topics that each firm can collect; nil for no limits.
  private(set) var limits: [Int]?
  /// What an hour costs each firm.
  private(set) var hourCosts: [Double]
  /// The hours that each firm offers to others.
  private(set) var offers: [Double]

  private static let keys = [
    "topics", "levels", "limit", "processing.cost", "processing.offer",
  ]

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    guard case .cluster(let cluster) = context.subject else {
      throw ScenarioError(at: Self.key, "needs firms")
    }
    let count = cluster.firms.count
    let values = try value.values(of: Self.keys)
    let zeros = [Double](repeating: 0, count: count)
    levels = .given(zeros.map { _ in 1 })
    if let value = values["levels"] {
      levels = try SharingLevels(value, firms: count)
    }
    hourCosts = try Self.numbers(values["processing.cost"], count) ?? zeros
    offers = try Self.numbers(values["processing.offer"], count) ?? zeros
    if let value = values["limit"] {
      limits = try Self.limits(value, count)
    }
    guard let list = values["topics"] else { return }
    for (k, node) in try list.list("a list of topics").enumerated() {
      let place = "\(Self.key).topics[\(k)]"
      let topic = try Self.topic(
        ScenarioValue(node: node, place: place), count)
      guard !topics.contains(where: { $0.name == topic.name }) else {
        throw ScenarioError(
          at: "\(place).name", "\(topic.name) is the name of another topic")
      }
      topics.append(topic)
    }
  }

  private static func topic(
    _ value: ScenarioValue, _ count: Int
  ) throws(ScenarioError) -> Topic {
    let values = try value.values(of: ["name", "value", "cost", "work"])
    func needed(_ key: String) throws(ScenarioError) -> ScenarioValue {
      guard let found = values[key] else {
        throw ScenarioError(
          at: "\(value.place ?? "").\(key)",
          "missing; a topic is written \(SectionSample.topic)")
      }
      return found
    }
    var topic = Topic(
      name: try needed("name").text(),
      values: try numbers(needed("value"), count) ?? [],
      costs: try numbers(needed("cost"), count) ?? [])
    topic.work = try values["work"]?.number(.nonNegative) ?? 0
    return topic
  }

  /// A number for every firm, or one for each.
  private static func numbers(
    _ value: ScenarioValue?, _ count: Int
  ) throws(ScenarioError) -> [Double]? {
    guard let value else { return nil }
    guard case .list(let nodes) = value.node else {
      return Array(repeating: try value.number(.nonNegative), count: count)
    }
    guard nodes.count == count else {
      throw ScenarioError(
        at: value.place,
        "\(NumberText.counted(nodes.count, "number")) for "
          + NumberText.counted(count, "firm"))
    }
    return try value.numbers(.nonNegative)
  }

  private static func limits(
    _ value: ScenarioValue, _ count: Int
  ) throws(ScenarioError) -> [Int] {
    let numbers = try numbers(value, count) ?? []
    var limits: [Int] = []
    for number in numbers {
      guard let limit = Int(exactly: number) else {
        throw ScenarioError(
          at: value.place,
          "\(number.shortDescription) is not a whole number")
      }
      limits.append(limit)
    }
    return limits
  }
}

/// The sharing levels at which topics pass on.
public enum SharingLevels: Sendable, Equatable {
  /// A level for each firm.
  case given([Double])
  /// Those of the equilibrium of least welfare.
  case worst
  /// Those of the equilibrium of greatest welfare.
  case best
  /// Those of the social optimum.
  case optimum

  /// Reads levels: a number, a number for each firm, or the name of a profile.
  init(_ value: ScenarioValue, firms: Int) throws(ScenarioError) {
    if case .list(let nodes) = value.node {
      guard nodes.count == firms else {
        throw ScenarioError(
          at: value.place,
          "\(NumberText.counted(nodes.count, "number")) for "
            + NumberText.counted(firms, "firm"))
      }
      self = .given(try value.numbers(.unit))
      return
    }
    if let named = (try? value.text()).flatMap({ SharingLevels(named: $0) }) {
      self = named
      return
    }
    self = .given(Array(repeating: try value.number(.unit), count: firms))
  }

  /// The levels with a name.
  public init?(named name: String) {
    switch name {
    case "worst": self = .worst
    case "best": self = .best
    case "optimum": self = .optimum
    default: return nil
    }
  }
}
