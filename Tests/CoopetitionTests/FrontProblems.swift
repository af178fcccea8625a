import Coopetition
import Testing

/// A problem with a front that is known, as a game of formulas.
struct FrontProblem: Sendable, CustomTestStringConvertible {
  var name: String
  var yaml: String
  /// The payoffs over which the volume is measured.
  var reference: [Double]
  /// The exact volume.
  var hypervolume: Double
  /// How far payoffs lie from the front, by its equation; 0 on it.
  var miss: @Sendable (_ payoffs: [Double]) -> Double

  var testDescription: String { name }
}

/// ZDT: Zitzler, Deb and Thiele, Evolutionary Computation 8, 2000. DTLZ: Deb,
/// Thiele, Laumanns and Zitzler, Scalable test problems, 2005. Objectives that
/// are minimised there are payoffs with the opposite sign here.
extension FrontProblem {
  /// f₂ = 1 − √f₁.
  static let zdt1 = FrontProblem(
    name: "ZDT1",
    yaml: """
      game: ZDT1
      define:
        g: 1 + 9*(b + c)/2
      players:
      - {name: first, variables: {a: [0, 1]}, payoff: -a}
      - {name: second, variables: {b: [0, 1], c: [0, 1]},
         payoff: -g*(1 - sqrt(a/g))}
      """,
    reference: [-1.1, -1.1], hypervolume: 1.21 - 1.0 / 3,
    miss: { -$0[1] - 1 + (-$0[0]).squareRoot() })

  /// f₂ = 1 − f₁².
  static let zdt2 = FrontProblem(
    name: "ZDT2",
    yaml: """
      game: ZDT2
      define:
        g: 1 + 9*(b + c)/2
      players:
      - {name: first, variables: {a: [0, 1]}, payoff: -a}
      - {name: second, variables: {b: [0, 1], c: [0, 1]},
         payoff: -g*(1 - (a/g)^2)}
      """,
    reference: [-1.1, -1.1], hypervolume: 1.21 - 2.0 / 3,
    miss: { -$0[1] - 1 + $0[0] * $0[0] })

  /// f₂ = 1 − f₁² from f₁ = 0.2807753191 on.
  static let zdt6 = FrontProblem(
    name: "ZDT6",
    yaml: """
      game: ZDT6
      define:
        f: 1 - exp(-4*a)*sin(6*pi*a)^6
        g: 1 + 9*((b + c)/2)^0.25
      players:
      - {name: first, variables: {a: [0, 1]}, payoff: -f}
      - {name: second, variables: {b: [0, 1], c: [0, 1]},
         payoff: -g*(1 - (f/g)^2)}
      """,
    reference: [-1.1, -1.1], hypervolume: 0.507877514655,
    miss: { -$0[1] - 1 + $0[0] * $0[0] })

  /// f₁ + f₂ = ½.
  static let dtlz1 = FrontProblem(
    name: "DTLZ1",
    yaml: """
      game: DTLZ1
      define:
        h(z): (z - 0.5)^2 - cos(20*pi*(z - 0.5))
        g: 100*(2 + h(b) + h(c))
      players:
      - {name: first, variables: {a: [0, 1]}, payoff: -0.5*a*(1 + g)}
      - {name: second, variables: {b: [0, 1], c: [0, 1]},
         payoff: -0.5*(1 - a)*(1 + g)}
      """,
    reference: [-0.6, -0.6], hypervolume: 0.36 - 0.125,
    miss: { -$0[0] - $0[1] - 0.5 })

  /// f₁² + f₂² = 1.
  static let dtlz2 = FrontProblem(
    name: "DTLZ2",
    yaml: """
      game: DTLZ2
      define:
        g: (b - 0.5)^2 + (c - 0.5)^2
      players:
      - {name: first, variables: {a: [0, 1]},
         payoff: -(1 + g)*cos(a*pi/2)}
      - {name: second, variables: {b: [0, 1], c: [0, 1]},
         payoff: -(1 + g)*sin(a*pi/2)}
      """,
    reference: [-1.1, -1.1], hypervolume: 1.21 - .pi / 4,
    miss: { $0[0] * $0[0] + $0[1] * $0[1] - 1 })

  static let all = [zdt1, zdt2, zdt6, dtlz1, dtlz2]
}
