import Reports

/// What a diagnosis is made from besides the game: the key `diagnosis`.
struct DiagnosisSection: ScenarioSection {
  static let key = "diagnosis"
  static let kinds: [ScenarioKind] = [.cluster, .formulas, .figures]

  /// The scenario file, for notes.
  let file: String
  /// The judgements of the six determinants of GEM, one a rater.
  private(set) var gem: [[Double]]?
  /// The judgements of the six factors.
  private(set) var factors: [[Double]]?
  /// Yearly figures.
  private(set) var panel: Panel?
  /// Where the elasticities of growth accounting come from.
  private(set) var elasticities = GrowthAccount.Elasticities.shares
  /// The column that tells the phase; nil for firms, else output.
  private(set) var series: String?
  /// A fall faster than this a year is decline.
  private(set) var decline = 0.01

  private static let models = [
    CompetitivenessScore.Model.gem, CompetitivenessScore.Model.factors,
  ]
  private static let accounting = "accounting."
  private static let keys: [String] =
    models.flatMap { model in model.items.map { "\(model.key).\($0)" } }
    + ["panel"]
    + ["elasticities", "form", "trend", "returns"].map { accounting + $0 }
    + ["phase.series", "phase.decline"]

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    file = context.file.name
    let values = try value.values(of: Self.keys)
    gem = try Self.ratings(.gem, values)
    factors = try Self.ratings(.factors, values)
    if let value = values["panel"] {
      let reference = try value.text("the path of a CSV file")
      let path = try context.file.path(of: reference, at: value.place)
      panel = try PanelFile(path: path, name: reference).panel()
    }
    elasticities = try Self.elasticities(values)
    try checkFactors()
    if let value = values["phase.series"] {
      series = try Self.word(value, ["firms", "output"])
      if let panel, let series, panel[series] == nil {
        throw ScenarioError(
          at: value.place, "\(panel.name) has no column \(series)")
      }
    }
    decline = try values["phase.decline"]?.number(.nonNegative) ?? decline
  }

  /// Throws if an elasticity is that of a factor that the panel does not have.
  private func checkFactors() throws(ScenarioError) {
    guard let panel, case .given(let numbers) = elasticities else { return }
    for factor in ProductionFactor.allCases
    where numbers[factor] != nil && panel[factor.rawValue] == nil {
      throw ScenarioError(
        at: Self.key + "." + Self.accounting + "elasticities."
          + factor.rawValue,
        "\(panel.name) has no column \(factor.rawValue)")
    }
  }

  /// The judgements of a model, all of them or none.
  private static func ratings(
    _ model: CompetitivenessScore.Model, _ values: [String: ScenarioValue]
  ) throws(ScenarioError) -> [[Double]]? {
    let given = model.items.map { values["\(model.key).\($0)"] }
    guard given.contains(where: { $0 != nil }) else { return nil }
    var ratings: [[Double]] = []
    for (item, value) in zip(model.items, given) {
      let place = "\(key).\(model.key).\(item)"
      guard let value else {
        throw ScenarioError(at: place, "missing; all six are needed")
      }
      ratings.append(try scores(value))
    }
    let counts = ratings.map(\.count)
    let usual = counts.max { a, b in
      counts.count { $0 == a } < counts.count { $0 == b }
    }
    if let usual, let odd = counts.firstIndex(where: { $0 != usual }) {
      throw ScenarioError(
        at: "\(key).\(model.key).\(model.items[odd])",
        NumberText.counted(counts[odd], "score")
          + ", the others have \(usual)")
    }
    return ratings
  }

  private static func scores(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> [Double] {
    var scores: [Double] = []
    if case .list = value.node {
      scores = try value.numbers(.finite)
    } else {
      scores = [try value.number(.finite)]
    }
    guard !scores.isEmpty else {
      throw ScenarioError(at: value.place, "is empty; a score is needed")
    }
    for score in scores where !CompetitivenessScore.range.contains(score) {
      throw ScenarioError(
        at: value.place, "\(score.shortDescription) is not in [1, 10]")
    }
    return scores
  }

  private static func elasticities(
    _ values: [String: ScenarioValue]
  ) throws(ScenarioError) -> GrowthAccount.Elasticities {
    let value = values[accounting + "elasticities"]
    var source = GrowthAccount.Elasticities.shares
    if let value, case .mapping = value.node {
      source = .given(try numbers(value))
    } else if let value {
      let word = try word(value, ["shares", "estimated"])
      if word == "estimated" { source = .estimated(try model(values)) }
    }
    if case .estimated = source { return source }
    for key in ["form", "trend", "returns"] {
      guard let value = values[accounting + key] else { continue }
      throw ScenarioError(
        at: value.place, "needs elasticities: estimated")
    }
    return source
  }

  private static func numbers(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> [ProductionFactor: Double] {
    let values = try value.values(
      of: ProductionFactor.allCases.map(\.rawValue))
    var numbers: [ProductionFactor: Double] = [:]
    for factor in ProductionFactor.allCases {
      numbers[factor] = try values[factor.rawValue]?.number(.nonNegative)
    }
    return numbers
  }

  private static func model(
    _ values: [String: ScenarioValue]
  ) throws(ScenarioError) -> ElasticityEstimate.Model {
    var model = ElasticityEstimate.Model()
    if let value = values[accounting + "form"] {
      model.usesLevels = try word(value, ["differences", "levels"]) == "levels"
    }
    if let value = values[accounting + "trend"] {
      model.hasTrend = try word(value, ["true", "false"]) == "true"
    }
    if let value = values[accounting + "returns"] {
      model.hasConstantReturns =
        try word(value, ["constant", "free"]) == "constant"
    }
    return model
  }

  private static func word(
    _ value: ScenarioValue, _ words: [String]
  ) throws(ScenarioError) -> String {
    let expected = words.joined(separator: " or ")
    let word = try value.text(expected)
    guard words.contains(word) else { throw value.mismatch(expected) }
    return word
  }
}
