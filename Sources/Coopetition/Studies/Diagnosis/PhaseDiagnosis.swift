/// In which phase of life a cluster is, by its numbers over the years.
public struct PhaseDiagnosis: Sendable {
  /// The column of the panel.
  public var series: String
  /// The years and the numbers.
  public var years: [Double]
  /// The numbers.
  public var values: [Double]
  /// The probability of each phase, in their order.
  public var probabilities: [Double]
  /// The probability of each curve, in their order.
  public var curves: [Double]
  /// The likelier curve, fitted.
  public var fit: CurveFit
  /// Entries and exits, if the panel has them.
  public var turnover: Turnover?

  /// The fewest years that a phase is told from.
  public static let fewestPeriods = 6

  /// The phase of a series; nil if no curve within the ranges fits at all, or
  /// if the panel lacks the column or has fewer than six years.
  ///
  /// - Parameters:
  ///   - panel: The panel.
  ///   - series: The column, positive.
  ///   - decline: A fall faster than this a year is decline.
  /// - Complexity: About 10⁵ points of quadrature, O(T) each.
  init?(_ panel: Panel, series: String, decline: Double) {
    guard panel.years.count >= Self.fewestPeriods, let values = panel[series]
    else { return nil }
    let posterior = PhasePosterior(
      years: panel.years, values: values, decline: decline)
    guard let probabilities = posterior.probabilities else { return nil }
    self.series = series
    years = panel.years
    self.values = values
    self.probabilities = probabilities
    curves = posterior.curves
    let likelier: GrowthCurve =
      curves[0] >= curves[1] ? .logistic : .gompertz
    var fitter = CurveFitter(likelier, years: panel.years, values: values)
    fit = fitter.fit()
    turnover = Turnover(panel)
  }

  /// The phases by falling probability.
  private var order: [LifeCyclePhase] {
    LifeCyclePhase.allCases.enumerated().sorted {
      (probabilities[$0.offset], $1.offset)
        > (probabilities[$1.offset], $0.offset)
    }.map(\.element)
  }

  /// The most probable phase.
  public var phase: LifeCyclePhase { order[0] }

  /// The second most probable phase.
  public var next: LifeCyclePhase { order[1] }

  /// How much more probable the first is than the second.
  public var margin: Double {
    let falling = probabilities.sorted(by: >)
    return falling[0] - falling[1]
  }
}

/// Entries and exits over the last periods; beside the phase, not mixed into
/// it (Gort and Klepper 1982).
public struct Turnover: Sendable, Equatable {
  /// Entries over the firms at the starts of the periods.
  public var entryRate: Double
  /// Exits over the same.
  public var exitRate: Double
  /// Entries less exits.
  public var netEntry: Double
  /// `(E − X) / √(E + X)`, about standard normal if both are as likely; 0
  /// without either.
  public var z: Double

  /// The number of periods that count.
  public static let window = 3

  /// The turnover of a panel with firms, entries and exits in more years than
  /// the window has.
  init?(_ panel: Panel) {
    guard let firms = panel["firms"], let entries = panel["entries"],
      let exits = panel["exits"], firms.count > Self.window
    else { return nil }
    let base = firms.dropLast().suffix(Self.window).reduce(0, +)
    let entered = entries.suffix(Self.window).reduce(0, +)
    let left = exits.suffix(Self.window).reduce(0, +)
    (entryRate, exitRate) = (entered / base, left / base)
    netEntry = entered - left
    let all = entered + left
    z = all > 0 ? netEntry / all.squareRoot() : 0
  }
}
