/// An orthonormal basis of a Krylov space, with the least-squares problem of
/// GMRES kept triangular by rotations.
///
/// After k steps A M v₁…vₖ = v₁…vₖ₊₁ H with H of k + 1 rows and k columns.
struct ArnoldiBasis {
  /// The largest number of steps.
  let capacity: Int
  /// The number of steps taken.
  private(set) var count = 0
  /// Whether the space is invariant, so that it holds the solution.
  private(set) var isExhausted = false

  private var vectors: [[Double]]
  private var image: [Double]
  private var scratch: [Double]
  /// H, made upper triangular.
  private var triangle: Matrix
  private var cosines: [Double]
  private var sines: [Double]
  /// The rotated right-hand side of the least-squares problem.
  private var right: [Double]

  init(order: Int, capacity: Int) {
    self.capacity = capacity
    image = Array(repeating: 0, count: order)
    scratch = image
    vectors = Array(repeating: image, count: capacity + 1)
    triangle = Matrix(rows: capacity + 1, columns: capacity)
    cosines = Array(repeating: 0, count: capacity)
    sines = cosines
    right = Array(repeating: 0, count: capacity + 1)
  }

  /// The least norm of a residual over the space.
  var residualNorm: Double { abs(right[count]) }

  /// Starts a space from its first vector.
  mutating func start(from residual: [Double]) {
    let norm = Vector.euclideanNorm(residual)
    for k in residual.indices { vectors[0][k] = residual[k] / norm }
    right[0] = norm
    count = 0
    isExhausted = false
  }

  /// Adds the image of the last vector, made orthogonal to all before it.
  mutating func extend(
    _ preconditioner: LinearOperator?, _ multiply: LinearOperator
  ) {
    let k = count
    if let preconditioner {
      preconditioner(vectors[k], &scratch)
      multiply(scratch, &image)
    } else {
      multiply(vectors[k], &image)
    }
    for i in 0...k {
      let overlap = Vector.dot(vectors[i], image)
      triangle[i, k] = overlap
      Vector.add(-overlap, times: vectors[i], to: &image)
    }
    let norm = Vector.euclideanNorm(image)
    isExhausted = !(norm > 0)
    for i in image.indices where norm > 0 {
      vectors[k + 1][i] = image[i] / norm
    }
    rotate(k, below: norm)
    count += 1
  }

  /// Rotates column k so that the element below its diagonal vanishes.
  private mutating func rotate(_ k: Int, below: Double) {
    for i in 0..<k {
      let (upper, lower) = (triangle[i, k], triangle[i + 1, k])
      triangle[i, k] = cosines[i] * upper + sines[i] * lower
      triangle[i + 1, k] = cosines[i] * lower - sines[i] * upper
    }
    let length = (triangle[k, k] * triangle[k, k] + below * below)
      .squareRoot()
    cosines[k] = length == 0 ? 1 : triangle[k, k] / length
    sines[k] = length == 0 ? 0 : below / length
    triangle[k, k] = length
    right[k + 1] = -sines[k] * right[k]
    right[k] *= cosines[k]
  }

  /// The step M v₁…vₖ y with the smallest residual. A column that is zero, of
  /// a singular operator, is left out.
  mutating func minimize(
    into step: inout [Double], _ preconditioner: LinearOperator?
  ) {
    for k in image.indices { image[k] = 0 }
    for k in (0..<count).reversed() {
      let weight = triangle[k, k] == 0 ? 0 : right[k] / triangle[k, k]
      for i in 0..<k { right[i] -= weight * triangle[i, k] }
      Vector.add(weight, times: vectors[k], to: &image)
    }
    if let preconditioner {
      preconditioner(image, &step)
    } else {
      step = image
    }
  }
}
