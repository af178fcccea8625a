import LinearAlgebra

/// A practice that firms take over from each other and drop again for good.
///
///     S′ = −β S I,   I′ = β S I − γ I
///
/// The answer is the mean field of ``Diffusion`` on two classes of nodes: those
/// who use it from the start, and all others.
struct Epidemic: PublishedGame {
  static let name = "kermack_mckendrick1927"
  static let question =
    "How many firms will ever take over a practice that others drop?"
  static let citation = """
    W. O. Kermack and A. G. McKendrick, A contribution to the mathematical \
    theory of epidemics, Proceedings of the Royal Society A 115, 1927.
    """
  static let parameters = [
    Parameter("beta", 0.5, .positive, "rate of taking it over"),
    Parameter("gamma", 0.2, .nonnegative, "rate of dropping it"),
    Parameter("i0", 0.01, .range(1e-6...0.99), "share that uses it at first"),
    Parameter("t", [5, 20, 50], .numbers, "times at which shares are told"),
  ]

  let contagion: Double
  let recovery: Double
  let seeds: Double
  let times: [Double]

  init(_ arguments: Arguments) throws(ArgumentError) {
    contagion = arguments.number("beta")
    recovery = arguments.number("gamma")
    seeds = arguments.number("i0")
    times = arguments.numbers("t")
    guard times.allSatisfy({ 0 < $0 && $0 <= Self.latest }) else {
      throw ArgumentError("t", "has a time that is not in (0, 10000]")
    }
  }

  private static let latest = 1e4
}

// The answer.
extension Epidemic {
  /// Adoption is nobody's choice.
  var game: (any Game)? { nil }

  func answer() -> Answer {
    var values: Record = ["S_I": Value(times.map(shares))]
    guard recovery > 0 else {
      return Answer(values: values, closedForm: ["S_I": Value(logistic)])
    }
    values["R0"] = Value(contagion / recovery)
    values["S_infinity"] = Value(untouched(at: Self.lives / recovery))
    values["I_peak"] = Value(users(untouched: min(1 - seeds, turn)))
    return Answer(values: values, closedForm: closedForm)
  }

  /// After so many mean times of use nobody is left who uses it.
  private static let lives = 64.0

  /// What is left untouched when the number of users is largest.
  private var turn: Double { recovery / contagion }

  /// The shares of those who never used it and of those who use it.
  private func shares(at time: Double) -> [Double] {
    let untouched = untouched(at: time)
    return [untouched, users(untouched: untouched)]
  }

  /// `I = 1 − S + (γ/β) log(S/S_0)`, which holds all the way.
  private func users(untouched: Double) -> Double {
    1 - untouched
      + recovery / contagion * Double.log(untouched / (1 - seeds))
  }

  /// The share that has not used it up to a time.
  private func untouched(at time: Double) -> Double {
    let everybody = [seeds, 1 - seeds]
    let diffusion = Diffusion(
      pressure: SparseMatrix(dense: Matrix(rows: [everybody, everybody])),
      innovations: [
        Diffusion.Innovation(
          insight: [0, 0], imitation: [contagion, contagion],
          abandonment: [recovery, recovery], seeds: [0])
      ], horizon: time)
    let reached = DiffusionMeanField(stepsPerPeriod: Self.stepsPerPeriod)
      .course(of: diffusion, count: 1).reach[0][1]
    return (1 - seeds) * (1 - reached)
  }

  private static let stepsPerPeriod = 128

  /// The final size by bisection of `S = S_0 exp(−R_0 (1 − S))`, and the peak.
  private var closedForm: Record {
    let number = contagion / recovery
    var (low, high) = (0.0, min(1 - seeds, turn))
    for _ in 0..<100 {
      let middle = (low + high) / 2
      let next = (1 - seeds) * Double.exp(-number * (1 - middle))
      if next > middle { low = middle } else { high = middle }
    }
    let spreads = number * (1 - seeds) > 1
    return [
      "S_infinity": Value(high),
      "I_peak": Value(
        spreads
          ? 1 - (1 + Double.log(number * (1 - seeds))) / number : seeds),
    ]
  }

  /// What is taken over and never dropped grows along a logistic curve.
  private var logistic: [[Double]] {
    times.map { time in
      let odds = seeds / (1 - seeds) * Double.exp(contagion * time)
      return [1 / (1 + odds), odds / (1 + odds)]
    }
  }
}

// What must hold.
extension Epidemic {
  static let grid = Record.grid([
    ("beta", [0.1, 0.4, 1]), ("gamma", [0.2, 0.5]), ("i0", [0.01]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "the number of users rises before it falls",
      if: "β S_0 > γ",
      { $0.contagion * (1 - $0.seeds) > $0.recovery * (1 + 1e-9) },
      unlike: ["beta": 0.1]
    ) { model, answer in answer.values.number("I_peak") > model.seeds + 1e-9 }
  ]
}
