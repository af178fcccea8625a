import Games
import LinearAlgebra

/// The game that is left of a graph when its parameter is fixed.
///
/// Every member is the graph's own with the last variable at a point, so that
/// what the graph states of its derivatives and enclosures is used.
struct ParameterSlice<Graph: Game>: Game {
  let graph: Graph
  let parameter: Double
  let strategies: StrategySpace

  init(graph: Graph, parameter: Double) {
    self.graph = graph
    self.parameter = parameter
    let whole = graph.strategies
    strategies = StrategySpace(
      variables: (0..<(graph.playerCount - 1)).map { player in
        whole.variables(of: player).map {
          whole.lowerBounds[$0]...whole.upperBounds[$0]
        }
      })
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    graph.payoff(of: player, at: levels + [S(parameter)])
  }

  func payoffs(at levels: Profile<Double>) -> [Double] {
    graph.payoffs(at: levels + [parameter]).dropLast()
  }

  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    gradient.append(0)
    graph.pseudoGradient(at: levels + [parameter], into: &gradient)
    gradient.removeLast()
  }

  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    let n = levels.count
    var whole = Matrix(rows: n + 1, columns: n + 1)
    gradient.append(0)
    graph.pseudoGradient(
      at: levels + [parameter], into: &gradient, jacobian: &whole)
    gradient.removeLast()
    for column in 0..<n {
      for row in 0..<n { jacobian[row, column] = whole[row, column] }
    }
  }

  func payoffEnclosure(of player: Int, over box: Box) -> Interval {
    graph.payoffEnclosure(of: player, over: widened(box))
  }

  func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure {
    graph.ownEnclosure(of: player, over: widened(box))
  }

  func pseudoGradientEnclosure(over box: Box, into gradient: inout [Interval]) {
    gradient.append(.zero)
    graph.pseudoGradientEnclosure(over: widened(box), into: &gradient)
    gradient.removeLast()
  }

  func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval],
    jacobian: inout [Interval]
  ) {
    let n = box.count
    var whole = [Interval](repeating: .zero, count: (n + 1) * (n + 1))
    gradient.append(.zero)
    graph.pseudoGradientEnclosure(
      over: widened(box), into: &gradient, jacobian: &whole)
    gradient.removeLast()
    for row in 0..<n {
      for column in 0..<n {
        jacobian[row * n + column] = whole[row * (n + 1) + column]
      }
    }
  }

  func marginalBounds(over box: Box, into bounds: inout [MarginalBounds]) {
    bounds.append(.unknown)
    graph.marginalBounds(over: widened(box), into: &bounds)
    bounds.removeLast()
  }

  private func widened(_ box: Box) -> Box { box + [Interval(parameter)] }
}
