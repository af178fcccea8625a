import Coopetition
import LinearAlgebra
import Measurement
import Networks

/// Times every measure of a generated network, one after the other; see
/// `run-networks` for the peers.
///
///     NetworkMeasures FOLDER FIRMS SOURCES
///
/// Prints the name of each measure, the least seconds of all processors and by
/// the clock of three runs, and a number from it that a peer can compare.
/// Shortest paths start from so many sources; without sources only the exact
/// measures are taken, once and together. The links are left in the folder as
/// raw numbers.
@main
enum NetworkMeasures {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let firms = Int(arguments[2]),
      let sources = Int(arguments[3])
    else {
      print("usage: NetworkMeasures FOLDER FIRMS SOURCES")
      return
    }
    let cluster = try ClusterGenerator(
      firms: firms, degree: 10, kind: .regional, seed: 7
    ).cluster()
    guard case .network(let links) = cluster.complementarity else { return }
    let network = DirectedNetwork(incoming: links)
    guard sources > 0 else { return measureOnce(network) }
    try export(network.outgoing, to: arguments[1])
    degrees(of: network)
    centralities(of: network)
    closure(of: network)
    wholes(of: network)
    time("all but paths") { network.measures().network.transitivity }
    time("paths") {
      var random = Weyl()
      return ShortestPaths(of: network, sampleSize: sources, using: &random)
        .reachableShare.value
    }
  }

  private static func measureOnce(_ network: DirectedNetwork) {
    let start = ProcessUsage.seconds
    let clock = ContinuousClock.now
    let transitivity = network.measures().network.transitivity
    print(
      "exact measures of \(network.nodeCount) firms and \(network.linkCount) "
        + "links: \((ContinuousClock.now - clock) / .seconds(1)) s, "
        + "processor \(ProcessUsage.seconds - start) s, peak memory "
        + "\(ProcessUsage.peakMemory >> 20) MiB, transitivity \(transitivity)")
  }

  private static func degrees(of network: DirectedNetwork) {
    time("degrees") {
      Double(
        network.inDegrees.reduce(0, +) + network.outDegrees.reduce(0, +))
    }
    time("strengths") { (network.inStrengths + network.outStrengths).sum }
    time("assortativity") { network.assortativity ?? .nan }
    time("core") { Double(network.coreNumbers.reduce(0, +)) }
  }

  private static func centralities(of network: DirectedNetwork) {
    time("PageRank") { PageRank()(network).max() ?? .nan }
    time("spectral radius") { network.spectralRadius.value }
    let radius = network.spectralRadius.value
    time("Katz") { KatzCentrality()(network, spectralRadius: radius).sum }
  }

  private static func closure(of network: DirectedNetwork) {
    time("clustering, transitivity, constraint") {
      closure(Triads(of: network))
    }
    time("the same, effective size, local bridges") {
      let triads = Triads(of: network)
      return closure(triads) + triads.effectiveSize.compactMap { $0 }.sum
        + Double(triads.localBridgeCount)
    }
    time("strength and overlap") {
      Triads(of: network).tieStrengthOverlap ?? .nan
    }
  }

  private static func closure(_ triads: Triads) -> Double {
    triads.clustering.sum + triads.transitivity
      + triads.constraint.compactMap { $0 }.sum
  }

  private static func wholes(of network: DirectedNetwork) {
    time("reciprocity") { network.reciprocity }
    time("components") { Double(ConnectedComponents.weak(of: network).count) }
    time("strong components") {
      Double(ConnectedComponents.strong(of: network).count)
    }
    time("bridges") { Double(network.bridgeCount) }
  }

  private static func time(_ name: String, _ measure: () -> Double) {
    var (processor, clock, value) = (Double.infinity, Double.infinity, 0.0)
    for _ in 0..<3 {
      let (start, before) = (ContinuousClock.now, ProcessUsage.seconds)
      value = measure()
      processor = min(processor, ProcessUsage.seconds - before)
      clock = min(clock, (ContinuousClock.now - start) / .seconds(1))
    }
    print(name, processor, clock, value, separator: "\t")
  }

  /// Writes the links, providers in rows.
  private static func export(
    _ links: SparseMatrix, to folder: String
  ) throws {
    try RawNumbers.write(links.rowStarts, to: "\(folder)/starts.bin")
    try RawNumbers.write(links.columnIndices, to: "\(folder)/columns.bin")
    try RawNumbers.write(links.values, to: "\(folder)/values.bin")
  }
}

/// Good enough to choose sources: multiples of the golden ratio, mixed once.
struct Weyl: RandomNumberGenerator {
  private var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
  }
}

extension [Double] {
  fileprivate var sum: Double { reduce(0, +) }
}
