import Games
import LinearAlgebra

/// The game that is left of a graph when its parameters are fixed.
///
/// Every member is the graph's own with the last variables at a point, so that
/// what the graph states of its derivatives and enclosures is used.
struct ParameterSlice<Graph: Game>: Game {
  let graph: Graph
  let parameters: [Double]
  let strategies: StrategySpace

  init(graph: Graph, parameters: [Double]) {
    self.graph = graph
    self.parameters = parameters
    let whole = graph.strategies
    let owner = whole.owner(of: whole.dimension - 1)
    strategies = StrategySpace(
      variables: (0..<owner).map { player in
        whole.variables(of: player).map {
          whole.lowerBounds[$0]...whole.upperBounds[$0]
        }
      })
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    graph.payoff(of: player, at: levels + parameters.map { S($0) })
  }

  func payoffs(at levels: Profile<Double>) -> [Double] {
    Array(graph.payoffs(at: levels + parameters).prefix(playerCount))
  }

  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    gradient += parameters.map { _ in 0 }
    graph.pseudoGradient(at: levels + parameters, into: &gradient)
    gradient.removeLast(parameters.count)
  }

  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    let n = levels.count
    let order = n + parameters.count
    var whole = Matrix(rows: order, columns: order)
    gradient += parameters.map { _ in 0 }
    graph.pseudoGradient(
      at: levels + parameters, into: &gradient, jacobian: &whole)
    gradient.removeLast(parameters.count)
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
    gradient += parameters.map { _ in .zero }
    graph.pseudoGradientEnclosure(over: widened(box), into: &gradient)
    gradient.removeLast(parameters.count)
  }

  func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval],
    jacobian: inout [Interval]
  ) {
    let n = box.count
    let order = n + parameters.count
    var whole = [Interval](repeating: .zero, count: order * order)
    gradient += parameters.map { _ in .zero }
    graph.pseudoGradientEnclosure(
      over: widened(box), into: &gradient, jacobian: &whole)
    gradient.removeLast(parameters.count)
    for row in 0..<n {
      for column in 0..<n {
        jacobian[row * n + column] = whole[row * order + column]
      }
    }
  }

  func marginalBounds(over box: Box, into bounds: inout [MarginalBounds]) {
    bounds += parameters.map { _ in .unknown }
    graph.marginalBounds(over: widened(box), into: &bounds)
    bounds.removeLast(parameters.count)
  }

  private func widened(_ box: Box) -> Box {
    box + parameters.map { Interval($0) }
  }
}
