import Equilibria
import LinearAlgebra
import Synchronization
import Testing

/// `−100 (y − x²)² − (1 − x)²` on a box, and its coordinates as bounds.
private struct Rosenbrock: Game {
  let strategies: StrategySpace

  init(_ first: ClosedRange<Double>, _ second: ClosedRange<Double>) {
    strategies = StrategySpace(variables: [[first, second]])
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y) = (levels[0], levels[1])
    return -(100 * S.pow(y - x * x, 2) + S.pow(1 - x, 2))
  }
}

/// A chain of n levels: each wants to be close to its neighbours and the first
/// to 3; all are bounded by 1.
private struct Chain: Game {
  let strategies: StrategySpace

  init(_ count: Int) {
    strategies = StrategySpace(variables: [
      Array(repeating: -1...1, count: count)
    ])
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var sum = -S.pow(levels[0] - 3, 2)
    for (a, b) in zip(levels, levels.dropFirst()) {
      sum -= S.pow(a - b, 2) + S.pow(b, 4) / 100
    }
    return sum
  }
}

/// A function that counts how often it is asked for anything.
private struct Counted<Base: Objective>: Objective {
  final class Count: Sendable {
    private let calls = Atomic(0)
    var value: Int { calls.load(ordering: .relaxed) }
    func add() { calls.add(1, ordering: .relaxed) }
  }

  struct Expansion: ObjectiveExpansion {
    let base: any ObjectiveExpansion
    let count: Count

    func hessianProduct(
      along direction: [Double], into product: inout [Double]
    ) {
      count.add()
      base.hessianProduct(along: direction, into: &product)
    }

    var hessianDiagonal: [Double]? { base.hessianDiagonal }
  }

  let base: Base
  let count = Count()

  var strategies: StrategySpace { base.strategies }
  var leastSize: Double { base.leastSize }

  func value(at levels: [Double]) -> Double {
    count.add()
    return base.value(at: levels)
  }

  func gradient(at levels: [Double], into gradient: inout [Double]) -> Double {
    count.add()
    return base.gradient(at: levels, into: &gradient)
  }

  func hessian(at levels: [Double], into hessian: inout Matrix) {
    base.hessian(at: levels, into: &hessian)
  }

  func expansion(at levels: [Double]) -> any ObjectiveExpansion {
    count.add()
    return Expansion(base: base.expansion(at: levels), count: count)
  }

  func enclosure(over box: Box, gradient: inout [Interval]) -> Interval {
    base.enclosure(over: box, gradient: &gradient)
  }

  func enclosure(
    over box: Box, gradient: inout [Interval], hessian: inout [Interval]
  ) -> Interval {
    base.enclosure(over: box, gradient: &gradient, hessian: &hessian)
  }

  func isTotal(over box: Box) -> Bool { base.isTotal(over: box) }
}

@Suite struct BoundedMaximizationTests {
  /// Whenever it is told to stop, it asks the function for little more.
  @Test func endsSoonWhenToldTo() {
    let base = JointObjective.welfare(of: Chain(200))
    for limit in 1...30 {
      let objective = Counted(base: base)
      let count = objective.count
      let maximum = Cancellation.asking({ count.value >= limit }) {
        BoundedMaximization().maximize(
          objective, from: Array(repeating: -1, count: 200))
      }
      #expect(maximum.termination == .cancelled)
      #expect(count.value <= limit + 4)
    }
  }

  @Test func findsAnInteriorMaximum() {
    let maximum = BoundedMaximization().maximize(
      JointObjective.welfare(of: Rosenbrock(-2...2, -2...2)), from: [-1.2, 1])
    #expect(maximum.termination == .converged)
    #expect(abs(maximum.levels[0] - 1) < 1e-11)
    #expect(abs(maximum.levels[1] - 1) < 1e-11)
    #expect(maximum.iterations < 60)
  }

  @Test func endsExactlyAtActiveBounds() {
    let maximum = BoundedMaximization().maximize(
      JointObjective.welfare(of: Rosenbrock(-2...0.5, -2...2)), from: [-1.2, 1])
    #expect(maximum.termination == .converged)
    #expect(maximum.levels[0] == 0.5)
    #expect(abs(maximum.levels[1] - 0.25) < 1e-13)
  }

  @Test func conjugateGradientsAgreeWithCholesky() {
    let objective = JointObjective.welfare(of: Chain(40))
    let start = Array(repeating: -1.0, count: 40)
    let dense = BoundedMaximization(denseLimit: 40)
      .maximize(objective, from: start)
    let free = BoundedMaximization(denseLimit: 0)
      .maximize(objective, from: start)
    #expect(dense.termination == .converged)
    #expect(free.residual < 1e-9)
    #expect(dense.levels[0] == 1 && free.levels[0] == 1)
    #expect(abs(dense.value - free.value) < 1e-12)
  }

  @Test func aPointIsItsOwnMaximum() {
    let maximum = BoundedMaximization().maximize(
      JointObjective.welfare(of: Rosenbrock(0...0, 1...1)), from: [5, 5])
    #expect(maximum.levels == [0, 1])
    #expect(maximum.value == -101)
    #expect(maximum.termination == .converged)
  }

  @Test func aLinearFunctionEndsInACorner() {
    struct Plane: Game {
      let strategies = StrategySpace(players: 3, levels: -1...2)
      func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
        player == 1 ? -levels[1] : levels[player] * S(Double(player))
      }
    }
    let maximum = BoundedMaximization().maximize(
      JointObjective.welfare(of: Plane()), from: [0, 0, 0])
    #expect(maximum.levels == [0, -1, 2])
    #expect(maximum.value == 5)
  }
}
