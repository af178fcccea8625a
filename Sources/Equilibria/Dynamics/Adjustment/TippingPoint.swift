import Games
import LinearAlgebra

/// Where on a line of starts play begins to go to another equilibrium.
public struct TippingPoint: Sendable {
  /// The place of the equilibrium that starts before the point go to.
  public let origin: Int
  /// The place of the one that starts behind it go to.
  public let destination: Int
  /// The point.
  public let threshold: Double
  /// The ends of a bracket around it.
  public let lower, upper: Double
  /// Whether it is proven that the lower end goes to the origin and the upper
  /// end to the destination.
  public let isProven: Bool

  /// How narrow the bracket becomes without proof, as a share of the line.
  private static let width = 1e-13
  /// Distances from the point at which proof is tried.
  private static let margins = [
    1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4,
  ]

  /// The point between two starts that go to different equilibria, by halving;
  /// nil if one of them goes to none, or if the work is to stop.
  ///
  /// Everything that does not go to the origin counts as behind the point.
  ///
  /// - Parameters:
  ///   - attractors: The process and its equilibria.
  ///   - range: The line's numbers, of which the first goes to the origin.
  ///   - limit: The limit on periods.
  ///   - start: The start of a number of the line.
  public init?(
    _ attractors: Attractors, between range: ClosedRange<Double>, limit: Int,
    start: (Double) -> [Double]
  ) {
    func destination(_ t: Double) -> Int? {
      attractors.destination(from: start(t), limit: limit)
    }
    guard let origin = destination(range.lowerBound),
      let last = destination(range.upperBound), last != origin
    else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    var behind = last
    let length = high - low
    while high - low > Self.width * length {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { break }
      let found = destination(middle)
      if found == origin {
        low = middle
      } else {
        high = middle
        if let found, attractors.settles(found) { behind = found }
      }
    }
    guard !Cancellation.isRequested else { return nil }
    let threshold = low + (high - low) / 2
    self.origin = origin
    self.destination = behind
    self.threshold = threshold
    func proves(_ t: Double, _ place: Int) -> Bool {
      range.contains(t)
        && attractors.provenDestination(from: start(t), limit: limit) == place
    }
    let below = Self.margins.first { proves(threshold - $0 * length, origin) }
    let above = Self.margins.first { proves(threshold + $0 * length, behind) }
    isProven = below != nil && above != nil
    lower = below.map { threshold - $0 * length } ?? low
    upper = above.map { threshold + $0 * length } ?? high
  }
}
