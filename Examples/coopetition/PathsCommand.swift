import ArgumentParser
import Coopetition

extension InnovationPath: ExpressibleByArgument {}

/// Makes clusters on the five innovation paths.
struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Make typical clusters on the five innovation paths.",
    discussion: """
      A giant with its suppliers, incumbents that upgrade, innovation brought \
      in from outside, two industries that fuse, independent founders: each as \
      a reproducible cluster, with what makes it that path, its state, its \
      risk and the lever to try first.

        coopetition paths giant
        coopetition paths fusion --firms 8 --seed 3 --out fusion
      """)

  @Argument(help: "One path; all five without it.")
  var name: InnovationPath?

  @Option(help: "The number of firms.")
  var firms = 12

  @Option(help: "The seed of the random numbers.")
  var seed: UInt64 = 1

  @Option(help: "How many samples tell the risk.")
  var samples = 64

  @Option(
    help: ArgumentHelp("Write cluster.yaml here.", valueName: "folder"),
    completion: .directory)
  var out: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--firms", firms, from: PathArchetype.fewestFirms)
    try checkCount("--samples", samples)
    guard out == nil || name != nil else {
      throw ValidationError("--out needs the name of a path.")
    }
  }

  func run() throws {
    let archetypes = (name.map { [$0] } ?? InnovationPath.allCases).map {
      PathArchetype($0, firms: firms, seed: seed)
    }
    if let out, let archetype = archetypes.first {
      try naming(out) { try archetype.write(to: out) }
    }
    let pages = try OutputPages(output, besides: [])
    let progress = ProgressLine(output.waiting)
    var report = try progress.watching { monitor in
      let search = BranchAndPrune(monitor: monitor)
      return try naming("paths") {
        try PathComparison(
          of: archetypes,
          using: Diagnosis.Method(
            search: search, samples: samples, monitor: monitor)
        ).report
      }
    }
    report.changeData { $0.naming(schema: "coopetition/paths/1") }
    var reports = [report]
    progress.noteStop(of: &reports)
    try output.deliver(reports, on: pages)
  }
}
