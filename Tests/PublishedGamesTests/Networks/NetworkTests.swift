import Equilibria
import Testing

@testable import PublishedGames

struct NetworkTests {
  @Test(arguments: [
    ("path4", 4, 3), ("cycle C8", 8, 8), ("star5", 5, 4), ("star K1,4", 5, 4),
    ("complete K5", 5, 10), ("empty3", 3, 0), ("bridge11", 11, 24),
    ("bridge11 (player 1 between two groups)", 11, 24), ("path1", 1, 0),
  ])
  func namesStandForNetworks(
    _ name: String, _ players: Int, _ links: Int
  ) throws {
    let network = try #require(Network(named: name))
    #expect(network.count == players)
    #expect(network.neighbours.reduce(0) { $0 + $1.count } == 2 * links)
  }

  @Test(arguments: ["", "ring", "cycle2", "path0", "tree7", "path999999999"])
  func otherNamesDoNot(_ name: String) {
    #expect(Network(named: name) == nil)
  }

  @Test func theLargestEigenvalueOfTheBridge() throws {
    let largest = try #require(Network.bridge.eigenvalues.first)
    #expect(abs(largest - 4.4040469964644275) < 1e-12)
  }

  @Test(arguments: [(6, 3), (5, 2), (8, 0), (4, 3)])
  func circulantsAreRegular(_ players: Int, _ degree: Int) {
    #expect(Network.circulant(players, degree: degree).degree == degree)
  }

  /// The numbers of unlabelled graphs: sequence A000088 of the OEIS.
  @Test(arguments: [(1, 1), (2, 2), (3, 4), (4, 11), (5, 34)])
  func shapesAreCounted(_ players: Int, _ count: Int) {
    #expect(Network.shapes(players: players).count == count)
  }

  @Test func labelsNameLinks() {
    let labels = Network.shapes(players: 3).map(\.label)
    #expect(labels == ["empty", "edges_01", "edges_01_02", "edges_01_02_12"])
  }

  /// Where nothing pays anything every network of three players is stable:
  /// 1, 3, 3 and 1 with no, one, two and three links.
  @Test func degreesOfTablesAreCountedInOrder() {
    let answer = Answer(NetworkTable(players: 3) { _ in [0, 0, 0] })
    let counts: Record = ["0 0 0": 1, "0 1 1": 3, "1 1 2": 3, "2 2 2": 1]
    #expect(answer.values["stableDegrees"] == .record(counts))
    #expect(answer.values["efficientDegrees"] == .record(counts))
  }

  @Test func removingAndToggling() throws {
    let path = try #require(Network(named: "path3"))
    #expect(path.toggling(0, 2) == Network(named: "cycle3"))
    #expect(path.toggling(0, 2).toggling(0, 2) == path)
    #expect(path.removing(1) == Network(named: "empty2"))
  }

  @Test(
    arguments: [
      ([[0, 1], [0, 0]], "is not symmetric in row 1, column 2"),
      ([[1, 0], [0, 0]], "links player 1 with itself"),
      ([[0, -1], [-1, 0]], "has a weight below 0"),
    ] as [(Value, String)])
  func matricesThatAreNoNetworksAreRefused(
    _ matrix: Value, _ message: String
  ) {
    #expect(throws: ArgumentError("G", message)) {
      try PublishedGames.named("publicgoods").solve(["G": matrix])
    }
  }
}
