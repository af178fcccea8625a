/// The phases of a cluster's life, seen in one of its series.
///
/// With the peak `Y(t̂)` and the rise `Y(t̂) − Y(0)`: up to the peak a series is
/// in formation below a tenth of the rise, grows below nine tenths, and is
/// mature; after the peak it is mature at nine tenths or more, else it
/// declines. A series that rises by no more than a hundredth of its start is
/// stationary, and declines where it is below nine tenths of it.
///
/// Reference: Menzel and Fornahl, Industrial and Corporate Change 19, 2010.
public enum LifeCycle {
  /// A phase.
  public enum Phase: String, Sendable, CaseIterable {
    /// Hardly anything yet.
    case formation
    /// On the way up.
    case growth
    /// Near the peak.
    case maturity
    /// On the way down.
    case decline
    /// No rise to speak of.
    case stationary
  }

  /// A rise up to this share of the start is none.
  private static let noRise = 0.01
  /// The shares of the rise that divide the phases.
  private static let (early, late) = (0.1, 0.9)

  /// The phase at each time of a series.
  public static func phases(of series: [Double]) -> [Phase] {
    guard let start = series.first, let top = series.max(),
      let peak = series.firstIndex(of: top)
    else { return [] }
    let rise = top - start
    guard rise > noRise * abs(start) else {
      return series.map { $0 < late * start ? .decline : .stationary }
    }
    return series.enumerated().map { time, value in
      let share = (value - start) / rise
      if share >= late { return .maturity }
      if time > peak { return .decline }
      return share < early ? .formation : .growth
    }
  }
}
