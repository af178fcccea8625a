import Scalars
import Testing

/// A formula in two variables, generic as payoffs are.
private protocol Formula {
  static func value<S: Scalar>(_ x: S, _ y: S) -> S
}

private enum Sharing: Formula {
  static func value<S: Scalar>(_ x: S, _ y: S) -> S {
    2 * S.log(onePlus: x + y) - x * x / 2 + S.sqrt(1 + x * y)
  }
}

private enum Sigmoid: Formula {
  static func value<S: Scalar>(_ x: S, _ y: S) -> S {
    x / (1 + S.exp(-12 * (y - 0.5))) - S.pow(x, 2) / 2
  }
}

private enum Waves: Formula {
  static func value<S: Scalar>(_ x: S, _ y: S) -> S {
    S.sin(3 * x) * S.cos(y - x) + S.tanh(x - y) * S.atan(x * y)
      + S.pow(1 + x * x, 0.3)
  }
}

private enum Kinks: Formula {
  static func value<S: Scalar>(_ x: S, _ y: S) -> S {
    S.max(x, y * y) - S.min(x * y, 0.5) + S.pow(x, 3) * S.cosh(y)
  }
}

@Suite("Formulas over intervals")
struct IntervalExpressionTests {
  @Test("values at points of a box lie in the value of the box")
  func values() {
    #expect(escaped(Sharing.self) == nil)
    #expect(escaped(Sigmoid.self) == nil)
    #expect(escaped(Waves.self) == nil)
    #expect(escaped(Kinks.self) == nil)
  }

  @Test("jets over intervals enclose derivatives of both orders")
  func derivatives() {
    #expect(escapedDerivative(Sharing.self) == nil)
    #expect(escapedDerivative(Sigmoid.self) == nil)
    #expect(escapedDerivative(Waves.self) == nil)
  }

  /// A point whose value is not enclosed.
  private func escaped<F: Formula>(_ formula: F.Type) -> String? {
    var adversary = Adversary(seed: 41, domain: 0...2)
    for _ in 0..<20_000 {
      let (x, y) = (adversary.interval(), adversary.interval())
      let (u, v) = (adversary.member(of: x), adversary.member(of: y))
      let exact = F.value(Wide(u), Wide(v))
      let box = F.value(x, y)
      if !Enclosure(exact).isWithin(box) { return "(\(u), \(v)) of \(x), \(y)" }
    }
    return nil
  }

  /// A point with a derivative that is not enclosed.
  private func escapedDerivative<F: Formula>(_ formula: F.Type) -> String? {
    var adversary = Adversary(seed: 42, domain: 0...2)
    for _ in 0..<2_000 {
      let (x, y) = (adversary.interval(), adversary.interval())
      let (u, v) = (adversary.member(of: x), adversary.member(of: y))
      let exact = derivatives(formula, Wide(u), Wide(v))
      let box = derivatives(formula, x, y)
      for (value, enclosure) in zip(exact, box)
      where !Enclosure(value).isWithin(enclosure) {
        return "(\(u), \(v)) of \(x), \(y): \(enclosure)"
      }
    }
    return nil
  }

  /// The partial derivatives and the second derivatives in `x` and mixed.
  private func derivatives<F: Formula, S: Scalar>(
    _ formula: F.Type, _ x: S, _ y: S
  ) -> [S] {
    let inner = (Jet<S, 2>(x, along: 0), Jet<S, 2>(y, along: 1))
    let result = F.value(
      Jet<Jet<S, 2>, 1>(inner.0, along: 0), Jet(constant: inner.1))
    return [
      result.value.slopes[0], result.value.slopes[1],
      result.slopes[0].slopes[0], result.slopes[0].slopes[1],
    ]
  }
}
