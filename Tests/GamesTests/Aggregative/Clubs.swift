import Games
import LinearAlgebra
import TestSupport
import Testing

/// A game through four aggregates of chosen forms:
///
///     U = x log(4 + a₀) + ½ x sin(a₁) − x² + a₂ a₃ / 5 + x a₂² / 10 + cos a₃.
struct Clubs: AggregativeGame, CustomTestStringConvertible {
  let testDescription: String
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]

  init(_ name: String, players: Int, _ aggregates: [LinearAggregate]) {
    testDescription = "\(name), \(players) players"
    strategies = StrategySpace(players: players, levels: 0...1)
    self.aggregates = aggregates
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates a: Aggregates<S>
  ) -> S {
    Clubs.payoff(own, a[0], a[1], a[2], a[3])
  }

  static func payoff<S: Scalar>(_ x: S, _ a: S, _ b: S, _ c: S, _ d: S) -> S {
    let first = x * S.log(4 + a) + x * S.sin(b) / 2 - x * x
    return first + c * d / 5 + x * c * c / 10 + S.cos(d)
  }

  /// The same payoffs with every coefficient written out.
  var plain: PlainClubs {
    let n = strategies.dimension
    return PlainClubs(
      strategies: strategies,
      matrices: aggregates.map { aggregate in
        (0..<n).map { i in aggregate.form.row(i, order: n) }
      })
  }

  static let all: [Clubs] = [1, 2, 7, 12].flatMap { n in
    var random = SplitMix64(seed: UInt64(n))
    let sparse = (0..<6).map { _ in random.network(n, hasDiagonal: true) }
    let hollow = (0..<2).map { _ in random.network(n, hasDiagonal: false) }
    let blocks = (0..<3).map { _ in random.blocks(n) }
    let weights = random.numbers(n, in: 0...1)
    func clubs(_ name: String, _ forms: [LinearAggregate.Form]) -> Clubs {
      Clubs(name, players: n, forms.map { LinearAggregate($0) })
    }
    return [
      clubs("networks", sparse[0...3].map { .network($0) }),
      clubs(
        "every form",
        [
          .network(sparse[4]), .weightedSum(weights), .network(blocks[0]),
          .composition(hollow[0], of: hollow[1]),
        ]),
      clubs(
        "compositions",
        [
          .composition(blocks[0], of: blocks[1]),
          .composition(hollow[0], of: blocks[2]),
          .composition(blocks[1], of: hollow[1]), .weightedSum(weights),
        ]),
    ]
  }
}

/// Clubs as a plain game: everything by the defaults of `Game`.
struct PlainClubs: Game {
  let strategies: StrategySpace
  let matrices: [[[Double]]]

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var a = Aggregates<S>()
    for (k, matrix) in matrices.enumerated() {
      for j in levels.indices { a[k] += S(matrix[player][j]) * levels[j] }
    }
    return Clubs.payoff(levels[player], a[0], a[1], a[2], a[3])
  }
}

extension LinearAggregate.Form {
  /// The coefficients of a player, from the definition.
  func row(_ i: Int, order n: Int) -> [Double] {
    switch self {
    case .network(let matrix): (0..<n).map { matrix.element(i, $0) }
    case .weightedSum(let weights): weights
    case .composition(let outer, let inner):
      (0..<n).map { k in
        guard k != i else { return 0 }
        return (0..<n).reduce(0) {
          $0 + outer.element(i, $1) * inner.element($1, k)
        }
      }
    }
  }
}

extension SplitMix64 {
  /// A sparse network of positive weights.
  mutating func network(_ n: Int, hasDiagonal: Bool) -> StructuredMatrix {
    var matrix = Matrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n where happens(0.4) && (hasDiagonal || i != j) {
        matrix[i, j] = number(in: 0...1)
      }
    }
    return .sparse(SparseMatrix(dense: matrix))
  }

  /// A network whose weights depend on three groups.
  mutating func blocks(_ n: Int) -> StructuredMatrix {
    var block = Matrix(rows: 3, columns: 3)
    block.elements = numbers(9, in: 0...0.3)
    return .blockUniform(
      BlockUniformMatrix(
        rowScale: numbers(n, in: 0...1), block: block,
        columnScale: numbers(n, in: 0...1),
        groups: (0..<n).map { UInt8($0 % 3) }))
  }
}
