/// How knowledge is made and lost (`growth`).
struct GrowthSection: ScenarioSection {
  static let key = "growth"

  /// The share δ of each firm's knowledge that is lost in a period.
  var depreciation: [Double]
  /// The research r of each firm in a period; nil for what keeps its stock.
  var research: [Double]?
  /// The knowledge λ that each firm learns from a unit of innovation.
  var learning: [Double]
  /// The value of the next period.
  var discount = 0.95
  var periods = 40

  private static let keys = [
    "depreciation", "research", "learning", "discount", "periods",
  ]

  /// The defaults for a number of firms.
  init(firms: Int) {
    depreciation = Array(repeating: 0.15, count: firms)
    learning = Array(repeating: 0, count: firms)
  }

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    let n = context.firms.count
    self.init(firms: n)
    let values = try value.values(of: Self.keys)
    depreciation =
      try values["depreciation"]?.numbers(.positiveUnit, perFirm: n)
      ?? depreciation
    research = try values["research"]?.numbers(.nonNegative, perFirm: n)
    learning =
      try values["learning"]?.numbers(.nonNegative, perFirm: n) ?? learning
    discount = try values["discount"]?.number(.openUnit) ?? discount
    periods =
      try values["periods"].map { value throws(ScenarioError) in
        try value.count(in: 1...10_000)
      } ?? periods
  }
}
