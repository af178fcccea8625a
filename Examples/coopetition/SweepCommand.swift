import ArgumentParser
import Coopetition

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Solves a scenario at many values of its numbers.
struct SweepCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Solve a scenario at many values of its numbers.",
    discussion: """
      Numbers take values of a grid (--vary), of a file (--list), or are drawn \
      as the key uncertain of the scenario or --vary says (--sample); \
      --indices tells what explains the answers, --tornado what each number \
      does alone. Rows go into the folder as they are ready: a command that was \
      stopped by Ctrl-C or SIGTERM ends with status 130 and goes on when it is \
      run again, and shards of one sweep may run on any number of machines that \
      share the folder.

        coopetition sweep three-firms.yaml --vary environment=0.5:2:7 --out grid
        coopetition sweep consortium.yaml --sample 100 --out sample
        coopetition sweep three-firms.yaml --indices 8 --out indices \\
          --vary 'environment=lognormal(1,0.2)' --shard 1/2
        coopetition sweep two-firms.yaml --vary rivalry=0,1 --command pareto \\
          --columns hypervolume --out fronts
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(
    help: ArgumentHelp(
      "The folder of the results.", valueName: "folder"),
    completion: .directory)
  var out: String

  @Option(
    help: ArgumentHelp(
      """
      A number and its values: key=from:to:count, key=1,2,3 or \
      key=uniform(a,b), triangular(a,mode,b), normal(mean,deviation), \
      lognormal(median,spread); may be repeated.
      """, valueName: "key=values"))
  var vary: [String] = []

  @Option(
    help: ArgumentHelp(
      "A CSV file of points, its header the numbers.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var list: String?

  @Option(
    help: ArgumentHelp(
      "Draw so many points in every cell of the grid.", valueName: "count"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "Estimate what explains the answers, from so many samples.",
      valueName: "count"))
  var indices: Int?

  @Flag(help: "Put each uncertain number in turn low and high.")
  var tornado = false

  @Option(help: "The seed of the sample.")
  var seed: UInt64 = 1

  @Flag(help: "Draw random numbers instead of Sobol points.")
  var random = false

  @Option(
    help: ArgumentHelp(
      """
      What to read at each point, such as best.welfare, \
      worst.levels[Alpha], best.efficiency<0.5 or a path of the JSON.
      """, valueName: "a,b,…"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "The command that solves a point, with its options.",
      valueName: "command"))
  var command = "solve"

  @Option(
    help: ArgumentHelp(
      "Compute share k of n only: every n-th point.", valueName: "k/n"))
  var shard = SweepRun.Shard()

  @Option(help: "How many points are solved at a time (default: the cores).")
  var jobs: Int?

  @Flag(help: "Say how many points there are and how long they may take.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "How many boxes the search at a point may examine.",
      valueName: "boxes"))
  var effort = 100_000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    let designs = [sample != nil, indices != nil, tornado].count { $0 }
    guard designs <= 1 else {
      throw ValidationError(
        "--sample, --indices and --tornado exclude each "
          + "other.")
    }
    guard list == nil || (designs == 0 && vary.isEmpty) else {
      throw ValidationError(
        "--list excludes --vary, --sample, --indices and --tornado.")
    }
    guard list != nil || designs == 1 || !vary.isEmpty else {
      throw ValidationError(
        "nothing varies; see --vary, --sample, --indices, --tornado, --list.")
    }
    try check(sample, "--sample")
    try check(indices, "--indices")
    try check(jobs, "--jobs")
    try check(effort, "--effort")
    guard input.files.count == 1 else {
      throw ValidationError("a sweep is of one scenario.")
    }
    try checkNamed(input.files[0])
    let variations = try variations()
    let isDrawn = variations.contains {
      if case .distribution = $0.values { true } else { false }
    }
    guard designs == 1 || !isDrawn else {
      throw ValidationError(
        "a distribution needs --sample, --indices or --tornado.")
    }
    guard command == "solve" || columns != nil else {
      throw ValidationError("--command \(command) needs --columns.")
    }
  }

  private func check(_ count: Int?, _ option: String) throws {
    try checkCount(option, count)
  }

  private func variations() throws -> [SweepVariation] {
    try vary.map { text in
      do throws(ScenarioError) {
        return try SweepVariation(text)
      } catch {
        throw ValidationError("--vary \(error)")
      }
    }
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let sweep = try sweep(of: scenario)
    var run = SweepRun(sweep, in: out)
    run.shard = shard
    run.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    run.monitor = monitor
    if dryRun { return try run.rehearsal() }
    let outcome = try run.run()
    guard !Interruption.isRequested else {
      Output.complain(
        "\ncoopetition: stopped; run the same command again to go on\n")
      throw ExitCode(130)
    }
    return outcome.report(in: out)
  }

  private func sweep(of scenario: Scenario) throws -> Sweep {
    var request = SweepPlan.Request()
    request.variations = try variations()
    request.design =
      if let sample {
        .sample(sample)
      } else if let indices {
        .indices(indices)
      } else {
        tornado ? .tornado : .grid
      }
    request.list = list
    request.seed = seed
    request.isRandom = random
    let plan = try SweepPlan(request, of: scenario)
    guard output.plot == nil || plan.hasPicture else {
      throw ValidationError(
        "--plot needs --indices, --tornado, or values of one or two numbers, "
          + "\(SweepPlan.mostDrawnCells) cells at most.")
    }
    return Sweep(
      plan, by: try method(for: scenario),
      fingerprint: try input.references.scenarioFile(input.files[0])
        .fingerprint(),
      effort: effort)
  }

  private func method(for scenario: Scenario) throws -> any SweepMethod {
    guard command != "solve" else {
      return try AnalysisSweep(
        columns: columns ?? AnalysisSweep.standardColumns, of: scenario,
        effort: effort
      ) { !Interruption.isRequested }
    }
    let words = command.split(separator: " ").map(String.init)
    if let problem = words.first.flatMap(CommandName.problem) {
      throw ValidationError("--command: \(problem)")
    }
    let parsed = try CoopetitionCommand.parseAsRoot(words + input.files)
    guard let study = parsed as? any StudyCommand, !(study is SweepCommand)
    else {
      throw ValidationError("--command \(command): answers no question.")
    }
    // Commands are values that are only read once they are parsed.
    nonisolated(unsafe) let solver = study
    let silent = Monitor { _ in !Interruption.isRequested }
    return try JSONSweep(
      command: command, columns: columns ?? "", of: scenario
    ) { scenario throws(ScenarioError) in
      do {
        return try solver.report(on: scenario, silent).data
      } catch let error as ScenarioError {
        throw error
      } catch {
        throw ScenarioError("\(error)")
      }
    }
  }
}

extension SweepRun.Shard: ExpressibleByArgument {
  /// The share as it is written.
  public var defaultValueDescription: String { "\(number)/\(count)" }

  /// A share written `k/n`.
  public init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]),
      let count = Int(parts[1]), 1 <= number, number <= count
    else { return nil }
    self.init(number: number, of: count)
  }
}
