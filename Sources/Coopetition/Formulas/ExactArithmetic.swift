/// Arithmetic on doubles that gives a result only where it is not rounded.
///
/// Formulas fold constants with it: a value that was rounded would be another
/// game than the one that was written, and the bounds of interval arithmetic
/// would not cover the difference.
enum ExactArithmetic {
  /// `a + b`, or nil if it is no double.
  static func sum(_ a: Double, _ b: Double) -> Double? {
    let sum = a + b
    let part = sum - a
    let error = (a - (sum - part)) + (b - part)
    return sum.isFinite && error == 0 ? sum : nil
  }

  /// `a · b`, or nil if it is no double.
  static func product(_ a: Double, _ b: Double) -> Double? {
    let product = a * b
    if a == 0 || b == 0 { return product }
    guard product.isFinite, product.magnitude >= leastWithExactError else {
      return nil
    }
    return (-product).addingProduct(a, b) == 0 ? product : nil
  }

  /// `a / b`, or nil if it is no double.
  static func quotient(_ a: Double, _ b: Double) -> Double? {
    let quotient = a / b
    guard b != 0, quotient.isFinite else { return nil }
    if a == 0 { return quotient }
    return product(quotient, b) == a ? quotient : nil
  }

  /// `aⁿ`, or nil if it is no double or n is large.
  static func power(_ a: Double, _ n: Int) -> Double? {
    guard n.magnitude <= largestExponent else { return nil }
    var power: Double? = 1
    for _ in 0..<n.magnitude { power = power.flatMap { product($0, a) } }
    return n < 0 ? power.flatMap { quotient(1, $0) } : power
  }

  /// The square root, or nil if it is no double.
  static func squareRoot(_ a: Double) -> Double? {
    let root = a.squareRoot()
    return product(root, root) == a ? root : nil
  }

  /// 2⁻⁹⁶⁹: the error of a larger product is a double.
  private static let leastWithExactError = 0x1p-969
  private static let largestExponent = 64
}
