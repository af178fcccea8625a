import TestSupport
import Testing

@testable import Coopetition

@Suite("Phases of life")
struct PhaseDiagnosisTests {
  /// A logistic series that ends at τ, without noise.
  private func panel(
    tau: Double, rate: Double = 0.35, decay: Double = 0.01, unit: Double = 1
  ) -> Panel {
    let years = (0..<22).map { 2000 + Double($0) }
    let values = years.map { year in
      let u = tau + rate * (year - 2021)
      return unit * 1000 * .exp(-decay * (year - 2021)) / (1 + .exp(-u))
    }
    return Panel(years: years, columns: ["firms": values])
  }

  private func diagnosis(_ panel: Panel) throws -> PhaseDiagnosis {
    try #require(PhaseDiagnosis(panel, series: "firms", decline: 0.01))
  }

  @Test(
    "Without noise the true phase is almost certain",
    arguments: [
      (-2.2, 0.005, LifeCyclePhase.formation), (0.3, 0.005, .growth),
      (3.5, 0, .maturity), (4.5, 0.05, .decline),
    ])
  func truth(tau: Double, decay: Double, phase: LifeCyclePhase) throws {
    let found = try diagnosis(panel(tau: tau, decay: decay))
    #expect(found.phase == phase)
    #expect((found.probabilities.max() ?? 0) > 0.99)
    #expect(abs(found.probabilities.reduce(0, +) - 1) < 1e-12)
    #expect(found.fit.curve == .logistic)
    #expect(abs(found.fit.tau - tau) < 1e-3)
  }

  @Test("The unit of the series does not matter")
  func unit() throws {
    let one = try diagnosis(panel(tau: 1.2))
    let other = try diagnosis(panel(tau: 1.2, unit: 1e6))
    for (a, b) in zip(one.probabilities, other.probabilities) {
      #expect(abs(a - b) < 1e-6)
    }
  }

  @Test("Figures that grow alike show no ceiling")
  func noCeiling() throws {
    let years = (0..<10).map { Double($0) }
    let panel = Panel(
      years: years, columns: ["firms": years.map { .exp(0.2 * $0) }])
    let found = try diagnosis(panel)
    #expect(found.fit.standardErrors.allSatisfy { $0 == nil })
    #expect(found.phase == .formation)
  }

  @Test("Fewer than six years tell no phase")
  func fewYears() {
    let panel = Panel(
      years: [1, 2, 3, 4, 5], columns: ["firms": [1, 2, 3, 4, 5]])
    #expect(PhaseDiagnosis(panel, series: "firms", decline: 0.01) == nil)
  }
}
