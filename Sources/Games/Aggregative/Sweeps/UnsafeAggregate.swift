import LinearAlgebra

/// One aggregate laid out for sweeps of best responses: direct access to its
/// numbers and to what is kept of the profile.
///
/// A network reads *gathered* levels `c_j x_j`, where c are its column factors:
/// those of players of the same block who already moved from `moved`, all
/// others from `settled`. A sweep player by player uses one vector for both.
/// Sums and totals of groups are kept as a settled part and the changes by the
/// block.
///
/// Valid only inside the call that lends it. Nothing is checked.
@usableFromInline
struct UnsafeAggregate {
  /// How the value of a player follows.
  @usableFromInline
  enum Kind { case weightedSum, network, blockUniform, general }

  @usableFromInline let kind: Kind
  /// The weights of a sum, or the column factors of a matrix; nil for ones.
  @usableFromInline var weights: UnsafePointer<Double>?
  /// The factor of each row; nil for ones.
  @usableFromInline var rowScale: UnsafePointer<Double>?
  /// The group of each player; nil if there is one.
  @usableFromInline var groups: UnsafePointer<UInt8>?
  /// The factor of each pair of groups, column by column.
  @usableFromInline var block: UnsafePointer<Double>?
  @usableFromInline var groupCount = 1
  @usableFromInline var starts: UnsafePointer<Int>?
  @usableFromInline var columns: UnsafePointer<Int32>?
  @usableFromInline var values: UnsafePointer<Double>?
  /// Gathered levels, or one total for each group.
  @usableFromInline var settled: UnsafeMutablePointer<Double>?
  /// The gathered levels of players who moved, or the change of each total.
  @usableFromInline var moved: UnsafeMutablePointer<Double>?
  /// A sum, and its change.
  @usableFromInline var total = 0.0
  @usableFromInline var change = 0.0

  init(_ kind: Kind) { self.kind = kind }

  /// What a unit of a player's level adds to a sum or a gathered level.
  @inlinable @inline(__always)
  func weight(of player: Int) -> Double {
    guard let weights else { return 1 }
    return weights[player]
  }

  /// Asks for the gathered levels of a row ahead of their use.
  @inlinable @inline(__always)
  func prefetch(_ player: Int) {
    guard let starts, let columns, let settled else { return }
    let start = starts[player]
    UnsafePointer(settled).prefetch(
      UnsafeBufferPointer(
        start: columns + start, count: starts[player &+ 1] &- start))
  }

  /// Whether player j comes before another in the block that starts at `first`.
  @inlinable @inline(__always)
  func isPast(_ j: Int, _ player: Int, _ first: Int) -> Bool {
    UInt(bitPattern: j &- first) < UInt(bitPattern: player &- first)
  }

  /// Takes note that a player moves.
  @inlinable @inline(__always)
  mutating func move(_ player: Int, from old: Double, to new: Double) {
    switch kind {
    case .weightedSum: change += weight(of: player) * (new - old)
    case .network, .general: moved?[player] = weight(of: player) * new
    case .blockUniform:
      guard let groups, let moved else { return }
      moved[Int(groups[player])] += weight(of: player) * (new - old)
    }
  }
}

// What is read for each player is read through a pointer: copying the whole
// layout would cost as much as the sum itself.
extension UnsafeMutablePointer<UnsafeAggregate> {
  /// A sum less what a player's own level adds to it.
  @inlinable @inline(__always)
  func sumOfOthers(own part: Double) -> Double {
    pointee.total + (pointee.change - part)
  }

  /// The product of a row and the gathered levels.
  @inlinable @inline(never)
  func networkValue(_ player: Int, _ first: Int) -> Double {
    guard let starts = pointee.starts, let settled = pointee.settled,
      let moved = pointee.moved
    else { return 0 }
    let range = starts[player]..<starts[player &+ 1]
    let sum: Double
    if let groups = pointee.groups, let block = pointee.block {
      let factors = block + Int(groups[player])
      let groupCount = pointee.groupCount
      sum = rowSum(range) { j in
        (pointee.isPast(j, player, first) ? moved : settled)[j]
          * factors[Int(groups[j]) &* groupCount]
      }
    } else if moved == settled {
      sum = rowSum(range) { settled[$0] }
    } else {
      sum = rowSum(range) { j in
        (pointee.isPast(j, player, first) ? moved : settled)[j]
      }
    }
    guard let rowScale = pointee.rowScale else { return sum }
    return rowScale[player] * sum
  }

