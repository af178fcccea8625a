// How many feedback equilibria there are.
extension KnowledgeStock {
  /// The number of linear feedback equilibria in which the stock settles, each
  /// firm with a slope of its own.
  ///
  /// The slopes solve `D_i² − (2 Σ_j D_j + g c) D_i + q c = 0`, `g = r + 2δ`,
  /// so each is one of the two roots for the same sum. If m firms take the
  /// larger one, `β = 2 Σ_j D_j + g c` solves
  ///
  ///     (n − 1) β + g c = (n − 2m) √(β² − 4 q c),
  ///
  /// and the stock settles faster than its value is discounted if β > 0.
  var equilibriumCount: Int {
    (0...firms).reduce(0) { count, larger in
      let weight = Double(firms - 2 * larger)
      let sums = sums(weight).filter { beta in
        let root = (beta * beta - 4 * decline * cost).squareRoot()
        let sides = (Double(firms - 1) * beta + speed, weight * root)
        return beta > 0
          && abs(sides.0 - sides.1) <= Self.accuracy * (abs(sides.0) + speed)
      }
      return count + sums.count * Self.choices(of: larger, among: firms)
    }
  }

  private var speed: Double { (discount + 2 * loss) * cost }

  private static var accuracy: Double { 1e-9 }

  /// The solutions β of the squared equation, in which n − 2m is the weight.
  private func sums(_ weight: Double) -> [Double] {
    let others = Double(firms - 1)
    let square = weight * weight
    let (a, b) = (square - others * others, -2 * others * speed)
    let c = -speed * speed - 4 * decline * cost * square
    guard a != 0 else { return b == 0 ? [] : [-c / b] }
    let discriminant = b * b - 4 * a * c
    guard discriminant >= 0 else { return [] }
    let q = -(b + (b < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
    return q == 0 ? [0] : Array(Set([q / a, c / q]))
  }

  private static func choices(of some: Int, among all: Int) -> Int {
    (0..<some).reduce(1) { $0 * (all - $1) / ($1 + 1) }
  }
}
