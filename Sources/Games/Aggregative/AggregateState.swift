import LinearAlgebra
import Scalars

/// The aggregates of every player at a profile that changes one level at a
/// time.
///
/// Networks are read row by row when asked for; common sums, the totals of
/// block-uniform networks and the inner values of compositions are kept.
/// Creating a state allocates nothing for sparse networks and common sums.
///
/// `S` is `Double` for values and `Interval` for enclosures.
@usableFromInline package struct AggregateState<S: Scalar>: Sendable {
  @usableFromInline let aggregates: [LinearAggregate]
  @usableFromInline let count: Int
  @usableFromInline var common = Aggregates<S>()
  @usableFromInline var tables = InlineArray<4, [S]>(repeating: [])

  /// The state at a profile.
  ///
  /// - Parameters:
  ///   - aggregates: The aggregates of the game.
  ///   - count: How many of them, from the first, are wanted.
  ///   - levels: The profile.
  /// - Complexity: O(players), and one pass over the links of a composition.
  @inlinable
  public init(
    _ aggregates: [LinearAggregate], count: Int, at levels: Profile<S>
  ) {
    self.aggregates = aggregates
    self.count = count
    for k in 0..<count {
      let aggregate = aggregates[k]
      if aggregate.layout == .common {
        common[k] = aggregate.value(of: 0, at: levels)
      }
      guard aggregate.layout == .general else { continue }
      switch aggregate.form {
      case .weightedSum, .network(.sparse), .network(.scaled): break
      case .network(.blockUniform(let matrix)):
        tables[k] = matrix.groupTotals(levels, aggregate.relativeError)
      case .composition(_, let inner):
        let network = LinearAggregate(
          .network(inner), relativeError: aggregate.relativeError)
        let state = AggregateState([network], count: 1, at: levels)
        tables[k] = levels.indices.map { state.values(of: $0, at: levels)[0] }
      }
    }
  }

  /// The aggregates of one player.
  ///
  /// - Parameters:
  ///   - player: The player.
  ///   - levels: The profile, as it was at the last ``update(_:from:to:)``.
  /// - Complexity: O(links of the player).
  /// - Returns: The aggregates, in order.
  @inlinable
  public func values(
    of player: Int, at levels: Profile<S>
  ) -> Aggregates<S> {
    var result = common
    for k in 0..<count {
      let aggregate = aggregates[k]
      switch aggregate.layout {
      case .common: break
      case .rows, .scaled:
        result[k] = aggregate.value(of: player, at: levels)
      case .general:
        result[k] = generalValue(aggregate, tables[k], of: player, at: levels)
      }
    }
    return result
  }

  /// The value of an aggregate that is neither sparse nor a sum.
  @inlinable
  func generalValue(
    _ aggregate: LinearAggregate, _ table: [S], of player: Int,
    at levels: Profile<S>
  ) -> S {
    switch aggregate.form {
    case .network(.blockUniform(let matrix)):
      return matrix.rowValue(
        player, totals: table, at: levels, aggregate.dominants,
        aggregate.relativeError)
    case .composition(let outer, _):
      var sum = S.zero
      outer.forEachElement(inRow: player) { j, weight in
        sum += S(weight, relativeError: aggregate.relativeError) * table[j]
      }
      // The own part was not added as one term, so over intervals its
      // rounding is put back: ±ε · part.
      let own = aggregate.ownContributions[player]
      let part = S(own) * levels[player]
      let rounding = S(own, relativeError: aggregate.compositionError)
      return sum.removing(part) + (rounding * levels[player]).removing(part)
    case .network, .weightedSum: return aggregate.value(of: player, at: levels)
    }
  }

  /// Takes note that a player's level changes.
  ///
  /// - Precondition: No composition is among the aggregates that are kept.
  /// - Complexity: O(aggregates).
  @inlinable
  public mutating func update(_ player: Int, from old: S, to new: S) {
    for k in 0..<count {
      let aggregate = aggregates[k]
      switch aggregate.form {
      case .weightedSum(let weights):
        let weight = S(weights[player], relativeError: aggregate.relativeError)
        common[k] = common[k].removing(weight * old) + weight * new
      case .network(.sparse), .network(.scaled): break
      case .network(.blockUniform(let matrix)):
        let scale = S(
          matrix.columnScale[player], relativeError: aggregate.relativeError)
        let group = Int(matrix.groups[player])
        tables[k][group] =
          tables[k][group].removing(scale * old) + scale * new
      case .composition:
        preconditionFailure("a composition cannot be updated in place")
      }
    }
  }
}

extension BlockUniformMatrix {
  /// The sum of `columnScale_j x_j` over each group.
  @inlinable
  func groupTotals<S: Scalar>(_ x: [S], _ relativeError: Double) -> [S] {
    var totals = [S](repeating: .zero, count: groupCount)
    for j in x.indices {
      totals[Int(groups[j])] +=
        S(columnScale[j], relativeError: relativeError) * x[j]
    }
    return totals
  }

  /// Row `row` of the product, from the totals of the groups.
  ///
  /// The own part is taken away from the total of the row's group, but for a
  /// row that makes up most of it: there the others are summed anew, since
  /// little would be left but rounding.
  @inlinable
  func rowValue<S: Scalar>(
    _ row: Int, totals: [S], at x: [S], _ dominants: [Int],
    _ relativeError: Double
  ) -> S {
    let group = Int(groups[row])
    var sum = S.zero
    for other in 0..<groupCount {
      var total = totals[other]
      if other == group {
        total =
          dominants[group] == row
          ? othersTotal(row, x, relativeError)
          : total.removing(
            S(columnScale[row], relativeError: relativeError) * x[row])
      }
      sum += S(block[group, other], relativeError: relativeError) * total
    }
    return S(rowScale[row], relativeError: relativeError) * sum
  }

  /// The sum of `columnScale_j x_j` over the other members of a row's group.
  @inlinable
  func othersTotal<S: Scalar>(
    _ row: Int, _ x: [S], _ relativeError: Double
  ) -> S {
    var total = S.zero
    for j in x.indices where j != row && groups[j] == groups[row] {
      total += S(columnScale[j], relativeError: relativeError) * x[j]
    }
    return total
  }

  /// In each group the member whose column scale is by far the largest, −1 if
  /// there is none.
  @usableFromInline var dominants: [Int] {
    var largest = [Int](repeating: -1, count: groupCount)
    var totals = [Double](repeating: 0, count: groupCount)
    for j in columnScale.indices {
      let group = Int(groups[j])
      let size = abs(columnScale[j])
      totals[group] += size
      if largest[group] < 0 || size > abs(columnScale[largest[group]]) {
        largest[group] = j
      }
    }
    return (0..<groupCount).map { group in
      guard largest[group] >= 0 else { return -1 }
      let most = abs(columnScale[largest[group]])
      return most > Self.dominance * totals[group] ? largest[group] : -1
    }
  }

  /// The share of its group's scale from which on a member's own part is not
  /// taken away from the total.
  private static var dominance: Double { 0.99 }
}
