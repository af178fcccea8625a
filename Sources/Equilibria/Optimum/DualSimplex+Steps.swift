extension DualSimplex {
  /// Moves from vertex to vertex, by the primal method, until none is better;
  /// false if the pivots run out.
  mutating func improve(_ left: inout Int) -> Bool {
    while let column = bestColumn() {
      guard left > 0 else { return false }
      left -= 1
      advance(column)
    }
    return true
  }

  /// The column outside the basis whose variable improves the objective most a
  /// unit; nil at an optimum.
  private func bestColumn() -> Int? {
    var best: Int?
    var most = Self.tolerance
    for j in 0..<columnCount {
      let gain = isAtUpper[j] ? costs[j] : -costs[j]
      guard gain > most,
        upperBound(of: outside[j]) > lowerBound(of: outside[j])
      else { continue }
      (best, most) = (j, gain)
    }
    return best
  }

  /// Moves a column's variable away from its bound until another one, or
  /// itself, reaches a bound.
  private mutating func advance(_ column: Int) {
    let variable = outside[column]
    let direction = isAtUpper[column] ? -1.0 : 1
    var length = upperBound(of: variable) - lowerBound(of: variable)
    var stop: (row: Int, side: Double)?
    var size = 0.0
    for i in values.indices {
      let change = -direction * tableau[i * stride + column]
      guard abs(change) > Self.tolerance else { continue }
      let room =
        change < 0
        ? values[i] - lowerBound(of: basis[i])
        : upperBound(of: basis[i]) - values[i]
      let reach = max(0, room) / abs(change)
      guard reach < length || reach == length && abs(change) > size else {
        continue
      }
      (length, size) = (reach, abs(change))
      stop = (i, change < 0 ? 1 : -1)
    }
    if let stop {
      pivot(stop.row, column, stop.side)
    } else {
      for i in values.indices {
        values[i] -= direction * length * tableau[i * stride + column]
      }
      isAtUpper[column].toggle()
    }
  }

  /// Takes up the rows that the vertex violates most; false if there are none.
  mutating func takeUpViolatedRows() -> Bool {
    let levels = vertex
    var violated: [(row: Int, violation: Double)] = []
    for (k, row) in rows.enumerated() where !isTaken[k] {
      var activity = 0.0
      for (variable, coefficient) in zip(row.variables, row.coefficients) {
        activity += coefficient * levels[variable]
      }
      let violation = activity - row.bound
      if violation > Self.tolerance { violated.append((k, violation)) }
    }
    violated.sort { ($1.violation, $0.row) < ($0.violation, $1.row) }
    for (row, violation) in violated.prefix(Self.batch) {
      takeUp(row, slack: -violation)
    }
    return !violated.isEmpty
  }

  /// Adds a row to the tableau, its slack being in the basis.
  private mutating func takeUp(_ index: Int, slack: Double) {
    var line = [Double](repeating: 0, count: stride)
    let row = rows[index]
    for (variable, coefficient) in zip(row.variables, row.coefficients) {
      let place = places[variable]
      guard place >= 0 else {
        line[-1 - place] += coefficient
        continue
      }
      for j in 0..<columnCount {
        line[j] -= coefficient * tableau[place * stride + j]
      }
    }
    tableau += line
    values.append(slack)
    basis.append(columnCount + index)
    isTaken[index] = true
  }

  /// Removes rows that hold with ease from the tableau.
  mutating func giveUpEasyRows() {
    var kept = 0
    for i in values.indices {
      let variable = basis[i]
      if variable >= columnCount, values[i] > Self.ease {
        isTaken[variable - columnCount] = false
        continue
      }
      if kept < i {
        for j in 0..<stride {
          tableau[kept * stride + j] = tableau[i * stride + j]
        }
        (basis[kept], values[kept]) = (variable, values[i])
        if variable < columnCount { places[variable] = kept }
      }
      kept += 1
    }
    let removed = values.count - kept
    tableau.removeLast(removed * stride)
    basis.removeLast(removed)
    values.removeLast(removed)
  }

  /// The row whose variable is farthest outside its bounds, and whether it has
  /// to rise (1) or to fall (−1).
  func mostViolated() -> (row: Int, side: Double)? {
    var best: (row: Int, side: Double)?
    var worst = Self.tolerance
    for i in values.indices {
      let below = lowerBound(of: basis[i]) - values[i]
      let above = values[i] - upperBound(of: basis[i])
      if max(below, above) > worst {
        worst = max(below, above)
        best = (i, below > above ? 1 : -1)
      }
    }
    return best
  }

  /// The column that can move the row's variable at the least change of the
  /// reduced costs; nil if none can.
  func enteringColumn(_ row: Int, _ side: Double) -> Int? {
    var best: (column: Int, ratio: Double, size: Double)?
    for j in 0..<columnCount {
      let element = tableau[row * stride + j]
      let gain = isAtUpper[j] ? side * element : -side * element
      guard gain > Self.tolerance,
        upperBound(of: outside[j]) > lowerBound(of: outside[j])
      else { continue }
      let ratio = abs(costs[j]) / gain
      if let other = best {
        if ratio > other.ratio { continue }
        if ratio == other.ratio, gain <= other.size { continue }
      }
      best = (j, ratio, gain)
    }
    return best?.column
  }
}
