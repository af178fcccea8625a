import Coopetition
import TestSupport

/// A game in Swift and the same game as formulas.
///
/// Player A decides x in [0.1, 2] and y in [−1, 1], player B decides z in
/// [0.5, 3]; B earns the same as A with x and z exchanged, less z.
struct HandwrittenGame: Game {
  /// The formula of A's payoff in x, y, z and the parameters p = 1.5, q = −2
  /// and n = 3.
  let formula: String
  /// The same in Swift.
  let payoff: any Payoff

  protocol Payoff: Sendable {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S
  }

  let strategies = StrategySpace(
    variables: [[0.1...2, -1...1], [0.5...3]])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y, z) = (levels[0], levels[1], levels[2])
    return player == 0 ? payoff.value(x, y, z) : payoff.value(z, y, x) - z
  }

  /// The formulas' game.
  func formulas() throws -> FormulaGame {
    try FormulaGame(
      "written", parameters: ["p": 1.5, "q": -2, "n": 3],
      definitions: [
        "u(x, y, z)": formula, "square(a)": "a*a", "ratio(a, b)": "a/b",
      ],
      players: [
        FormulaPlayer("A", ["x": 0.1...2, "y": -1...1], payoff: "u(x, y, z)"),
        FormulaPlayer("B", ["z": 0.5...3], payoff: "u(z, y, x) - z"),
      ])
  }

  init(_ formula: String, _ payoff: any Payoff) {
    self.formula = formula
    self.payoff = payoff
  }
}

extension HandwrittenGame {
  /// Games that use every operation of formulas.
  static let all: [HandwrittenGame] = [
    .init("x*y - z^2/2 + 3", Polynomial()),
    .init("x/z - y/(x + z)", Quotient()),
    .init("exp(-x*y) + log(x*z) - 2*z", Exponential()),
    .init("log1p(x*z) + expm1(y)*z", NearZero()),
    .init("sqrt(x + z)*y - 1/sqrt(x)", Root()),
    .init("sin(x*y)*cos(z) + tanh(x - 2*y)*z", Bounded()),
    .init("x^3 - z^-2*y + (x*z)^5", IntegerPowers()),
    .init("x^0.5 + z^2.25*y - (x + z)^-1.5", ConstantPowers()),
    .init("x^p*z - z^q + y*(x*z)^n + y^n", ParameterPowers()),
    .init("x^z + z^(p*y) + (x + 1)^(1/3)", GeneralPowers()),
    .init("max(x*y, z - 1) + min(x, z^2)*z", Kinks()),
    .init("square(x - 1)*ratio(y, z + 1) - -pi*x", Functions()),
    .init("(x - x)*y + 0*z + x*1 - (0 - z)/1", Trivial()),
    .init("1/(1 + exp(-12*(z - 0.5)))*x - x^2/2", Sigmoid()),
  ]

  struct Polynomial: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      x * y - S.pow(z, 2) / 2 + 3
    }
  }

  struct Quotient: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S { x / z - y / (x + z) }
  }

  struct Exponential: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      S.exp(-x * y) + S.log(x * z) - 2 * z
    }
  }

  struct NearZero: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      S.log(onePlus: x * z) + S.expMinusOne(y) * z
    }
  }

  struct Root: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      S.sqrt(x + z) * y - 1 / S.sqrt(x)
    }
  }

  struct Bounded: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      S.sin(x * y) * S.cos(z) + S.tanh(x - 2 * y) * z
    }
  }

  struct IntegerPowers: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      S.pow(x, 3) - S.pow(z, -2) * y + S.pow(x * z, 5)
    }
  }

  struct ConstantPowers: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      let exponents = [0.5, 2.25, -1.5]
      return S.pow(x, exponents[0]) + S.pow(z, exponents[1]) * y
        - S.pow(x + z, exponents[2])
    }
  }

  struct ParameterPowers: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      let p = 1.5
      return S.pow(x, p) * z - S.pow(z, -2) + y * S.pow(x * z, 3)
        + S.pow(y, 3)
    }
  }

  struct GeneralPowers: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      let third: S = S(1) / S(3)
      return S.pow(x, z) + S.pow(z, S(1.5) * y) + S.pow(x + 1, third)
    }
  }

  struct Kinks: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      S.max(x * y, z - 1) + S.min(x, S.pow(z, 2)) * z
    }
  }

  struct Functions: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      let a = x - 1
      return (a * a) * (y / (z + 1)) - -(S(Double.pi)) * x
    }
  }

  struct Trivial: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S { x + z }
  }

  struct Sigmoid: Payoff {
    func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S {
      let rate: S = 1 / (1 + S.exp(-12 * (z - 0.5)))
      return rate * x - S.pow(x, 2) / 2
    }
  }

  /// Profiles within the bounds, with a fixed sequence for each seed.
  func profiles(_ count: Int, seed: UInt64) -> [[Double]] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      zip(strategies.lowerBounds, strategies.upperBounds).map {
        Double.random(in: $0...$1, using: &random)
      }
    }
  }

  /// Boxes within the bounds, of widths down to 1e-6 of the whole.
  func boxes(_ count: Int, seed: UInt64) -> [Box] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { k in
      let width = Double.pow(10, -Double(k % 7))
      return zip(strategies.lowerBounds, strategies.upperBounds).map {
        let lower = Double.random(in: $0...$1, using: &random)
        return Interval(lower: lower, upper: min($1, lower + width * ($1 - $0)))
      }
    }
  }
}
