import Scalars
import TestSupport
import Testing

struct JetTests {
  @Test func constantsHaveNoSlope() {
    let constants: [Jet<Double, 2>] = [
      3, 3.0, Jet(3), Jet(constant: 3), Jet(3, relativeError: 0.5),
    ]
    for jet in constants {
      #expect(jet == Jet(value: 3, slopes: [0, 0]))
    }
    #expect(Jet<Double, 2>(exactly: 3) == 3)
    #expect(Jet<Double, 1>.zero == 0)
  }

  @Test func aVariableHasSlopeOneAlongItsDirection() {
    let x = Jet<Double, 3>(5, along: 1)
    #expect(x == Jet(value: 5, slopes: [0, 1, 0]))
    #expect(x != Jet<Double, 3>(5, along: 2))
  }

  // u = x y² + e^{yz} at (2, 3, ¼).
  @Test func gradientsHaveOneSlopeADirection() {
    let x = Jet<Double, 3>(2, along: 0)
    let y = Jet<Double, 3>(3, along: 1)
    let z = Jet<Double, 3>(0.25, along: 2)
    let u = x * y * y + .exp(y * z)
    let power = Double.exp(0.75)
    #expect(u.value == 18 + power)
    #expect(u.slopes[0] == 9)
    #expect(relativeDistance(u.slopes[1], 12 + 0.25 * power) < 1e-15)
    #expect(relativeDistance(u.slopes[2], 3 * power) < 1e-15)
  }

  @Test func nestingGivesTheHessian() {
    typealias Hessian = Jet<Jet<Double, 3>, 3>
    let point = [2, 3, 0.25]
    let v = point.indices.map { Hessian(Jet(point[$0], along: $0), along: $0) }
    let u = v[0] * v[1] * v[1] + .exp(v[1] * v[2])
    let power = Double.exp(0.75)
    let expected = [
      [0, 6, 0],
      [6, 4 + 0.0625 * power, 1.75 * power],
      [0, 1.75 * power, 9 * power],
    ]
    for i in 0..<3 {
      for j in 0..<3 {
        let found = u.slopes[i].slopes[j]
        #expect(relativeDistance(found, expected[i][j]) < 1e-15)
        #expect(found == u.slopes[j].slopes[i])
      }
    }
  }

  @Test func thirdDerivativesComeFromThreeLayers() {
    typealias Third = Jet<Second<Double>, 1>
    let inner = Second<Double>(value: Jet(2, along: 0), slopes: [1])
    let x = Third(value: inner, slopes: [1])
    #expect((x * x * x * x).slopes[0].slopes[0].slopes[0] == 48)
  }

  @Test func arithmeticInPlaceIsArithmetic() {
    let a = Jet<Double, 1>(3, along: 0)
    let b = Jet<Double, 1>(value: 2, slopes: [-5])
    var c = a
    c += b
    #expect(c == a + b)
    c -= a
    #expect(c == a + b - a)
    c *= a
    #expect(c == (a + b - a) * a)
    c /= b
    #expect(c == (a + b - a) * a / b)
    #expect(-a == 0 - a)
  }

  @Test func reciprocalsExistAwayFromZero() {
    let x = Jet<Double, 1>(4, along: 0)
    #expect(x.reciprocal == Jet(value: 0.25, slopes: [-0.0625]))
    let zero = Jet<Double, 1>(0, along: 0)
    #expect(zero.reciprocal?.value == (0.0).reciprocal)
    #expect(Jet<Interval, 1>(Interval(-1...1), along: 0).reciprocal == nil)
    #expect(x.magnitude == 4)
  }
}
