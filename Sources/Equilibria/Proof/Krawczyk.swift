import Games
import LinearAlgebra

/// Krawczyk's operator for the zeros of some components of the pseudo-gradient.
///
/// For the variables `S` of a box X, centre c and `C ≈ J_SS(c)⁻¹`,
///
///     K = c_S − C F_S(c) − C J_SR (X_R − c_R) + (I − C J_SS) (X_S − c_S),
///
/// where J encloses the Jacobian over X and R are the other variables. Every
/// zero of `F_S` in X lies in `K ∩ X_S`. If K lies in the interior of `X_S`,
/// then for each `x_R ∈ X_R` there is exactly one zero `x_S ∈ X_S`.
///
/// Reference: Neumaier, Interval Methods for Systems of Equations, 1990,
/// chapter 5.
struct Krawczyk {
  /// The enclosures that the operator is built from.
  struct Enclosure {
    var jacobian: IntervalMatrix
    var gradient: [Interval]
    var centre: [Double]
    var atCentre: [Interval]

    /// Evaluates a game over a box and at its centre.
    init<G: Game>(_ game: G, over box: Box, centre: [Double]) {
      let zeros = [Interval](repeating: .zero, count: box.count)
      self.centre = centre
      gradient = zeros
      atCentre = zeros
      jacobian = IntervalMatrix(order: box.count)
      game.pseudoGradientEnclosure(
        over: box, into: &gradient, jacobian: &jacobian.elements)
      game.pseudoGradientEnclosure(
        over: centre.map { Interval($0) }, into: &atCentre)
    }
  }

  /// What the operator says of the variables `S`.
  struct Image {
    /// K, for each variable of `S` in order.
    var intervals: [Interval]
    /// Whether the preconditioned Jacobian is proven regular over the box, so
    /// that for each `x_R` there is at most one zero.
    var isRegular: Bool
  }

  /// Applies the operator; nil if the Jacobian at the centre is singular.
  ///
  /// - Parameters:
  ///   - enclosure: Enclosures over the box.
  ///   - box: The box.
  ///   - variables: The variables S whose components vanish.
  /// - Returns: The image of the box, or nil.
  static func apply(
    _ enclosure: Enclosure, over box: Box, variables: [Int]
  ) -> Image? {
    let block = enclosure.jacobian.submatrix(variables)
    guard let factors = try? LUFactorization(block.midpoint) else { return nil }
    let inverse = factors.inverse
    guard inverse.elements.allSatisfy(\.isFinite) else { return nil }
    let right = rightHandSide(enclosure, over: box, variables: variables)
    let product = block.multiplied(byLeft: inverse)
    var image = Image(intervals: [], isRegular: true)
    for i in variables.indices {
      var sum = Interval(enclosure.centre[variables[i]])
      var norm = Interval.zero
      for j in variables.indices {
        let v = variables[j]
        sum -= Interval(inverse[i, j]) * right[j]
        let rest = (i == j ? 1 : 0) - product[i, j]
        let reach = box[v] - Interval(enclosure.centre[v])
        sum += rest * reach
        norm += Interval(rest.magnitude) * Interval(reach.magnitude)
      }
      let reach = box[variables[i]] - Interval(enclosure.centre[variables[i]])
      image.isRegular = image.isRegular && norm.upper < reach.magnitude
      image.intervals.append(sum)
    }
    return image
  }

  /// Encloses `F_S(c) + J_SR (X_R − c_R)`.
  private static func rightHandSide(
    _ enclosure: Enclosure, over box: Box, variables: [Int]
  ) -> [Interval] {
    let chosen = Set(variables)
    return variables.map { v in
      var sum = enclosure.atCentre[v]
      for w in box.indices where !box[w].isPoint && !chosen.contains(w) {
        sum +=
          enclosure.jacobian[v, w] * (box[w] - Interval(enclosure.centre[w]))
      }
      return sum
    }
  }
}
