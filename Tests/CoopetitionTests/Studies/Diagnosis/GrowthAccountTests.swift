import TestSupport
import Testing

@testable import Coopetition

@Suite("Growth accounting")
struct GrowthAccountTests {
  /// A panel of random factors whose output is Cobb–Douglas with a trend.
  private func panel(
    trend: Double, shares: [Double], using random: inout TestSupport.SplitMix64
  ) -> Panel {
    let years = (0..<14).map { 2000 + Double($0) + ($0 > 6 ? 1 : 0) }
    let names = ["capital", "labour", "data"]
    var columns: [String: [Double]] = [:]
    for name in names {
      var level = random.number(in: 5...10)
      columns[name] = years.map { _ in
        level *= random.number(in: 0.97...1.1)
        return level
      }
    }
    columns["output"] = years.indices.map { t in
      zip(names, shares).reduce(Double.exp(trend * (years[t] - 2000))) {
        $0 * .pow(columns[$1.0]?[t] ?? 1, $1.1)
      }
    }
    for (name, share) in zip(names, shares) {
      columns["share.\(name)"] = years.map { _ in share }
    }
    return Panel(years: years, columns: columns)
  }

  @Test("Constant shares without noise: productivity is the trend")
  func trend() throws {
    var random = TestSupport.SplitMix64(seed: 12)
    let panel = panel(
      trend: 0.02, shares: [0.3, 0.5, 0.2], using: &random)
    let account = try GrowthAccount(panel, .shares)
    #expect(abs(account.productivity - 0.02) < 1e-14)
    let sum = account.contributions.reduce(account.productivity) {
      $0 + $1.value
    }
    #expect(abs(sum - account.growth) < 1e-14)
    for period in account.periods {
      #expect(
        abs(period.productivity - 0.02 * period.years) < 1e-14)
    }
  }

  @Test("Least squares find elasticities and trend where there is no noise")
  func estimate() throws {
    var random = TestSupport.SplitMix64(seed: 13)
    let panel = panel(
      trend: 0.015, shares: [0.3, 0.5, 0.2], using: &random)
    for usesLevels in [false, true] {
      for constant in [false, true] {
        let estimate = try ElasticityEstimate(
          panel,
          ElasticityEstimate.Model(
            usesLevels: usesLevels, hasConstantReturns: constant))
        for (k, share) in [0.3, 0.5, 0.2].enumerated() {
          #expect(abs(estimate.elasticities[k].value - share) < 1e-9)
        }
        #expect(abs((estimate.trend?.value ?? 0) - 0.015) < 1e-9)
        #expect((estimate.constant != nil) == usesLevels)
      }
    }
  }

  @Test("Units of a factor do not matter; a factor with share 0 adds nothing")
  func invariance() throws {
    var random = TestSupport.SplitMix64(seed: 14)
    var panel = panel(
      trend: 0.01, shares: [0.6, 0.4, 0], using: &random)
    let account = try GrowthAccount(panel, .shares)
    #expect(account.contributions[2].value == 0)
    #expect(account.modes[.data] == 0)
    panel.columns["capital"] = panel.columns["capital"]?.map { $0 * 1000 }
    let scaled = try GrowthAccount(panel, .shares)
    #expect(abs(scaled.productivity - account.productivity) < 1e-14)
  }

  @Test("Probabilities add up to 1; without data two modes are compared")
  func probabilities() throws {
    var random = TestSupport.SplitMix64(seed: 15)
    let three = try GrowthAccount(
      panel(trend: 0.01, shares: [0.3, 0.4, 0.3], using: &random), .shares)
    let all = try #require(three.modes.probabilities)
    #expect(abs(all.reduce(0, +) - 1) < 1e-12)
    #expect(three.modes.compared.count == 3)
    var panel = panel(
      trend: 0.01, shares: [0.3, 0.4, 0.3], using: &random)
    panel.columns["data"] = nil
    panel.columns["share.data"] = nil
    let two = try GrowthAccount(panel, .shares)
    let pair = try #require(two.modes.probabilities)
    #expect(pair[2] == 0 && abs(pair[0] + pair[1] - 1) < 1e-12)
  }

  @Test("Few periods have no standard errors")
  func fewPeriods() throws {
    let panel = Panel(
      years: [2000, 2001, 2002],
      columns: [
        "output": [1, 1.1, 1.2], "labour": [1, 1, 1.1],
        "share.labour": [0.6, 0.6, 0.6],
      ])
    let account = try GrowthAccount(panel, .shares)
    #expect(account.modes.standardErrors == nil)
    #expect(account.modes.probabilities == nil)
  }

  @Test("Factors that move together are named")
  func collinearity() {
    let capital = (0..<12).map { 1 + Double($0 * $0) / 50 }
    let panel = Panel(
      years: (0..<12).map { Double($0) },
      columns: [
        "output": capital.map { $0 * $0 }, "capital": capital,
        "labour": capital.map { 3 * $0 },
      ])
    let model = ElasticityEstimate.Model(hasConstantReturns: false)
    #expect {
      try ElasticityEstimate(panel, model)
    } throws: {
      "\($0)"
        == "diagnosis.accounting: capital and labour move together; "
        + "elasticities cannot be estimated"
    }
  }
}
