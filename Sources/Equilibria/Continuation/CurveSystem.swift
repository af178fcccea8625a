import Games
import LinearAlgebra

/// The equations of a curve of equilibria: `F_v = 0` for the free variables of
/// a face, in these variables and the parameter.
///
/// A point is a profile followed by the parameter. Directions are scaled: one
/// unit is the width of the variable's interval, or of the parameter's range.
/// Variables at a bound move with it, and have no part in a direction.
struct CurveSystem {
  let family: GameFamily
  /// The number of variables, which is the position of the parameter.
  let dimension: Int
  /// The unit of each variable, and of the parameter.
  let scale: [Double]
  private let fixedBounds: StrategySpace
  /// The pseudo-gradient at the last point evaluated.
  private(set) var gradient: [Double]
  /// Its derivatives in the variables and, in the last column, the parameter.
  private(set) var jacobian: Matrix

  /// The equation that closes the system.
  enum Closing {
    /// The component of the pseudo-gradient of a variable at a bound vanishes.
    case component(Int)
    /// The increment is normal to a direction.
    case plane([Double])
  }

  init(_ family: GameFamily) {
    self.family = family
    dimension = family.dimension
    fixedBounds = family.game(at: family.range.lowerBound).strategies
    let whole = family.graph.strategies
    scale = (0...dimension).map { v in
      let width = whole.upperBounds[v] - whole.lowerBounds[v]
      return width > 0 ? width : 1
    }
    gradient = Array(repeating: 0, count: dimension + 1)
    jacobian = Matrix(rows: dimension + 1, columns: dimension + 1)
  }

  /// The bounds at a value of the parameter.
  func bounds(at parameter: Double) -> StrategySpace {
    family.hasMovingBounds
      ? family.game(at: parameter).strategies : fixedBounds
  }

  /// How fast the bound moves that a variable of a face is at.
  func boundSlope(of variable: Int, on face: Face) -> Double {
    guard family.hasMovingBounds else { return 0 }
    return switch face.sides[variable] {
    case .free: 0
    case .lower: family.lowerBoundSlope(of: variable)
    case .upper: family.upperBoundSlope(of: variable)
    }
  }

  /// Puts the variables of a face that are at a bound exactly there.
  func snap(_ point: inout [Double], to face: Face) {
    let bounds = bounds(at: point[dimension])
    for v in 0..<dimension {
      switch face.sides[v] {
      case .free: break
      case .lower: point[v] = bounds.lowerBounds[v]
      case .upper: point[v] = bounds.upperBounds[v]
      }
    }
  }

  /// The point a distance along a direction away, on the same face.
  func step(
    _ length: Double, along direction: [Double], from point: [Double],
    on face: Face
  ) -> [Double] {
    var next = point
    for v in next.indices { next[v] += length * scale[v] * direction[v] }
    snap(&next, to: face)
    return next
  }

  /// Evaluates the pseudo-gradient and its derivatives.
  mutating func evaluate(at point: [Double]) {
    family.graph.pseudoGradient(
      at: point, into: &gradient, jacobian: &jacobian)
  }

  /// The scaled derivative of a component in a column: a free variable or the
  /// parameter, with which the bounds move.
  func slope(of row: Int, in column: Int, on face: Face) -> Double {
    guard column == dimension else {
      return jacobian[row, column] * scale[column]
    }
    var sum = jacobian[row, dimension]
    if family.hasMovingBounds {
      for v in 0..<dimension {
        sum += jacobian[row, v] * boundSlope(of: v, on: face)
      }
    }
    return sum * scale[dimension]
  }

  /// What a component of the pseudo-gradient is measured in: the sum of its
  /// scaled slopes.
  func unit(of row: Int) -> Double {
    (0...dimension).reduce(0) { $0 + abs(jacobian[row, $1]) * scale[$1] }
  }

  /// Solves the linearised equations; the right-hand side of the closing one
  /// is `value`, those of the others are `−F_v`, or 0 for a tangent.
  private func solve(
    on face: Face, _ closing: Closing, value: Double, homogeneous: Bool
  ) -> [Double]? {
    let columns = face.free + [dimension]
    let order = columns.count
    var system = LUWorkspace(capacity: order)
    for i in 0..<order {
      let row: Int?
      if i < order - 1 {
        row = face.free[i]
      } else if case .component(let v) = closing {
        row = v
      } else {
        row = nil
      }
      for j in 0..<order {
        if let row {
          system[i, j] = slope(of: row, in: columns[j], on: face)
        } else if case .plane(let normal) = closing {
          system[i, j] = normal[columns[j]]
        }
      }
      system.rightHandSide[i] =
        row == nil ? value : row.map { homogeneous ? 0 : -gradient[$0] } ?? 0
    }
    guard system.solve(order: order) else { return nil }
    var direction = [Double](repeating: 0, count: dimension + 1)
    for (j, column) in columns.enumerated() {
      direction[column] = system.rightHandSide[j]
    }
    return direction
  }

  /// The unit tangent of the curve at the point evaluated last, on the side of
  /// `ahead`; nil if the equations are singular.
  func tangent(on face: Face, ahead: [Double]) -> [Double]? {
    guard
      let direction = solve(
        on: face, .plane(ahead), value: 1, homogeneous: true)
    else { return nil }
    let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length.isFinite, length < Self.steepest else { return nil }
    return direction.map { $0 / length }
  }

  /// A Newton run.
  struct Correction {
    var point: [Double]
    var iterations: Int
  }

  /// Solves the equations of a face and a closing one by Newton's method.
  ///
  /// Leaves the system evaluated near the solution.
  mutating func correct(
    _ start: [Double], on face: Face, closing: Closing,
    iterationLimit: Int = 8
  ) -> Correction? {
    var point = start
    var last = Double.infinity
    for iteration in 1...iterationLimit {
      evaluate(at: point)
      guard
        let step = solve(on: face, closing, value: 0, homogeneous: false)
      else { return nil }
      let size = step.reduce(0) { max($0, abs($1)) }
      guard size.isFinite, size < 2 * last else { return nil }
      last = size
      point = self.step(1, along: step, from: point, on: face)
      if size <= Self.smallestStep {
        evaluate(at: point)
        return Correction(point: point, iterations: iteration)
      }
    }
    return nil
  }

  /// Newton's method has converged when its step is this short; the next one
  /// would be as long as its square.
  private static let smallestStep = 1e-9
  /// A tangent this steep against the closing direction counts as none.
  private static let steepest = 1e12
}
