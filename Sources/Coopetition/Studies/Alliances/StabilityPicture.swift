import Games
import Reports

/// A picture of which alliances hold together: a mark for each, its size
/// against what it has beyond what its members would have outside.
struct StabilityPicture {
  private let ledger: AllianceLedger

  /// The picture of a ledger.
  init(_ ledger: AllianceLedger) { self.ledger = ledger }

  /// The picture.
  var document: SVGDocument {
    let points = ledger.outcomes.indices.compactMap {
      bits -> (size: Double, surplus: Double)? in
      let coalition = Coalition(bits: bits)
      guard coalition.count > 1,
        let surplus = ledger.surplus(of: coalition)?.value
      else { return nil }
      return (Double(coalition.count), surplus)
    }
    var chart = Chart(
      title: "Which alliances hold together",
      summary: "For each alliance its size and its surplus over what its "
        + "members would have outside; below zero somebody leaves.",
      horizontal: ("members", points.map(\.size)), isCounting: true,
      vertical: ("surplus", points.map(\.surplus) + [0]))
    chart.addLine(
      [(2, 0), (Double(max(2, ledger.count)), 0)], ink: .faint,
      dash: "4 4", width: 1)
    for point in points {
      chart.addMark(
        point.surplus >= 0 ? .dot : .cross, at: (point.size, point.surplus),
        ink: point.surplus >= 0 ? Self.stays : Self.leaves)
    }
    chart.explain("can stay together", mark: .dot, ink: Self.stays)
    chart.explain("somebody leaves", mark: .cross, ink: Self.leaves)
    return chart.document
  }

  private static let stays = Ink.blue
  private static let leaves = Ink.orange
}
