import Games

/// Tests of theorems that leave at most one equilibrium, over a box that holds
/// every equilibrium.
struct UniquenessTests {
  private let jacobian: IntervalMatrix
  /// The variables that are not settled yet.
  private let variables: [Int]
  /// Whether payoffs are proven to be defined on all of the box.
  private let isTotal: Bool

  init<G: Game>(_ game: G, over box: Box) {
    variables = box.indices.filter { !box[$0].isPoint }
    var gradient = [Interval](repeating: .zero, count: box.count)
    var whole = IntervalMatrix(order: box.count)
    game.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &whole.elements)
    jacobian = whole.submatrix(variables)
    isTotal = game.isTotal(over: box)
  }

  /// The theorems whose conditions hold.
  var theorems: [UniquenessTheorem] {
    guard isTotal else { return [] }
    var result: [UniquenessTheorem] = []
    let negative = jacobian.negated
    if negative.isStrictlyMonotone { result.append(.diagonalStrictConcavity) }
    if negative.isDominant { result.append(.pMatrix) }
    return result
  }
}
