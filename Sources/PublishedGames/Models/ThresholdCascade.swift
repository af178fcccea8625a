import LinearAlgebra

/// Who joins once enough others have: each has its own threshold.
///
/// Without a network all see all, and a threshold is a number of others. On a
/// network each looks at its neighbours, and the threshold θ is a share of
/// them. All decide at the same time, for good.
struct ThresholdCascade: PublishedGame {
  static let name = "granovetter1978"
  static let question = "How far does sharing go if each waits for others?"
  static let citation = """
    M. Granovetter, Threshold models of collective behavior, American Journal \
    of Sociology 83, 1978.
    """
  static let parameters = [
    Parameter(
      "thresholds", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], .numbers,
      "how many others must share before each does, without a network"),
    Parameter("network", nil, .network, "who looks at whom"),
    Parameter("theta", 0.4, .range(0...1), "share of neighbours, on a network"),
    Parameter("seeds", nil, .numbers, "who shares at first, counted from 1"),
  ]

  private let network: Network?
  private let share: Double
  private let thresholds: [Double]
  private let seeds: [Int]

  init(_ arguments: Arguments) throws(ArgumentError) {
    network =
      arguments.has("network")
      ? try Network(arguments, "network") : nil
    share = arguments.number("theta")
    thresholds = arguments.numbers("thresholds")
    let count = network?.count ?? thresholds.count
    guard count <= Network.largest else {
      throw ArgumentError(
        "thresholds", "has \(count) numbers, more than \(Network.largest)")
    }
    let places = arguments.has("seeds") ? arguments.numbers("seeds") : []
    guard
      places.allSatisfy({ $0 == $0.rounded() && 1...Double(count) ~= $0 })
    else {
      throw ArgumentError("seeds", "has a number that is not in 1 to \(count)")
    }
    seeds = places.map { Int($0) - 1 }
  }
}

// The answer.
extension ThresholdCascade {
  /// Everybody follows its threshold.
  var game: (any Game)? { nil }

  func answer() -> Answer {
    let course = course
    let count = course.times.count { $0 != nil }
    return Answer(
      values: [
        "equilibrium": Value(Double(count)),
        "steps_to_equilibrium": Value(Double(course.adopters.count - 1)),
        "adopters_per_step": Value(course.adopters),
        "final_state": Value(course.times.map { $0 == nil ? 0 : 1 }),
      ], closedForm: closedForm)
  }

  private var course: ThresholdAdoption {
    if let network {
      return ThresholdAdoption(
        flows: SparseMatrix(dense: network.matrix),
        capacities: network.weights.map { $0.reduce(0, +) },
        thresholds: network.weights.map { _ in share }, seeds: seeds)
    }
    let all = Network.circulant(thresholds.count, degree: thresholds.count - 1)
    return ThresholdAdoption(
      flows: SparseMatrix(dense: all.matrix),
      capacities: thresholds.map { _ in Double(thresholds.count) },
      thresholds: thresholds.map { $0 / Double(thresholds.count) },
      seeds: seeds)
  }

  /// Where all see all and nobody starts, the first number of others at which
  /// nobody more would join.
  private var closedForm: Record {
    guard network == nil, seeds.isEmpty else { return [:] }
    var (joined, steps) = (0, 0)
    while true {
      let next = thresholds.count { $0 <= Double(joined) }
      guard next > joined else { break }
      (joined, steps) = (next, steps + 1)
    }
    return [
      "equilibrium": Value(Double(joined)),
      "steps_to_equilibrium": Value(Double(steps)),
    ]
  }
}

// What must hold.
extension ThresholdCascade {
  static let grid: [Record] = [
    ["thresholds": [0, 1, 2, 3]], ["thresholds": [0, 0, 1, 3, 3]],
    ["thresholds": [0, 2, 2]], ["thresholds": [1, 1]],
  ]

  /// Whether, in order, each needs no more others than stand before it.
  private var hasNoGap: Bool {
    network == nil
      && thresholds.sorted().enumerated().allSatisfy {
        $0.element <= Double($0.offset)
      }
  }

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "all join", if: "the k-th lowest threshold is at most k − 1",
      \.hasNoGap, unlike: ["thresholds": [0, 2, 2, 3]]
    ) { model, answer in
      answer.values.number("equilibrium") == Double(model.thresholds.count)
    }
  ]
}
