/// A score of competitiveness from judgements between 1 and 10, in groups.
///
/// `score = 1000 Π_g (m_g / 10)^w_g` with m_g the mean of group g: GEM has
/// three pairs and w = 2/3, so that 5 everywhere gives 250 (Padmore and Gibson
/// 1998); the six factors have two groups and w = 1.
public struct CompetitivenessScore: Sendable, Equatable {
  /// What is judged.
  public struct Model: Sendable, Equatable {
    /// The key of the scenario below `diagnosis`.
    public let key: String
    /// The groups and the keys of what each of them holds.
    public let groups: [(name: String, items: [String])]
    /// The exponent of a group.
    public let weight: Double

    /// Groundings, enterprises and markets (Padmore and Gibson 1998).
    public static let gem = Model(
      key: "gem",
      groups: [
        ("groundings", ["resources", "infrastructure"]),
        ("enterprises", ["suppliers", "structure"]),
        ("markets", ["localMarket", "externalMarket"]),
      ], weight: 2.0 / 3)

    /// Six driving factors, three of them at the core; which ones is our
    /// construction.
    public static let factors = Model(
      key: "factors",
      groups: [
        ("core", ["socialCapital", "knowledgeCapital", "coopetition"]),
        ("auxiliary", ["marketDemand", "intermediaries", "localGovernment"]),
      ], weight: 1)

    /// All that is judged, in order.
    public var items: [String] { groups.flatMap(\.items) }

    /// Whether two models are the same.
    public static func == (a: Model, b: Model) -> Bool { a.key == b.key }
  }

  /// What is judged.
  public let model: Model
  /// The mean of each item over the raters, in the order of the model.
  public let means: [Double]
  /// The standard error of the score by the delta method, raters judging
  /// independently; nil with one rater.
  public let standardError: Double?

  /// The least and the greatest judgement.
  static let range = 1.0...10.0

  /// The score of some judgements.
  ///
  /// - Parameters:
  ///   - model: What is judged.
  ///   - ratings: The judgements of each item, one a rater.
  /// - Precondition: Each item has as many ratings as the others, at least
  ///   one.
  public init(_ model: Model, ratings: [[Double]]) {
    let raters = ratings.first?.count ?? 0
    precondition(
      ratings.count == model.items.count && raters > 0
        && ratings.allSatisfy { $0.count == raters },
      "a judgement of each item by each rater is needed")
    self.model = model
    let means = ratings.map { $0.reduce(0, +) / Double(raters) }
    self.means = means
    guard raters > 1 else {
      standardError = nil
      return
    }
    let score = Self.score(model, means)
    let elasticities = Self.elasticities(model, means)
    let variance = ratings.indices.reduce(0) { sum, k in
      let spread = ratings[k].reduce(0) {
        $0 + ($1 - means[k]) * ($1 - means[k])
      }
      let slope = elasticities[k] * score / means[k]
      return sum
        + slope * slope * spread / (Double(raters - 1) * Double(raters))
    }
    standardError = variance.squareRoot()
  }

  /// The score, 1000 if every mean is 10.
  public var score: Double { Self.score(model, means) }

  /// The mean of each group.
  public var groups: [Double] { Self.groups(model, means) }

  /// By how many percent the score rises if a mean rises by one.
  public var elasticities: [Double] { Self.elasticities(model, means) }

  /// What the score gains if a mean rises by one point, at most to 10.
  public var onePointMore: [Double] {
    means.indices.map { k in
      var more = means
      more[k] = min(more[k] + 1, Self.range.upperBound)
      return Self.score(model, more) - score
    }
  }

  /// The group with the least mean, the first of equals.
  public var weakest: String {
    model.groups[Self.first(of: groups.map { -$0 })].name
  }

  /// The item from which one point more gains most, and how much more than
  /// the next.
  public var lever: (item: String, margin: Double) {
    let gains = onePointMore
    let best = Self.first(of: gains)
    let second = gains.indices.filter { $0 != best }.map { gains[$0] }.max()
    return (
      model.items[best], max(0, gains[best] - (second ?? gains[best]))
    )
  }

  /// Numbers that differ by less than this part are equal up to rounding.
  private static let rounding = 1e-12

  /// The place of the greatest number, the first of equals.
  private static func first(of numbers: [Double]) -> Int {
    let greatest = numbers.max() ?? 0
    let slack = rounding * abs(greatest)
    return numbers.firstIndex { $0 >= greatest - slack } ?? 0
  }

  private static func groups(_ model: Model, _ means: [Double]) -> [Double] {
    var start = 0
    return model.groups.map { group in
      let end = start + group.items.count
      defer { start = end }
      return means[start..<end].reduce(0, +) / Double(end - start)
    }
  }

  private static func score(_ model: Model, _ means: [Double]) -> Double {
    groups(model, means).reduce(1000) {
      $0 * .pow($1 / range.upperBound, model.weight)
    }
  }

  private static func elasticities(
    _ model: Model, _ means: [Double]
  ) -> [Double] {
    let groups = zip(model.groups, groups(model, means))
    let shares = groups.flatMap { group, mean in
      group.items.map { _ in model.weight / (Double(group.items.count) * mean) }
    }
    return zip(shares, means).map { $0 * $1 }
  }
}
