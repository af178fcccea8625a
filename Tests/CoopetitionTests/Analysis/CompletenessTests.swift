import Testing

@testable import Coopetition

@Suite("Whether all equilibria are known")
struct CompletenessTests {
  private func analysis(
    _ text: String, _ change: (inout Analyzer) -> Void = { _ in }
  ) throws -> Analysis {
    var analyzer = Analyzer()
    change(&analyzer)
    return try Scenario(ScenarioFile(text: text, named: "c.yaml"))
      .analyze(using: analyzer)
  }

  @Test("A search that ends knows them all, but for sets")
  func complete() throws {
    let whole = try analysis(SweepSupport.text)
    #expect(whole.completeness == .complete)
    #expect(whole.freeVariables.isEmpty)
    let sets = try analysis(MemoScenarios.segment)
    #expect(sets.completeness == .besideSets)
    #expect(sets.freeVariables == ["C"])
    let all = try analysis(MemoScenarios.indifferent)
    #expect(all.completeness == .besideSets)
    #expect(all.freeVariables == ["A", "B"])
  }

  @Test("A search with too few boxes does not, and one that is stopped")
  func incomplete() throws {
    let few = try analysis(SweepSupport.text) { $0.search.boxLimit = 1 }
    #expect(few.completeness == .incomplete)
    let stopped = try analysis(SweepSupport.text) {
      $0.search.monitor = Monitor { _ in false }
    }
    #expect(stopped.completeness == .stopped)
  }
}
