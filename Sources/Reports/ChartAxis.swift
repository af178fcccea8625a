/// One axis of a chart: numbers to pixels, with round numbers to mark.
package struct ChartAxis {
  /// The numbers at its ends.
  package let range: ClosedRange<Double>
  /// The pixels of the first and the last number.
  package let pixels: (first: Double, last: Double)
  /// The round numbers that are marked.
  package let marks: [Double]
  /// How many decimals tell the marks apart.
  private let decimals: Int

  /// An axis that holds some numbers, with a margin.
  ///
  /// - Parameters:
  ///   - numbers: The numbers; those that are not finite do not count.
  ///   - pixels: The pixels of the first and the last number.
  ///   - margin: What is added at both ends, as a share of the width.
  ///   - isWhole: Whether only whole numbers are marked, such as counts, rounds
  ///     and years, unless the numbers are less than 1 apart.
  package init(
    holding numbers: [Double], pixels: (first: Double, last: Double),
    margin: Double = 0.05, isWhole: Bool = false
  ) {
    let finite = numbers.filter(\.isFinite)
    let low = finite.min() ?? 0
    let high = finite.max() ?? 1
    let isFlat = high - low <= Self.rounding * max(abs(low), abs(high))
    let width = isFlat ? max(abs(high), 1) : high - low
    let least = low - margin * width
    let most = (isFlat ? low + width : high) + margin * width
    range = least...max(least, most)
    self.pixels = pixels
    let even = Self.roundStep(width / Self.markCount)
    let step = isWhole && width >= 1 ? max(1, even) : even
    // Steps are 1, 2 or 5 times a power of ten, which half as much again does
    // not change, but for the rounding of the logarithm.
    let power = Int(Double.log10(1.5 * step).rounded(.down))
    decimals = min(max(0, -power), Self.decimalLimit)
    let first = (least / step).rounded(.up)
    let last = (most / step).rounded(.down)
    marks =
      last >= first && last - first < Self.markLimit
      ? (0...Int(last - first)).map { (first + Double($0)) * step } : []
  }

  /// The pixel of a number.
  package func pixel(_ number: Double) -> Double {
    let share =
      (number - range.lowerBound) / (range.upperBound - range.lowerBound)
    return pixels.first + share * (pixels.last - pixels.first)
  }

  /// A mark as text, without superfluous digits.
  package func label(_ mark: Double) -> String {
    NumberText.fixed(mark, decimals: decimals)
  }

  /// The least of 1, 2 and 5 times a power of ten that is at least so large.
  private static func roundStep(_ least: Double) -> Double {
    let power = Double.pow(10, Double.log10(least).rounded(.down))
    return [1, 2, 5].map { $0 * power }.first { $0 >= least } ?? 10 * power
  }

  /// Numbers that differ by less than this share of their size are the same but
  /// for rounding.
  private static let rounding = 1e-9
  /// About how many numbers are marked.
  private static let markCount = 6.0
  private static let markLimit = 50.0
  private static let decimalLimit = 9
}
