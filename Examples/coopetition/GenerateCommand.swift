import ArgumentParser
import Coopetition

extension NetworkKind: ExpressibleByArgument {}

/// Makes a random cluster.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make a reproducible random cluster.",
    discussion: """
      Writes cluster.yaml, firms.csv and the edge list links.csv. The same \
      arguments give the same files.

        coopetition generate --firms 20000 --kind regional --seed 7 --out many
        coopetition solve many/cluster.yaml --levels levels.csv
        coopetition generate --firms 12 --degree 3 --tiers --out few
      """)

  @Option(help: "The number of firms.")
  var firms: Int

  @Option(help: "How many others each firm uses the knowledge of.")
  var degree = 10

  @Option(help: "How links are drawn.")
  var kind = NetworkKind.regional

  @Option(help: "The seed of the random numbers.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("The folder to write.", valueName: "folder"),
    completion: .directory)
  var out: String

  @Flag(help: "Put firms into tiers, which decide who may use what.")
  var tiers = false

  func validate() throws {
    try checkCount("--firms", firms)
    guard 0..<firms ~= degree else {
      throw ValidationError(
        "--degree is \(degree); it must be at least 0 and less than the "
          + "number of firms, \(firms).")
    }
  }

  func run() throws {
    let generator = ClusterGenerator(
      firms: firms, degree: degree, kind: kind, seed: seed, hasTiers: tiers)
    try naming(out) { try generator.write(to: out) }
    Output.write("\(out)/cluster.yaml\n")
  }
}
