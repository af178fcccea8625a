/// The left-hand sides of linear constraints, one row after the other.
struct ConstraintRows: Sendable {
  private var starts: [Int] = [0]
  private var variables: [Int] = []
  private var coefficients: [Double] = []

  /// Adds a row; a variable may come twice.
  mutating func append(_ variables: [Int], _ coefficients: [Double]) {
    self.variables += variables
    self.coefficients += coefficients
    starts.append(self.variables.count)
  }

  /// How many rows there are.
  var count: Int { starts.count - 1 }

  /// The terms of a row, times a factor.
  func terms(
    _ row: Int, times factor: Double = 1
  ) -> some Sequence<(variable: Int, coefficient: Double)> {
    (starts[row]..<starts[row + 1]).lazy.map {
      (variable: variables[$0], coefficient: factor * coefficients[$0])
    }
  }

  /// Subtracts the product with a vector from one number a row.
  func subtractProduct(with vector: [Double], from result: inout [Double]) {
    variables.withUnsafeBufferPointer { variables in
      coefficients.withUnsafeBufferPointer { coefficients in
        vector.withUnsafeBufferPointer { vector in
          for row in 0..<count {
            var sum = 0.0
            for k in starts[row]..<starts[row + 1] {
              sum += coefficients[k] * vector[variables[k]]
            }
            result[row] -= sum
          }
        }
      }
    }
  }
}
