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

  /// The negative product with a vector, plus one number a row.
  ///
  /// - Parameters:
  ///   - vector: The vector.
  ///   - numbers: One for each row; if there are none, they are zero.
  /// - Returns: One number for each row.
  func residuals(of vector: [Double], from numbers: [Double] = []) -> [Double] {
    vector.withUnsafeBufferPointer { vector in
      let sums = sums(vector)
      return rows.indices.map { k in
        let row = rows[k]
        var product = row.factor * sums[row.sum]
        if row.coefficient != 0 {
          product += row.coefficient * vector[row.last]
        }
        return numbers.isEmpty ? -product : numbers[k] - product
      }
    }
  }

  /// The sums that rows share.
  private func sums(_ vector: UnsafeBufferPointer<Double>) -> [Double] {
    variables.withUnsafeBufferPointer { variables in
      coefficients.withUnsafeBufferPointer { coefficients in
        zip(starts, starts.dropFirst()).map { start, end in
          var sum = 0.0
          for k in start..<end {
            sum += coefficients[k] * vector[variables[k]]
          }
          return sum
        }
      }
    }
  }
}
