import Games

/// Tests of theorems that leave at most one equilibrium, over a box that holds
/// every equilibrium.
struct UniquenessTests {
  private let jacobian: IntervalMatrix
  /// The variables that are not settled yet.
  private let variables: [Int]

  init<G: Game>(_ game: G, over box: Box) {
    variables = box.indices.filter { !box[$0].isPoint }
    var gradient = [Interval](repeating: .zero, count: box.count)
    var whole = IntervalMatrix(order: box.count)
    game.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &whole.elements)
    jacobian = whole.submatrix(variables)
  }

  /// The theorems whose conditions hold.
  var theorems: [UniquenessTheorem] {
    var result: [UniquenessTheorem] = []
    if isStrictlyMonotone { result.append(.diagonalStrictConcavity) }
    if isDominant { result.append(.pMatrix) }
    return result
  }

  /// Whether `−(J + Jᵀ)` is positive definite throughout.
  private var isStrictlyMonotone: Bool {
    var sum = IntervalMatrix(order: jacobian.order)
    for i in 0..<jacobian.order {
      for j in 0..<jacobian.order {
        sum[i, j] = -(jacobian[i, j] + jacobian[j, i])
      }
    }
    return sum.isPositiveDefinite
  }

  /// Whether `−J` has a positive diagonal that dominates its rows or its
  /// columns throughout: then it is a P-matrix.
  private var isDominant: Bool {
    let order = 0..<jacobian.order
    func dominates(_ element: (Int, Int) -> Interval) -> Bool {
      order.allSatisfy { i in
        var rest = Interval.zero
        for j in order where j != i {
          rest += Interval(element(i, j).magnitude)
        }
        return -element(i, i).upper > rest.upper
      }
    }
    return dominates { jacobian[$0, $1] } || dominates { jacobian[$1, $0] }
  }
}
