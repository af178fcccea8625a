import Testing

@testable import Reports

@Suite struct ChartAxisTests {
  private func labels(
    _ numbers: [Double], isWhole: Bool = false
  ) -> [String] {
    let axis = ChartAxis(
      holding: numbers, pixels: (0, 100), isWhole: isWhole)
    return axis.marks.map(axis.label)
  }

  /// Counts have no half, however few there are.
  @Test(
    arguments: [
      (3.0, ["0", "1", "2", "3"]), (1, ["0", "1"]),
      (8, ["0", "2", "4", "6", "8"]),
    ] as [(Double, [String])])
  func countsAreWhole(most: Double, marks: [String]) {
    #expect(labels([0, most], isWhole: true) == marks)
  }

  @Test func yearsAreWhole() {
    #expect(
      labels([2001, 2004], isWhole: true) == ["2001", "2002", "2003", "2004"])
  }

  /// No more decimals than tell marks apart.
  @Test(
    arguments: [
      (1.0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (5, ["0", "1", "2", "3", "4", "5"]),
      (0.05, ["0.00", "0.01", "0.02", "0.03", "0.04", "0.05"]),
    ] as [(Double, [String])])
  func labelsAreShort(most: Double, marks: [String]) {
    #expect(labels([0, most]) == marks)
  }

  /// Numbers that differ by rounding alone are one number.
  @Test func roundingIsNoRange() {
    #expect(labels([10.5, 10.5.nextUp.nextUp]) == labels([10.5]))
  }

  /// Where whole numbers would mark nothing others are.
  @Test func lessThanOnePeriodIsMarkedToo() {
    #expect(labels([0, 0.5], isWhole: true).count > 3)
  }
}
