/// An iterate of A x = b with its residual, kept up step by step.
struct ResidualState {
  let b: [Double]
  let scale: Double
  private(set) var x: [Double]
  private(set) var residual: [Double]
  private(set) var iterations = 0

  /// An iterate at the start, or at zero; at zero too if the right-hand side
  /// is, for which a relative residual has no other meaning.
  init(_ b: [Double], start: [Double]?, _ multiply: LinearOperator) {
    precondition(
      start.map { $0.count == b.count } ?? true,
      "the start must fit the right-hand side")
    self.b = b
    scale = Vector.euclideanNorm(b)
    x = Array(repeating: 0, count: b.count)
    residual = b
    if let start, scale != 0 {
      x = start
      refresh(multiply)
    }
  }

  /// The residual relative to the right-hand side; zero solves a system with
  /// the right-hand side zero exactly.
  var relativeResidual: Double {
    let norm = Vector.euclideanNorm(residual)
    return norm == 0 ? 0 : norm / scale
  }

  /// Whether there is nothing left to gain; also where a number is not finite.
  func isMet(_ tolerance: Double) -> Bool {
    !(relativeResidual > tolerance && relativeResidual < .infinity)
  }

  /// Moves the iterate, and its residual by the image of the direction.
  mutating func advance(
    _ length: Double, along direction: [Double], image: [Double]
  ) {
    Vector.add(length, times: direction, to: &x)
    Vector.add(-length, times: image, to: &residual)
    iterations += 1
  }

  /// Moves the iterate after some iterations; the residual is computed anew.
  mutating func advance(
    by step: [Double], iterations: Int, _ multiply: LinearOperator
  ) {
    Vector.add(1, times: step, to: &x)
    self.iterations += iterations
    refresh(multiply)
  }

  /// Computes the residual from its definition.
  mutating func refresh(_ multiply: LinearOperator) {
    multiply(x, &residual)
    for k in residual.indices { residual[k] = b[k] - residual[k] }
  }

  /// The iterate as a solution.
  ///
  /// - Precondition: the residual is fresh.
  func solution(
    _ termination: IterativeSolution.Termination
  ) -> IterativeSolution {
    let residual = relativeResidual
    let isFinite = residual.isFinite && x.allSatisfy(\.isFinite)
    return IterativeSolution(
      x: x, residual: residual, iterations: iterations,
      termination: isFinite ? termination : .notFinite)
  }
}