  /// The sum of the stored elements in a range, each times what a function
  /// gives for its column: elements at even and odd places apart, so that one
  /// sum need not wait for the other.
  @inlinable @inline(__always)
  func rowSum(_ range: Range<Int>, _ level: (Int) -> Double) -> Double {
    guard let columns = pointee.columns, let values = pointee.values else {
      return 0
    }
    var (even, odd) = (0.0, 0.0)
    var k = range.lowerBound
    while k &+ 1 < range.upperBound {
      even += values[k] * level(Int(columns[k]))
      odd += values[k &+ 1] * level(Int(columns[k &+ 1]))
      k &+= 2
    }
    if k < range.upperBound { even += values[k] * level(Int(columns[k])) }
    return even + odd
  }

  /// The row of a block-uniform matrix, from the totals of the groups.
  @inlinable
  func blockUniformValue(_ player: Int, _ own: Double) -> Double {
    guard let groups = pointee.groups, let block = pointee.block,
      let rowScale = pointee.rowScale, let settled = pointee.settled,
      let moved = pointee.moved
    else { return 0 }
    let group = Int(groups[player])
    let groupCount = pointee.groupCount
    var sum = 0.0
    for other in 0..<groupCount {
      let part = other == group ? pointee.weight(of: player) * own : 0
      sum +=
        block[group &+ other &* groupCount]
        * (settled[other] + (moved[other] - part))
    }
    return rowScale[player] * sum
  }
}

extension LinearAggregate {
  /// Lends the aggregate laid out for sweeps, without what is kept of a
  /// profile.
  func withUnsafeAggregate<Result>(
    _ body: (UnsafeAggregate) -> Result
  ) -> Result {
    switch form {
    case .weightedSum(let weights):
      return weights.withUnsafeBufferPointer { weights in
        var result = UnsafeAggregate(.weightedSum)
        result.weights = weights.baseAddress
        return body(result)
      }
    case .network(.sparse(let matrix)) where !storesDiagonal:
      return matrix.withUnsafeRows { body(UnsafeAggregate($0)) }
    case .network(.scaled(let matrix)) where !storesDiagonal:
      return matrix.links.withUnsafeRows { rows in
        matrix.factors.withUnsafeFactors(
          of: UnsafeAggregate(rows), omitsGroup: true, body)
      }
    case .network(.blockUniform(let matrix)):
      return matrix.withUnsafeFactors(
        of: UnsafeAggregate(.blockUniform), omitsGroup: false, body)
    case .network, .composition: return body(UnsafeAggregate(.general))
    }
  }
}

extension UnsafeAggregate {
  init(_ rows: UnsafeSparseRows) {
    self.init(.network)
    starts = rows.starts.baseAddress
    columns = rows.columns.baseAddress
    values = rows.values.baseAddress
  }
}

extension BlockUniformMatrix {
  /// Lends an aggregate with the factors of this matrix filled in.
  ///
  /// - Parameters:
  ///   - aggregate: What the factors belong to.
  ///   - omitsGroup: Whether one group with factor 1 is left out.
  ///   - body: What uses it.
  /// - Returns: What `body` returns.
  fileprivate func withUnsafeFactors<Result>(
    of aggregate: UnsafeAggregate, omitsGroup: Bool,
    _ body: (UnsafeAggregate) -> Result
  ) -> Result {
    var result = aggregate
    result.groupCount = groupCount
    return rowScale.withUnsafeBufferPointer { rows in
      columnScale.withUnsafeBufferPointer { columns in
        block.elements.withUnsafeBufferPointer { block in
          groups.withUnsafeBufferPointer { groups in
            result.rowScale = rows.baseAddress
            result.weights = columns.baseAddress
            if !(omitsGroup && groupCount == 1 && block[0] == 1) {
              result.block = block.baseAddress
              result.groups = groups.baseAddress
            }
            return body(result)
          }
        }
      }
    }
  }
}
