/// What innovations spread and how (`diffusion`).
struct DiffusionSection: ScenarioSection {
  static let key = "diffusion"

  /// The rules of adoption.
  enum Rule: String, CaseIterable {
    /// At a rate that rises with the use by others.
    case hazard
    /// Once a share of what could be received comes from adopters.
    case threshold
  }

  /// One innovation; a number for each firm.
  struct Innovation {
    var name: String
    var insight: [Double]
    var imitation: [Double]
    var abandonment: [Double]
    var seeds: [Int] = []

    /// An innovation with the defaults of a scenario file.
    init(name: String, firms: Int) {
      self.name = name
      insight = Array(repeating: 0.03, count: firms)
      imitation = Array(repeating: 0.38, count: firms)
      abandonment = Array(repeating: 0, count: firms)
    }
  }

  /// The sharing at which knowledge flows.
  var levels = SharingChoice.worst
  var rule = Rule.hazard
  var horizon = 40.0
  var innovations: [Innovation]
  /// The factors χ; empty if all are 1.
  var interactions: [[Double]] = []
  /// The thresholds of firms.
  var threshold: [Double]
  /// What a use is worth to each firm, per period.
  var value: [Double]
  var discount = 0.05

  private static let keys = [
    "levels", "rule", "horizon", "innovations", "interactions", "threshold",
    "value", "discount",
  ]

  /// The defaults for a number of firms.
  init(firms: Int) {
    innovations = [Innovation(name: "I1", firms: firms)]
    threshold = Array(repeating: 0.5, count: firms)
    value = Array(repeating: 0, count: firms)
  }

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    let firms = context.firms
    let n = firms.count
    self.init(firms: n)
    let values = try value.values(of: Self.keys)
    levels =
      try values["levels"].map { value throws(ScenarioError) in
        try SharingChoice(value, firms: n)
      } ?? levels
    rule = try values["rule"]?.word(Rule.self) ?? rule
    horizon = try values["horizon"]?.number(.positive) ?? horizon
    if let list = values["innovations"] {
      innovations = try Self.innovations(list, firms)
    }
    if let matrix = values["interactions"] {
      interactions = try Self.interactions(matrix, count: innovations.count)
    }
    if let value = values["threshold"] {
      guard rule == .threshold else {
        throw ScenarioError(at: value.place, "is for rule threshold")
      }
      threshold = try value.numbers(.unit, perFirm: n)
    }
    self.value =
      try values["value"]?.numbers(.nonNegative, perFirm: n) ?? self.value
    discount = try values["discount"]?.number(.nonNegative) ?? discount
  }

  private static func innovations(
    _ value: ScenarioValue, _ firms: [Firm]
  ) throws(ScenarioError) -> [Innovation] {
    let nodes = try value.list("a list of innovations")
    guard !nodes.isEmpty else {
      throw ScenarioError(at: value.place, "is empty; one or more are needed")
    }
    var innovations: [Innovation] = []
    for (k, node) in nodes.enumerated() {
      let item = ScenarioValue(
        node: node, place: "\(value.place ?? key)[\(k)]")
      let next = try innovation(item, name: "I\(k + 1)", firms)
      guard !innovations.contains(where: { $0.name == next.name }) else {
        throw ScenarioError(
          at: item.place, "the name \(next.name) is there twice")
      }
      innovations.append(next)
    }
    return innovations
  }

  private static func innovation(
    _ value: ScenarioValue, name: String, _ firms: [Firm]
  ) throws(ScenarioError) -> Innovation {
    let values = try value.values(
      of: ["name", "innovation", "imitation", "abandonment", "seeds"])
    let n = firms.count
    var result = Innovation(name: name, firms: n)
    result.name = try values["name"]?.text() ?? name
    result.seeds = try values["seeds"]?.firms(among: firms) ?? []
    // An innovation that somebody uses from the start need not be found.
    if !result.seeds.isEmpty { result.insight = firms.map { _ in 0 } }
    result.insight =
      try values["innovation"]?.numbers(.nonNegative, perFirm: n)
      ?? result.insight
    result.imitation =
      try values["imitation"]?.numbers(.nonNegative, perFirm: n)
      ?? result.imitation
    result.abandonment =
      try values["abandonment"]?.numbers(.nonNegative, perFirm: n)
      ?? result.abandonment
    return result
  }

  private static func interactions(
    _ value: ScenarioValue, count: Int
  ) throws(ScenarioError) -> [[Double]] {
    let nodes = try value.list("a matrix")
    guard nodes.count == count else {
      throw ScenarioError(
        at: value.place,
        "\(NumberText.counted(nodes.count, "row")) for "
          + NumberText.counted(count, "innovation"))
    }
    var rows: [[Double]] = []
    for (k, node) in nodes.enumerated() {
      let row = ScenarioValue(node: node, place: "\(value.place ?? key)[\(k)]")
      rows.append(try row.numbers(.nonNegative, count: count))
    }
    return rows
  }
}

extension SectionContext {
  /// The firms of the cluster; none for a game of formulas.
  var firms: [Firm] {
    guard case .cluster(let cluster) = subject else { return [] }
    return cluster.firms
  }
}
