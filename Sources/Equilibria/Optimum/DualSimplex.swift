import LinearAlgebra

/// Linear programs over a box with the same rows and one objective after the
/// other: minimise `cᵀx` subject to `A x ≤ b` and `l ≤ x ≤ u`.
///
/// As many bounds and rows meet in a vertex as there are variables; ``VertexEdges``
/// says where one gets from there. A step costs one pass over the edges and one
/// over the coefficients of the rows, however many of the rows hold. The first
/// program starts at the best corner of the box and is solved by the dual method,
/// each further one at the vertex of the last, by the primal method. What is
/// returned are multipliers `y ≥ 0` of the rows, rounded as they are: whoever
/// needs proof evaluates `yᵀA x ≤ yᵀb` in interval arithmetic.
///
/// Variables and rows should be of order one: violations and rates are held
/// against absolute tolerances.
///
/// Reference: Koberstein, The Dual Simplex Method: Techniques for a Fast and
/// Stable Implementation, 2005, chapters 3 and 6; Goldfarb and Reid, A
/// practicable steepest-edge simplex algorithm, Mathematical Programming 12,
/// 1977.
struct DualSimplex {
  /// How a linear program ended.
  enum Outcome: Equatable {
    /// The multipliers are those of an optimum.
    case optimal
    /// The multipliers combine the rows to one that no point of the box
    /// satisfies.
    case infeasible
    /// The limit on pivots was reached.
    case iterationLimit
  }

  /// A row `Σ_j a_j x_j ≤ b`.
  struct Row: Sendable {
    var variables: [Int]
    var coefficients: [Double]
    var bound: Double
  }

  /// A constraint that is exchanged for another one.
  struct Blocking {
    /// The level or slack that stops at a bound.
    var variable: Int
    /// Whether it is the upper one.
    var isAtUpper: Bool
    /// How far away the bound is.
    var reach: Double
  }

  /// A violation, or a reduced cost, that counts as zero.
  static let tolerance = 1e-9
  /// A rate of change that counts as zero.
  static let leastRate = 1e-8
  /// A violation that makes a vertex unfit to start from.
  static let drift = 1e-7
  /// The limit on pivots of a program for each row and variable.
  static let pivotsPerLine = 4

  let columnCount: Int
  private let rows: ConstraintRows
  private let bounds: [Double]
  /// The bounds of levels and slacks.
  let lower: [Double]
  let upper: [Double]
  var edges: VertexEdges
  /// The constraints that meet at the vertex: a level stands for its bound, a
  /// slack for its row.
  var outside: [Int]
  /// At which bound each of them is.
  var isAtUpper: [Bool]
  /// The place of each level and each slack among them; −1 if it is none.
  var places: [Int]
  /// The reduced costs: by how much the objective rises along each edge.
  var costs: [Double]
  /// The levels and slacks at the vertex.
  private(set) var values: [Double]
  /// Whether the vertex satisfies all constraints.
  private var isFeasible = false
  /// How many pivots were made.
  private(set) var pivots = 0

  /// Programs with some rows over a box.
  init(rows: [Row], lower: [Double], upper: [Double]) {
    var matrix = ConstraintRows()
    for row in rows { matrix.append(row.variables, row.coefficients) }
    self.rows = matrix
    bounds = rows.map(\.bound)
    self.lower = lower + rows.map { _ in 0 }
    self.upper = upper + rows.map { _ in .infinity }
    columnCount = lower.count
    edges = VertexEdges(order: columnCount)
    outside = Array(0..<columnCount)
    isAtUpper = Array(repeating: false, count: columnCount)
    places = outside + Array(repeating: -1, count: rows.count)
    costs = []
    values = lower + bounds
  }

  /// Solves the program with an objective.
  ///
  /// - Parameter objective: The vector c.
  /// - Returns: How it ended and a multiplier for each row.
  mutating func minimize(
    _ objective: [Double]
  ) -> (outcome: Outcome, multipliers: [Double]) {
    var left = Self.pivotsPerLine * (bounds.count + columnCount)
    if isFeasible { refresh() }
    if !isFeasible {
      startAtCorner(objective)
      while let violated = mostViolated() {
        guard left > 0 else {
          return (.iterationLimit, multipliersFromCosts())
        }
        left -= 1
        let product = product(of: violated.variable)
        guard let edge = enteringEdge(product, violated) else {
          return (.infeasible, multipliers(product, violated))
        }
        exchange(edge, for: violated, product)
      }
      isFeasible = true
    } else {
      setObjective(objective)
    }
    return (
      improve(&left) ? .optimal : .iterationLimit, multipliersFromCosts()
    )
  }

  /// The vertex.
  var vertex: [Double] { Array(values[..<columnCount]) }

  /// Whether the constraint of an edge can be left at all.
  func isOpen(_ edge: Int) -> Bool {
    lower[outside[edge]] < upper[outside[edge]]
  }

  /// How fast a level or a slack changes along each edge.
  func product(of variable: Int) -> [Double] {
    edges.product(
      variable < columnCount
        ? [(variable, 1)] : rows.terms(variable - columnCount, times: -1))
  }

