import Equilibria
import Reports

/// The welfare of all networks by their number of links: the most and the least
/// that any of so many links has, and those that last.
struct NetworkPicture {
  /// The picture.
  let document: SVGDocument

  /// The picture of networks that were judged.
  init(of formation: NetworkFormation) {
    let welfare = formation.table.welfare
    var ends: [Int: ClosedRange<Double>] = [:]
    for (network, value) in welfare.enumerated() {
      let known = ends[network.nonzeroBitCount] ?? value...value
      ends[network.nonzeroBitCount] =
        min(known.lowerBound, value)...max(known.upperBound, value)
    }
    let ranges = ends.sorted { $0.key < $1.key }.map {
      (links: Double($0.key), welfare: $0.value)
    }
    var chart = Chart(
      title: "Networks by their links",
      summary: "The welfare of networks by their number of links; "
        + "\(formation.stability.stable.count) are pairwise stable.",
      horizontal: ("links", ranges.map(\.links)), isCounting: true,
      vertical: ("welfare", welfare))
    chart.addLine(
      ranges.map { ($0.links, $0.welfare.upperBound) }, ink: Self.ends)
    chart.addLine(
      ranges.map { ($0.links, $0.welfare.lowerBound) }, ink: Self.ends,
      dash: "7 4")
    for network in formation.stability.stable.prefix(Self.mostMarks) {
      chart.addMark(
        .dot, at: (Double(network.nonzeroBitCount), welfare[network]),
        ink: Self.stable)
    }
    chart.explain("most", ink: Self.ends)
    chart.explain("least", ink: Self.ends, dash: "7 4")
    chart.explain("pairwise stable", mark: .dot, ink: Self.stable)
    document = chart.document
  }

  private static let ends = Ink.blue
  private static let stable = Ink.orange
  /// More marks than this are not told apart.
  private static let mostMarks = 1_000
}
