import LinearAlgebra

/// An innovation that some find by themselves and others take over from those
/// who have it.
///
///     F′ = (p + q F)(1 − F),   F(0) = 0
///
/// The answer is the mean field of ``Diffusion`` on a network in which all
/// press on all alike.
struct BassDiffusion: PublishedGame {
  static let name = "bass1969"
  static let question = "When does an innovation spread fastest?"
  static let citation = """
    F. M. Bass, A new product growth for model consumer durables, Management \
    Science 15, 1969.
    """
  static let parameters = [
    Parameter("p", 0.03, .positive, "rate of finding it alone"),
    Parameter("q", 0.38, .positive, "rate of taking it over"),
    Parameter("m", 1, .positive, "size of the market"),
    Parameter(
      "t", [1, 5, 10, 20], .numbers, "times at which adoption is told"),
  ]

  let insight: Double
  let imitation: Double
  let market: Double
  let times: [Double]

  init(_ arguments: Arguments) throws(ArgumentError) {
    insight = arguments.number("p")
    imitation = arguments.number("q")
    market = arguments.number("m")
    times = arguments.numbers("t")
    guard times.allSatisfy({ $0 > 0 }) else {
      throw ArgumentError("t", "has a time that is not above 0")
    }
  }

  /// Adoption is nobody's choice.
  var game: (any Game)? { nil }

  func answer() -> Answer {
    let (shares, peak) = (times.map(share), peak)
    return Answer(
      values: [
        "cumulative": Value(shares.map { market * $0 }),
        "rate": Value(shares.map { market * growth($0) }),
        "peak_time": Value(time(of: peak)),
        "peak_rate": Value(market * growth(peak)),
        "F_at_peak": Value(peak),
        "discrete_cumulative_t1_to_5": Value(yearly(5).map { market * $0 }),
      ],
      closedForm: closedForm)
  }

  /// The shares after one period, two and so on if the rate holds for a period:
  /// another curve, by which rates are often estimated.
  private func yearly(_ count: Int) -> [Double] {
    (0..<count).reduce(into: [0]) { shares, _ in
      let last = shares[shares.count - 1]
      shares.append(last + growth(last))
    }.dropFirst().map { $0 }
  }

  /// The share at which growth is largest: 0 if it only falls.
  private var peak: Double { max(0, (1 - insight / imitation) / 2) }

  /// When a share is reached, `∫ dF / ((p + q F)(1 − F))`, by Simpson's rule.
  private func time(of share: Double) -> Double {
    let width = share / Double(2 * Self.panels)
    var sum = 0.0
    for k in 0...(2 * Self.panels) {
      let weight =
        k == 0 || k == 2 * Self.panels ? 1.0 : k % 2 == 1 ? 4.0 : 2.0
      sum += weight / growth(Double(k) * width)
    }
    return sum * width / 3
  }

  private static let panels = 20_000

  /// The share at a time, by the mean field of two nodes that press on each
  /// other.
  private func share(at time: Double) -> Double {
    let diffusion = Diffusion(
      pressure: SparseMatrix(dense: Matrix(rows: [[0, 1], [1, 0]])),
      innovations: [
        Diffusion.Innovation(
          insight: [insight, insight], imitation: [imitation, imitation],
          abandonment: [0, 0])
      ], horizon: time)
    return DiffusionMeanField(stepsPerPeriod: Self.stepsPerPeriod)
      .course(of: diffusion, count: 1).share[0][1]
  }

  private static let stepsPerPeriod = 128

  private func growth(_ share: Double) -> Double {
    (insight + imitation * share) * (1 - share)
  }

  /// Bass's formulas.
  private var closedForm: Record {
    let total = insight + imitation
    let shares = times.map { time in
      let decay = Double.exp(-total * time)
      return (1 - decay) / (1 + imitation / insight * decay)
    }
    let hasPeak = imitation > insight
    return [
      "cumulative": Value(shares.map { market * $0 }),
      "rate": Value(shares.map { market * growth($0) }),
      "peak_time": Value(
        hasPeak ? Double.log(imitation / insight) / total : 0),
      "peak_rate": Value(
        market * (hasPeak ? total * total / (4 * imitation) : insight)),
      "F_at_peak": Value(hasPeak ? 0.5 - insight / (2 * imitation) : 0),
    ]
  }
}

// What must hold.
extension BassDiffusion {
  static let grid = Record.grid([
    ("p", [0.01, 0.03]), ("q", [0.1, 0.4, 0.8]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "growth is largest after the start, before half have adopted",
      if: "q > p", { $0.imitation > $0.insight }, unlike: ["p": 0.5, "q": 0.1]
    ) { _, answer in
      let share = answer.values.number("F_at_peak")
      return 0 < share && share < 0.5 && answer.values.number("peak_time") > 0
    }
  ]
}
