import ArgumentParser
import Coopetition

/// Finds the key firms of a cluster.
struct KeyCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Find whose exit costs most, and whom to win first.",
    discussion: """
      Asks whose exit costs the cluster most (--leave), which firms to win \
      first so that all others follow and stay (--tip, --target), and how the \
      network looks (--measures); all three if none is named.

        coopetition key sematech-1991.yaml
        coopetition key three-firms.yaml --leave 2 --by others
        coopetition key consortium.yaml --tip
        coopetition key consortium.yaml --measures --json
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(help: "How many firms leave together.")
  var leave: Int?

  @Option(help: "What exits are ordered by.")
  var by: ExitStudy.Loss = .welfare

  @Option(
    help: """
      Which equilibrium is compared; \
      best and worst are of the highest and the lowest.
      """)
  var select: EquilibriumEnd = .highest

  @Flag(help: "Find the fewest firms that lift the others for good.")
  var tip = false

  @Option(
    help: ArgumentHelp(
      "Find the fewest firms that reach a share of the most sharing.",
      valueName: "share"))
  var target: Double?

  @Flag(help: "Measure the network.")
  var measures = false

  @Option(help: "What a link weighs.")
  var weights: MeasureStudy.Weights = .potential

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--leave", leave)
    if let target, !(target > 0 && target <= 1) {
      throw ValidationError("--target is \(target); it is a share in (0, 1].")
    }
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    if let leave, case .cluster(let cluster) = scenario.subject,
      leave > cluster.firms.count
    {
      throw ValidationError(
        "--leave is \(leave); the cluster has "
          + NumberText.counted(cluster.firms.count, "firm") + ".")
    }
    let isTipping = tip || target != nil
    let isAll = leave == nil && !isTipping && !measures
    return try KeyFirms(
      exits: leave != nil || isAll
        ? ExitStudy(
          groupSize: leave ?? 1, loss: by, selection: select,
          monitor: monitor)
        : nil,
      seeding: isTipping || isAll
        ? SeedingStudy(target: target, monitor: monitor) : nil,
      measures: measures || isAll
        ? MeasureStudy(weights: weights, selection: select) : nil
    ).answers(for: scenario).report
  }
}

extension ExitStudy.Loss: ExpressibleByArgument {}
extension EquilibriumEnd: ExpressibleByArgument {}
extension MeasureStudy.Weights: ExpressibleByArgument {}
