/// How far sweeps of best responses carry players beyond them.
///
/// Sweeps whose distances fall by a factor r each come to rest sooner if every
/// player goes `ω = 2 / (1 + √(1 − r))` of the way to its best response
/// (Young, Iterative methods for solving partial difference equations of
/// elliptic type, Transactions of the AMS 76, 1954). The first sweeps are
/// plain, and r is what they show; where it is above one half, near a fold of
/// equilibria perhaps, all sweeps are plain. So are all that follow one with
/// which the distance did not fall by half.
///
/// A player passes the limit of its moves only where each is less than
/// `1 − 1/ω < 0.15` of the one before, and there the limit attracts from both
/// sides.
struct Overrelaxation {
  /// The factor ω for the next sweep.
  private(set) var factor = 1.0
  private var distances: [Double] = []
  private var isGivenUp: Bool

  /// Plain sweeps always, or at first.
  init(isUsed: Bool) { isGivenUp = !isUsed }

  /// Takes note of the distance from best responses in a sweep.
  mutating func observe(_ distance: Double) {
    guard !isGivenUp else { return }
    let isSlow = !(distance <= Self.slowest * (distances.last ?? .infinity))
    distances.append(distance)
    guard distances.count >= Self.openingSweeps else { return }
    if distances.count == Self.openingSweeps {
      let earlier = distances[Self.openingSweeps - 3]
      let contraction = (distance / earlier).squareRoot()
      factor = 2 / (1 + (1 - contraction).squareRoot())
      isGivenUp = !(contraction <= Self.slowest)
    }
    isGivenUp = isGivenUp || isSlow
    if isGivenUp { factor = 1 }
  }

  /// How many sweeps at the start are plain.
  private static let openingSweeps = 4
  /// The contraction above which sweeps are plain.
  private static let slowest = 0.5
}
