/// Firms on a grid without edges that share or withhold and imitate the most
/// successful neighbour.
///
/// Who shares earns 1 from each of its eight neighbours and itself that share;
/// who withholds earns b from each that does. All then do what the best of the
/// nine did; where the best who share and the best who withhold earn alike,
/// nobody changes.
struct SpatialDilemma: PublishedGame {
  static let name = "nowak_may1992"
  static let question =
    "Does sharing survive among neighbours who imitate what pays?"
  static let citation = """
    M. A. Nowak and R. M. May, Evolutionary games and spatial chaos, Nature \
    359, 1992.
    """
  static let parameters = [
    Parameter("n", 15, .count(3...200), "rows and columns of the grid"),
    Parameter("b", 1.85, .positive, "what withholding earns from who shares"),
    Parameter(
      "withholders", [[8, 8]], .links,
      "who withholds at first: row and column, counted from 1"),
    Parameter("steps", 10, .count(1...1000), "how many steps are told"),
  ]

  private let grid: Torus
  private let start: [Bool]
  private let temptation: Double
  private let steps: Int

  init(_ arguments: Arguments) throws(ArgumentError) {
    let size = arguments.count("n")
    let grid = Torus(rows: size, columns: size)
    self.grid = grid
    start = try grid.cells(named: arguments.rows("withholders"), "withholders")
      .map { !$0 }
    temptation = arguments.number("b")
    steps = arguments.count("steps")
  }
}

// The answer.
extension SpatialDilemma {
  /// Every cell imitates.
  var game: (any Game)? { nil }

  func answer() -> Answer {
    var cells = start
    var counts = [withholders(cells)]
    for _ in 0..<steps {
      cells = next(cells)
      counts.append(withholders(cells))
    }
    return Answer(
      values: [
        "withholders_per_step": Value(counts),
        "final_rows_1_is_share": Value(grid.text(cells)),
      ], closedForm: closedForm)
  }

  private func withholders(_ cells: [Bool]) -> Int { cells.count { !$0 } }

  private func next(_ shares: [Bool]) -> [Bool] {
    let around = shares.indices.map {
      [$0] + grid.neighbours(of: $0, corners: true)
    }
    let scores = shares.indices.map { cell in
      let sharing = Double(around[cell].count { shares[$0] })
      return shares[cell] ? sharing : temptation * sharing
    }
    return shares.indices.map { cell in
      func best(_ isSharing: Bool) -> Double {
        around[cell].filter { shares[$0] == isSharing }.map { scores[$0] }.max()
          ?? -.infinity
      }
      let (sharing, withholding) = (best(true), best(false))
      return sharing == withholding ? shares[cell] : sharing > withholding
    }
  }

  /// Who alone withholds earns 8 b. Those around it earn 8 and see others that
  /// earn 9.
  private var closedForm: Record {
    guard steps == 1, grid.rows > 4, withholders(start) == 1 else { return [:] }
    let next = 8 * temptation > 9 ? 9 : temptation < 1 ? 0 : 1
    return ["withholders_per_step": Value([1, next])]
  }
}

// What must hold.
extension SpatialDilemma {
  static let grid = Record.grid([("b", [1.2, 1.5, 1.85]), ("steps", [1])])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "one that withholds among many that share is imitated by all around it",
      if: "8 b > 9, what a sharing firm with sharing neighbours earns",
      { 8 * $0.temptation > 9 && $0.withholders($0.start) == 1 },
      unlike: ["b": 1.05, "steps": 1]
    ) { _, answer in
      answer.values["withholders_per_step"]?.numbers?[1] == 9
    }
  ]
}
