/// The points of a sweep: which numbers of a scenario take which values.
///
/// Numbers with values of their own make a grid, the last one fastest; in
/// every cell of the grid the uncertain ones take the same values, so that
/// differences between cells are not noise. A point is known from its number
/// alone: `point = cell · points per cell + place in the cell`.
package struct SweepPlan: Sendable {
  /// A number with the values that it takes.
  struct Axis: Sendable {
    var address: String
    var number: ScenarioNumber
    var values: [Double]
  }

  /// The scenario whose numbers are replaced.
  let scenario: Scenario
  /// The numbers of the grid.
  let axes: [Axis]
  /// The numbers that are drawn.
  let uncertain: [UncertainNumber]
  /// What is drawn in every cell.
  package let design: SweepDesign
  /// Points given one by one, instead of grid and sample.
  let list: SweepList?
  /// The seed of the sample.
  let seed: UInt64
  /// How the sample is chosen.
  let method: SamplePoints.Method
  private let sample: SamplePoints

  /// The most points of a sweep.
  private static let pointLimit = 1_000_000_000

  /// What a user asks of a sweep.
  package struct Request: Sendable {
    /// The numbers to vary.
    package var variations: [SweepVariation] = []
    /// What to draw.
    package var design = SweepDesign.grid
    /// The path of a file of points.
    package var list: String?
    /// The seed.
    package var seed: UInt64 = 1
    /// Whether to draw random numbers instead of Sobol points.
    package var isRandom = false

    /// Nothing yet.
    package init() {}
  }

  /// The plan that a request makes of a scenario.
  ///
  /// - Throws: the first thing that is wrong with the request, with its
  ///   place.
  package init(
    _ request: Request, of scenario: Scenario
  ) throws(ScenarioError) {
    self.scenario = scenario
    list = try request.list.map { path throws(ScenarioError) in
      try SweepList(path: path, of: scenario.subject)
    }
    let isDrawn = request.design != .grid
    var axes: [Axis] = []
    var uncertain =
      isDrawn ? scenario.section(Uncertain.self)?.numbers ?? [] : []
    for variation in request.variations {
      let number = try Self.number(variation.key, of: scenario.subject)
      uncertain.removeAll { $0.number == number }
      guard !axes.contains(where: { $0.number == number }) else {
        throw ScenarioError(at: variation.key, "is varied twice")
      }
      switch variation.values {
      case .grid(let values):
        for value in values { try number.range.check(value, at: variation.key) }
        axes.append(
          Axis(address: variation.key, number: number, values: values))
      case .distribution(let name, let numbers):
        uncertain.append(
          UncertainNumber(
            address: variation.key, number: number,
            distribution: try Distribution(
              name, numbers, over: number.range, at: variation.key)))
      }
    }
    (self.axes, self.uncertain) = (axes, uncertain)
    (design, seed) = (request.design, request.seed)
    method = request.isRandom ? .random : .sobol
    let dimension = design.dimension(uncertain: uncertain.count)
    guard method == .random || dimension <= SobolSequence.dimensionLimit else {
      throw ScenarioError(
        "\(dimension) coordinates are more than the "
          + "\(SobolSequence.dimensionLimit) of Sobol points; use --random")
    }
    sample = SamplePoints(dimension: dimension, method: method, seed: seed)
    try checkSize()
  }

  private static func number(
    _ address: String, of subject: Scenario.Subject
  ) throws(ScenarioError) -> ScenarioNumber {
    do {
      return try ScenarioNumber(address, in: subject)
    } catch {
      throw ScenarioError(file: "--vary", at: address, error.message)
    }
  }

  /// Throws unless there is something to vary and not too much of it.
  private func checkSize() throws(ScenarioError) {
    if design != .grid && uncertain.isEmpty {
      throw .missing(
        "uncertain", "--\(design.name) needs uncertain numbers",
        sample: SectionSample.uncertain(of: scenario.subject))
    }
    var size = 1
    for count in axes.map(\.values.count) + [pointsPerCell] {
      let (product, overflow) = size.multipliedReportingOverflow(by: count)
      guard !overflow, product <= Self.pointLimit else {
        throw ScenarioError(
          "these are more than \(Self.pointLimit) points")
      }
      size = product
    }
  }

  /// How many points each cell of the grid has.
  var pointsPerCell: Int { design.pointsPerCell(uncertain: uncertain.count) }

  /// The points of a cell of the grid.
  func points(ofCell cell: Int) -> Range<Int> {
    (cell * pointsPerCell)..<((cell + 1) * pointsPerCell)
  }

  /// How many cells the grid has.
  var cellCount: Int { axes.reduce(1) { $0 * $1.values.count } }

  /// How many points there are.
  package var pointCount: Int {
    list?.rows.count ?? cellCount * pointsPerCell
  }

  /// The addresses of the numbers that change, as the user wrote them.
  package var keys: [String] {
    list?.addresses ?? axes.map(\.address) + uncertain.map(\.address)
  }

  /// The numbers that change.
  private var numbers: [ScenarioNumber] {
    list?.numbers ?? axes.map(\.number) + uncertain.map(\.number)
  }

  /// The values of the grid's numbers in a cell.
  func values(ofCell cell: Int) -> [Double] {
    var rest = cell
    var values: [Double] = []
    for axis in axes.reversed() {
      let place: Int
      (rest, place) = rest.quotientAndRemainder(dividingBy: axis.values.count)
      values.append(axis.values[place])
    }
    return values.reversed()
  }

  /// The values of all numbers that change, at a point.
  ///
  /// - Precondition: the point is in `0..<pointCount`.
  /// - Complexity: O(numbers).
  package func values(of point: Int) -> [Double] {
    if let list { return list.rows[point] }
    let (cell, place) = point.quotientAndRemainder(dividingBy: pointsPerCell)
    let shares = design.shares(
      of: place, uncertain: uncertain.count, sample: sample)
    return values(ofCell: cell)
      + zip(uncertain, shares).map { $0.distribution.quantile($1) }
  }

  /// The scenario at a point.
  ///
  /// - Throws: an error when a value is out of its number's range.
  package func scenario(
    at values: [Double]
  ) throws(ScenarioError) -> Scenario {
    var changed = scenario
    for (number, value) in zip(numbers, values) {
      try number.set(value, in: &changed.subject)
    }
    return changed
  }
}
