import Games
import LinearAlgebra

/// Where on a line of starts play begins to go to another equilibrium.
public struct TippingPoint: Sendable {
  /// The place of the equilibrium that starts before the point go to.
  public let origin: Int
  /// The place of the one that starts behind it go to; nil if they go to one
  /// that is not known.
  public let destination: Int?
  /// The point.
  public let threshold: Double
  /// The ends of a bracket around it.
  public let lower, upper: Double
  /// Whether it is proven that the lower end goes to the origin and the upper
  /// end to the destination.
  public let isProven: Bool

  /// How narrow brackets can become, as a share of the line.
  public static let finest = 1e-13
  /// Distances from the point at which proof is tried where they are beyond
  /// the bracket.
  private static let margins = [
    1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2,
  ]
  /// How many of them are tried.
  private static let marginLimit = 8

  /// The move, as a share of the bounds' distance, that counts as rest where a
  /// bracket is coarse: far below what counts as arrival, so that slow returns
  /// are not cut off. 0 for the finest, which waits for arrival.
  static func rest(accuracy: Double) -> Double {
    accuracy > finest ? Attractors.end : 0
  }

  /// The point between two starts that go to different equilibria, by halving;
  /// nil if one of them goes to none, or if the work is to stop.
  ///
  /// Everything that does not go to the origin counts as behind the point.
  ///
  /// - Parameters:
  ///   - attractors: The process and its equilibria.
  ///   - range: The line's numbers, of which the first goes to the origin.
  ///   - limit: The limit on periods.
  ///   - accuracy: How narrow the bracket becomes without proof, as a share of
  ///     the line.
  ///   - isProving: Whether a bracket is looked for whose ends are proven to
  ///     go where they do.
  ///   - monitor: Is asked before each start whether to go on.
  ///   - start: The start of a number of the line.
  public init?(
    _ attractors: Attractors, between range: ClosedRange<Double>, limit: Int,
    accuracy: Double = Self.finest, isProving: Bool = true,
    monitor: Monitor = .unattended, start: (Double) -> [Double]
  ) {
    let rest = Self.rest(accuracy: accuracy)
    func destination(_ t: Double) -> Int? {
      attractors.destination(from: start(t), limit: limit, rest: rest)
    }
    guard let origin = destination(range.lowerBound),
      let last = destination(range.upperBound), last != origin
    else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    let length = high - low
    var tried = 0
    while high - low > accuracy * length {
      guard monitor.continues("shifts", done: tried) else { return nil }
      tried += 1
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { break }
      let returns = attractors.returns(
        to: origin, from: start(middle), limit: limit, rest: rest)
      if returns == true { low = middle } else { high = middle }
    }
    guard !Cancellation.isRequested else { return nil }
    let threshold = low + (high - low) / 2
    let margins = Self.margins.drop { $0 <= accuracy }
      .prefix(Self.marginLimit)
    // Very near the point starts may stay near an unstable equilibrium.
    var behind: Int?
    for margin in [0] + margins where behind == nil {
      guard high + margin * length <= range.upperBound else { break }
      let found = attractors.destination(
        from: start(high + margin * length), limit: limit, rest: rest,
        apartFrom: origin)
      behind = found.flatMap {
        $0 != origin && attractors.settles($0) ? $0 : nil
      }
    }
    self.origin = origin
    self.destination = behind
    self.threshold = threshold
    func proves(_ t: Double, _ place: Int?) -> Bool {
      range.contains(t)
        && attractors.provenDestination(from: start(t), limit: limit) == place
    }
    let wanted = isProving && behind != nil ? Array(margins) : []
    let below = wanted.first { proves(threshold - $0 * length, origin) }
    let above = wanted.first { proves(threshold + $0 * length, behind) }
    isProven = below != nil && above != nil
    lower = below.map { threshold - $0 * length } ?? low
    upper = above.map { threshold + $0 * length } ?? high
  }
}
