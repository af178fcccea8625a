import LinearAlgebra

/// Firms on a grid without edges that share if enough neighbours do, all at the
/// same time.
///
/// A cell looks at its four or eight neighbours, of which N share. It then
/// shares if `low ≤ N ≤ high`, and with `forever` also if it did before: an
/// upper bound is a window, beyond which what is shared has leaked too far.
struct SharingLattice: PublishedGame {
  static let name = "sharing_lattice"
  static let question =
    "Does sharing among a few neighbours come to cover all of a region?"
  static let citation = """
    J. Chalupa, P. L. Leath and G. R. Reich, Bootstrap percolation on a Bethe \
    lattice, Journal of Physics C 12, 1979.
    """
  static let parameters = [
    Parameter("rows", 8, .count(3...200), "rows of the grid"),
    Parameter("columns", 8, .count(3...200), "columns of the grid"),
    Parameter(
      "cells", [[1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [6, 6], [7, 7]],
      .links, "who shares at first: row and column, counted from 1"),
    Parameter("neighbours", 4, .count(4...8), "how many each looks at: 4 or 8"),
    Parameter("low", 2, .count(0...8), "least number that makes a cell share"),
    Parameter("high", 8, .count(0...8), "largest number that does"),
    Parameter("forever", true, .flag, "whether who shares goes on"),
    Parameter("steps", 10, .count(1...1000), "how many steps are told"),
  ]

  private let grid: Torus
  private let start: [Bool]
  private let around: [[Int]]
  private let window: ClosedRange<Int>
  private let lasts: Bool
  private let steps: Int

  init(_ arguments: Arguments) throws(ArgumentError) {
    let grid = Torus(
      rows: arguments.count("rows"), columns: arguments.count("columns"))
    self.grid = grid
    start = try grid.cells(named: arguments.rows("cells"), "cells")
    let count = arguments.count("neighbours")
    guard count == 4 || count == 8 else {
      throw ArgumentError("neighbours", "is neither 4 nor 8")
    }
    around = (0..<grid.count).map {
      grid.neighbours(of: $0, corners: count == 8)
    }
    let (low, high) = (arguments.count("low"), arguments.count("high"))
    guard low <= high else { throw ArgumentError("low", "is above high") }
    window = low...high
    lasts = arguments.flag("forever")
    steps = arguments.count("steps")
  }
}

// The answer.
extension SharingLattice {
  /// Every cell follows its rule.
  var game: (any Game)? { nil }

  func answer() -> Answer {
    var cells = start
    var counts = [start.count { $0 }]
    for _ in 0..<steps {
      cells = next(cells)
      counts.append(cells.count { $0 })
    }
    return Answer(
      values: [
        "adopters_per_step": Value(counts),
        "final_rows": Value(grid.text(cells)),
      ], closedForm: closedForm)
  }

  private func next(_ cells: [Bool]) -> [Bool] {
    cells.indices.map { cell in
      let sharing = around[cell].count { cells[$0] }
      return lasts && cells[cell] || window.contains(sharing)
    }
  }

  /// Whether sharing is never given up, and more of it never hinders.
  private var isMonotone: Bool { lasts && window.upperBound >= around[0].count }

  /// What ``ThresholdAdoption`` says of a rule that is monotone.
  private var closedForm: Record {
    guard isMonotone, window.lowerBound > 0 else { return [:] }
    let course = ThresholdAdoption(
      flows: SparseMatrix(pattern: around),
      capacities: around.map { Double($0.count) },
      thresholds: around.map {
        Double(window.lowerBound) / Double($0.count)
      }, seeds: start.indices.filter { start[$0] })
    let last = course.adopters.count - 1
    return [
      "adopters_per_step": Value(
        (0...steps).map { course.adopters[min($0, last)] })
    ]
  }
}

// What must hold.
extension SharingLattice {
  static let grid = Record.grid([
    ("low", [1, 2, 3]), ("neighbours", [4, 8]), ("steps", [20]),
  ])

  static let propositions: [Proposition<Self>] = [
    Proposition(
      "sharing never shrinks", if: "who shares goes on", \.lasts,
      unlike: ["low": 1, "high": 2, "forever": false]
    ) { _, answer in
      let counts = answer.values["adopters_per_step"]?.numbers ?? [1, 0]
      return zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 }
    }
  ]
}
