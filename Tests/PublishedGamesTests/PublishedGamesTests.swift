import PublishedGames
import Testing

/// What every model must do; a new model is covered by being in the list.
struct PublishedGamesTests {
  @Test(arguments: GoldenCase.all)
  func solversFindTheGoldenValues(_ golden: GoldenCase) throws {
    let solved = try PublishedGames.named(golden.model)
      .solve(golden.parameters)
    for value in solved.answer.values.comparisons(with: golden.expected) {
      #expect(
        value.difference <= golden.tolerance,
        "\(value.path): \(value.computed?.json ?? "nothing")")
    }
  }

  @Test(arguments: GoldenCase.all)
  func solversAgreeWithTheClosedForm(_ golden: GoldenCase) throws {
    let solved = try PublishedGames.named(golden.model)
      .solve(golden.parameters)
    for value in solved.answer.comparisons {
      #expect(
        value.difference <= 10 * golden.tolerance,
        "\(value.path): \(value.computed?.json ?? "nothing")")
    }
    for evidence in solved.answer.evidence {
      #expect(evidence.holds, "\(evidence.claim): \(evidence.size)")
    }
  }

  @Test(arguments: PublishedGames.all.map { $0.name })
  func everyModelHasGoldenCases(_ name: String) {
    #expect(!GoldenCase.cases(of: name).isEmpty)
  }

  @Test(arguments: PublishedGames.all.map { $0.name })
  func propositionsHoldAndFailWithoutTheirConditions(_ name: String) throws {
    let reports = try PublishedGames.named(name).check()
    #expect(!reports.isEmpty)
    for report in reports {
      #expect(report.holds > 0, "\(report.statement): never applies")
      #expect(
        report.failures.isEmpty,
        "\(report.statement): \(report.failures.map { Value.record($0).json })")
      #expect(
        report.isSharp, "\(report.statement): holds at \(report.counterexample)"
      )
    }
  }

  @Test(arguments: PublishedGames.all.map { $0.name })
  func defaultsMakeSense(_ name: String) throws {
    let model = try PublishedGames.named(name)
    let solved = try model.solve([:])
    #expect(!solved.answer.values.isEmpty)
    #expect(!model.question.isEmpty && !model.citation.isEmpty)
    #expect(solved.answer.largestDifference <= 1e-9)
    let names = model.parameters.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func namesAreUnique() {
    let names = PublishedGames.all.map { $0.name }
    #expect(Set(names).count == names.count)
  }

  @Test func unknownModelSuggestsTheNearest() {
    #expect(
      throws: ArgumentError("aj1998", "unknown model; did you mean aj1988?")
    ) { try PublishedGames.named("aj1998") }
  }
}
