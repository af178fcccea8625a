import TestSupport
import Testing

@testable import Coopetition

@Suite("Pictures of sweeps")
struct SweepPictureTests {
  private func picture(
    _ design: SweepDesign = .grid, vary variations: [String] = [],
    columns: String = "worst.welfare,best.welfare,equilibria"
  ) throws -> String? {
    let folder = try TemporaryFolder()
    let sweep = try SweepSupport.sweep(
      design, vary: variations, columns: columns)
    let report = try SweepRun(sweep, in: folder.path("out")).run()
      .report(in: "out")
    let text = report.pictures.first?.description
    #expect((text != nil) == sweep.plan.hasPicture)
    if let text {
      #expect(
        XMLChecker().elements(of: text).prefix(3) == ["svg", "title", "desc"])
    }
    return text
  }

  @Test("Over one number every column of the quantity is a line")
  func lines() throws {
    let text = try #require(try picture(vary: ["environment=0.8:1.2:3"]))
    #expect(text.contains("welfare over environment</title>"))
    #expect(text.contains(">worst.welfare</text>"))
    #expect(text.contains(">best.welfare</text>"))
    #expect(!text.contains(">equilibria</text>"))
    #expect(text.contains("best.welfare at environment 0.8000: "))
  }

  @Test("A sample over one number has its mean and a range")
  func quantiles() throws {
    let text = try #require(
      try picture(.sample(3), vary: ["environment=0.8,1.2"]))
    for name in ["mean", "5 %", "95 %"] {
      #expect(text.contains(">\(name)</text>"))
    }
  }

  @Test("Two numbers make a map with a cell for each pair")
  func heat() throws {
    let text = try #require(
      try picture(vary: ["environment=0.8,1,1.2", "rivalry=0.5,1"]))
    let cells = XMLChecker().elements(of: text).count { $0 == "rect" }
    #expect(cells == 1 + 6)
    #expect(text.contains(">environment</text>"))
    #expect(text.contains(">rivalry</text>"))
  }

  @Test("Uncertain numbers have bars")
  func bars() throws {
    let tornado = try #require(try picture(.tornado))
    #expect(tornado.contains("what each uncertain number does</title>"))
    #expect(tornado.contains(">Alpha.opportunity</text>"))
    let indices = try #require(try picture(.indices(4)))
    #expect(indices.contains("rivalry, alone"))
    #expect(indices.contains("rivalry, in all"))
  }

  @Test("A sample alone, and a grid of three numbers, have none")
  func none() throws {
    #expect(try picture(.sample(2)) == nil)
    #expect(
      try picture(
        vary: ["environment=1", "rivalry=1", "market=1"]) == nil)
  }
}
