import Coopetition

/// Solves the points of a sweep as it does and nothing else.
///
///     SweepPoints SCENARIO < results.csv
///
/// The first two numbers of a row are the environment and the opportunity of
/// the second firm; a line without them is passed over.
@main
enum SweepPoints {
  static func main() throws {
    var cluster = try Cluster(scenario: CommandLine.arguments[1])
    var analyzer = Analyzer(search: BranchAndPrune(threads: 1))
    analyzer.bargains = false
    analyzer.subsidises = false
    var equilibria = 0
    while let row = readLine() {
      let cells = row.split(separator: ",")
      guard let environment = Double(cells[1]),
        let opportunity = Double(cells[2])
      else { continue }
      cluster.environment = environment
      cluster.firms[1].opportunity = opportunity
      equilibria += try cluster.analyze(using: analyzer).equilibria.count
    }
    print(equilibria, "equilibria")
  }
}