  private mutating func setObjective(_ objective: [Double]) {
    costs = edges.product(objective.indices.map { ($0, objective[$0]) })
  }

  /// Goes to the corner of the box where an objective is least.
  private mutating func startAtCorner(_ objective: [Double]) {
    edges = VertexEdges(order: columnCount)
    outside = Array(0..<columnCount)
    places = outside + Array(repeating: -1, count: bounds.count)
    isAtUpper = objective.map { $0 < 0 }
    let corner = outside.map { isAtUpper[$0] ? upper[$0] : lower[$0] }
    setVertex(corner)
    setObjective(objective)
  }

  /// Computes the vertex anew from the constraints that meet there, and the
  /// edges if they do not lead to it.
  private mutating func refresh() {
    locate()
    if error <= Self.tolerance { return }
    guard let edges = VertexEdges(normals: normals) else {
      isFeasible = false
      return
    }
    self.edges = edges
    locate()
    isFeasible = error <= Self.drift
  }

  /// Computes the vertex from the edges.
  private mutating func locate() {
    let sides = outside.indices.map { j in
      let variable = outside[j]
      return variable < columnCount
        ? (isAtUpper[j] ? upper[variable] : lower[variable])
        : -bounds[variable - columnCount]
    }
    let vertex = edges.point(sides)
    setVertex(vertex)
  }

  private mutating func setVertex(_ vertex: [Double]) {
    values = levelsAndRows { levels in
      for v in vertex.indices { levels[v] = vertex[v] }
    }
    for k in bounds.indices { values[columnCount + k] += bounds[k] }
  }

  /// The numbers of levels that a closure writes, and the negative rows of
  /// them.
  private func levelsAndRows(
    _ write: (UnsafeMutableBufferPointer<Double>) -> Void
  ) -> [Double] {
    Array(unsafeUninitializedCapacity: values.count) { result, count in
      let levels = UnsafeMutableBufferPointer(
        rebasing: result[..<columnCount])
      write(levels)
      rows.residuals(
        of: UnsafeBufferPointer(levels),
        into: UnsafeMutableBufferPointer(rebasing: result[columnCount...]))
      count = values.count
    }
  }

  /// By how much the vertex misses the constraints that meet there, or violates
  /// others.
  private var error: Double {
    var worst = 0.0
    for (j, variable) in outside.enumerated() {
      let target = isAtUpper[j] ? upper[variable] : lower[variable]
      worst = max(worst, abs(values[variable] - target))
    }
    for i in values.indices {
      worst = max(worst, lower[i] - values[i], values[i] - upper[i])
    }
    return worst
  }

  /// The normals of the constraints that meet in the vertex.
  private var normals: Matrix {
    var normals = Matrix(rows: columnCount, columns: columnCount)
    for (j, variable) in outside.enumerated() {
      if variable < columnCount {
        normals[j, variable] = 1
        continue
      }
      for term in rows.terms(variable - columnCount, times: -1) {
        normals[j, term.variable] += term.coefficient
      }
    }
    return normals
  }

  /// How fast levels and slacks change along an edge, times 1 or −1.
  func rates(along edge: Int, times sign: Double) -> [Double] {
    levelsAndRows { edges.write(edge, times: sign, into: $0) }
  }

  /// Moves the vertex.
  mutating func move(_ rates: [Double], by step: Double) {
    values.add(rates, times: step)
  }

  /// Lets a level or a slack take the place of the constraint of an edge.
  mutating func replace(
    _ edge: Int, by blocking: Blocking, _ product: [Double]
  ) {
    pivots += 1
    edges.replace(edge, by: product)
    let change = costs[edge] / product[edge]
    costs.add(product, times: -change)
    costs[edge] = change
    places[outside[edge]] = -1
    places[blocking.variable] = edge
    outside[edge] = blocking.variable
    isAtUpper[edge] = blocking.isAtUpper
  }

  /// The multipliers that prove an optimum: the slacks' reduced costs.
  private func multipliersFromCosts() -> [Double] {
    bounds.indices.map { k in
      let place = places[columnCount + k]
      return place < 0 ? 0 : max(0, costs[place])
    }
  }

  /// The combination of rows that says how far a level or a slack can go.
  private func multipliers(
    _ product: [Double], _ violated: Blocking
  ) -> [Double] {
    let side = violated.isAtUpper ? -1.0 : 1
    return bounds.indices.map { k in
      let place = places[columnCount + k]
      if columnCount + k == violated.variable { return 1 }
      return place < 0 ? 0 : max(0, -side * product[place])
    }
  }
}

extension [Double] {
  /// Adds a multiple of as many numbers.
  fileprivate mutating func add(_ numbers: [Double], times factor: Double) {
    withUnsafeMutableBufferPointer { sums in
      numbers.withUnsafeBufferPointer { numbers in
        for i in 0..<sums.count { sums[i] += factor * numbers[i] }
      }
    }
  }
}
