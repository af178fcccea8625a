import Games

/// Whether a corner repels: as soon as one level leaves its bound, another one
/// wants to as well, as far as it can.
///
/// Let the weak variables be those at a bound with slope zero, `y_v ≥ 0` their
/// distance from it and `f_v` their slopes inward. If over a region, for all
/// weak v,
///
/// 1. `f_v ≥ 0` while the other weak variables are at their bounds,
/// 2. `∂f_v/∂y_w ≥ 0` for all other weak w,
/// 3. for each w there is a v ≠ w with `∂f_v/∂y_w > 0`,
///
/// then wherever some `y_w > 0`, some `f_v > 0`: v is at no best response unless
/// at its other bound, which the region does not reach. So the corner is the
/// only equilibrium of the region, unstable and of index 0: it vanishes if
/// sharing is favoured a little. The case of sharing without costs, which is
/// worth nothing as long as nobody shares.
struct CornerRepulsion {
  private let game: any Game
  private let levels: [Double]
  private let weak: [Int]
  /// Whether no variable is inside its bounds.
  private let isCorner: Bool

  init(_ game: any Game, levels: [Double], weak: [Int], isCorner: Bool) {
    self.game = game
    self.levels = levels
    self.weak = weak
    self.isCorner = isCorner
  }

  /// Whether that is proven over a region, in which every other variable stays
  /// at its bound or is indifferent.
  func holds(over region: Box) -> Bool {
    guard isCorner, weak.count > 1, weak.allSatisfy({ !reaches($0, region) })
    else { return false }
    let jacobian = jacobian(over: region)
    func rise(_ v: Int, with w: Int) -> Interval {
      inward(w) == inward(v) ? jacobian[v, w] : -jacobian[v, w]
    }
    return weak.allSatisfy { v in
      risesAlone(v, region)
        && weak.allSatisfy { $0 == v || rise(v, with: $0).isNonnegative }
        && weak.contains { $0 != v && rise($0, with: v).isPositive }
    }
  }

  /// Whether a region reaches the other bound of a variable.
  private func reaches(_ v: Int, _ region: Box) -> Bool {
    let space = game.strategies
    return region[v].contains(
      inward(v) == 1 ? space.upperBounds[v] : space.lowerBounds[v])
  }

  /// Condition 1 for one variable.
  private func risesAlone(_ v: Int, _ region: Box) -> Bool {
    var alone = region
    for w in weak where w != v { alone[w] = Interval(levels[w]) }
    var gradient = [Interval](repeating: .zero, count: alone.count)
    game.pseudoGradientEnclosure(over: alone, into: &gradient)
    return (inward(v) == 1 ? gradient[v] : -gradient[v]).isNonnegative
  }

  private func jacobian(over region: Box) -> IntervalMatrix {
    var gradient = [Interval](repeating: .zero, count: region.count)
    var jacobian = IntervalMatrix(order: region.count)
    game.pseudoGradientEnclosure(
      over: region, into: &gradient, jacobian: &jacobian.elements)
    return jacobian
  }

  /// The sign of a move away from the bound.
  private func inward(_ v: Int) -> Int {
    levels[v] == game.strategies.lowerBounds[v] ? 1 : -1
  }
}
