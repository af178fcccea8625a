/// The left-hand sides of linear constraints.
///
/// Neighbours that differ by a factor, but for their last terms, share one sum:
/// bounds on a player's level by what it sees of the others do.
struct ConstraintRows: Sendable {
  typealias Term = (variable: Int, coefficient: Double)

  /// `factor · sum + coefficient · x_last`.
  private struct Row {
    var sum: Int
    var factor: Double
    var last: Int
    var coefficient: Double
  }

  /// Coefficients that differ by less are multiples of each other.
  private static let tolerance = 1e-14

  private var rows: [Row] = []
  private var starts: [Int] = [0]
  private var variables: [Int] = []
  private var coefficients: [Double] = []

  /// Adds a row; a variable may come twice.
  mutating func append(_ variables: [Int], _ coefficients: [Double]) {
    let sum = variables.dropLast()
    var row = Row(
      sum: starts.count - 2, factor: 1, last: variables.last ?? 0,
      coefficient: coefficients.last ?? 0)
    if let factor = multiple(sum, coefficients.dropLast()) {
      row.factor = factor
    } else {
      row.sum += 1
      self.variables += sum
      self.coefficients += coefficients.dropLast()
      starts.append(self.variables.count)
    }
    rows.append(row)
  }

  /// The factor by which a sum differs from the last one; nil if there is none.
  private func multiple(
    _ variables: ArraySlice<Int>, _ coefficients: ArraySlice<Double>
  ) -> Double? {
    guard starts.count > 1 else { return nil }
    let last = starts[starts.count - 2]..<starts[starts.count - 1]
    guard self.variables[last].elementsEqual(variables),
      let first = coefficients.first, self.coefficients[last.lowerBound] != 0
    else { return nil }
    let factor = first / self.coefficients[last.lowerBound]
    let isMultiple = zip(self.coefficients[last], coefficients).allSatisfy {
      abs(factor * $0 - $1) <= Self.tolerance * abs($1)
    }
    return isMultiple ? factor : nil
  }

  /// How many rows there are.
  var count: Int { rows.count }

  /// The terms of a row, times a factor.
  func terms(_ index: Int, times factor: Double) -> [Term] {
    let row = rows[index]
    return (starts[row.sum]..<starts[row.sum + 1]).map {
      (variables[$0], factor * row.factor * coefficients[$0])
    } + [(row.last, factor * row.coefficient)]
  }

  /// Writes the negative product with a vector, one number for each row.
  func residuals(
    of vector: UnsafeBufferPointer<Double>,
    into result: UnsafeMutableBufferPointer<Double>
  ) {
    withUnsafeTemporaryAllocation(
      of: Double.self, capacity: starts.count - 1
    ) { sums in
      write(sums: sums, of: vector)
      rows.withUnsafeBufferPointer { rows in
        for k in 0..<rows.count {
          let row = rows[k]
          result[k] =
            -(row.factor * sums[row.sum] + row.coefficient * vector[row.last])
        }
      }
    }
  }

  /// Writes the sums that rows share.
  private func write(
    sums: UnsafeMutableBufferPointer<Double>,
    of vector: UnsafeBufferPointer<Double>
  ) {
    variables.withUnsafeBufferPointer { variables in
      coefficients.withUnsafeBufferPointer { coefficients in
        starts.withUnsafeBufferPointer { starts in
          for place in 0..<sums.count {
            var sum = 0.0
            for k in starts[place]..<starts[place &+ 1] {
              sum += coefficients[k] * vector[variables[k]]
            }
            sums[place] = sum
          }
        }
      }
    }
  }
}
